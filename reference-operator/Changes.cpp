// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Changes.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Item.h"
#include "reference-operator/Problem.h"
#include "reference-operator/Quota.h"
#include "reference-operator/Schema.h"
#include "reference-operator/acts/Consents.h"
#include "reference-operator/acts/Contributions.h"
#include "reference-operator/acts/Notifications.h"
#include "reference-operator/acts/Shares.h"

#include <QJsonArray>
#include <QSet>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

struct Cursor {
    QString epoch;
    qint64 seq = 0;
};

Cursor parseCursor(const QString &text)
{
    const QByteArray plain = fromB64u(text.toLatin1()).value_or(QByteArray());
    const qsizetype colon = plain.lastIndexOf(':');
    bool ok = false;
    const qint64 seq = plain.mid(colon + 1).toLongLong(&ok);
    if (colon <= 0 || !ok || seq < 0)
        throw Problem("cursor_invalid");
    return {QString::fromLatin1(plain.left(colon)), seq};
}

QJsonObject changeOf(const Item &item)
{
    const QJsonValue causedBy = item.causedBy.isNull() ? QJsonValue() : QJsonValue(item.causedBy);
    if (item.state == u"purged")
        return {{u"kind"_s, u"item"_s}, {u"op"_s, u"remove"_s},     {u"id"_s, item.id},        {u"rev"_s, item.rev},
                {u"reason"_s, item.reason}, {u"at"_s, item.modified}, {u"caused_by"_s, causedBy}};
    return {{u"kind"_s, u"item"_s}, {u"op"_s, u"upsert"_s},    {u"id"_s, item.id},     {u"rev"_s, item.rev},
            {u"etag"_s, item.etag()}, {u"caused_by"_s, causedBy}, {u"item"_s, item.json()}};
}

// Puts items into a page so that a parent stands before its child. `known(id)` tells that the reader has the parent from an
// earlier page or cursor; a parent that changed later is put in early, and comes again at its own place.
class ParentsFirst
{
public:
    ParentsFirst(Connection &c, QString folder, std::function<bool(const Item &)> known)
        : m_c(c), m_folder(std::move(folder)), m_known(std::move(known))
    {
    }

    template <typename Put> void add(const Item &item, Put &&put, int depth = 0)
    {
        if (m_done.contains(item.id))
            return;
        m_done.insert(item.id);
        if (item.state != u"purged" && item.parent != u"root" && !m_done.contains(item.parent) && depth < 64) {
            if (const auto parent = findItem(m_c, m_folder, item.parent); parent && !m_known(*parent))
                add(*parent, put, depth + 1);
        }
        put(item);
    }

private:
    Connection &m_c;
    QString m_folder;
    std::function<bool(const Item &)> m_known;
    QSet<QString> m_done;
};

} // namespace

void recordChange(Connection &c, const QString &folder, const QString &kind, const QString &id)
{
    const qint64 seq = c.one(u"UPDATE folders SET seq = seq + 1 WHERE id = ? RETURNING seq"_s, {folder}).toLongLong();
    c.change(u"INSERT INTO changes(folder, kind, id, seq) VALUES(?, ?, ?, ?)"
             u" ON CONFLICT(folder, kind, id) DO UPDATE SET seq = excluded.seq"_s,
             {folder, kind, id, seq});
}

QString cursorText(const QString &epoch, qint64 seq)
{
    return QString::fromLatin1(b64u(QByteArray(epoch.toLatin1() + ':' + QByteArray::number(seq))));
}

qint64 lastSeq(Connection &c, const QString &folder)
{
    return c.one(u"SELECT seq FROM folders WHERE id = ?"_s, {folder}).toLongLong();
}

QJsonObject changesSince(Connection &c, const Config &config, const QString &folder, const QString &cursor,
                         qint64 limit)
{
    const Cursor since = parseCursor(cursor);
    const QString now = epoch(c);
    const qint64 last = lastSeq(c, folder);
    const qint64 floor = c.one(u"SELECT floor_seq FROM folders WHERE id = ?"_s, {folder}).toLongLong();
    const bool other = since.epoch != now || since.seq > last;
    if (other || since.seq < floor)
        throw Problem("cursor_expired")
            .with("reason", other ? u"epoch_changed"_s : u"too_old"_s)
            .with("epoch", now)
            .with("snapshot", u"/items?snapshot=new"_s);

    struct Row {
        qint64 seq;
        QString kind;
        QString id;
    };
    QList<Row> rows;
    QSqlQuery &found =
        c.run(u"SELECT seq, kind, id FROM changes WHERE folder = ? AND seq > ? ORDER BY seq LIMIT ?"_s, {folder, since.seq, limit + 1});
    while (found.next())
        rows.append({found.value(0).toLongLong(), found.value(1).toString(), found.value(2).toString()});
    found.finish();
    bool more = rows.size() > limit;
    if (more)
        rows.removeLast();

    QJsonArray changes;
    ParentsFirst order(c, folder, [&](const Item &parent) {
        return c.one(u"SELECT seq FROM changes WHERE folder = ? AND kind = 'item' AND id = ?"_s, {folder, parent.id}).toLongLong() <=
               since.seq;
    });
    qsizetype bytes = 0;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const Row &row = rows.at(at);
        if (bytes > largestPage) { // the rest is another page
            rows.erase(rows.begin() + at, rows.end());
            more = true;
            break;
        }
        if (row.kind == u"item") {
            if (const auto item = findItem(c, folder, row.id))
                order.add(*item, [&](const Item &i) { changes.append(changeOf(i)); });
        } else if (row.kind == u"folder") {
            changes.append(QJsonObject{{u"kind"_s, row.kind},
                                       {u"op"_s, u"upsert"_s},
                                       {u"id"_s, row.id},
                                       {u"rev"_s, row.seq},
                                       {u"caused_by"_s, QJsonValue()},
                                       {u"folder"_s, QJsonObject{{u"quota"_s, spaceOf(c, config, folder).json()}}}});
        } else if (row.kind == u"notification") {
            const QJsonObject change = notificationChange(c, row.id);
            bytes += compact(change).size();
            changes.append(change);
        } else if (row.kind == u"consent") {
            changes.append(consentChange(c, folder, row.id));
        } else if (row.kind == u"contribution") {
            const QJsonObject change = contributionChange(c, row.id);
            bytes += compact(change).size();
            changes.append(change);
        } else if (row.kind == u"share") {
            const QJsonObject change = shareChange(c, config, folder, row.id);
            bytes += compact(change).size();
            changes.append(change);
        } else {
            const qint64 rev =
                c.one(u"SELECT rev FROM devices WHERE folder = ? AND id = ?"_s, {folder, row.id}).toLongLong();
            changes.append(QJsonObject{{u"kind"_s, row.kind}, {u"op"_s, u"upsert"_s}, {u"id"_s, row.id}, {u"rev"_s, rev},
                                       {u"caused_by"_s, QJsonValue()}});
        }
    }
    return {{u"epoch"_s, now},
            {u"old_cursor"_s, cursor},
            {u"new_cursor"_s, cursorText(now, rows.isEmpty() ? since.seq : rows.last().seq)},
            {u"has_more"_s, more},
            {u"changes"_s, changes}};
}

QJsonValue countAt(Connection &c, const QString &folder, const QString &cursor)
{
    // One statement, so that the numbers and the sequence they belong to are of the same moment.
    QSqlQuery &row = c.run(u"SELECT f.seq,"
                           u" (SELECT COUNT(*) FROM items i WHERE i.folder = f.id AND i.state = 'active'),"
                           u" (SELECT COUNT(*) FROM items i WHERE i.folder = f.id AND i.state = 'trashed'),"
                           u" (SELECT COUNT(*) FROM versions v WHERE v.folder = f.id) FROM folders f WHERE f.id = ?"_s,
                           {folder});
    if (!row.next() || row.value(0).toLongLong() != parseCursor(cursor).seq)
        return {};
    const QJsonObject count{{u"active"_s, row.value(1).toLongLong()},
                            {u"trashed"_s, row.value(2).toLongLong()},
                            {u"versions"_s, row.value(3).toLongLong()}};
    row.finish();
    return count;
}

QJsonObject snapshotPage(Connection &c, const QString &folder, const QString &snapshot, const QString &page,
                         qint64 limit)
{
    const QString now = epoch(c);
    const Cursor start = snapshot == u"new" ? Cursor{now, lastSeq(c, folder)} : parseCursor(snapshot);
    if (start.epoch != now)
        throw Problem("cursor_expired").with("reason", u"epoch_changed"_s).with("epoch", now).with("snapshot", u"/items?snapshot=new"_s);
    const qint64 after = page.isEmpty() ? 0 : parseCursor(page).seq;

    // By creation number, which never changes: what was there at the start comes, whatever moves meanwhile.
    static const QString sql = QString(u"SELECT "_s + itemColumns() +
                                       u"WHERE i.folder = ? AND i.n > ? AND i.state <> 'purged' ORDER BY i.n LIMIT ?"_s);
    QList<Item> rows;
    QSqlQuery &found = c.run(sql, {folder, after, limit + 1});
    while (found.next())
        rows.append(itemFrom(found));
    found.finish();
    const bool more = rows.size() > limit;
    if (more)
        rows.removeLast();

    QJsonArray items;
    ParentsFirst order(c, folder, [&](const Item &parent) { return parent.n <= after; });
    for (const Item &item : std::as_const(rows))
        order.add(item, [&](const Item &i) { items.append(i.json()); });
    const QString token = cursorText(start.epoch, start.seq);
    QJsonValue next;
    if (more)
        next = QString(u"/items?snapshot="_s + token + u"&page="_s + cursorText(u"p"_s, rows.last().n) + u"&limit="_s +
                       QString::number(limit));
    return {{u"snapshot"_s, token}, {u"epoch"_s, now}, {u"cursor_at_start"_s, token}, {u"items"_s, items}, {u"next"_s, next}};
}

QJsonObject childrenOf(Connection &c, const QString &folder, const QString &parent, const QString &page, qint64 limit)
{
    const qint64 after = page.isEmpty() ? 0 : parseCursor(page).seq;
    static const QString sql =
        QString(u"SELECT "_s + itemColumns() +
                u"WHERE i.folder = ? AND i.parent = ? AND i.n > ? AND i.state = 'active' ORDER BY i.n LIMIT ?"_s);
    QJsonArray items;
    qint64 last = 0;
    QSqlQuery &found = c.run(sql, {folder, parent, after, limit + 1});
    QJsonValue next;
    while (found.next()) {
        if (items.size() == limit) {
            next = QString(u"/items?parent="_s + parent + u"&page="_s + cursorText(u"p"_s, last) + u"&limit="_s + QString::number(limit));
            break;
        }
        const Item item = itemFrom(found);
        last = item.n;
        items.append(item.json());
    }
    found.finish();
    return {{u"items"_s, items}, {u"next"_s, next}};
}

void announce(Connection &c, Hub &hub, const QString &folder)
{
    const qint64 seq = lastSeq(c, folder);
    c.afterCommit([&hub, folder, seq] { hub.changed(folder, seq); });
}

} // namespace carriel::op
