// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/SavedSearches.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace carriel {

namespace {
QByteArray queryJson(const DocumentQuery &query)
{
    QJsonObject json{{QStringLiteral("folder"), query.folder.text()},
                     {QStringLiteral("everywhere"), query.everywhere},
                     {QStringLiteral("text"), query.text},
                     {QStringLiteral("labels"), QJsonArray::fromStringList(query.labels)},
                     {QStringLiteral("media"), query.mediaPrefix},
                     {QStringLiteral("expires"), query.expiresUntil.toString(Qt::ISODate)},
                     {QStringLiteral("sort"), int(query.sortBy)},
                     {QStringLiteral("descending"), query.order == Qt::DescendingOrder}};
    if (query.favourite)
        json.insert(QStringLiteral("favourite"), *query.favourite);
    if (query.official)
        json.insert(QStringLiteral("official"), *query.official);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

DocumentQuery queryFrom(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    DocumentQuery query;
    query.folder = ItemId(json.value(QLatin1String("folder")).toString(QStringLiteral("root")));
    query.everywhere = json.value(QLatin1String("everywhere")).toBool();
    query.text = json.value(QLatin1String("text")).toString();
    for (const QJsonValue label : json.value(QLatin1String("labels")).toArray())
        query.labels.append(label.toString());
    query.mediaPrefix = json.value(QLatin1String("media")).toString();
    query.expiresUntil = QDate::fromString(json.value(QLatin1String("expires")).toString(), Qt::ISODate);
    query.sortBy = SortBy(qBound(0, json.value(QLatin1String("sort")).toInt(), int(SortBy::Type)));
    query.order = json.value(QLatin1String("descending")).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (json.contains(QLatin1String("favourite")))
        query.favourite = json.value(QLatin1String("favourite")).toBool();
    if (json.contains(QLatin1String("official")))
        query.official = json.value(QLatin1String("official")).toBool();
    return query;
}
} // namespace

QList<SavedSearch> readSavedSearches(vault::Database &database)
{
    QList<SavedSearch> out;
    for (const vault::StoredSearch &stored : vault::SavedSearches(database).list().valueOr({}))
        out.append({stored.id, stored.name, queryFrom(stored.query)});
    return out;
}

Outcome writeSavedSearch(vault::Database &database, SavedSearch search, Random &random)
{
    if (search.id.isEmpty())
        search.id = newIdText(QDateTime::currentMSecsSinceEpoch(), random);
    return vault::SavedSearches(database).save({search.id, search.name, queryJson(search.query)});
}

Outcome eraseSavedSearch(vault::Database &database, const QString &id)
{
    return vault::SavedSearches(database).remove(id);
}

} // namespace carriel
