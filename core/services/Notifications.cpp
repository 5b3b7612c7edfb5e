// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Notifications.h"

#include "core/base/BaseErrors.h"
#include "core/evidence/proof/EvidencePackage.h"
#include "core/services/VaultAccess.h"
#include "core/services/mail/MailErrors.h"
#include "core/services/mail/MailValues.h"
#include "core/services/mail/Opener.h"
#include "core/vault/Settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

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

Result<Read> readOpened(const VaultAccess &access, const QString &id)
{
    if (!access.reader)
        return VaultAccess::locked();
    CARRIEL_TRY(Read read, readRow(access.reader->database(), id));
    if (read.row.opening != vault::OpeningState::Verified)
        return Error{mail::errors::notOpened, {}, {}};
    return read;
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
    const QDateTime now = host.clock().nowUtc();
    out.ifToday = mail::termOf(read.seal, read.envelope, entry->accessedUtc.isValid() ? entry->accessedUtc : now);
    const auto rules = evidence::TermRules::shipped();
    out.effectOnAccess = rules && rules.value().madeOnAccess(read.seal.regime, now.date());
    if (!may)
        out.why = may.error();
    else if (entry->step == NotificationStep::Sealed && out.warning.isEmpty())
        out.why = Error{mail::errors::needsNetwork, {}, QStringLiteral("the warning's text")};
    return out;
}

std::optional<QDate> lastDayIfOpened(const vault::NotificationRow &row, const QDateTime &now)
{
    const auto envelope = mail::readEnvelope(row.json);
    const auto seal = envelope ? evidence::readSeal(envelope.value().seal) : Result<evidence::Seal>(envelope.error());
    const auto term = seal ? mail::termOf(seal.value(), envelope.value(), now) : std::nullopt;
    return term ? term->lastDay : std::nullopt;
}

} // namespace

QList<NotificationEntry> Notifications::list() const
{
    QList<NotificationEntry> out;
    if (!m_access.reader)
        return out;
    const auto rows = vault::NotificationStore(m_access.reader->database()).all();
    const QDateTime now = m_access.host->clock().nowUtc();
    for (const vault::NotificationRow &row : rows.valueOr({})) {
        auto entry = mail::entryOf(row);
        if (!entry)
            continue;
        if (entry->canBeOpened() && !entry->lastDay)
            entry->lastDayIfToday = lastDayIfOpened(row, now);
        out.append(*entry);
    }
    return out;
}

QList<NotificationEntry> Notifications::search(const QString &word) const
{
    QList<NotificationEntry> out;
    if (!m_access.reader || word.isEmpty())
        return out;
    const QStringList found = vault::NotificationStore(m_access.reader->database()).search(word).valueOr({});
    for (const NotificationEntry &entry : list()) {
        if (found.contains(entry.id))
            out.append(entry);
    }
    return out;
}

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

QFuture<Outcome> Notifications::open(QString id, QByteArray warningDigest)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, id, warningDigest](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        host->opener().open(id, warningDigest, [finish](Outcome outcome) { finish(std::move(outcome)); });
    });
}

Result<OpenedNotification> Notifications::opened(const QString &id) const
{
    CARRIEL_TRY(const Read read, readOpened(m_access, id));
    CARRIEL_TRY(const QByteArray jws, vault::NotificationStore(m_access.reader->database()).directory());
    const auto directory = evidence::readDirectory(jws);
    const evidence::Party *entity = directory ? directory.value().entity(read.seal.entity) : nullptr;
    CARRIEL_TRY(const evidence::Act act, evidence::openPackage(read.row.content, read.seal, entity));
    OpenedNotification out;
    out.entry = mail::entryOf(read.row).value_or(NotificationEntry());
    out.title = act.title;
    out.body = act.body;
    out.number = act.number;
    out.date = act.date;
    for (const evidence::ActDocument &one : act.documents)
        out.documents.append({one.name, one.mediaType, one.main});
    for (const evidence::ActAction &one : act.actions)
        out.actions.append({one.kind, one.label, one.url, one.due, one.amount});
    out.term = mail::termOf(read.seal, read.envelope, out.entry.accessedUtc, act.termDays);
    for (const evidence::ProofRecord &raw : read.envelope.records) {
        const auto record = evidence::readRecord(raw.jws);
        if (record && record.value().eventName == evidence::event::handover)
            out.evidenceId = record.value().id;
    }
    return out;
}

Result<QByteArray> Notifications::document(const QString &id, int number) const
{
    CARRIEL_TRY(const Read read, readOpened(m_access, id));
    CARRIEL_TRY(const QByteArray jws, vault::NotificationStore(m_access.reader->database()).directory());
    const auto directory = evidence::readDirectory(jws);
    const evidence::Party *entity = directory ? directory.value().entity(read.seal.entity) : nullptr;
    CARRIEL_TRY(const evidence::Act act, evidence::openPackage(read.row.content, read.seal, entity));
    if (number < 0 || number >= act.documents.size())
        return Error{mail::errors::noSuchNotification, {{QStringLiteral("id"), number}}, {}};
    return evidence::documentOf(read.row.content, act.documents.at(number));
}

QFuture<Result<QList<EvidenceStep>>> Notifications::evidence(QString id)
{
    return post(m_access.host, [host = m_access.host, id]() -> Result<QList<EvidenceStep>> {
        if (!host->isOpen())
            return VaultAccess::locked();
        CARRIEL_TRY(const evidence::ProofReport report, host->mailbox().check(id));
        QList<EvidenceStep> out;
        for (const evidence::TimelineEntry &one : report.timeline)
            out.append({one.seq, one.eventName, one.by, one.happened, one.stamped.value_or(QDateTime())});
        return out;
    });
}

QFuture<Outcome> Notifications::exportEvidence(QString id, QString path)
{
    return post(m_access.host, [host = m_access.host, id, path]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        CARRIEL_TRY(const Read read, readRow(host->store().database(), id));
        vault::NotificationStore rows(host->store().database());
        CARRIEL_TRY(const QByteArray directory, rows.directory());
        CARRIEL_TRY(const QList<vault::ConsentRow> consents, rows.consents());
        CARRIEL_TRY(const auto package,
                    evidence::EvidencePackage::of(mail::proofOf(read.row, read.envelope, directory, consents)));
        CARRIEL_TRY(const QByteArray bytes, package.bytes({}, host->clock().nowUtc()));
        QSaveFile file(path);
        const bool whole = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                           file.write(bytes) == bytes.size() && file.commit();
        if (!whole)
            return Error{carriel::errors::fileWrite,
                         {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}},
                         {}};
        return {};
    });
}

} // namespace carriel
