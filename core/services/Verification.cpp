// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Verification.h"

#include "core/services/Checker.h"
#include "core/services/DocumentPassword.h"
#include "core/services/FirstBytes.h"
#include "core/services/VaultAccess.h"
#include "core/services/VerdictCodec.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/trust/AnchorList.h"
#include "core/vault/Settings.h"

namespace carriel {

std::optional<CheckedFile> Verification::of(const ItemId &document) const
{
    if (!m_access.reader)
        return std::nullopt;
    const auto details = m_access.seen(m_access.reader->details(document));
    return details && !details->sha256.isEmpty() ? ofContent(details->sha256) : std::nullopt;
}

std::optional<CheckedFile> Verification::ofContent(const QByteArray &sha256) const
{
    if (!m_access.reader)
        return std::nullopt;
    const auto row = m_access.seen(vault::VerdictStore(m_access.reader->database()).verdict(sha256));
    if (!row)
        return std::nullopt;
    CheckedFile out = checkedFromJson(row->report);
    out.sha256 = sha256;
    return out;
}

QFuture<Result<CheckedFile>> Verification::check(ItemId document)
{
    return postAsync<Result<CheckedFile>>(m_access.host, [host = m_access.host, document](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        host->fetch(document, [host, document, finish](Outcome fetched) {
            fetched.ok() ? host->checker().check(document, finish) : finish(fetched.error());
        });
    });
}

QFuture<Result<CheckedFile>> Verification::checkFile(QString path, QString content, SecretBytes password)
{
    return postAsync<Result<CheckedFile>>(m_access.host, [host = m_access.host, path, content,
                                                          password = std::move(password)](auto finish) {
        host->isOpen() ? host->checker().checkFile(path, content, password.view().toByteArray(), finish)
                       : finish(VaultAccess::locked());
    });
}

QFuture<Outcome> Verification::setPassword(ItemId document, SecretBytes password)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, document,
                                              password = std::make_shared<SecretBytes>(std::move(password))](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        const auto blob = host->headBlob(document);
        const auto bytes = blob.ok() ? host->store().bytes(blob.value().id) : Result<QByteArray>(blob.error());
        if (!bytes.ok())
            return finish(bytes.error());
        runInPool([bytes = bytes.value(), password, now = host->clock().nowUtc()] {
            return opensWith(bytes, *password, now);
        }).then(host, [host, password, sha256 = blob.value().sha256, finish](const Outcome &opens) {
            if (!opens.ok() || !host->isOpen())
                return finish(opens.ok() ? VaultAccess::locked() : opens);
            finish(keepPassword(host->store().database(), sha256, password->view()));
        });
    });
}

QFuture<Outcome> Verification::checkAll()
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        host->checker().whenDone([finish] { finish({}); });
    });
}

int Verification::waiting() const
{
    return m_access.reader ? int(m_access.seen(vault::VerdictStore(m_access.reader->database()).waiting())) : 0;
}

std::unique_ptr<QIODevice> Verification::openSigned(const ItemId &document, qint64 covers) const
{
    if (!m_access.reader)
        return nullptr;
    auto device = m_access.reader->open(document);
    if (!device.ok() || covers <= 0)
        return nullptr;
    return std::make_unique<FirstBytes>(std::move(device).value(), covers);
}

bool Verification::onlineAllowed() const
{
    return m_access.reader &&
           vault::Settings(m_access.reader->database()).value(QString::fromLatin1(settings::onlineChecks)) ==
               QLatin1String("yes");
}

QFuture<Outcome> Verification::allowOnline(bool on)
{
    return post(m_access.host, [host = m_access.host, on]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        CARRIEL_CHECK(
            vault::Settings(host->store().database())
                .set(QString::fromLatin1(settings::onlineChecks), on ? QStringLiteral("yes") : QStringLiteral("no")));
        return host->checker().trustMoved();
    });
}

QList<AnchorFacts> Verification::anchors() const
{
    QList<AnchorFacts> out;
    if (!m_access.reader)
        return out;
    const auto trusted = trustedIn(m_access.reader->database(), {});
    const auto shipped = signing::TrustStore::shipped();
    if (!trusted.ok())
        return out;
    for (const signing::TrustAnchor &anchor : trusted.value().store.anchors())
        out.append({factsOf(anchor.certificate), anchor.accredited, anchor.source,
                    shipped.ok() && shipped.value().find(anchor.certificate), true, anchor.until});
    return out;
}

QFuture<Result<QList<AnchorFacts>>> Verification::readAnchors(QString path)
{
    return post(m_access.host, [host = m_access.host, path]() -> Result<QList<AnchorFacts>> {
        if (!host->isOpen())
            return VaultAccess::locked();
        const QDateTime now = host->clock().nowUtc();
        CARRIEL_TRY(const Trusted trusted, trustedIn(host->store().database(), now));
        CARRIEL_TRY(const auto list, signing::anchorListIn(path, trusted.store, now));
        signing::TrustStore found;
        CARRIEL_CHECK(found.add(path, {now}));
        if (found.isEmpty() && found.lists().isEmpty()) // a folder of people's
            return Error{signing::errors::badAnchor,
                         {{QStringLiteral("file"), path}, {QStringLiteral("reason"), QStringLiteral("not an authority's certificate")}},
                         {}};
        if (list) { // what it says is shown, and believed only when the person says so
            for (const signing::TrustAnchor &anchor : list->anchors)
                found.add(anchor);
        }
        QList<AnchorFacts> out;
        for (const signing::TrustAnchor &anchor : found.anchors()) {
            const signing::TrustAnchor *known = trusted.store.find(anchor.certificate);
            const bool says = known && (known->accredited || !anchor.accredited);
            const bool longer = known && known->until.isValid() && (!anchor.until.isValid() || known->until < anchor.until);
            AnchorFacts facts{factsOf(anchor.certificate), anchor.accredited, anchor.source, false, says && !longer, anchor.until};
            if (list && list->signer)
                facts.listSigner = factsOf(*list->signer);
            facts.listSignerKnown = list && list->signerKnown;
            out.append(facts);
        }
        return out;
    });
}

QFuture<Outcome> Verification::trust(QString path, QList<QByteArray> sha256, QByteArray listSigner)
{
    return post(m_access.host, [host = m_access.host, path, sha256, listSigner]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        const QDateTime now = host->clock().nowUtc();
        CARRIEL_TRY(const Trusted trusted, trustedIn(host->store().database(), now));
        // Judged once more: it may have become another since the person looked.
        CARRIEL_TRY(const auto list, signing::anchorListIn(path, trusted.store, now));
        signing::TrustStore found;
        CARRIEL_CHECK(found.add(path, {now}));
        if (!listSigner.isEmpty()) {
            signing::TrustStore before = trusted.store;
            CARRIEL_CHECK(before.add(path, {now, true, listSigner}));
            for (const signing::TrustAnchor &anchor : list ? list->anchors : QList<signing::TrustAnchor>())
                found.add(anchor);
        }
        vault::VerdictStore rows(host->store().database());
        for (const signing::TrustAnchor &anchor : found.anchors()) {
            if (sha256.contains(anchor.certificate.sha256()))
                CARRIEL_CHECK(rows.putAnchor({anchor.certificate.sha256(), anchor.certificate.der(), anchor.accredited,
                                              anchor.source, anchor.revocationHosts, now, anchor.until}));
        }
        for (const QByteArray &crl : found.lists())
            CARRIEL_CHECK(rows.putEvidence({false, crl}, now));
        CARRIEL_CHECK(host->mailbox().authoritiesMoved());
        return host->checker().trustMoved();
    });
}

QFuture<Outcome> Verification::distrust(QByteArray sha256)
{
    return post(m_access.host, [host = m_access.host, sha256]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        CARRIEL_CHECK(vault::VerdictStore(host->store().database()).removeAnchor(sha256));
        CARRIEL_CHECK(host->mailbox().authoritiesMoved());
        return host->checker().trustMoved();
    });
}

QList<EndingProof> Verification::ending(const QDateTime &until) const
{
    QList<EndingProof> out;
    if (!m_access.reader)
        return out;
    const auto rows = vault::VerdictStore(m_access.reader->database()).ending(until);
    if (rows.ok()) {
        for (const vault::EndingRow &row : rows.value())
            out.append({row.item, row.name, row.proofEndsUtc});
    }
    return out;
}

} // namespace carriel
