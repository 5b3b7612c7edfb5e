// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/ActivityPlace.h"

#include "core/services/Contributions.h"
#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Shares.h"

#include <algorithm>

namespace carriel::ui {

namespace {

bool isOneOf(const QString &kind, std::initializer_list<const char *> beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(), [&kind](const char *one) { return kind.startsWith(QLatin1String(one)); });
}

ActivityPlace at(const char *page, const QString &id)
{
    return {QLatin1String(page), {{QStringLiteral("id"), id}}};
}

ActivityPlace section(const char *name)
{
    return {QStringLiteral("settings"), {{QStringLiteral("section"), QLatin1String(name)}}};
}

// The procedure, or all of them where nobody says which.
ActivityPlace procedure(const ActivityRecord &record)
{
    return record.procedure.isEmpty() ? ActivityPlace{QStringLiteral("procedures"), {}} : at("procedure", record.procedure);
}

ActivityPlace document(const ActivityRecord &record, const Documents &documents)
{
    if (record.item.isEmpty())
        return {};
    const QList<DocumentRow> rows = documents.rows({record.item});
    if (rows.isEmpty())
        return {{}, {}, true};
    if (rows.first().status == ItemStatus::Trashed)
        return {QStringLiteral("trash"), {{QStringLiteral("reveal"), record.item.text()}}};
    return {QStringLiteral("documents"), {{QStringLiteral("reveal"), record.item.text()}}};
}

} // namespace

ActivityPlace placeOf(const ActivityRecord &record, const Documents &documents)
{
    const QString &kind = record.kind, id = record.item.text();
    if (isOneOf(kind, {"act.share", "share."}))
        return Shares(documents).one(id) ? at("shares", id) : ActivityPlace{QStringLiteral("shares"), {}};
    if (isOneOf(kind, {"act.deposit", "act.access", "act.certificate", "act.closure", "act.expiry", "act.dispute", "act.key",
                       "notification."})) {
        const QList<NotificationEntry> all = documents.notifications().list();
        const bool here = std::any_of(all.begin(), all.end(), [&id](const NotificationEntry &one) { return one.id == id; });
        return here ? at("notification", id) : ActivityPlace{QStringLiteral("notifications"), {}};
    }
    if (isOneOf(kind, {"act.contribution", "act.package", "act.filing", "contribution."}))
        return at("contributions", id);
    if (isOneOf(kind, {"act.inquiry", "act.consent", "act.withdrawal", "consent."}))
        return procedure(record);
    if (isOneOf(kind, {"device.", "keys."}))
        return section("operator");
    if (isOneOf(kind, {"recovery."}))
        return section("unlock");
    if (isOneOf(kind, {"account.", "terms.", "operator.", "directory.", "log.", "activity.", "evidence."}))
        return {};
    return document(record, documents);
}

} // namespace carriel::ui
