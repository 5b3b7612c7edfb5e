// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/VaultWriter.h"

#include "core/base/BaseErrors.h"
#include "core/sync/OperatorPort.h"
#include "core/vault/RowCodec.h"
#include "core/vault/Schema.h"

namespace carriel::vault {

namespace {
struct FieldColumns {
    QString parent, name, version, meta; // null if the operator, or both, know nothing
    std::optional<int> state;
};

FieldColumns columnsOf(const std::optional<ItemFields> &fields)
{
    if (!fields)
        return {};
    return {fields->parent.text(), fields->name, textOrNull(fields->version.text()), metaText(fields->meta), int(fields->state)};
}
} // namespace

Outcome VaultWriter::putOther(const sync::OtherChange &change)
{
    return m_db
        .query("INSERT INTO arrival(kind,id,rev,json) VALUES(?,?,?,?)", change.kind,
               change.id.isNull() ? QStringLiteral("") : change.id, change.rev,
               change.json.isNull() ? QByteArray("") : change.json)
        .run();
}

Outcome VaultWriter::putSyncState(const sync::SyncStateRow &state)
{
    return m_db
        .query(
            "INSERT INTO "
            "sync_state(one,epoch,cursor,snapshot,snapshot_page,snapshot_cursor,last_contact,names,audited) "
            "VALUES(1,?,?,?,?,?,?,?,?) ON CONFLICT(one) DO UPDATE SET epoch=excluded.epoch,cursor=excluded.cursor,"
            "snapshot=excluded.snapshot,snapshot_page=excluded.snapshot_page,snapshot_cursor=excluded.snapshot_cursor,"
            "last_contact=excluded.last_contact,names=excluded.names,audited=excluded.audited",
            textOrNull(state.epoch), textOrNull(state.cursor), textOrNull(state.snapshot),
            textOrNull(state.snapshotPage), textOrNull(state.snapshotCursor), state.lastContactUtc,
            nameRulesText(state.names), textOrNull(state.audited.text()))
        .run();
}

Outcome VaultWriter::putItem(const sync::ItemRow &row)
{
    const FieldColumns remote = columnsOf(row.remote);
    const FieldColumns base = columnsOf(row.base);
    m_listing.touch(row.id);
    Statement put = m_db.query(
        "INSERT INTO "
        "item(id,type,custody,r_rev,r_etag,r_parent,r_name,r_state,r_version,r_meta,b_rev,b_parent,b_name,b_state,"
        "b_version,b_meta,l_parent,l_name,l_state,l_version,l_meta,facts,missing_since,keep) "
        "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET type=excluded.type,"
        "custody=excluded.custody,r_rev=excluded.r_rev,r_etag=excluded.r_etag,r_parent=excluded.r_parent,r_name="
        "excluded.r_name,"
        "r_state=excluded.r_state,r_version=excluded.r_version,r_meta=excluded.r_meta,b_rev=excluded.b_rev,"
        "b_parent=excluded.b_parent,b_name=excluded.b_name,b_state=excluded.b_state,b_version=excluded.b_version,"
        "b_meta=excluded.b_meta,l_parent=excluded.l_parent,l_name=excluded.l_name,l_state=excluded.l_state,"
        "l_version=excluded.l_version,l_meta=excluded.l_meta,facts=excluded.facts,missing_since=excluded.missing_since,"
        "keep=excluded.keep");
    const auto bindFields = [&put](const FieldColumns &fields) {
        put.bind(fields.parent, fields.name);
        if (fields.state)
            put.bind(*fields.state);
        else
            put.bind(nullptr);
        put.bind(fields.version, fields.meta);
    };
    put.bind(row.id.text(), int(row.type), int(row.custody), row.remoteRev, textOrNull(row.etag));
    bindFields(remote);
    put.bind(row.baseRev);
    bindFields(base);
    put.bind(present(row.local.parent.text()), present(row.local.name), int(row.local.state),
             textOrNull(row.local.version.text()), metaText(row.local.meta), factsText(row.facts), row.missingSinceUtc,
             int(row.keep));
    return put.run();
}

Outcome VaultWriter::eraseItem(const ItemId &id)
{
    qint64 n = 0;
    {
        Statement row = m_db.query("SELECT n FROM item WHERE id=?", id.text());
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return {};
        n = row.integer(0);
    }
    CARRIEL_CHECK(m_listing.erase(n));
    CARRIEL_CHECK(m_db.query("DELETE FROM conflict WHERE item=?", id.text()).run());
    // Bytes are freed by eraseBlob alone: they may be another document's by now.
    CARRIEL_CHECK(mayBeLoose(
        m_db.query("SELECT b.n FROM version v CROSS JOIN blob b ON b.id=v.blob WHERE v.item=? AND b.on_server=0", id.text())));
    CARRIEL_CHECK(m_db.query("DELETE FROM version WHERE item=?", id.text()).run());
    return m_db.query("DELETE FROM item WHERE n=?", n).run();
}

Outcome VaultWriter::putVersion(const sync::VersionRow &row)
{
    m_listing.touch(row.item);
    return m_db
        .query("INSERT INTO version(id,item,blob,origin,media_type,label,created) VALUES(?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET "
               "item=excluded.item,blob=excluded.blob,origin=excluded.origin,media_type=excluded.media_type,label=excluded.label,"
               "created=excluded.created",
               row.id.text(), row.item.text(), row.blob.text(), int(row.origin), textOrNull(row.mediaType), textOrNull(row.label),
               row.createdUtc)
        .run();
}

Outcome VaultWriter::eraseVersion(const VersionId &id)
{
    Statement row = m_db.query("SELECT item FROM version WHERE id=?", id.text());
    CARRIEL_TRY(const bool found, row.next());
    if (!found)
        return {};
    m_listing.touch(ItemId(row.text(0)));
    CARRIEL_CHECK(mayBeLoose(
        m_db.query("SELECT b.n FROM version v CROSS JOIN blob b ON b.id=v.blob WHERE v.id=? AND b.on_server=0", id.text())));
    return m_db.query("DELETE FROM version WHERE id=?", id.text()).run();
}

Outcome VaultWriter::mayBeLoose(Statement numbers)
{
    for (;;) {
        CARRIEL_TRY(const bool found, numbers.next());
        if (!found)
            return {};
        if (!numbers.isNull(0))
            m_looseFrom = std::min(m_looseFrom, numbers.integer(0));
    }
}

// While a version still refers to it, the transaction does not commit.
Outcome VaultWriter::eraseBlob(const BlobId &id)
{
    CARRIEL_CHECK(dropChunks(id));
    return m_db.query("DELETE FROM blob WHERE id=?", id.text()).run();
}

Outcome VaultWriter::putBlob(const sync::BlobRow &row)
{
    m_listing.touchBlob(row.id);
    Statement put = m_db.query(
        "INSERT INTO blob(id,remote_id,sha256,size,state,pinned,on_server,verified,last_used) VALUES(?,?,?,?,?,?,?,?,?) "
        "ON CONFLICT(id) DO UPDATE SET remote_id=excluded.remote_id,sha256=excluded.sha256,size=excluded.size,"
        "state=excluded.state,pinned=excluded.pinned,on_server=excluded.on_server,verified=excluded.verified,"
        "last_used=excluded.last_used RETURNING n",
        row.id.text(), textOrNull(row.remoteId.text()), row.sha256, row.size, int(row.state), row.pinned, row.onServer,
        row.verifiedUtc, row.lastUsedUtc);
    if (row.onServer || !row.remoteId.isEmpty())
        return put.run();
    return mayBeLoose(std::move(put));
}

Outcome VaultWriter::putChunk(const BlobId &blob, int index, QByteArrayView bytes)
{
    if (index < 0 || index >= chunksPerBlob)
        return Error{carriel::errors::internal, {}, QStringLiteral("chunk %1").arg(index)};
    CARRIEL_CHECK(m_db.query("INSERT OR REPLACE INTO chunk(key,bytes) SELECT n*1048576+?,? FROM blob WHERE id=?", index, Borrowed{bytes},
                             blob.text())
                      .run());
    if (m_db.changes() != 1)
        return Error{carriel::errors::internal, {}, QStringLiteral("a chunk of an unknown blob")};
    return {};
}

Outcome VaultWriter::dropChunks(const BlobId &blob)
{
    return m_db
        .query("DELETE FROM chunk WHERE key BETWEEN (SELECT n FROM blob WHERE id=?1)*1048576 "
               "AND (SELECT n FROM blob WHERE id=?1)*1048576+1048575",
               blob.text())
        .run();
}

Outcome VaultWriter::putTransfer(const sync::TransferRow &row)
{
    return m_db
        .query("INSERT INTO transfer(blob,direction,upload_url,acked_offset,etag,expires,paused) VALUES(?,?,?,?,?,?,?) "
               "ON CONFLICT(blob) DO UPDATE SET direction=excluded.direction,upload_url=excluded.upload_url,"
               "acked_offset=excluded.acked_offset,etag=excluded.etag,expires=excluded.expires,paused=excluded.paused",
               row.blob.text(), int(row.direction), textOrNull(row.uploadUrl), row.offset, textOrNull(row.etag), row.expiresUtc,
               row.paused)
        .run();
}

Outcome VaultWriter::dropTransfer(const BlobId &blob)
{
    return m_db.query("DELETE FROM transfer WHERE blob=?", blob.text()).run();
}

namespace {
QString needsText(const QList<OpKey> &needs)
{
    QStringList keys;
    for (const OpKey &key : needs)
        keys.append(key.text());
    return keys.isEmpty() ? QStringLiteral("") : keys.join(QLatin1Char(' '));
}

void bindOp(Statement &statement, const sync::OpRow &op)
{
    statement.bind(int(op.kind), op.target.text(), present(op.lane), textOrNull(op.version.text()), int(op.state),
                   bytesOrNull(op.method), textOrNull(op.path), bytesOrNull(op.ifMatch), bytesOrNull(op.contentType),
                   bytesOrNull(op.body), bytesOrNull(op.bodySha256), op.attempts, op.notBeforeUtc, op.createdUtc,
                   op.firstSentUtc, textOrNull(op.lastProblem), textOrNull(op.lastProblemText), needsText(op.needs),
                   textOrNull(op.base.text()), op.key.text());
}
} // namespace

Result<qint64> VaultWriter::addOp(const sync::OpRow &row)
{
    Statement put = m_db.query(
        "INSERT INTO outbox(kind,target,lane,version,state,method,path,if_match,content_type,body,body_sha256,"
        "attempts,not_before,created,first_sent,problem,problem_text,needs,base,op_key) "
        "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    bindOp(put, row);
    CARRIEL_CHECK(put.run());
    return m_db.lastInsertId();
}

Outcome VaultWriter::updateOp(const sync::OpRow &row)
{
    Statement put = m_db.query(
        "UPDATE outbox SET kind=?,target=?,lane=?,version=?,state=?,method=?,path=?,if_match=?,content_type=?,"
        "body=?,body_sha256=?,attempts=?,not_before=?,created=?,first_sent=?,problem=?,problem_text=?,needs=?,base=? "
        "WHERE op_key=?");
    bindOp(put, row);
    CARRIEL_CHECK(put.run());
    if (m_db.changes() != 1)
        return Error{carriel::errors::internal, {}, QStringLiteral("an operation that is not there")};
    return {};
}

Outcome VaultWriter::eraseConflict(const ConflictId &id)
{
    return m_db.query("DELETE FROM conflict WHERE id=?", id.text()).run();
}

Outcome VaultWriter::putConflict(const sync::ConflictRow &row)
{
    return m_db
        .query("INSERT INTO conflict(id,item,kind,ours,theirs,resolution,created) VALUES(?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET "
               "item=excluded.item,kind=excluded.kind,ours=excluded.ours,theirs=excluded.theirs,resolution=excluded.resolution,"
               "created=excluded.created",
               row.id.text(), row.item.text(), int(row.kind), row.ours, row.theirs, textOrNull(row.resolution), row.createdUtc)
        .run();
}

} // namespace carriel::vault
