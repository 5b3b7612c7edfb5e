// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the mailbox believes, and what the evidence that it holds is worth.
#include "core/crypto/Digest.h"
#include "core/services/mail/LoginKeys.h"
#include "core/services/mail/MailErrors.h"
#include "core/services/mail/Mailbox.h"
#include "core/vault/Settings.h"

#include <algorithm>

namespace carriel::mail {

using vault::NotificationRow;

namespace {

const QString pinnedKeys = QStringLiteral("directory_keys"); // thumbprints, with spaces between
const QString authoritiesPrint = QStringLiteral("evidence_authorities");

QString findingsOf(const evidence::ProofReport &report)
{
    QStringList out;
    for (const evidence::Finding &finding : report.findings) {
        if (finding.weight != evidence::Weight::Note)
            out.append(finding.defect + QLatin1Char('@') +
                       QString(finding.where).replace(QLatin1Char(' '), QLatin1Char('-')));
    }
    return out.join(QLatin1Char(' '));
}

// A newer directory may know who signed it.
bool lacksKey(const NotificationRow &row)
{
    const QStringList findings = row.findings.split(QLatin1Char(' '));
    return std::any_of(findings.begin(), findings.end(), [](const QString &one) {
        return one.startsWith(QLatin1String("no_key@")) || one.startsWith(QLatin1String("foreign_key@")) ||
               one.startsWith(QLatin1String("unanchored@"));
    });
}

} // namespace

Result<evidence::Anchors> Mailbox::anchors()
{
    evidence::Anchors out;
    vault::ProfileFacts facts(m_store.database());
    for (const QString &key : facts.value(pinnedKeys).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        out.keys.append(key.toLatin1());
    if (m_authorities) {
        CARRIEL_TRY(Authorities known, m_authorities());
        out.store = std::move(known.store);
    }
    return out;
}

Outcome Mailbox::forgetKeys()
{
    CARRIEL_CHECK(vault::ProfileFacts(m_store.database()).set(pinnedKeys, {}));
    CARRIEL_TRY(const QList<NotificationRow> all, m_rows.all());
    for (const NotificationRow &row : all)
        CARRIEL_CHECK(m_rows.recheck(row.id));
    m_directoryAsked = false;
    again();
    return {};
}

Outcome Mailbox::authoritiesMoved()
{
    CARRIEL_TRY(const Authorities known, m_authorities ? m_authorities() : Result<Authorities>(Authorities()));
    vault::ProfileFacts facts(m_store.database());
    if (facts.value(authoritiesPrint) == known.print)
        return {};
    CARRIEL_TRY(const QList<NotificationRow> all, m_rows.all());
    for (const NotificationRow &row : all)
        CARRIEL_CHECK(m_rows.recheck(row.id));
    CARRIEL_CHECK(facts.set(authoritiesPrint, known.print));
    again();
    return {};
}

// The first one comes over the connection to the operator that the person chose; each later one must be signed by a key
// that the one before listed.
Outcome Mailbox::acceptDirectory(const QByteArray &jws)
{
    CARRIEL_TRY(const evidence::Directory directory, evidence::readDirectory(jws));
    const evidence::ListedKey *key =
        directory.operatorParty.find(directory.signer.kid, QLatin1String("sign"), directory.issued);
    if (!key)
        return Error{errors::evidenceBroken, {{QStringLiteral("defects"), QStringLiteral("no_key@directory")}}, {}};
    CARRIEL_CHECK(evidence::verifyDirectory(jws, key->key));
    CARRIEL_TRY(const evidence::Anchors known, anchors());
    if (!known.keys.isEmpty() && !known.keys.contains(key->kid))
        return Error{
            errors::evidenceBroken, {{QStringLiteral("defects"), QStringLiteral("foreign_key@directory")}}, {}};
    QByteArrayList keys = known.keys;
    for (const evidence::ListedKey &one : directory.operatorParty.keys) {
        if (one.use == QLatin1String("sign") && !keys.contains(one.kid))
            keys.append(one.kid);
    }
    CARRIEL_TRY(const QByteArray last, m_rows.directory());
    if (last == jws)
        return {};
    // An older list would give back keys that were taken away.
    if (const auto before = evidence::readDirectory(last); before && directory.issued < before.value().issued)
        return Error{errors::evidenceBroken, {{QStringLiteral("defects"), QStringLiteral("clock@directory")}}, {}};
    vault::ProfileFacts facts(m_store.database());
    CARRIEL_CHECK(facts.set(pinnedKeys, QString::fromLatin1(keys.join(' '))));
    CARRIEL_CHECK(m_rows.keepDirectory(jws, crypto::sha256(jws), m_clock.nowUtc()));
    CARRIEL_TRY(const QList<NotificationRow> all, m_rows.all());
    for (const NotificationRow &row : all) {
        if (lacksKey(row))
            CARRIEL_CHECK(m_rows.recheck(row.id));
    }
    return {};
}

bool Mailbox::needDirectory()
{
    if (m_directoryAsked)
        return false;
    const auto all = m_rows.unfinished();
    // Who signed what: of notifications that nobody has looked at yet, and of consents before any notification came.
    const bool open =
        (all && std::any_of(all.value().begin(), all.value().end(),
                            [](const NotificationRow &row) { return row.verdict == 0 || lacksKey(row); })) ||
        (m_rows.directory().valueOr({}).isEmpty() && !m_rows.consents().valueOr({}).isEmpty());
    if (!open)
        return false;
    m_busy = true;
    m_directoryAsked = true;
    m_port->directory([this, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
        if (generation != m_generation)
            return;
        m_busy = false;
        const auto *object = std::get_if<QJsonObject>(&answer);
        m_directoryMissed =
            !object || !acceptDirectory(object->value(QLatin1String("directory")).toString().toLatin1());
        step();
    });
    return true;
}

Result<evidence::ProofReport> Mailbox::check(const QString &id)
{
    CARRIEL_TRY(auto found, m_rows.find(id));
    if (!found)
        return Error{errors::noSuchNotification, {{QStringLiteral("id"), id}}, {}};
    NotificationRow &row = *found;
    CARRIEL_TRY(const Envelope envelope, readEnvelope(row.json));
    CARRIEL_TRY(const QByteArray directory, m_rows.directory());
    CARRIEL_TRY(const QList<vault::ConsentRow> consents, m_rows.consents());
    CARRIEL_TRY(const evidence::Anchors known, anchors());
    evidence::Proof proof = proofOf(row, envelope, directory, consents);
    addLoginKeys(database(), proof);
    CARRIEL_TRY(proof.content, m_rows.content(id));
    evidence::ProofReport report = evidence::verifyProof(proof, known);
    const auto broken = [&report](const char *defect, const char *where) {
        report.findings.append({evidence::Weight::Broken, QLatin1String(defect), QLatin1String(where)});
        report.judge();
    };
    if (!row.rewritten.isEmpty())
        broken("rewritten", "chain");
    if (report.seal && (report.seal->entity != envelope.entityId || report.seal->procedure != envelope.procedureId))
        broken("mismatch", "envelope");
    if (const auto who = m_port ? m_port->identity() : Result<Identity>(Error{});
        who && report.seal && report.seal->holder != who.value().holder)
        broken("foreign_holder", "seal");
    if (report.seal && report.seal->id != row.id)
        broken("foreign_seal", "seal");
    if (report.seal && evidence::name(report.state) != row.state)
        broken("mismatch", "state");
    const auto before = std::pair(row.verdict, row.findings);
    row.verdict = report.verdict == evidence::ProofVerdict::Good         ? 1
                  : report.verdict == evidence::ProofVerdict::Unanchored ? 2
                                                                         : 3;
    row.findings = findingsOf(report);
    if (before != std::pair(row.verdict, row.findings))
        CARRIEL_CHECK(m_rows.judged(row.id, row.verdict, row.findings));
    return report;
}

bool Mailbox::checkNext()
{
    const auto all = m_rows.unfinished();
    if (!all)
        return false;
    bool any = false;
    for (const NotificationRow &row : all.value()) {
        if (row.verdict != 0 || m_failed.contains(row.id))
            continue;
        if (!check(row.id))
            m_failed.insert(row.id);
        any = true;
    }
    if (any)
        Q_EMIT changed();
    return false;
}

} // namespace carriel::mail
