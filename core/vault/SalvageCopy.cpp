// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/SalvageCopy.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Digest.h"
#include "core/vault/Schema.h"

#include <algorithm>

namespace carriel::vault {

namespace {
// Order matters to nothing: references are looked at afterwards.
constexpr SalvagedTable tables[] = {
    {"setting", "key,value"},
    {"secret", "name,bytes"},
    {"person_key", "kid,gen,enc,sig,made"},
    {"person_reader", "device,jwk,met"},
    // Forgotten, a false key that came next would be one that is seen for the first time.
    {"contact_key", "person,gen,enc,sig,new_gen,new_enc,new_sig,followed,seen,how"},
    {"profile_info", "key,value"},
    {"saved_search", "id,position,name,query"},
    {"receipt", "id,op_key,jws,stored"},
    {"activity", "log,seq,bytes,hash,detail"},
    {"item",
     "n,id,type,custody,r_rev,r_etag,r_parent,r_name,r_state,r_version,r_meta,b_rev,b_parent,b_name,b_state,b_version,"
     "b_meta,"
     "l_parent,l_name,l_state,l_version,l_meta,facts,missing_since,keep"},
    {"blob", "n,id,remote_id,sha256,size,state,pinned,on_server,verified,last_used"},
    {"version", "id,item,blob,origin,media_type,label,created"},
    {"outbox",
     "seq,op_key,kind,target,lane,version,state,method,path,if_match,content_type,body,body_sha256,attempts,not_before,"
     "created,"
     "first_sent,problem,problem_text,needs,base"},
    {"conflict", "id,item,kind,ours,theirs,resolution,created"},
    {"transfer", "blob,direction,upload_url,acked_offset,etag,expires,paused"},
    {"trust_anchor", "sha256,der,accredited,source,hosts,added"},
    {"signature_made", "seq,item,name,signed_sha256,result_sha256,certificate,level,reason,place,made"},
    {"signing_job",
     "seq,id,item,version,name,state,options,result_sha256,result_item,error,attempts,next_try,created,changed"},
    {"chunk", "key,bytes"},
    // The proof of what was opened: the operator need not keep it for ever.
    {"notification",
     "id,rev,state,json,rewritten,verdict,findings,received,cipher,cipher_ok,opening,op,challenge,receipt,id_token,body,"
     "device,signed_at,key,salt,content,words,reason,dispute,dispute_op,dispute_sent"},
    {"notification_part", "notification,kind,n,bytes"},
    {"consent", "id,rev,state,json"},
    {"directory", "sha256,jws,fetched"},
    {"contribution",
     "id,state,request,statement,device,package,upload_op,op,body,code,made,reason,rev,json"},
    {"contribution_failure", "contribution,jws"},
    {"share", "id,mine,state,wish,op,body,code,made,reason,rev,json"},
    {"share_act", "op,share,kind,body,made"},
};
// What an index says, row by row: a value, and the number of the row that has it.
QHash<qint64, Value> indexOf(Trees &trees, const QString &name)
{
    QHash<qint64, Value> out;
    const QList<quint32> leaves = trees.leavesOf(name);
    for (const quint32 leaf : leaves) {
        const QList<TreeRow> rows = trees.rowsOn(leaf);
        for (const TreeRow &row : rows) {
            const auto *number = row.values.size() == 2 ? std::get_if<qint64>(&row.values.at(1)) : nullptr;
            if (number)
                out.insert(*number, row.values.at(0));
        }
    }
    return out;
}

QString textOf(const QHash<qint64, Value> &index, qint64 number)
{
    const Value value = index.value(number);
    const auto *text = std::get_if<QString>(&value);
    return text ? *text : QString();
}

Result<QSet<QString>> idsIn(Database &db, std::string_view sql)
{
    QSet<QString> out;
    Statement row = db.query(sql);
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.insert(row.text(0));
    }
}
} // namespace

QList<SalvagedTable> salvagedTables()
{
    return {std::begin(tables), std::end(tables)};
}

// Where a column stands in a row: in the order in which the columns were made; without row numbers, the key's come first.
Result<QList<int>> SalvageCopy::placesOf(const SalvagedTable &table, QStringList &names)
{
    struct Column {
        QString name;
        qint64 key;
        bool isNumber;
    };
    QList<Column> columns;
    const QString source = QString::fromLatin1(table.name);
    Statement row = m_into.query("SELECT c.name,c.pk,c.type='INTEGER' AND c.pk=1 AND l.wr=0 AND (SELECT count(*) FROM pragma_table_info(?1) WHERE pk)=1,"
                                 "l.wr FROM pragma_table_info(?1) c, pragma_table_list l WHERE l.name=?1 AND l.schema='main' ORDER BY c.cid",
                                 source);
    bool keyFirst = false;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            break;
        columns.append({row.text(0), row.integer(1), row.flag(2)});
        keyFirst = row.flag(3);
    }
    if (keyFirst) {
        std::stable_sort(columns.begin(), columns.end(), [](const Column &a, const Column &b) {
            return (a.key ? a.key : 1000) < (b.key ? b.key : 1000);
        });
    }
    names = QString::fromLatin1(table.columns).split(u',');
    QList<int> places;
    for (const QString &name : std::as_const(names)) {
        const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column &column) { return column.name == name; });
        if (found == columns.end())
            return Error{carriel::errors::internal, {}, source + u'.' + name};
        places.append(found->isNumber ? -1 : int(found - columns.begin()));
    }
    return places;
}

Outcome SalvageCopy::table(const SalvagedTable &table)
{
    CARRIEL_TRY(m_places, placesOf(table, m_names));
    const QList<quint32> leaves = m_from.leavesOf(QString::fromLatin1(table.name));
    const bool inOrder = QByteArrayView(table.name) == "activity"; // a log only grows
    QList<TreeRow> rows;
    for (const quint32 leaf : leaves) {
        rows.append(m_from.rowsOn(leaf));
        if (!inOrder && rows.size() >= 100) {
            CARRIEL_CHECK(put(table, rows));
            rows.clear();
        }
    }
    if (inOrder)
        std::sort(rows.begin(), rows.end(), [](const TreeRow &a, const TreeRow &b) { return a.values.first(2) < b.values.first(2); });
    return put(table, rows);
}

Outcome SalvageCopy::put(const SalvagedTable &table, const QList<TreeRow> &rows)
{
    return m_into.transact([&]() -> Outcome {
        for (const TreeRow &row : rows) {
            std::string names, marks;
            QList<Value> values;
            for (qsizetype i = 0; i < m_places.size(); ++i) {
                const int place = m_places.at(i);
                if (place >= row.values.size())
                    continue; // added later: what it is when nothing is said
                names += (names.empty() ? "" : ",") + m_names.at(i).toStdString();
                marks += marks.empty() ? "?" : ",?";
                values.append(place < 0 ? Value(row.number) : row.values.at(place));
            }
            Statement insert =
                m_into.query("INSERT OR REPLACE INTO " + std::string(table.into ? table.into : table.name) + "(" + names + ") VALUES(" + marks + ")");
            for (const Value &value : std::as_const(values)) {
                std::visit([&](const auto &known) {
                    if constexpr (std::is_same_v<std::decay_t<decltype(known)>, std::monostate>)
                        insert.bind(nullptr);
                    else
                        insert.bind(known);
                }, value);
            }
            const Outcome outcome = insert.run();
            // A row that breaks a rule of the schema is damage of the old file, not a reason to stop.
            if (!outcome.ok() && !(outcome.error().code == carriel::errors::internal))
                return outcome;
            m_refused += outcome.ok() ? 0 : 1;
        }
        return {};
    });
}

Outcome SalvageCopy::rowsOfIndexes()
{
    return m_into.transact([&]() -> Outcome {
        CARRIEL_CHECK(blobsOfIndexes());
        return versionsOfIndexes();
    });
}

// Only bytes that are what the index says of them: then their size is known, too.
Outcome SalvageCopy::blobsOfIndexes()
{
    CARRIEL_TRY(const QSet<QString> known, idsIn(m_into, "SELECT id FROM blob"));
    const QHash<qint64, Value> ids = indexOf(m_from, QStringLiteral("sqlite_autoindex_blob_1"));
    const QHash<qint64, Value> digests = indexOf(m_from, QStringLiteral("blob_sha256"));
    const QHash<qint64, Value> remotes = indexOf(m_from, QStringLiteral("blob_remote"));
    for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
        const auto *id = std::get_if<QString>(&it.value());
        const Value said = digests.value(it.key());
        const auto *digest = std::get_if<QByteArray>(&said);
        if (!id || !digest || known.contains(*id))
            continue;
        CARRIEL_TRY(const DigestOfBlob found, digestOfBlob(m_into, it.key()));
        if (found.sha256 != *digest)
            continue;
        const QString remote = textOf(remotes, it.key());
        CARRIEL_CHECK(m_into.query("INSERT INTO blob(n,id,remote_id,sha256,size,state,pinned,on_server) VALUES(?,?,?,?,?,2,0,?)", it.key(),
                                   *id, remote, *digest, found.size, !remote.isNull())
                          .run());
    }
    return {};
}

Outcome SalvageCopy::versionsOfIndexes()
{
    CARRIEL_TRY(const QSet<QString> known, idsIn(m_into, "SELECT id FROM version"));
    const QHash<qint64, Value> ids = indexOf(m_from, QStringLiteral("sqlite_autoindex_version_1"));
    const QHash<qint64, Value> items = indexOf(m_from, QStringLiteral("version_item"));
    const QHash<qint64, Value> blobs = indexOf(m_from, QStringLiteral("version_blob"));
    for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
        const auto *id = std::get_if<QString>(&it.value());
        const QString item = textOf(items, it.key());
        const QString blob = textOf(blobs, it.key());
        if (!id || known.contains(*id) || item.isNull() || blob.isNull())
            continue;
        // Its kind and its time are the ones of the line in the lists, if it is the newest. What the operator has is the operator's.
        CARRIEL_CHECK(m_into.query("INSERT INTO version(id,item,blob,origin,media_type,created) SELECT ?1,?2,?3,"
                                   "CASE WHEN EXISTS(SELECT 1 FROM blob WHERE id=?3 AND on_server) THEN 0 ELSE 1 END,"
                                   "coalesce((SELECT media_type FROM listed WHERE head=?1),'application/octet-stream'),"
                                   "(SELECT modified FROM listed WHERE head=?1)",
                                   *id, item, blob)
                          .run());
    }
    return {};
}

// Piece after piece, in order; a piece that is missing gives another digest.
Result<DigestOfBlob> digestOfBlob(Database &db, qint64 number)
{
    DigestOfBlob out;
    crypto::Sha256 digest;
    Statement row = db.query("SELECT bytes FROM chunk WHERE key BETWEEN ?1*1048576 AND ?1*1048576+1048575 ORDER BY key", number);
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            break;
        digest.add(row.bytesView(0));
        out.size += row.bytesView(0).size();
    }
    out.sha256 = digest.result();
    return out;
}

} // namespace carriel::vault
