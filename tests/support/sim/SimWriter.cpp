// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sim/SimWriter.h"

#include "core/sync/BlobBytes.h"
#include "core/sync/Kept.h"

namespace carriel::sim {

using namespace sync;

template <typename Map, typename Key, typename Value> void SimStore::SimWriter::set(Map &map, const Key &key, const Value &value)
{
    const auto found = map.find(key);
    if (found == map.end()) {
        m_undo.push_back([&map, key] { map.remove(key); });
        map.insert(key, value);
    } else {
        m_undo.push_back([&map, key, old = *found] { map.insert(key, old); });
        *found = value;
    }
}

template <typename Map, typename Key> void SimStore::SimWriter::unset(Map &map, const Key &key)
{
    const auto found = map.find(key);
    if (found == map.end())
        return;
    m_undo.push_back([&map, key, old = *found] { map.insert(key, old); });
    map.erase(found);
}

Outcome SimStore::SimWriter::putSyncState(const SyncStateRow &state)
{
    m_undo.push_back([this, old = m_data.state] { m_data.state = old; });
    m_data.state = state;
    return {};
}

void SimStore::SimWriter::indexItem(const ItemId &id, const std::optional<ItemRow> &old, const std::optional<ItemRow> &now)
{
    if (old && (!now || now->local.parent != old->local.parent)) {
        QSet<ItemId> set_ = m_data.childrenOf.value(old->local.parent);
        set_.remove(id);
        set(m_data.childrenOf, old->local.parent, set_);
    }
    if (now && (!old || now->local.parent != old->local.parent)) {
        QSet<ItemId> set_ = m_data.childrenOf.value(now->local.parent);
        set_.insert(id);
        set(m_data.childrenOf, now->local.parent, set_);
    }
}

Outcome SimStore::SimWriter::putItem(const ItemRow &row)
{
    std::optional<ItemRow> old;
    if (const auto found = m_data.items.constFind(row.id); found != m_data.items.constEnd())
        old = *found;
    if (old && old->remoteRev > row.remoteRev && !m_store.operatorWentBack)
        broken(QStringLiteral("I15: revision of %1 went from %2 to %3").arg(row.id.text()).arg(old->remoteRev).arg(row.remoteRev));
    if (old && old->local.state == ItemState::Removed && old->remote && old->remote->state == ItemState::Removed
        && row.local.state != ItemState::Removed && !isKept(row) && !m_store.operatorWentBack)
        broken(QStringLiteral("I9: tombstone %1 came back").arg(row.id.text()));
    indexItem(row.id, old, row);
    set(m_data.items, row.id, row);
    return {};
}

Outcome SimStore::SimWriter::eraseItem(const ItemId &id)
{
    const auto found = m_data.items.constFind(id);
    if (found == m_data.items.constEnd())
        return {};
    if (found->remote)
        broken(QStringLiteral("erased %1, which the operator has").arg(id.text()));
    indexItem(id, *found, std::nullopt);
    unset(m_data.items, id);
    return {};
}

Outcome SimStore::SimWriter::putVersion(const VersionRow &row)
{
    if (!m_data.blobs.contains(row.blob))
        broken(QStringLiteral("version %1 without its blob").arg(row.id.text()));
    if (!m_data.items.contains(row.item))
        broken(QStringLiteral("version %1 without its item").arg(row.id.text()));
    if (!m_data.versions.contains(row.id)) {
        QList<VersionId> list = m_data.versionsOf.value(row.item);
        list.append(row.id);
        set(m_data.versionsOf, row.item, list);
    }
    set(m_data.versions, row.id, row);
    return {};
}

Outcome SimStore::SimWriter::eraseVersion(const VersionId &id)
{
    const VersionRow row = m_data.versions.value(id);
    QList<VersionId> list = m_data.versionsOf.value(row.item);
    list.removeAll(id);
    set(m_data.versionsOf, row.item, list);
    unset(m_data.versions, id);
    return {};
}

std::array<std::array<std::atomic<qint64>, 4>, 4> SimStore::contentMoves;

Outcome SimStore::SimWriter::putBlob(const BlobRow &row)
{
    const BlobRow old = m_data.blobs.value(row.id);
    if (old.remoteId != row.remoteId) {
        QSet<BlobId> was = m_data.byRemote.value(old.remoteId);
        was.remove(row.id);
        set(m_data.byRemote, old.remoteId, was);
        QSet<BlobId> is = m_data.byRemote.value(row.remoteId);
        is.insert(row.id);
        set(m_data.byRemote, row.remoteId, is);
    }
    if (row.state == BlobState::Verified && old.state != BlobState::Verified) {
        m_undo.push_back([] {});
        QByteArray bytes;
        for (const QByteArray &chunk : m_data.chunks.value(row.id))
            bytes.append(chunk);
        // Staging of a small document writes the row first and its bytes after it, in one transaction.
        if (old.id == row.id && old.state != BlobState::Absent && (bytes.size() != row.size || sha256Of(bytes) != row.sha256)
            && row.verifiedUtc != row.lastUsedUtc)
            broken(QStringLiteral("I11: %1 verified with other bytes").arg(row.id.text()));
    }
    if (old.id == row.id && old.state != row.state) {
        bool known = false;
        for (int event = 0; event < blobEventCount; ++event)
            known |= next(old.state, BlobEvent(event)) == row.state;
        if (!known)
            broken(QStringLiteral("content %1 went from %2 to %3").arg(row.id.text()).arg(int(old.state)).arg(int(row.state)));
    }
    if (old.id == row.id)
        ++contentMoves[size_t(old.state)][size_t(row.state)];
    set(m_data.blobs, row.id, row);
    return {};
}

Outcome SimStore::SimWriter::eraseBlob(const BlobId &id)
{
    for (const VersionRow &version : std::as_const(m_data.versions)) {
        if (version.blob == id)
            broken(QStringLiteral("I1: blob %1 erased under version %2").arg(id.text(), version.id.text()));
    }
    const BlobRow old = m_data.blobs.value(id);
    QSet<BlobId> was = m_data.byRemote.value(old.remoteId);
    was.remove(id);
    set(m_data.byRemote, old.remoteId, was);
    unset(m_data.chunks, id);
    unset(m_data.transfers, id);
    unset(m_data.blobs, id);
    return {};
}

Outcome SimStore::SimWriter::putChunk(const BlobId &blob, int index, QByteArrayView bytes)
{
    if (!m_data.blobs.contains(blob))
        broken(QStringLiteral("chunk without blob %1").arg(blob.text()));
    QMap<int, QByteArray> chunks = m_data.chunks.value(blob);
    chunks.insert(index, bytes.toByteArray());
    set(m_data.chunks, blob, chunks);
    return {};
}

Outcome SimStore::SimWriter::dropChunks(const BlobId &blob)
{
    const BlobRow row = m_data.blobs.value(blob);
    for (const OpRow &op : std::as_const(m_data.ops)) {
        const VersionRow version = m_data.versions.value(op.version);
        if (isLive(op) && !op.version.isEmpty() && version.blob == blob && row.state == BlobState::Verified)
            broken(QStringLiteral("I14: bytes %1 dropped under a live operation").arg(blob.text()));
    }
    if (!row.onServer && row.state == BlobState::Verified) {
        for (const VersionRow &version : std::as_const(m_data.versions)) {
            if (version.blob == blob && m_data.items.value(version.item).local.state != ItemState::Removed)
                broken(QStringLiteral("I14: the last copy of %1 dropped").arg(blob.text()));
        }
    }
    unset(m_data.chunks, blob);
    return {};
}

Outcome SimStore::SimWriter::putTransfer(const TransferRow &row)
{
    if (row.offset > m_data.blobs.value(row.blob).size || row.offset < 0)
        broken(QStringLiteral("I15: offset of %1 beyond its size").arg(row.blob.text()));
    set(m_data.transfers, row.blob, row);
    return {};
}

Outcome SimStore::SimWriter::dropTransfer(const BlobId &blob)
{
    unset(m_data.transfers, blob);
    return {};
}

void SimStore::SimWriter::indexOp(const OpRow &row)
{
    QSet<qint64> &of = m_data.liveOf[row.target];
    const bool was = of.contains(row.seq);
    const auto apply = [this, seq = row.seq, target = row.target](bool live) {
        if (live) {
            m_data.liveOf[target].insert(seq);
            m_data.live.insert(seq);
        } else {
            m_data.liveOf[target].remove(seq);
            m_data.live.remove(seq);
        }
    };
    m_undo.push_back([apply, was] { apply(was); });
    apply(isLive(row));
}

Result<qint64> SimStore::SimWriter::addOp(const OpRow &row)
{
    OpRow stored = row;
    stored.seq = m_data.nextSeq++; // like AUTOINCREMENT, never used again
    if (m_data.opSeq.contains(row.key))
        broken(QStringLiteral("key %1 used twice").arg(row.key.text()));
    set(m_data.ops, stored.seq, stored);
    set(m_data.opSeq, stored.key, stored.seq);
    indexOp(stored);
    return stored.seq;
}

Outcome SimStore::SimWriter::updateOp(const OpRow &row)
{
    const OpRow old = m_data.ops.value(row.seq);
    if (old.key != row.key)
        broken(QStringLiteral("operation %1 changed its key").arg(row.seq));
    const bool neverLeft = old.state == OpState::Queued; // it was taken back: OpEvent::NotSent
    if (isFrozen(old) && !neverLeft &&
        (old.method != row.method || old.path != row.path || old.ifMatch != row.ifMatch || old.body != row.body ||
         old.bodySha256 != row.bodySha256 || old.contentType != row.contentType))
        broken(QStringLiteral("I17: frozen operation %1 changed").arg(row.key.text()));
    if (!isFrozen(row) && row.state != OpState::Queued && row.state != OpState::WaitingUser && row.state != OpState::Cancelled)
        broken(QStringLiteral("operation %1 moved on unfrozen").arg(row.key.text()));
    if (old.state != row.state) {
        bool known = false;
        for (int event = 0; event < opEventCount; ++event)
            known |= next(old.state, OpEvent(event)) == row.state;
        if (!known)
            broken(QStringLiteral("operation %1 went from %2 to %3").arg(row.key.text()).arg(int(old.state)).arg(int(row.state)));
    }
    set(m_data.ops, row.seq, row);
    indexOp(row);
    return {};
}

Outcome SimStore::SimWriter::putConflict(const ConflictRow &row)
{
    set(m_data.conflicts, row.id, row);
    return {};
}

Outcome SimStore::SimWriter::eraseConflict(const ConflictId &id)
{
    unset(m_data.conflicts, id);
    return {};
}

Outcome SimStore::SimWriter::addActivity(const ActivityEntry &entry)
{
    m_undo.push_back([this, size = m_data.activity.size()] { m_data.activity.resize(size); });
    m_data.activity.append(entry);
    return {};
}

} // namespace carriel::sim
