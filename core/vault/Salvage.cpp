// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Salvage.h"

#include "core/base/CrashPoint.h"
#include "core/vault/RowCodec.h"
#include "core/vault/SalvageCopy.h"
#include "core/vault/NotificationSchema.h"
#include "core/vault/Schema.h"
#include "core/vault/Settings.h"
#include "core/vault/VaultErrors.h"
#include "core/vault/WholePages.h"

#include <QFile>

namespace carriel::vault {

namespace {
// What the lists show of each item, beside the item itself.
constexpr SalvagedTable lines{"listing", "n,id,type,parent,state,name,modified,media_type,favourite,expires,document_type,labels,head,standing",
                              "listed"};
} // namespace

QList<std::pair<QString, QStringList>> salvagedColumns()
{
    QList<std::pair<QString, QStringList>> out;
    const QList<SalvagedTable> tables = salvagedTables();
    for (const SalvagedTable &table : tables)
        out.append({QString::fromLatin1(table.name), QString::fromLatin1(table.columns).split(u',')});
    return out;
}

namespace {
// An item that only this computer has, and whose page does not read, is made anew from its line in the lists; the operator
// brings back the others.
Outcome itemsFromLines(Database &db)
{
    Statement line = db.query("SELECT n,id,type,parent,state,name,favourite,expires,document_type,labels,head,standing&1 FROM listed "
                              "WHERE id NOT IN (SELECT id FROM item) AND state<>? AND standing&4=0", int(ItemState::Removed));
    for (;;) {
        CARRIEL_TRY(const bool found, line.next());
        if (!found)
            return {};
        ItemMeta meta;
        meta.setFavourite(line.flag(6));
        meta.setExpires(QDate::fromString(line.text(7), Qt::ISODate));
        meta.setDocumentType(line.text(8));
        meta.setLabels(line.text(9).split(u'\n', Qt::SkipEmptyParts));
        CARRIEL_CHECK(db.query("INSERT INTO item(n,id,type,custody,r_rev,b_rev,l_parent,l_name,l_state,l_version,l_meta,facts) "
                               "VALUES(?,?,?,?,0,0,?,?,?,?,?,?)",
                               line.integer(0), line.text(1), line.integer(2), line.integer(11), present(line.text(3)), line.text(5),
                               line.integer(4), textOrNull(line.text(10)), metaText(meta), factsText({}))
                          .run());
    }
}

// Neither row nor line, but a version that was never sent, or the operation that was to create it: it comes back by the name that
// the log knows, in the folder at the top.
Outcome itemsFromWhatIsLeft(Database &db)
{
    Statement left = db.query(
        "WITH left(id,type,version,made) AS (SELECT target,kind,version,created FROM outbox WHERE kind IN(0,1) AND state NOT IN(4,6) "
        "UNION ALL SELECT v.item,1,v.id,v.created FROM version v JOIN blob b ON b.id=v.blob WHERE v.origin=1 AND b.state=2 AND NOT EXISTS("
        "SELECT 1 FROM version w JOIN blob c ON c.id=w.blob WHERE w.item=v.item AND (w.origin=0 OR c.on_server=1))) "
        "SELECT id,type,version,(SELECT coalesce(json_extract(CAST(detail AS TEXT),'$.data.to'),json_extract(CAST(detail AS TEXT),'$.data.name')) "
        "FROM activity WHERE CASE WHEN json_valid(CAST(bytes AS TEXT)) THEN json_extract(CAST(bytes AS TEXT),'$.subject') END=left.id "
        "AND json_valid(CAST(detail AS TEXT)) ORDER BY log DESC,seq DESC LIMIT 1) "
        "FROM left WHERE id NOT IN (SELECT id FROM item) AND id NOT IN (SELECT id FROM listed) ORDER BY made");
    for (;;) {
        CARRIEL_TRY(const bool found, left.next());
        if (!found)
            return {};
        const QString id = left.text(0);
        const QString name = left.isNull(3) ? QString(QStringLiteral("recuperado-") + id.right(8)) : left.text(3);
        CARRIEL_CHECK(db.query("INSERT INTO item(id,type,custody,r_rev,b_rev,l_parent,l_name,l_state,l_version,l_meta,facts) "
                               "VALUES(?1,?2,0,0,0,?3,?4,0,?5,?6,?7) ON CONFLICT(id) DO UPDATE SET l_version=coalesce(excluded.l_version,l_version)",
                               id, left.integer(1), rootItem().text(), name, textOrNull(left.text(2)), metaText({}), factsText({}))
                          .run());
    }
}

// A row that does not read takes with it what it said of the content, not that there is one: a document whose newest version the
// operator never had keeps that version, with bytes that are lost. Nobody takes it for an empty one, and nothing is sent of it.
// Answers how many. Their numbers lie beyond all chunks, which belong to somebody else.
Result<qint64> keepPlacesOfLost(Database &db)
{
    CARRIEL_CHECK(db.exec(
        "CREATE TEMP TABLE lost AS SELECT i.id AS item,i.l_version AS version,coalesce(v.blob,'lost-'||i.l_version) AS blob,v.id IS NULL AS unknown "
        "FROM item i LEFT JOIN version v ON v.id=i.l_version "
        "WHERE i.l_version IS NOT NULL AND i.l_version IS NOT i.r_version AND (v.id IS NULL OR v.blob NOT IN (SELECT id FROM blob));"
        "INSERT INTO blob(n,id,sha256,size,state,pinned,on_server) "
        "SELECT max(coalesce((SELECT max(n) FROM blob),0),coalesce((SELECT max(key) FROM chunk),0)/1048576)+row_number() OVER (ORDER BY blob),"
        "blob,zeroblob(32),0,3,0,0 FROM (SELECT DISTINCT blob FROM lost);"
        "INSERT INTO version(id,item,blob,origin) SELECT version,item,blob,1 FROM lost WHERE unknown"));
    CARRIEL_TRY(const qint64 count, db.number("SELECT count(*) FROM lost"));
    CARRIEL_CHECK(db.exec("DROP TABLE lost"));
    return count;
}

// Bytes count as here only if they are the ones that were put there.
Outcome findWhole(Database &db)
{
    CARRIEL_CHECK(db.exec("CREATE TEMP TABLE whole(n INTEGER PRIMARY KEY)"));
    Statement row = db.query("SELECT n,sha256,size FROM blob WHERE state=2");
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return {};
        CARRIEL_TRY(const DigestOfBlob has, digestOfBlob(db, row.integer(0)));
        if (has.sha256 == row.bytesView(1) && has.size == row.integer(2))
            CARRIEL_CHECK(db.query("INSERT INTO whole(n) VALUES(?)", row.integer(0)).run());
    }
}

// The rest of the engine's rows must refer to what exists.
Outcome makeWhole(Database &db, Salvaged &result)
{
    return db.transact([&]() -> Outcome {
        CARRIEL_TRY(const qint64 unread, keepPlacesOfLost(db));
        CARRIEL_CHECK(findWhole(db));
        CARRIEL_CHECK(db.exec(
            "DELETE FROM blob WHERE id LIKE 'damaged-%' AND id NOT IN (SELECT blob FROM version);" // places of DamagedContent.cpp
            "UPDATE blob SET state=0 WHERE state=3 AND on_server=1;"
            "DELETE FROM version WHERE item NOT IN (SELECT id FROM item) OR blob NOT IN (SELECT id FROM blob);"
            "DELETE FROM transfer WHERE blob NOT IN (SELECT id FROM blob) OR direction=1"));
        CARRIEL_TRY(const qint64 lost,
                    db.number("SELECT count(*) FROM blob WHERE state=2 AND on_server=0 AND n NOT IN (SELECT n FROM whole)"));
        CARRIEL_CHECK(db.exec("UPDATE blob SET state=CASE on_server WHEN 1 THEN 0 ELSE 3 END WHERE state=2 AND n NOT IN (SELECT n FROM whole);"
                              "UPDATE blob SET state=0 WHERE state=1 AND on_server=1;"
                              // Nothing is sent of what is not whole, and nothing waits behind it: the person is asked.
                              "UPDATE outbox SET state=3,problem='CAR-SYN-007' WHERE state=0 AND version IN "
                              "(SELECT v.id FROM version v JOIN blob b ON b.id=v.blob WHERE b.state=3 AND b.on_server=0);"
                              "DELETE FROM chunk WHERE key/1048576 NOT IN (SELECT n FROM blob WHERE state=2 OR on_server=0)"));
        CARRIEL_TRY(const qint64 here, db.number("SELECT count(*) FROM version v JOIN item i ON i.l_version=v.id JOIN blob b ON b.id=v.blob "
                                                 "WHERE b.state=2"));
        CARRIEL_TRY(const qint64 items, db.number("SELECT count(*) FROM item"));
        CARRIEL_TRY(const qint64 operations, db.number("SELECT count(*) FROM outbox WHERE state<>4 AND state<>6"));
        result.ownBytesLost = int(lost + unread);
        result.documentsWhole = int(here);
        result.items = int(items);
        result.operations = int(operations);
        return db.exec("DROP TABLE whole");
    });
}
// What is sealed or was opened counts as here only if all its parts are: the cipher text is fetched again, the content
// decrypted again with the key that is kept. A last part of full size may not be the last.
Outcome makeSealedWhole(Database &db)
{
    return db.transact([&]() -> Outcome {
        CARRIEL_CHECK(db.exec(moveSealedParts));
        return db.exec(
            "CREATE TEMP TABLE whole AS SELECT notification,kind FROM notification_part GROUP BY notification,kind "
            "HAVING count(*)=max(n)+1 AND sum(length(bytes))>(count(*)-1)*262144 AND "
            "sum(length(bytes))<count(*)*262144;"
            "UPDATE notification SET cipher_ok=0 WHERE cipher_ok AND id NOT IN (SELECT notification FROM whole WHERE "
            "kind=0);"
            "UPDATE notification SET opening=3,words=NULL,salt=NULL WHERE opening=4 AND id NOT IN (SELECT notification "
            "FROM whole WHERE kind=1);"
            "DELETE FROM notification_part WHERE NOT EXISTS(SELECT 1 FROM whole w WHERE "
            "w.notification=notification_part.notification AND w.kind=notification_part.kind);"
            "DROP TABLE whole");
    });
}
// The old log's end may be missing, and the operator may have seen it: this device goes on in a log of its next epoch.
Outcome beginNewLog(VaultStore &into)
{
    ProfileFacts facts(into.database());
    const QString epoch = facts.value(QStringLiteral("activity_epoch"));
    const QString log = QStringLiteral("dev:%1:%2").arg(facts.value(QStringLiteral("device")), epoch);
    qint64 last = 0;
    {
        Statement row = into.database().query("SELECT coalesce(max(seq),0) FROM activity WHERE log=?", log);
        CARRIEL_TRY(const bool found, row.next());
        last = found ? row.integer(0) : 0;
    }
    CARRIEL_CHECK(facts.set(QStringLiteral("activity_epoch"), QString::number(qMax(1, epoch.toInt()) + 1)));
    return into.transact([&](sync::Writer &writer) {
        return writer.addActivity({QStringLiteral("log.forked"), {}, {},
                                   {{QStringLiteral("from"), log}, {QStringLiteral("last_known"), last}}});
    });
}

// Where the trees of a vault of this program begin. SQLite gives these numbers in the order in which tables are made, whatever
// they hold: the old one has the same, as far as it goes.
Result<QHash<QString, quint32>> rootsOf(Database &db)
{
    QHash<QString, quint32> out;
    Statement row = db.query("SELECT name,rootpage FROM sqlite_master WHERE rootpage>1");
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.insert(row.text(0), quint32(row.integer(1)));
    }
}
} // namespace

Result<Salvaged> salvage(const QString &from, const SecretBytes &key, VaultStore &into, const QList<QByteArray> &salts)
{
    if (!QFile::exists(from))
        return Error{errors::noVault, {{QStringLiteral("path"), from}}, {}};
    PageFile pages(from, key, salts);
    if (!pages.opens())
        return Error{errors::wrongKey, {{QStringLiteral("path"), from}}, {}};
    Database &db = into.database();
    CARRIEL_TRY(const auto roots, rootsOf(db));
    Trees trees(pages, roots);
    CARRIEL_CHECK(db.exec("PRAGMA foreign_keys=OFF"));
    Salvaged result;
    SalvageCopy copy(trees, db);
    const QList<SalvagedTable> tables = salvagedTables();
    for (const SalvagedTable &table : tables)
        CARRIEL_CHECK(copy.table(table));
    CARRIEL_CHECK(db.exec("CREATE TEMP TABLE listed(n INTEGER PRIMARY KEY,id TEXT,type INTEGER,parent TEXT,state INTEGER,name TEXT,modified INTEGER,"
                          "media_type TEXT,favourite INTEGER,expires TEXT,document_type TEXT,labels TEXT,head TEXT,standing INTEGER)"));
    CARRIEL_CHECK(copy.table(lines));
    CARRIEL_CHECK(db.transact([&] { return itemsFromLines(db); }));
    CARRIEL_CHECK(copy.rowsOfIndexes());
    CARRIEL_CHECK(db.transact([&] { return itemsFromWhatIsLeft(db); }));
    CARRIEL_CHECK(db.exec("DROP TABLE listed"));
    CARRIEL_CRASHPOINT("w7.copied");
    CARRIEL_CHECK(makeWhole(db, result));
    CARRIEL_CHECK(makeSealedWhole(db));
    CARRIEL_CHECK(db.exec("PRAGMA foreign_keys=ON"));
    CARRIEL_CRASHPOINT("w7.made-whole");
    CARRIEL_CHECK(into.rebuildListing());
    result.unreadableRows = trees.unread() + copy.refused();
    CARRIEL_CHECK(beginNewLog(into));
    return result;
}

Outcome readThrough(Database &db)
{
    const Strictly strictly(db);
    Statement check = db.query("PRAGMA quick_check(1)");
    CARRIEL_TRY(const bool found, check.next());
    const QString said = found ? check.text(0) : QString();
    return said == u"ok" ? Outcome() : Outcome(Error{errors::damaged, {{QStringLiteral("path"), db.path()}}, said});
}

} // namespace carriel::vault
