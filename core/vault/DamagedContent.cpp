// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/DamagedContent.h"

#include "core/vault/SalvageCopy.h"
#include "core/vault/VaultErrors.h"

namespace carriel::vault {

namespace {
// Which were found, one id a line: no index leads to them among a hundred thousand that are whole.
constexpr char known[] = "SELECT value FROM setting WHERE key='content.damaged'";

Result<QStringList> found(Database &db)
{
    Statement row = db.query(known);
    CARRIEL_TRY(const bool any, row.next());
    return any ? row.text(0).split(QLatin1Char('\n'), Qt::SkipEmptyParts) : QStringList();
}

Outcome note(Database &db, const QStringList &ids)
{
    if (ids.isEmpty())
        return db.exec("DELETE FROM setting WHERE key='content.damaged'");
    return db.query("INSERT INTO setting(key,value) VALUES('content.damaged',?) ON CONFLICT(key) DO UPDATE SET value=excluded.value",
                    ids.join(QLatin1Char('\n')))
        .run();
}

// The old number stays taken, by nobody's content: under it lie pieces that cannot be removed, and a number that is free is given
// again.
Outcome moveAway(Database &db, const BlobId &id)
{
    CARRIEL_TRY(const qint64 last, db.number("SELECT max(n) FROM blob"));
    Statement row = db.query("SELECT n FROM blob WHERE id=?", id.text());
    CARRIEL_TRY([[maybe_unused]] const bool there, row.next());
    const qint64 old = row.integer(0);
    CARRIEL_CHECK(db.query("UPDATE blob SET n=? WHERE id=?", last + 1, id.text()).run());
    return db.query("INSERT INTO blob(n,id,sha256,size,state,pinned,on_server) VALUES(?1,'damaged-'||?1,zeroblob(32),0,0,0,1)", old).run();
}

Outcome change(VaultStore &store, const BlobId &id, sync::BlobState from, sync::BlobState to)
{
    return store.transact([&](sync::Writer &writer) -> Outcome {
        CARRIEL_TRY(auto blob, writer.blob(id));
        if (!blob || blob->state != from)
            return {};
        Database &db = store.database();
        CARRIEL_TRY(QStringList ids, found(db));
        ids.removeAll(id.text());
        if (to == sync::BlobState::Corrupt) {
            ids.append(id.text());
        } else {
            CARRIEL_CHECK(moveAway(db, id));
            CARRIEL_CHECK(writer.dropTransfer(id));
        }
        CARRIEL_CHECK(note(db, ids));
        blob->state = to;
        return writer.putBlob(*blob);
    });
}
} // namespace

Result<QList<DamagedDocument>> damagedDocuments(Database &database)
{
    QList<DamagedDocument> out;
    CARRIEL_TRY(const QStringList ids, found(database));
    for (const QString &id : ids) {
        Statement row = database.query("SELECT DISTINCT i.id,i.l_name,b.on_server FROM blob b CROSS JOIN version v ON v.blob=b.id "
                                       "CROSS JOIN item i ON i.id=v.item WHERE b.id=? AND b.state=3 AND i.l_state<>2",
                                       id);
        for (;;) {
            CARRIEL_TRY(const bool any, row.next());
            if (!any)
                break;
            out.append({ItemId(row.text(0)), BlobId(id), row.text(1), row.flag(2)});
        }
    }
    return out;
}

Result<bool> contentIsWhole(VaultStore &store, const BlobId &id)
{
    qint64 number = 0;
    CARRIEL_TRY(const auto blob, store.blob(id));
    if (!blob || blob->state != sync::BlobState::Verified)
        return !blob || blob->state != sync::BlobState::Corrupt;
    {
        Statement row = store.database().query("SELECT n FROM blob WHERE id=?", id.text());
        CARRIEL_TRY([[maybe_unused]] const bool there, row.next());
        number = row.integer(0);
    }
    const auto read = digestOfBlob(store.database(), number);
    if (!read && read.error().code != errors::damaged)
        return read.error();
    if (read && read.value().sha256 == blob->sha256 && read.value().size == blob->size)
        return true;
    CARRIEL_CHECK(change(store, id, sync::BlobState::Verified, sync::BlobState::Corrupt));
    return false;
}

Outcome makeRoomAgain(VaultStore &store, const BlobId &blob)
{
    return change(store, blob, sync::BlobState::Corrupt, sync::BlobState::Absent);
}

} // namespace carriel::vault
