// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Janitor.h"

#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Trash.h"
#include "reference-operator/acts/Shares.h"

#include <QDebug>
#include <chrono>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

using Pairs = QList<std::pair<QString, QString>>;

Pairs pairs(QSqlQuery &row)
{
    Pairs out;
    while (row.next())
        out.append({row.value(0).toString(), row.value(1).toString()});
    row.finish();
    return out;
}

QString before(qint64 seconds)
{
    return timeText((nowSeconds() - seconds) * 1000);
}

} // namespace

Janitor::Janitor(Operator &op) : m_op(op), m_thread([this] { run(); }) {}

Janitor::~Janitor()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_wake.notify_all();
    }
    m_thread.join();
}

void Janitor::run()
{
    for (;;) {
        try {
            sweep();
            sweepOrphans(m_next);
            m_next = (m_next + 1) % 256;
        } catch (const std::exception &e) {
            qWarning("sweep: %s", e.what());
        }
        std::unique_lock lock(m_mutex);
        if (m_wake.wait_for(lock, std::chrono::minutes(10), [&] { return m_closed; }))
            return;
    }
}

void Janitor::sweepOrphans(int of256)
{
    for (const QString &place : m_op.store->oldPlaces(of256)) {
        const bool named = m_op.database.read(
            [&](Connection &c) { return c.one(u"SELECT 1 FROM blobs WHERE place = ?"_s, {place}).isValid(); });
        if (!named)
            m_op.shredder.add(place); // which asks again while nobody can put
    }
}

// A share is over at its moment, whether this has come by or not; here it is written down and told.
void Janitor::endShares()
{
    const Pairs over = m_op.database.read([&](Connection &c) {
        return pairs(c.run(u"SELECT folder, id FROM shares WHERE state IN ('Offered', 'Accepted') AND expires <= ? LIMIT 500"_s,
                           {nowSeconds()}));
    });
    for (const auto &[folder, id] : over) {
        m_op.database.write([&](Connection &c) {
            auto s = lockShare(c, id);
            if (!s)
                return;
            expireShare(c, m_op.config, m_op.keys, *s);
            announce(c, m_op.hub, s->folder);
            if (!s->box.isEmpty())
                announce(c, m_op.hub, s->box);
        });
    }
    m_op.database.write([&](Connection &c) {
        c.change(u"DELETE FROM lookups WHERE at < ?"_s, {nowSeconds() - 86400});
        c.change(u"DELETE FROM link_sessions WHERE expires < ?"_s, {nowSeconds()});
    });
}

void Janitor::sweep()
{
    const Retention &keep = m_op.config.retention;
    m_op.database.write([&](Connection &c) {
        c.change(u"DELETE FROM idempotency WHERE created < ?"_s, {nowSeconds() - keep.idempotency});
        c.change(u"DELETE FROM batch_refusals WHERE at < ?"_s, {nowSeconds() - keep.idempotency});
        c.change(u"DELETE FROM challenges WHERE expires < ?"_s, {nowSeconds() - 86400}); // one that is not there is dead
    });
    m_op.uploads.expire();
    endShares();

    const Pairs trashed = m_op.database.read([&](Connection &c) {
        return pairs(c.run(u"SELECT folder, id FROM items WHERE state = 'trashed' AND trashed_root = id AND trashed_at < ? LIMIT 500"_s,
                           {before(keep.trash)}));
    });
    for (const auto &[folder, id] : trashed) {
        m_op.database.write([&](Connection &c) {
            lockFolder(c, folder);
            auto item = findItem(c, folder, id);
            if (!item || item->state != u"trashed")
                return;
            purge(c, folder, *item, QString(), u"expired"_s, m_op.shredder);
            announce(c, m_op.hub, folder);
        });
    }

    // Tombstones go when every cursor that could need them is too old; from then on such a cursor is told so.
    const Pairs gone = m_op.database.read([&](Connection &c) {
        return pairs(c.run(u"SELECT folder, id FROM items WHERE state = 'purged' AND modified < ? LIMIT 500"_s, {before(keep.cursor)}));
    });
    for (const auto &[folder, id] : gone) {
        m_op.database.write([&](Connection &c) {
            lockFolder(c, folder);
            const qint64 seq = c.one(u"SELECT seq FROM changes WHERE folder = ? AND kind = 'item' AND id = ?"_s, {folder, id}).toLongLong();
            c.change(u"UPDATE folders SET floor_seq = ? WHERE id = ? AND floor_seq < ?"_s, {seq, folder, seq});
            c.change(u"DELETE FROM changes WHERE folder = ? AND kind = 'item' AND id = ?"_s, {folder, id});
            c.change(u"DELETE FROM items WHERE folder = ? AND id = ?"_s, {folder, id});
        });
    }

    const Pairs unused = m_op.database.read([&](Connection &c) {
        return pairs(
            c.run(u"SELECT b.folder, b.id FROM blobs b WHERE b.created < ? AND NOT EXISTS"
                  u" (SELECT 1 FROM versions v WHERE v.folder = b.folder AND v.blob = b.id) AND NOT EXISTS"
                  u" (SELECT 1 FROM notifications n WHERE n.folder = b.folder AND n.blob = b.id) AND NOT EXISTS"
                  u" (SELECT 1 FROM contributions k WHERE k.folder = b.folder AND k.blob = b.id) AND NOT EXISTS"
                  u" (SELECT 1 FROM contributions k WHERE k.box = b.folder AND k.copy = b.id) LIMIT 500"_s,
                  {before(keep.upload)}));
    });
    for (const auto &[folder, id] : unused) {
        m_op.database.write([&](Connection &c) {
            lockFolder(c, folder);
            dropBlobIfUnused(c, folder, id, m_op.shredder);
        });
    }
}

} // namespace carriel::op
