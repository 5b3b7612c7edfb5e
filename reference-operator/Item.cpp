// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Item.h"

#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Names.h"
#include "reference-operator/Problem.h"

#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

QJsonValue parsed(const QString &json)
{
    return json.isEmpty() ? QJsonValue() : QJsonValue(QJsonDocument::fromJson(json.toUtf8()).object());
}

QJsonValue orNull(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QJsonObject Head::json() const
{
    return {{u"version"_s, version},
            {u"blob"_s, blob},
            {u"size"_s, size},
            {u"sha256"_s, sha256},
            {u"media_type"_s, mediaType},
            {u"created"_s, created},
            {u"made_at"_s, orNull(madeAt)},
            {u"caused_by"_s, orNull(causedBy)}};
}

QString Item::etag() const
{
    const QStringList what{parent, name,     state,    custody,    issuer,      validity, head ? head->version : QString(),
                           meta,   causedBy, modified, trashedAt, trashedRoot, reason};
    const QByteArray digest = b64u(sha256(what.join(u'\n').toUtf8()).left(8));
    return QString(u'"' + id + u'-' + QString::number(rev) + u'-' + QString::fromLatin1(digest) + u'"');
}

QJsonObject Item::json() const
{
    return {{u"id"_s, id},
            {u"rev"_s, rev},
            {u"etag"_s, etag()},
            {u"type"_s, type},
            {u"parent"_s, parent},
            {u"name"_s, name},
            {u"original_name"_s, orNull(originalName)},
            {u"state"_s, state},
            {u"custody"_s, custody},
            {u"official"_s, official},
            {u"issuer"_s, parsed(issuer)},
            {u"validity"_s, parsed(validity)},
            {u"head"_s, head ? QJsonValue(head->json()) : QJsonValue()},
            {u"versions"_s, versions},
            {u"sealed"_s, head ? parsed(head->sealed) : QJsonValue()},
            {u"caused_by"_s, orNull(causedBy)},
            {u"created"_s, created},
            {u"modified"_s, modified},
            {u"trashed_at"_s, orNull(trashedAt)},
            {u"trashed_root"_s, orNull(trashedRoot)},
            {u"meta"_s, QJsonDocument::fromJson(meta.toUtf8()).object()}};
}

QString itemColumns()
{
    return u"i.id, i.n, i.rev, i.type, i.parent, i.name, i.original_name, i.state, i.custody, i.official, i.issuer, "
           u"i.validity,"
           u" i.caused_by, i.created, i.modified, i.trashed_at, i.trashed_root, i.meta, i.versions, i.reason,"
           u" v.id, v.blob, v.size, v.sha256, v.media_type, v.created, v.made_at, v.caused_by, v.sealed"
           u" FROM items i LEFT JOIN versions v ON v.folder = i.folder AND v.id = i.head "_s;
}

Item itemFrom(const QSqlQuery &row, int first)
{
    int at = first;
    const auto text = [&] {
        const QVariant value = row.value(at++);
        return value.isNull() ? QString() : value.toString();
    };
    const auto number = [&] { return row.value(at++).toLongLong(); };
    Item item;
    item.id = text();
    item.n = number();
    item.rev = number();
    item.type = text();
    item.parent = text();
    item.name = text();
    item.originalName = text();
    item.state = text();
    item.custody = text();
    item.official = number() != 0;
    item.issuer = text();
    item.validity = text();
    item.causedBy = text();
    item.created = text();
    item.modified = text();
    item.trashedAt = text();
    item.trashedRoot = text();
    item.meta = text();
    item.versions = number();
    item.reason = text();
    Head head;
    head.version = text();
    head.blob = text();
    head.size = number();
    head.sha256 = text();
    head.mediaType = text();
    head.created = text();
    head.madeAt = text();
    head.causedBy = text();
    head.sealed = text();
    if (!head.version.isNull())
        item.head = head;
    return item;
}

std::optional<Item> findItem(Connection &c, const QString &folder, const QString &id)
{
    static const QString sql = QString(u"SELECT "_s + itemColumns() + u"WHERE i.folder = ? AND i.id = ?"_s);
    QSqlQuery &row = c.run(sql, {folder, id});
    if (!row.next())
        return std::nullopt;
    Item item = itemFrom(row);
    row.finish();
    return item;
}

Item needItem(Connection &c, const QString &folder, const QString &id)
{
    auto item = findItem(c, folder, id);
    if (!item)
        throw Problem("not_found");
    if (item->state == u"purged")
        throw Problem("item_purged");
    return *item;
}

void insertItem(Connection &c, const QString &folder, Item &item)
{
    item.n = c.one(u"UPDATE folders SET made = made + 1 WHERE id = ? RETURNING made"_s, {folder}).toLongLong();
    item.rev = 1;
    item.created = item.modified = nowText();
    c.change(
        u"INSERT INTO items(folder, id, n, rev, type, parent, name, name_key, original_name, state, custody, official,"
        u" issuer, validity, head, caused_by, created, modified, meta, versions)"
        u" VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {folder,
         item.id,
         item.n,
         item.rev,
         item.type,
         item.parent,
         item.name,
         nameKey(item.name),
         item.originalName,
         item.state,
         item.custody,
         item.official ? 1 : 0,
         item.issuer,
         item.validity,
         item.head ? item.head->version : QString(),
         item.causedBy,
         item.created,
         item.modified,
         item.meta,
         item.versions});
    recordChange(c, folder, u"item"_s, item.id);
}

void updateItem(Connection &c, const QString &folder, Item &item)
{
    ++item.rev;
    item.modified = nowText();
    c.change(u"UPDATE items SET rev = ?, parent = ?, name = ?, name_key = ?, original_name = ?, state = ?, issuer = ?, "
             u"head = ?,"
             u" caused_by = ?, modified = ?, trashed_at = ?, trashed_root = ?, meta = ?, versions = ?, reason = ?"
             u" WHERE folder = ? AND id = ?"_s,
             {item.rev, item.parent, item.name, nameKey(item.name), item.originalName, item.state, item.issuer,
              item.head ? item.head->version : QString(), item.causedBy, item.modified, item.trashedAt,
              item.trashedRoot, item.meta, item.versions, item.reason, folder, item.id});
    recordChange(c, folder, u"item"_s, item.id);
}

void lockFolder(Connection &c, const QString &folder)
{
    const QString state = c.one(QString(u"SELECT state FROM folders WHERE id = ?"_s + c.forUpdate()), {folder}).toString();
    if (state != u"active")
        throw Problem("not_found");
}

} // namespace carriel::op
