// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/RowReader.h"

#include "core/vault/DiskRoom.h"
#include "core/vault/OfflineSql.h"
#include "core/vault/RowCodec.h"
#include "core/vault/Schema.h"
#include "core/vault/VaultErrors.h"

#include <QSet>

namespace carriel::vault {

namespace {
// Literals, so that each statement is prepared once and no text is put together at run time.
#define ITEM_COLUMNS                                                                                                   \
    "id,type,custody,r_rev,r_etag,r_parent,r_name,r_state,r_version,r_meta,b_rev,b_parent,b_name,b_state,b_version,"   \
    "b_meta,l_parent,l_name,l_state,l_version,l_meta,facts,missing_since,keep"
#define VERSION_COLUMNS "id,item,blob,origin,media_type,label,created"
#define BLOB_COLUMNS "id,remote_id,sha256,size,state,pinned,on_server,verified,last_used"
#define OP_COLUMNS                                                                                                     \
    "seq,op_key,kind,target,lane,version,state,method,path,if_match,content_type,body,body_sha256,attempts,"           \
    "not_before,created,first_sent,problem,problem_text,needs,base"
#define TRANSFER_COLUMNS "blob,direction,upload_url,acked_offset,etag,expires,paused"
#define CONFLICT_COLUMNS "id,item,kind,ours,theirs,resolution,created"

template <typename Row, typename Read> Result<std::optional<Row>> one(Statement statement, Read read)
{
    CARRIEL_TRY(const bool found, statement.next());
    if (!found)
        return std::optional<Row>();
    return std::optional<Row>(read(statement));
}

template <typename Row, typename Read> Result<QList<Row>> all(Statement statement, Read read)
{
    QList<Row> rows;
    for (;;) {
        CARRIEL_TRY(const bool found, statement.next());
        if (!found)
            return rows;
        rows.append(read(statement));
    }
}
} // namespace

Result<sync::SyncStateRow> RowReader::syncState()
{
    Statement row = m_db.query(
        "SELECT epoch,cursor,snapshot,snapshot_page,snapshot_cursor,last_contact,names,audited FROM sync_state");
    sync::SyncStateRow state;
    CARRIEL_TRY(const bool found, row.next());
    if (!found)
        return state;
    state.epoch = row.text(0);
    state.cursor = row.text(1);
    state.snapshot = row.text(2);
    state.snapshotPage = row.text(3);
    state.snapshotCursor = row.text(4);
    state.lastContactUtc = row.time(5);
    state.names = nameRulesFrom(row.bytesView(6));
    state.audited = BlobId(row.text(7));
    return state;
}

Result<std::optional<sync::ItemRow>> RowReader::item(const ItemId &id)
{
    return one<sync::ItemRow>(m_db.query("SELECT " ITEM_COLUMNS " FROM item WHERE id=?", id.text()), itemFrom);
}

Result<QList<sync::ItemRow>> RowReader::children(const ItemId &parent)
{
    return all<sync::ItemRow>(m_db.query("SELECT " ITEM_COLUMNS " FROM item WHERE l_parent=? ORDER BY n", parent.text()), itemFrom);
}

Result<QList<sync::VersionRow>> RowReader::versions(const ItemId &item)
{
    // Server times and ours do not mix, but the order in which this vault met them is known.
    return all<sync::VersionRow>(
        m_db.query("SELECT " VERSION_COLUMNS " FROM version WHERE item=? ORDER BY created, rowid", item.text()), versionFrom);
}

Result<std::optional<sync::VersionRow>> RowReader::version(const VersionId &id)
{
    return one<sync::VersionRow>(m_db.query("SELECT " VERSION_COLUMNS " FROM version WHERE id=?", id.text()), versionFrom);
}

Result<std::optional<sync::BlobRow>> RowReader::blob(const BlobId &id)
{
    return one<sync::BlobRow>(m_db.query("SELECT " BLOB_COLUMNS " FROM blob WHERE id=?", id.text()), blobFrom);
}

Result<std::optional<sync::BlobRow>> RowReader::blobByRemoteId(const RemoteBlobId &id)
{
    return one<sync::BlobRow>(m_db.query("SELECT " BLOB_COLUMNS " FROM blob WHERE remote_id=? ORDER BY state=2 DESC LIMIT 1", id.text()), blobFrom);
}

Result<QByteArray> RowReader::chunk(const BlobId &blob, int index)
{
    Statement row = m_db.query("SELECT bytes FROM chunk WHERE key=(SELECT n FROM blob WHERE id=?)*1048576+?", blob.text(), index);
    static_assert(chunksPerBlob == 1048576);
    CARRIEL_TRY(const bool found, row.next());
    // One that is not here is told as fewer bytes than promised, which concerns its document alone; an error would mean
    // that the vault cannot be read, and stop everything.
    return found ? row.bytes(0) : QByteArray();
}

Result<std::optional<sync::TransferRow>> RowReader::transfer(const BlobId &blob)
{
    return one<sync::TransferRow>(m_db.query("SELECT " TRANSFER_COLUMNS " FROM transfer WHERE blob=?", blob.text()),
                                  transferFrom);
}

Result<QList<sync::TransferRow>> RowReader::transfers()
{
    return all<sync::TransferRow>(m_db.query("SELECT " TRANSFER_COLUMNS " FROM transfer ORDER BY blob"), transferFrom);
}

Result<QList<sync::VersionRow>> RowReader::holders(const BlobId &blob)
{
    return all<sync::VersionRow>(
        m_db.query("SELECT " VERSION_COLUMNS " FROM version WHERE blob=? ORDER BY id", blob.text()), versionFrom);
}

Result<QList<sync::BlobRow>> RowReader::acknowledged(const BlobId &after, int limit)
{
    return all<sync::BlobRow>(
        m_db.query("SELECT " BLOB_COLUMNS " FROM blob b WHERE id>? AND on_server=1 AND remote_id IS NOT NULL "
                   "AND EXISTS(SELECT 1 FROM version v JOIN item i ON i.id=v.item WHERE v.blob=b.id "
                   "AND i.l_state<>2 AND i.r_state<>2 AND i.r_name IS NOT NULL AND i.missing_since IS NULL) ORDER BY id LIMIT ?",
                   present(after.text()), limit),
        blobFrom);
}

namespace {
// listing.missing says that the bytes could be fetched; the policy says which of them the person wants here: what the
// nearest of the document and its folders says, and where none says anything the mode of the whole profile.
#define WANTED                                                                                                         \
    "FROM listing l CROSS JOIN item i ON i.n=l.n CROSS JOIN version v ON v.id=i.l_version CROSS JOIN blob b ON b.id=v.blob " \
    "WHERE l.missing=1 AND coalesce(i.r_state,0)<>2 AND coalesce((SELECT r.keep FROM ruled r WHERE r.id=l.id),NOT ?1 AND (?2=0 OR b.size<=?2)) "
#define ALREADY_HERE "coalesce((SELECT t.acked_offset FROM transfer t WHERE t.blob=b.id),0)"

struct Policy {
    qint64 pinnedOnly = 0;
    qint64 biggest = 0;
};

Result<Policy> policyOf(Database &database)
{
    Policy out;
    CARRIEL_TRY(out.pinnedOnly,
                database.number("SELECT count(*) FROM setting WHERE key='offline.mode' AND value='pinned'"));
    CARRIEL_TRY(out.biggest, database.number("SELECT CAST(value AS INTEGER) FROM setting WHERE key='offline.max_bytes'"));
    return out;
}
} // namespace

Result<QList<sync::BlobRow>> RowReader::blobsToDownload(int limit)
{
    CARRIEL_TRY(const Policy policy, policyOf(m_db));
    Statement row = m_db.query(
        CARRIEL_RULED
        "SELECT b.id,b.remote_id,b.sha256,b.size,b.state,b.pinned,b.on_server,b.verified,b.last_used,b.size-" ALREADY_HERE
        " " WANTED "ORDER BY l.modified DESC",
        policy.pinnedOnly, policy.biggest);
    qint64 room = roomForDocuments(m_db);
    const bool isKnown = room >= 0;
    QList<sync::BlobRow> rows;
    QSet<BlobId> seen; // two documents may have the same bytes
    while (rows.size() < limit) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            break;
        const sync::BlobRow blob = blobFrom(row);
        if (seen.contains(blob.id))
            continue;
        seen.insert(blob.id);
        if (isKnown && row.integer(9) > room)
            continue; // begun, it would fill the disk and come to nothing
        room -= row.integer(9);
        rows.append(blob);
    }
    return rows;
}

Result<qint64> bytesToCome(Database &database)
{
    CARRIEL_TRY(const Policy policy, policyOf(database));
    Statement sum = database.query(CARRIEL_RULED "SELECT coalesce(sum(bytes),0) FROM (SELECT DISTINCT b.id,b.size-" ALREADY_HERE
                                                 " AS bytes " WANTED ")",
                                   policy.pinnedOnly, policy.biggest);
    CARRIEL_TRY(const bool found, sum.next());
    return found ? sum.integer(0) : qint64(0);
}

Result<std::optional<sync::OpRow>> RowReader::op(const OpKey &key)
{
    return one<sync::OpRow>(m_db.query("SELECT " OP_COLUMNS " FROM outbox WHERE op_key=?", key.text()), opFrom);
}

Result<QList<sync::OpRow>> RowReader::liveOps()
{
    return all<sync::OpRow>(m_db.query("SELECT " OP_COLUMNS " FROM outbox INDEXED BY outbox_order WHERE state<>4 AND state<>6 ORDER BY seq"),
                            opFrom);
}

Result<QList<sync::OpRow>> RowReader::liveOpsOf(const ItemId &target)
{
    return all<sync::OpRow>(
        m_db.query("SELECT " OP_COLUMNS " FROM outbox INDEXED BY outbox_live WHERE target=? AND state<>4 AND state<>6 ORDER BY seq",
                   target.text()),
        opFrom);
}

Result<QList<sync::ConflictRow>> RowReader::openConflicts()
{
    return all<sync::ConflictRow>(
        m_db.query("SELECT " CONFLICT_COLUMNS " FROM conflict WHERE resolution IS NULL ORDER BY created,rowid"),
        conflictFrom);
}

Result<QList<sync::ConflictRow>> RowReader::conflictsMarked(const QString &resolution)
{
    return all<sync::ConflictRow>(
        m_db.query("SELECT " CONFLICT_COLUMNS " FROM conflict WHERE resolution=? ORDER BY created,rowid", resolution),
        conflictFrom);
}

Result<std::optional<sync::ConflictRow>> RowReader::conflict(const ConflictId &id)
{
    return one<sync::ConflictRow>(m_db.query("SELECT " CONFLICT_COLUMNS " FROM conflict WHERE id=?", id.text()),
                                  conflictFrom);
}

Result<QList<ItemId>> RowReader::missingItems()
{
    return all<ItemId>(m_db.query("SELECT id FROM item WHERE missing_since IS NOT NULL AND l_state<>2 ORDER BY n"),
                       [](const Statement &row) { return ItemId(row.text(0)); });
}

Result<QString> RowReader::device()
{
    Statement row = m_db.query("SELECT value FROM profile_info WHERE key='device'");
    CARRIEL_TRY(const bool found, row.next());
    return found ? row.text(0) : QString();
}

Result<QList<ItemId>> RowReader::remoteItemIds()
{
    return all<ItemId>(m_db.query("SELECT id FROM item WHERE r_name IS NOT NULL AND r_state<>2"),
                       [](const Statement &row) { return ItemId(row.text(0)); });
}

Result<QList<ItemId>> RowReader::buriedItemIds()
{
    return all<ItemId>(m_db.query("SELECT id FROM item WHERE r_name IS NOT NULL AND r_state=2"),
                       [](const Statement &row) { return ItemId(row.text(0)); });
}

} // namespace carriel::vault
