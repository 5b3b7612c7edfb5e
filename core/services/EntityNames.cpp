// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/EntityNames.h"

#include "core/evidence/records/ContributionRecords.h"
#include "core/evidence/records/Directory.h"
#include "core/services/mail/MailValues.h"
#include "core/vault/ContributionStore.h"
#include "core/vault/NotificationStore.h"

#include <algorithm>

namespace carriel {

namespace {

bool isOneOf(const QString &kind, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [&kind](const char *one) { return kind == QLatin1String(one); });
}

} // namespace

void EntityNames::fill(ActivityRecord &record, const vault::ActivityRow &row)
{
    if (record.erased)
        return;
    const QString id = row.subject;
    Known known;
    if (record.kind.startsWith(QLatin1String("notification.")) ||
        isOneOf(record.kind, {"act.deposit", "act.access", "act.certificate", "act.closure", "act.expiry", "act.dispute", "act.key"}))
        known = sentBy(id);
    else if (isOneOf(record.kind, {"act.contribution", "act.package", "act.filing", "act.filing-rejection"}))
        known = askedBy(id);
    else if (record.kind == QLatin1String("act.inquiry")) // its subject is the person
        known = agreedTo({}, row.data.value(QLatin1String("detail")).toString());
    else if (isOneOf(record.kind, {"act.consent", "act.withdrawal", "consent.given", "consent.withdrawn"}))
        known = agreedTo(id, row.data.value(QLatin1String("detail")).toString());
    else
        return;
    if (record.name.isEmpty())
        record.name = known.what;
    if (record.with.isEmpty())
        record.with = row.log.startsWith(QLatin1String("op:")) && !row.actor.isEmpty() ? nameOf(row.actor) : known.who;
    record.sent = known.sent;
    record.procedure = known.procedure;
}

EntityNames::Known EntityNames::sentBy(const QString &notification)
{
    if (!m_known.contains(notification)) {
        Known known;
        if (const auto row = vault::NotificationStore(m_database).find(notification).valueOr(std::nullopt)) {
            if (const auto entry = mail::entryOf(*row))
                known = {entry->title, nameOf(entry->entityId), entry->kind, entry->procedureId};
        }
        m_known.insert(notification, known);
    }
    return m_known.value(notification);
}

EntityNames::Known EntityNames::askedBy(const QString &contribution)
{
    if (!m_known.contains(contribution)) {
        Known known;
        if (const auto row = vault::ContributionStore(m_database).find(contribution).valueOr(std::nullopt)) {
            const auto request = evidence::readContributionRequest(row->request);
            if (request)
                known = {request.value().title, nameOf(request.value().entity), {}, request.value().procedure};
        }
        m_known.insert(contribution, known);
    }
    return m_known.value(contribution);
}

// The catalogue is the operator's and is not kept here; a consent remembers what its procedure was called.
EntityNames::Known EntityNames::agreedTo(const QString &consent, const QString &procedure)
{
    const QString key = consent + QLatin1Char('/') + procedure;
    if (!m_known.contains(key)) {
        Known known{procedure, {}, {}, procedure};
        for (const vault::ConsentRow &row : vault::NotificationStore(m_database).consents().valueOr({})) {
            const ConsentInfo one = mail::consentOf(row);
            if ((!consent.isEmpty() && row.id == consent) || (!procedure.isEmpty() && one.procedureId == procedure))
                known = {one.procedureTitle, nameOf(one.entityId), {}, one.procedureId};
        }
        m_known.insert(key, known);
    }
    return m_known.value(key);
}

QString EntityNames::nameOf(const QString &entity)
{
    if (!m_names) {
        m_names.emplace();
        const evidence::Directory directory =
            evidence::readDirectory(vault::NotificationStore(m_database).directory().valueOr({})).valueOr({});
        for (auto one = directory.entities.begin(); one != directory.entities.end(); ++one)
            m_names->insert(one.key(), one.value().value(QLatin1String("name")).toString());
    }
    const QString name = m_names->value(entity);
    return name.isEmpty() ? entity : name;
}

} // namespace carriel
