// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a contribution for others to check: the evidence that it could not be given, and all of it together.
#include "core/services/contributions/ContributionErrors.h"
#include "core/services/contributions/Contributor.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::papers {

namespace {

// Of the authority's system, or of what lies between; nothing of a refusal that says what is wrong with the request.
std::optional<evidence::FailedTry> failedTry(const vault::ContributionRow &row, const sync::Trouble &trouble,
                                             const QDateTime &now)
{
    const auto param = [&](const char *name) { return trouble.error.params.value(QLatin1String(name)); };
    const int status = param("status").toInt();
    evidence::FailedTry out;
    using sync::TroubleKind;
    if (trouble.kind == TroubleKind::QuotaExceeded) // the person's own room
        return {};
    if (status >= 500 && status <= 599)
        out.outcome = QStringLiteral("server_error");
    else if (trouble.kind == TroubleKind::Protocol)
        out.outcome = QStringLiteral("bad_answer");
    else if (trouble.kind == TroubleKind::Unreachable)
        out.outcome = trouble.notSent ? QStringLiteral("unreachable") : QStringLiteral("no_answer");
    else
        return {};
    out.step = row.state == vault::ContributionState::Sent ? QStringLiteral("submission") : QStringLiteral("upload");
    out.status = status >= 100 && status <= 599 ? status : 0;
    out.code = param("code").toString().left(64);
    out.first = out.last = QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch(), Qt::UTC);
    if (const qint64 said = param("server_time").toLongLong(); said > 0)
        out.serverTime = QDateTime::fromSecsSinceEpoch(said, Qt::UTC);
    return out;
}

} // namespace

Outcome Contributor::noteFailure(const vault::ContributionRow &row, const sync::Trouble &trouble)
{
    const auto tried = failedTry(row, trouble, now());
    if (!tried || !m_mailbox.port())
        return {};
    CARRIEL_TRY(const mail::Identity who, m_mailbox.port()->identity());
    CARRIEL_TRY(const QByteArray before, m_rows.failure(row.id));
    evidence::FailureOrder order{row.statement, m_port ? m_port->api() : QString(), row.op, {}, now()};
    if (!before.isEmpty()) {
        CARRIEL_TRY(const evidence::FailureRecord told, evidence::readFailure(before));
        order.tries = told.tries;
    }
    evidence::addTry(order.tries, *tried);
    CARRIEL_TRY(const QByteArray jws, evidence::makeFailure(order, who.keys.sign));
    return m_rows.putFailure(row.id, jws);
}

Result<evidence::ContributionProof> Contributor::proofOf(const QString &id)
{
    CARRIEL_TRY(const auto row, m_rows.find(id));
    if (!row)
        return Error{errors::noSuchContribution, {{QStringLiteral("id"), id}}, {}};
    const QJsonObject json = QJsonDocument::fromJson(row->json).object();
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString().toLatin1(); };
    evidence::ContributionProof out;
    out.request = row->request;
    out.statement = row->statement;
    out.device = text("device"); // as the operator kept it with the contribution
    if (out.device.isEmpty() && m_mailbox.port()) {
        CARRIEL_TRY(const mail::Identity who, m_mailbox.port()->identity());
        out.device = who.statement;
    }
    CARRIEL_TRY(out.failure, m_rows.failure(id));
    for (const QJsonValue &one : json.value(QLatin1String("evidence")).toArray())
        out.records.append({one.toObject().value(QLatin1String("jws")).toString().toLatin1(), {}});
    out.filing = text("filing");
    out.rejection = text("rejection");
    CARRIEL_TRY(out.directory, m_mailbox.rows().directory());
    return out;
}

} // namespace carriel::papers
