// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Notifications.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Jws.h"
#include "core/evidence/proof/EvidencePackage.h"
#include "core/evidence/proof/FileWeights.h"
#include "core/services/ActRecord.h"
#include "core/services/EvidenceCheck.h"
#include "core/services/InputRules.h"
#include "core/services/VaultAccess.h"
#include "core/services/mail/AskedDays.h"
#include "core/services/mail/LoginKeys.h"
#include "core/services/mail/MailErrors.h"
#include "core/services/mail/MailValues.h"
#include "core/services/mail/Opener.h"
#include "core/signing/sign/TimestampClient.h"
#include "core/vault/Settings.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUrl>
#include <algorithm>

namespace carriel {

namespace {

using mail::Envelope;

const QString warningsKept = QStringLiteral("notifications.warnings");

struct Read
{
    vault::NotificationRow row;
    Envelope envelope;
    evidence::Seal seal;
};

Result<Read> readRow(vault::Database &database, const QString &id)
{
    CARRIEL_TRY(auto found, vault::NotificationStore(database).find(id));
    if (!found)
        return Error{mail::errors::noSuchNotification, {{QStringLiteral("id"), id}}, {}};
    CARRIEL_TRY(Envelope envelope, mail::readEnvelope(found->json));
    CARRIEL_TRY(evidence::Seal seal, evidence::readSeal(envelope.seal));
    return Read{std::move(*found), std::move(envelope), std::move(seal)};
}

struct OpenedAct
{
    Read read;
    QByteArray content;
    evidence::Act act;
    QStringList origins; // of the entity, as the directory has them
};

// The only way to a content, and only of what was opened.
Result<OpenedAct> openedAct(vault::Database &database, const QString &id)
{
    CARRIEL_TRY(Read read, readRow(database, id));
    if (read.row.opening != vault::OpeningState::Verified)
        return Error{mail::errors::notOpened, {}, {}};
    CARRIEL_TRY(const QByteArray jws, vault::NotificationStore(database).directory());
    const auto directory = evidence::readDirectory(jws);
    const evidence::Party *entity = directory ? directory.value().entity(read.seal.entity) : nullptr;
    CARRIEL_TRY(QByteArray content, vault::NotificationStore(database).content(id));
    CARRIEL_TRY(evidence::Act act, evidence::readVerified(read.row.salt, content, read.seal));
    return OpenedAct{std::move(read), std::move(content), std::move(act), entity ? entity->origins : QStringList()};
}

Result<QByteArray> documentIn(OpenedAct &&opened, int number)
{
    if (number < 0 || number >= opened.act.documents.size())
        return Error{mail::errors::noSuchNotification, {{QStringLiteral("id"), number}}, {}};
    return evidence::documentOf(std::move(opened.content), opened.act.documents.at(number));
}

// Whether an address of the act leads to a site that the entity has registered (docs/protocol, Act).
bool below(const QString &address, const QStringList &origins)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1String("https") || !url.userInfo().isEmpty())
        return false;
    return std::any_of(origins.begin(), origins.end(), [&url](const QString &text) {
        const QUrl origin(text, QUrl::StrictMode);
        return origin.scheme() == url.scheme() && !origin.host().isEmpty() && origin.host() == url.host() &&
               origin.port(443) == url.port(443);
    });
}

// The text whose digest the seal names; the page shows no other.
QString warningIn(const QByteArray &json, const evidence::Seal &seal)
{
    const QJsonObject page = QJsonDocument::fromJson(json).object();
    for (const QJsonValue &value : page.value(QLatin1String("warnings")).toArray()) {
        const QString text = value.toObject().value(QLatin1String("text")).toString();
        if (evidence::digestOf(text.toUtf8()) == seal.warning)
            return text;
    }
    return {};
}

Result<OpeningTerms> termsOf(EngineHost &host, const QString &id)
{
    const Outcome may = host.opener().mayOpen(id);
    CARRIEL_TRY(const Read read, readRow(host.store().database(), id));
    const auto entry = mail::entryOf(read.row);
    if (!entry)
        return Error{mail::errors::noSuchNotification, {{QStringLiteral("id"), id}}, {}};
    OpeningTerms out;
    out.entry = *entry;
    CARRIEL_TRY(const evidence::ProofReport report, host.mailbox().check(id));
    out.entityName = report.entityName;
    out.operatorName = report.operatorName;
    out.warning = warningIn(vault::Settings(host.store().database()).value(warningsKept).toUtf8(), read.seal);
    out.warningDigest = read.seal.warning;
    out.acr = read.seal.acr;
    out.byCertificate = !read.seal.signers.contains(QLatin1String("device"));
    CARRIEL_TRY(const QList<vault::ConsentRow> consents, vault::NotificationStore(host.store().database()).consents());
    if (const auto given = crypto::readUnverifiedJws(mail::proofOf(read.row, read.envelope, {}, consents).consent))
        out.consentUtc = QDateTime::fromSecsSinceEpoch(
            QJsonDocument::fromJson(given.value().payload).object().value(QLatin1String("iat")).toInteger(), Qt::UTC);
    const QDateTime now = host.clock().nowUtc();
    // Of what was taken back no term runs; of what was closed unopened only one that counts from its sending.
    if (entry->canBeOpened() || entry->accessedUtc.isValid() || entry->begins)
        out.ifToday = mail::termOf(read.seal, read.envelope, entry->accessedUtc.isValid() ? entry->accessedUtc : now);
    const auto rules = evidence::TermRules::shipped();
    out.effectOnAccess =
        rules &&
        rules.value().madeOnAccess(read.seal.regime, evidence::HolidayCalendar::shipped().valueOr({}).localDate(now));
    if (!may)
        out.why = may.error();
    else if (entry->step == NotificationStep::Sealed && !host.mailbox().port())
        out.why = Error{mail::errors::needsNetwork, {}, QStringLiteral("no login")};
    else if (entry->step == NotificationStep::Sealed && out.warning.isEmpty())
        out.why = Error{mail::errors::needsNetwork, {}, QStringLiteral("the warning's text")};
    return out;
}

Result<evidence::EvidencePackage> packageOf(EngineHost &host, const QString &id)
{
    vault::NotificationStore rows(host.store().database());
    CARRIEL_TRY(const Read read, readRow(host.store().database(), id));
    CARRIEL_TRY(const QByteArray directory, rows.directory());
    CARRIEL_TRY(const QList<vault::ConsentRow> consents, rows.consents());
    evidence::Proof proof = mail::proofOf(read.row, read.envelope, directory, consents);
    mail::addLoginKeys(host.store().database(), proof);
    proof.warningText =
        warningIn(vault::Settings(host.store().database()).value(warningsKept).toUtf8(), read.seal).toUtf8();
    // A receipt has no effect before the operator refers to it; while it is sealed none leaves this computer.
    if (!mail::accessOf(read.envelope)) {
        for (QByteArray evidence::Proof::*part :
             {&evidence::Proof::receipt, &evidence::Proof::device, &evidence::Proof::idToken,
              &evidence::Proof::idProviderKeys})
            (proof.*part).clear();
    }
    CARRIEL_TRY(proof.content, rows.content(id));
    if (read.row.opening == vault::OpeningState::Mismatch) { // what does not fit, and the person's word on it
        CARRIEL_TRY(proof.cipher, rows.cipher(id));
        if (proof.dispute.isEmpty())
            proof.dispute = read.row.dispute;
    }
    return evidence::EvidencePackage::of(proof);
}

// The document among the person's that has these very bytes.
std::optional<AddedDocument> held(EngineHost &host, const QByteArray &bytes)
{
    const QByteArray sha256 = crypto::sha256(bytes);
    auto row =
        host.store().database().query("SELECT i.id,i.l_name FROM blob b JOIN version v ON v.blob=b.id JOIN item i ON "
                                      "i.l_version=v.id WHERE b.sha256=? AND b.size=? AND i.l_state=0 LIMIT 1",
                                      sha256, qint64(bytes.size()));
    if (!row.next().valueOr(false))
        return {};
    const ItemId id(row.text(0));
    return AddedDocument{{}, id, row.text(1), {}, bytes.size(), sha256, std::nullopt, row.text(1), id};
}

// Part by part: beside the content there is no second copy of it.
Outcome writeWhole(const QString &path, const evidence::EvidencePackage &package, const QByteArray &token,
                   const QDateTime &time)
{
    QSaveFile file(path);
    const auto failed = [&]() -> Outcome {
        return Error{carriel::errors::fileWrite,
                     {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}},
                     {}};
    };
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return failed();
    CARRIEL_CHECK(package.write(
        [&](QByteArrayView part) -> Outcome {
            return file.write(part.data(), part.size()) == part.size() ? Outcome() : failed();
        },
        token, time));
    return file.commit() ? Outcome() : failed();
}

} // namespace

QFuture<Outcome> Notifications::refresh()
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        host->mailbox().settled([finish] { finish(Outcome()); });
    });
}

QFuture<Result<OpeningTerms>> Notifications::terms(QString id)
{
    return postAsync<Result<OpeningTerms>>(m_access.host, [host = m_access.host, id](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        const auto known = termsOf(*host, id);
        mail::MailPort *port = host->mailbox().port();
        if (!known || !known.value().warning.isEmpty() || !port)
            return finish(known);
        port->warnings([host, id, finish](const sync::Answer<QJsonObject> &answer) {
            const auto *page = std::get_if<QJsonObject>(&answer);
            if (page)
                (void)vault::Settings(host->store().database())
                    .set(warningsKept, QString::fromUtf8(QJsonDocument(*page).toJson(QJsonDocument::Compact)));
            finish(termsOf(*host, id));
        });
    });
}

Result<OpenedNotification> Notifications::opened(const QString &id) const
{
    if (!m_access.reader)
        return VaultAccess::locked();
    CARRIEL_TRY(const OpenedAct opened, openedAct(m_access.reader->database(), id));
    const evidence::Act &act = opened.act;
    OpenedNotification out;
    vault::NotificationRow row = opened.read.row;
    row.granted = mail::grantedBy(act); // also of what an earlier version opened
    out.entry = mail::entryOf(row).value_or(NotificationEntry());
    nameAsListed(out.entry);
    out.title = act.title;
    out.body = act.body;
    out.number = act.number;
    out.date = act.date;
    for (const evidence::ActDocument &one : act.documents)
        out.documents.append({one.name, one.mediaType, one.main});
    for (const evidence::ActAction &one : act.actions)
        out.actions.append(
            {one.kind, one.label, below(one.url, opened.origins) ? one.url : QString(), one.due, one.amount});
    out.term = mail::termOf(opened.read.seal, opened.read.envelope, out.entry.accessedUtc,
                            row.granted);
    for (const evidence::ProofRecord &raw : opened.read.envelope.records) {
        const auto record = evidence::readRecord(raw.jws);
        if (record && record.value().eventName == evidence::event::handover)
            out.evidenceId = record.value().id;
    }
    if (const auto certificate = evidence::readCertificate(opened.read.envelope.certificate))
        out.certificate = CertificateInfo{certificate.value().entity, certificate.value().text,
                                          certificate.value().issued, certificate.value().accessed};
    return out;
}

Result<QByteArray> Notifications::document(const QString &id, int number) const
{
    if (!m_access.reader)
        return VaultAccess::locked();
    CARRIEL_TRY(OpenedAct opened, openedAct(m_access.reader->database(), id));
    return documentIn(std::move(opened), number);
}

QFuture<Result<AddedDocument>> Notifications::keepDocument(QString id, int number, QString note)
{
    return m_access.edit<AddedDocument>({}, [id, number, note](EngineHost &host) -> Result<AddedDocument> {
        CARRIEL_TRY(OpenedAct opened, openedAct(host.store().database(), id));
        const evidence::Act act = opened.act;
        CARRIEL_TRY(QByteArray bytes, documentIn(std::move(opened), number));
        const evidence::ActDocument &document = act.documents.at(number);
        CARRIEL_CHECK(InputRules(host.store()).fileName(document.name));
        if (const auto there = held(host, bytes)) // saved before: nobody wants a second copy of an official document
            return *there;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        CARRIEL_TRY(const sync::StagedBlob blob, host.edits().stage(buffer));
        ItemMeta meta;
        // Only an operator says of a document that it was issued: this is the person's copy, and the note tells whence.
        meta.setOrigin(OriginKind::Uploaded, OriginMedium::Electronic);
        meta.setCreatedOn(act.date);
        meta.setIncorporatedOn(host.clock().nowUtc().toLocalTime().date());
        meta.setNote(note);
        CARRIEL_TRY(const QList<sync::Added> added,
                    host.edits().addDocuments({{rootItem(), document.name, blob.id, document.mediaType, meta}}));
        const sync::Added &one = added.first();
        return AddedDocument{{}, one.id, one.name, one.originalName, blob.size, blob.sha256, std::nullopt};
    });
}

QFuture<Result<EvidenceInfo>> Notifications::evidence(QString id)
{
    return post(m_access.host, [host = m_access.host, id]() -> Result<EvidenceInfo> {
        if (!host->isOpen())
            return VaultAccess::locked();
        CARRIEL_TRY(evidence::ProofReport report, host->mailbox().check(id));
        evidence::weighAsWhole(report); // as whoever gets the file will see it
        CARRIEL_TRY(const Read read, readRow(host->store().database(), id));
        CARRIEL_TRY(const QByteArray directory, vault::NotificationStore(host->store().database()).directory());
        EvidenceInfo out = evidenceInfo(mail::proofOf(read.row, read.envelope, directory, {}), report);
        out.content = read.row.opening == vault::OpeningState::Verified;
        if (read.row.opening == vault::OpeningState::Mismatch) // her own word, also before the operator has it
            out.disputed = read.row.reason;
        return out;
    });
}

QFuture<Result<EvidenceInfo>> Notifications::verifyEvidence(QString path, QString trust)
{
    return postAsync<Result<EvidenceInfo>>(m_access.host, [host = m_access.host, path, trust](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        auto anchors = host->mailbox().anchors();
        if (!anchors)
            return finish(anchors.error());
        runInPool([path, trust, known = std::move(anchors).value()]() mutable -> Result<EvidenceInfo> {
            CARRIEL_CHECK(addTrust(known, trust));
            return evidenceInFile(path, known);
        }).then([finish](const Result<EvidenceInfo> &checked) { finish(checked); });
    });
}

QFuture<Result<QStringList>> Notifications::directoryKeys()
{
    return post(m_access.host, [host = m_access.host]() -> Result<QStringList> {
        if (!host->isOpen())
            return VaultAccess::locked();
        CARRIEL_TRY(const evidence::Anchors known, host->mailbox().anchors());
        return QString::fromLatin1(known.keys.join(' ')).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    });
}

QFuture<Outcome> Notifications::forgetDirectoryKeys()
{
    return post(m_access.host, [host = m_access.host]() -> Outcome {
        return host->isOpen() ? host->mailbox().forgetKeys() : Outcome(VaultAccess::locked());
    });
}

QFuture<Outcome> Notifications::exportEvidence(QString id, QString path)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, id, path](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        const auto package = packageOf(*host, id);
        if (!package)
            return finish(package.error());
        const auto write = [host, id, finish, path, package = package.value(),
                            now = host->clock().nowUtc()](const QByteArray &token) {
            const Outcome written = writeWhole(path, package, token, now);
            if (written.ok() && host->isOpen()) // a full or read-only disk keeps nobody from his proofs
                (void)recordActAlone(host->store().database(), host->clock(),
                                     {QStringLiteral("evidence.saved"), id, {}, {}});
            finish(written);
        };
        const QUrl authority(
            vault::Settings(host->store().database()).value(QString::fromLatin1(settings::timestampAuthority)));
        if (authority.isEmpty())
            return write({});
        // Without network or with an authority that refuses it is written all the same: what is in it proves itself.
        signing::askTimestamp(&host->fetch(), authority, crypto::sha256(package.value().manifest()),
                              [write](const Result<QByteArray> &token) { write(token.valueOr({})); });
    });
}

} // namespace carriel
