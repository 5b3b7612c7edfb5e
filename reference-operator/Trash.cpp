// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Trash.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Problem.h"
#include "reference-operator/Quota.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

QList<Item> itemsOf(Connection &c, const QString &folder, const QStringList &ids)
{
    QList<Item> out;
    for (const QString &id : ids) {
        if (const auto item = findItem(c, folder, id))
            out.append(*item);
    }
    return out;
}

QStringList column(QSqlQuery &query)
{
    QStringList out;
    while (query.next())
        out.append(query.value(0).toString());
    query.finish();
    return out;
}

// Everything below an item that goes the way it goes: `same` is a condition on i.
QStringList below(Connection &c, const QString &folder, const QString &item, const QString &same)
{
    const QString sql = QString(u"WITH RECURSIVE t(id, d) AS (SELECT i.id, 1 FROM items i WHERE i.folder = ? AND i.parent = ? AND "_s +
                                same + u" UNION ALL SELECT i.id, t.d + 1 FROM items i JOIN t ON i.parent = t.id WHERE i.folder = ? AND "_s +
                                same + u") SELECT id FROM t ORDER BY d"_s);
    return column(c.run(sql, {folder, item, folder}));
}

QString recoveredFolder(Connection &c, const QString &folder, const QString &key, const Limits &limits)
{
    const QString name = u"Recuperados"_s;
    const QString there = c.one(u"SELECT id FROM items WHERE folder = ? AND parent = 'root' AND name_key = 'recuperados'"
                                u" AND state = 'active' AND type = 'folder'"_s,
                                {folder})
                              .toString();
    if (!there.isEmpty())
        return there;
    Item made;
    made.id = newId();
    made.type = u"folder"_s;
    made.state = u"active"_s;
    made.custody = u"open"_s;
    made.meta = u"{}"_s;
    made.causedBy = key;
    place(c, folder, made, u"root"_s, name, true, limits);
    insertItem(c, folder, made);
    return made.id;
}

} // namespace

void trash(Connection &c, const QString &folder, Item &item, const QString &key)
{
    if (item.state != u"active")
        throw Problem("item_trashed");
    QList<Item> all = itemsOf(c, folder, below(c, folder, item.id, u"i.state = 'active'"_s));
    const QString at = nowText();
    const QString root = item.id;
    const auto put = [&](Item &i) {
        i.state = u"trashed"_s;
        i.trashedAt = at;
        i.trashedRoot = root;
        i.causedBy = key;
        updateItem(c, folder, i);
    };
    put(item);
    for (Item &i : all)
        put(i);
}

void restore(Connection &c, const QString &folder, Item &item, const QString &wanted, const QString &key,
             const Limits &limits)
{
    if (item.state != u"trashed")
        throw Problem("item_not_trashed");
    const QString root = item.trashedRoot;
    QStringList ids;
    for (const Item &i : itemsOf(c, folder, below(c, folder, item.id, u"i.state = 'trashed'"_s))) {
        if (i.trashedRoot == root && (i.parent == item.id || ids.contains(i.parent)))
            ids.append(i.id); // what had gone to the trash on its own stays there
    }
    const auto isThere = [&](const QString &id) {
        return id == u"root" ||
               c.one(u"SELECT 1 FROM items WHERE folder = ? AND id = ? AND type = 'folder' AND state = 'active'"_s,
                     {folder, id})
                   .isValid();
    };
    const QString parent = !wanted.isEmpty() && isThere(wanted) ? wanted
                           : isThere(item.parent)               ? item.parent
                                                                : recoveredFolder(c, folder, key, limits);
    place(c, folder, item, parent, item.name, true, limits);
    const auto put = [&](Item &i) {
        i.state = u"active"_s;
        i.trashedAt = QString();
        i.trashedRoot = QString();
        i.causedBy = key;
        updateItem(c, folder, i);
    };
    put(item);
    for (Item i : itemsOf(c, folder, ids))
        put(i);
}

void dropBlobIfUnused(Connection &c, const QString &folder, const QString &blob, Shredder &shredder)
{
    if (c.one(u"SELECT 1 FROM versions WHERE folder = ? AND blob = ?"_s, {folder, blob}).isValid() ||
        c.one(u"SELECT 1 FROM notifications WHERE folder = ? AND blob = ?"_s, {folder, blob}).isValid() ||
        c.one(u"SELECT 1 FROM contributions WHERE folder = ? AND blob = ?"_s, {folder, blob}).isValid() ||
        c.one(u"SELECT 1 FROM contributions WHERE box = ? AND copy = ?"_s, {folder, blob}).isValid())
        return;
    const QString place = c.one(u"SELECT place FROM blobs WHERE folder = ? AND id = ?"_s, {folder, blob}).toString();
    if (place.isEmpty())
        return;
    c.change(u"UPDATE uploads SET blob = NULL, expires = 0 WHERE folder = ? AND blob = ?"_s, {folder, blob});
    c.change(u"DELETE FROM blobs WHERE folder = ? AND id = ?"_s, {folder, blob});
    c.afterCommit([&shredder, place] { shredder.add(place); });
}

QJsonObject purge(Connection &c, const QString &folder, Item &item, const QString &key, const QString &reason, Shredder &shredder)
{
    if (item.state != u"trashed")
        throw Problem("item_not_trashed");
    QList<Item> all = itemsOf(c, folder, below(c, folder, item.id, u"i.state <> 'purged'"_s));
    qint64 freed = 0;
    const auto put = [&](Item &i) {
        const QStringList blobs =
            column(c.run(u"SELECT DISTINCT blob FROM versions WHERE folder = ? AND item = ?"_s, {folder, i.id}));
        const qint64 size =
            c.one(u"SELECT SUM(counted) FROM versions WHERE folder = ? AND item = ?"_s, {folder, i.id}).toLongLong();
        freed += size;
        c.change(u"DELETE FROM versions WHERE folder = ? AND item = ?"_s, {folder, i.id});
        for (const QString &blob : blobs)
            dropBlobIfUnused(c, folder, blob, shredder);
        // What remains is the tombstone: nothing the person wrote.
        i.state = u"purged"_s;
        i.name = u""_s;
        i.originalName = QString();
        i.issuer = QString();
        i.meta = u"{}"_s;
        i.head.reset();
        i.versions = 0;
        i.reason = reason;
        i.causedBy = key;
        updateItem(c, folder, i);
    };
    put(item);
    for (Item &i : all)
        put(i);
    freeSpace(c, folder, freed);
    return {{u"kind"_s, u"item"_s},
            {u"op"_s, u"remove"_s},
            {u"id"_s, item.id},
            {u"rev"_s, item.rev},
            {u"reason"_s, item.reason},
            {u"at"_s, item.modified},
            {u"caused_by"_s, key.isNull() ? QJsonValue() : QJsonValue(key)}};
}

} // namespace carriel::op
