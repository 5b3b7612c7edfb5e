// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sim/SimStore.h"

#include "core/sync/OpMachine.h"
#include "tests/support/sim/SimWriter.h"

#include <algorithm>
#include <limits>

namespace carriel::sim {

using namespace sync;

namespace {
Error gone()
{
    return Error{ErrorCode{"CAR-SIM-001"}, {}, QStringLiteral("the simulated process has ended")};
}
} // namespace

#define ALIVE()                                                                                                        \
    if (dead)                                                                                                          \
        return gone();                                                                                                 \
    ++reads

void SimStore::die()
{
    dead = true;
    if (died)
        died();
}

Outcome SimStore::transact(const std::function<Outcome(Writer &)> &work)
{
    ALIVE();
    m_undo.clear();
    SimWriter writer(*this, m_undo);
    Outcome outcome = work(writer);
    const bool dies = dieBeforeCommit >= 0 && dieBeforeCommit-- == 0;
    if (outcome.ok() && (dies || failCommits > 0)) {
        failCommits -= failCommits > 0;
        outcome = Error{ErrorCode{"CAR-SIM-002"}, {}, QStringLiteral("simulated: no space left")};
    }
    if (!outcome.ok()) {
        for (auto undo = m_undo.rbegin(); undo != m_undo.rend(); ++undo)
            (*undo)();
    } else {
        ++commits;
    }
    m_undo.clear();
    if (dies || (dieAfterCommit >= 0 && dieAfterCommit-- == 0))
        die();
    return outcome;
}

Result<SyncStateRow> SimStore::syncState()
{
    ALIVE();
    return data.state;
}

template <typename Map, typename Key> static auto find(const Map &map, const Key &key)
{
    const auto found = map.constFind(key);
    using Value = std::decay_t<decltype(*found)>;
    return found == map.constEnd() ? std::optional<Value>() : std::optional<Value>(*found);
}

Result<std::optional<ItemRow>> SimStore::item(const ItemId &id)
{
    ALIVE();
    return find(data.items, id);
}

Result<QList<ItemRow>> SimStore::children(const ItemId &parent)
{
    ALIVE();
    QList<ItemId> ids = data.childrenOf.value(parent).values();
    std::sort(ids.begin(), ids.end());
    QList<ItemRow> rows;
    for (const ItemId &id : ids)
        rows.append(data.items.value(id));
    return rows;
}

Result<QList<VersionRow>> SimStore::versions(const ItemId &item)
{
    ALIVE();
    QList<VersionRow> rows;
    for (const VersionId &id : data.versionsOf.value(item))
        rows.append(data.versions.value(id));
    // As the vault does: by the time they were made, those without one first, and else as they came.
    const auto made = [](const VersionRow &row) {
        return row.createdUtc.isValid() ? row.createdUtc.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const VersionRow &a, const VersionRow &b) { return made(a) < made(b); });
    return rows;
}

Result<std::optional<VersionRow>> SimStore::version(const VersionId &id)
{
    ALIVE();
    return find(data.versions, id);
}

Result<std::optional<BlobRow>> SimStore::blob(const BlobId &id)
{
    ALIVE();
    return find(data.blobs, id);
}

Result<std::optional<BlobRow>> SimStore::blobByRemoteId(const RemoteBlobId &id)
{
    ALIVE();
    std::optional<BlobRow> best;
    QList<BlobId> ids = data.byRemote.value(id).values();
    std::sort(ids.begin(), ids.end());
    for (const BlobId &blob : ids) {
        const BlobRow row = data.blobs.value(blob);
        if (!best || (best->state != BlobState::Verified && row.state == BlobState::Verified))
            best = row;
    }
    return best;
}

Result<QByteArray> SimStore::chunk(const BlobId &blob, int index)
{
    ALIVE();
    return data.chunks.value(blob).value(index);
}

Result<std::optional<TransferRow>> SimStore::transfer(const BlobId &blob)
{
    ALIVE();
    return find(data.transfers, blob);
}

Result<QList<BlobRow>> SimStore::blobsToDownload(int limit)
{
    ALIVE();
    QList<BlobRow> rows;
    QSet<BlobId> seen;
    for (const ItemRow &row : std::as_const(data.items)) {
        const bool gone = row.remote && row.remote->state == ItemState::Removed;
        if (row.local.state != ItemState::Active || row.type != ItemType::Document || gone)
            continue;
        const auto version = find(data.versions, row.local.version);
        const auto blob = version ? find(data.blobs, version->blob) : std::nullopt;
        if (!blob || !blob->onServer || seen.contains(blob->id) ||
            (blob->state != BlobState::Absent && blob->state != BlobState::Partial) ||
            keepOf(*this, row).valueOr(Keep::Inherit) == Keep::Off)
            continue;
        seen.insert(blob->id);
        rows.append(*blob);
        if (rows.size() == limit)
            break;
    }
    return rows;
}

Result<std::optional<OpRow>> SimStore::op(const OpKey &key)
{
    ALIVE();
    return find(data.ops, data.opSeq.value(key));
}

static QList<OpRow> rowsOf(const SimData &data, const QSet<qint64> &seqs)
{
    QList<qint64> sorted = seqs.values();
    std::sort(sorted.begin(), sorted.end());
    QList<OpRow> rows;
    rows.reserve(sorted.size());
    for (const qint64 seq : sorted)
        rows.append(data.ops.value(seq));
    return rows;
}

Result<QList<OpRow>> SimStore::liveOps()
{
    ALIVE();
    return rowsOf(data, data.live);
}

Result<QList<OpRow>> SimStore::liveOpsOf(const ItemId &target)
{
    ALIVE();
    return rowsOf(data, data.liveOf.value(target));
}

Result<QList<ConflictRow>> SimStore::openConflicts()
{
    return conflictsMarked({});
}

Result<QList<ConflictRow>> SimStore::conflictsMarked(const QString &resolution)
{
    ALIVE();
    QList<ConflictRow> rows;
    for (const ConflictRow &row : std::as_const(data.conflicts)) {
        if (row.resolution == resolution)
            rows.append(row);
    }
    return rows;
}

Result<std::optional<ConflictRow>> SimStore::conflict(const ConflictId &id)
{
    ALIVE();
    return find(data.conflicts, id);
}

Result<QList<TransferRow>> SimStore::transfers()
{
    ALIVE();
    return data.transfers.values();
}

Result<QList<VersionRow>> SimStore::holders(const BlobId &blob)
{
    ALIVE();
    QList<VersionRow> rows;
    for (const VersionRow &row : std::as_const(data.versions)) {
        if (row.blob == blob)
            rows.append(row);
    }
    return rows;
}

Result<QList<BlobRow>> SimStore::acknowledged(const BlobId &after, int limit)
{
    ALIVE();
    QSet<BlobId> held;
    for (const VersionRow &row : std::as_const(data.versions)) {
        const ItemRow item = data.items.value(row.item);
        if (item.remote && item.local.state != ItemState::Removed && item.remote->state != ItemState::Removed
            && !item.missingSinceUtc.isValid())
            held.insert(row.blob);
    }
    QList<BlobRow> rows;
    for (auto it = data.blobs.upperBound(after); it != data.blobs.end() && rows.size() < limit; ++it) {
        if (it->onServer && !it->remoteId.isEmpty() && held.contains(it.key()))
            rows.append(*it);
    }
    return rows;
}

Result<QList<ItemId>> SimStore::missingItems()
{
    ALIVE();
    QList<ItemId> ids;
    for (const ItemRow &row : std::as_const(data.items)) {
        if (row.missingSinceUtc.isValid() && row.local.state != ItemState::Removed)
            ids.append(row.id);
    }
    return ids;
}

Result<QList<ItemId>> SimStore::remoteItemIds()
{
    ALIVE();
    QList<ItemId> ids;
    for (const ItemRow &row : std::as_const(data.items)) {
        if (row.remote && row.remote->state != ItemState::Removed)
            ids.append(row.id);
    }
    return ids;
}

Result<QList<ItemId>> SimStore::buriedItemIds()
{
    ALIVE();
    QList<ItemId> ids;
    for (const ItemRow &row : std::as_const(data.items)) {
        if (row.remote && row.remote->state == ItemState::Removed)
            ids.append(row.id);
    }
    return ids;
}

QByteArray SimStore::bytesOf(const BlobId &blob) const
{
    QByteArray out;
    for (const QByteArray &chunk : data.chunks.value(blob))
        out.append(chunk);
    return out;
}

} // namespace carriel::sim
