// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Salvage.h"

#include "core/base/BaseErrors.h"
#include "core/base/CrashPoint.h"
#include "core/vault/RowCodec.h"
#include "core/vault/NotificationSchema.h"
#include "core/vault/Schema.h"
#include "core/vault/Settings.h"
#include "core/vault/VaultErrors.h"

#include <algorithm>
#include <limits>

namespace carriel::vault {

namespace {
struct Table {
    const char *name;
    const char *key;     // an integer that counts its rows; null: small, read as it comes
    const char *columns;
    const char *into = nullptr; // the table that takes them, if it has another name
};

// Order matters to nothing: references are looked at afterwards.
constexpr Table tables[] = {
    {"setting", nullptr, "key,value"},
    {"secret", nullptr, "name,bytes"},
    {"person_key", nullptr, "kid,gen,enc,sig,made"},
    {"person_reader", nullptr, "device,jwk,met"},
    // Forgotten, a false key that came next would be one that is seen for the first time.
    {"contact_key", "rowid", "person,gen,enc,sig,new_gen,new_enc,new_sig,followed,seen"},
    {"profile_info", nullptr, "key,value"},
    {"saved_search", "rowid", "id,position,name,query"},
    {"receipt", "rowid", "id,op_key,jws,stored"},
    {"activity", nullptr, "log,seq,bytes,hash,detail"},
    {"item", "n",
     "n,id,type,custody,r_rev,r_etag,r_parent,r_name,r_state,r_version,r_meta,b_rev,b_parent,b_name,b_state,b_version,"
     "b_meta,"
     "l_parent,l_name,l_state,l_version,l_meta,facts,missing_since,keep"},
    {"blob", "n", "n,id,remote_id,sha256,size,state,pinned,on_server,verified,last_used"},
    {"version", "rowid", "id,item,blob,origin,media_type,label,created"},
    {"outbox", "seq",
     "seq,op_key,kind,target,lane,version,state,method,path,if_match,content_type,body,body_sha256,attempts,not_before,"
     "created,"
     "first_sent,problem,problem_text,needs,base"},
    {"conflict", "rowid", "id,item,kind,ours,theirs,resolution,created"},
    {"transfer", "rowid", "blob,direction,upload_url,acked_offset,etag,expires,paused"},
    {"trust_anchor", nullptr, "sha256,der,accredited,source,hosts,added"},
    {"signature_made", "seq", "seq,item,name,signed_sha256,result_sha256,certificate,level,reason,place,made"},
    {"signing_job", "seq",
     "seq,id,item,version,name,state,options,result_sha256,result_item,error,attempts,next_try,created,changed"},
    {"chunk", "key", "key,bytes"},
    // The proof of what was opened: the operator need not keep it for ever.
    {"notification", "rowid",
     "id,rev,state,json,rewritten,verdict,findings,received,cipher,cipher_ok,opening,op,challenge,receipt,id_token,body,"
     "device,signed_at,key,salt,content,words,reason,dispute,dispute_op,dispute_sent"},
    {"notification_part", "rowid", "notification,kind,n,bytes"},
    {"consent", "rowid", "id,rev,state,json"},
    {"directory", "rowid", "sha256,jws,fetched"},
    {"contribution", "rowid",
     "id,state,request,statement,device,package,upload_op,op,body,code,made,reason,rev,json"},
    {"contribution_failure", "rowid", "contribution,jws"},
    {"share", "rowid", "id,mine,state,wish,op,body,code,made,reason,rev,json"},
    {"share_act", "rowid", "op,share,kind,body,made"},
};

// What the lists show of each item, beside the item itself.
constexpr Table lines{"listing", "n", "n,id,type,parent,state,name,favourite,expires,document_type,labels,head,standing", "listed"};

// An older vault lacks the youngest tables; one whose list of tables does not read may have them.
bool mayHave(Database &from, const Table &table)
{
    Statement row =
        from.query("SELECT count(*) FROM sqlite_master WHERE type='table' AND name=?", QString::fromLatin1(table.name));
    const Result<bool> found = row.next();
    return !found.ok() || row.integer(0) > 0;
}

int columnsIn(const char *list)
{
    return 1 + int(std::count(list, list + std::char_traits<char>::length(list), ','));
}

class Copy
{
public:
    Copy(Database &from, Database &into) : m_from(from), m_into(into) {}

    Outcome table(const Table &table)
    {
        const std::string columns = columnsThere(table);
        m_width = columnsIn(columns.c_str());
        std::string marks = "?";
        for (int i = 1; i < m_width; ++i)
            marks += ",?";
        m_insert = "INSERT OR REPLACE INTO " + std::string(table.into ? table.into : table.name) + "(" + columns + ") VALUES(" + marks + ")";
        if (!table.key)
            return simple("SELECT " + columns + " FROM " + table.name);
        const std::string key = table.key;
        const std::string name = table.name;
        const Result<qint64> last = m_from.number("SELECT max(" + key + ") FROM " + name);
        // Without its end the table is read until several jumps in a row find nothing.
        const qint64 end = last.ok() ? last.value() : std::numeric_limits<qint64>::max() / 4;
        const std::string rows = "SELECT " + key + "," + columns + " FROM " + name + " WHERE " + key + ">=? ORDER BY " + key + " LIMIT 100";
        return numbered(rows, end);
    }
    int unreadable() const { return m_unreadable; }

private:
    // Of a vault that an older program made, those it had; all of them if that cannot be read.
    std::string columnsThere(const Table &table)
    {
        QSet<QString> there;
        Statement row = m_from.query("SELECT name FROM pragma_table_info(?)", QString::fromLatin1(table.name));
        while (row.next().valueOr(false))
            there.insert(row.text(0));
        QStringList out;
        const QStringList all = QString::fromLatin1(table.columns).split(u',');
        for (const QString &column : all) {
            if (there.isEmpty() || there.contains(column))
                out.append(column);
        }
        return out.join(u',').toStdString();
    }
    // Few rows, keys that are no numbers: as many as come before the first page that does not read.
    Outcome simple(const std::string &sql)
    {
        return m_into.transact([&]() -> Outcome {
            Statement row = m_from.query(sql);
            for (;;) {
                const Result<bool> found = row.next();
                if (!found.ok())
                    ++m_unreadable;
                if (!found.ok() || !found.value())
                    return {};
                CARRIEL_CHECK(put(row, 0));
            }
        });
    }

    Outcome numbered(const std::string &sql, qint64 end)
    {
        qint64 at = std::numeric_limits<qint64>::min();
        qint64 jump = 1;
        int fruitless = 0;
        bool done = false;
        while (!done && fruitless < 80) {
            const Outcome outcome = m_into.transact([&]() -> Outcome {
                Statement row = m_from.query(sql, at);
                for (int i = 0;; ++i) {
                    const Result<bool> found = row.next();
                    if (!found.ok()) {
                        ++m_unreadable;
                        ++fruitless;
                        at = qMax<qint64>(at, 0) + jump; // past the page, further each time
                        jump = qMin<qint64>(jump * 2, qint64(1) << 40);
                        done = at > end;
                        return {};
                    }
                    if (!found.value()) {
                        done = i < 100;
                        return {};
                    }
                    CARRIEL_CHECK(put(row, 1));
                    at = row.integer(0) + 1;
                    jump = 1;
                    fruitless = 0;
                }
            });
            CARRIEL_CHECK(outcome);
        }
        return {};
    }

    Outcome put(const Statement &row, int first)
    {
        Statement insert = m_into.query(m_insert);
        for (int i = 0; i < m_width; ++i)
            insert.bindColumn(row, first + i);
        const Outcome outcome = insert.run();
        // A row that breaks a rule of the schema is damage of the old file, not a reason to stop.
        if (!outcome.ok() && !(outcome.error().code == carriel::errors::internal))
            return outcome;
        m_unreadable += outcome.ok() ? 0 : 1;
        return {};
    }

    Database &m_from;
    Database &m_into;
    std::string m_insert;
    int m_width = 0;
    int m_unreadable = 0;
};

} // namespace

QList<std::pair<QString, QStringList>> salvagedColumns()
{
    QList<std::pair<QString, QStringList>> out;
    for (const Table &table : tables)
        out.append({QString::fromLatin1(table.name), QString::fromLatin1(table.columns).split(u',')});
    return out;
}

namespace {
// An item that only this computer has, and whose page does not read, is made anew from its line in the lists; the operator
// brings back the others.
Outcome itemsFromLines(Database &db)
{
    Statement line = db.query("SELECT n,id,type,parent,state,name,favourite,expires,document_type,labels,head FROM listed "
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
                               "VALUES(?,?,?,0,0,0,?,?,?,?,?,?)",
                               line.integer(0), line.text(1), line.integer(2), present(line.text(3)), line.text(5),
                               line.integer(4), textOrNull(line.text(10)), metaText(meta), factsText({}))
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

// Bytes count as here only if every chunk is; the rest of the engine's rows must refer to what exists.
Outcome makeWhole(Database &db, Salvaged &result)
{
    return db.transact([&]() -> Outcome {
        CARRIEL_TRY(const qint64 unread, keepPlacesOfLost(db));
        CARRIEL_CHECK(db.exec(
            "CREATE TEMP TABLE whole AS SELECT b.n FROM blob b WHERE b.size=(SELECT coalesce(sum(length(c.bytes)),0) FROM chunk c "
            "WHERE c.key BETWEEN b.n*1048576 AND b.n*1048576+1048575);"
            "DELETE FROM version WHERE item NOT IN (SELECT id FROM item) OR blob NOT IN (SELECT id FROM blob);"
            "DELETE FROM transfer WHERE blob NOT IN (SELECT id FROM blob) OR direction=1"));
        CARRIEL_TRY(const qint64 lost,
                    db.number("SELECT count(*) FROM blob WHERE state=2 AND on_server=0 AND n NOT IN (SELECT n FROM whole)"));
        CARRIEL_CHECK(db.exec("UPDATE blob SET state=CASE on_server WHEN 1 THEN 0 ELSE 3 END WHERE state=2 AND n NOT IN (SELECT n FROM whole);"
                              "UPDATE blob SET state=0 WHERE state=1 AND on_server=1;"
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
} // namespace

Result<Salvaged> salvage(const QString &from, const SecretBytes &key, VaultStore &into)
{
    CARRIEL_TRY(const auto old, Database::open(from, key, Access::ReadOnly));
    Database &db = into.database();
    CARRIEL_CHECK(db.exec("PRAGMA foreign_keys=OFF"));
    Salvaged result;
    Copy copy(*old, db);
    for (const Table &table : tables) {
        if (mayHave(*old, table))
            CARRIEL_CHECK(copy.table(table));
    }
    CARRIEL_CHECK(db.exec("CREATE TEMP TABLE listed(n INTEGER PRIMARY KEY,id TEXT,type INTEGER,parent TEXT,state INTEGER,name TEXT,"
                          "favourite INTEGER,expires TEXT,document_type TEXT,labels TEXT,head TEXT,standing INTEGER)"));
    CARRIEL_CHECK(copy.table(lines));
    CARRIEL_CHECK(db.transact([&] { return itemsFromLines(db); }));
    CARRIEL_CHECK(db.exec("DROP TABLE listed"));
    CARRIEL_CRASHPOINT("w7.copied");
    CARRIEL_CHECK(makeWhole(db, result));
    CARRIEL_CHECK(makeSealedWhole(db));
    CARRIEL_CHECK(db.exec("PRAGMA foreign_keys=ON"));
    CARRIEL_CRASHPOINT("w7.made-whole");
    CARRIEL_CHECK(into.rebuildListing());
    result.unreadableRows = copy.unreadable();
    CARRIEL_CHECK(beginNewLog(into));
    return result;
}

Outcome readThrough(Database &db)
{
    Statement check = db.query("PRAGMA quick_check(1)");
    CARRIEL_TRY(const bool found, check.next());
    const QString said = found ? check.text(0) : QString();
    return said == u"ok" ? Outcome() : Outcome(Error{errors::damaged, {{QStringLiteral("path"), db.path()}}, said});
}

} // namespace carriel::vault
