// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The durable store the engine stands on. Implemented by `vault` (SQLCipher) and by the simulator (maps).
// Thread: the engine's only. Every method may fail with an error of its implementation (disk full, damage).
#pragma once

#include "core/base/Result.h"
#include "core/sync/Rows.h"

#include <functional>

namespace carriel::sync {

class Reader
{
public:
    virtual ~Reader() = default;

    virtual Result<SyncStateRow> syncState() = 0;
    virtual Result<std::optional<ItemRow>> item(const ItemId &id) = 0;
    // Those whose local parent is `parent`, whatever their state.
    virtual Result<QList<ItemRow>> children(const ItemId &parent) = 0;
    virtual Result<QList<VersionRow>> versions(const ItemId &item) = 0; // oldest first
    virtual Result<std::optional<VersionRow>> version(const VersionId &id) = 0;
    virtual Result<std::optional<BlobRow>> blob(const BlobId &id) = 0;
    // Several documents may hold the same bytes: any of them, one whose bytes are here before others.
    virtual Result<std::optional<BlobRow>> blobByRemoteId(const RemoteBlobId &id) = 0;
    virtual Result<QByteArray> chunk(const BlobId &blob, int index) = 0; // chunkSize bytes, the last one fewer
    virtual Result<std::optional<TransferRow>> transfer(const BlobId &blob) = 0;
    virtual Result<QList<TransferRow>> transfers() = 0;
    virtual Result<QList<VersionRow>> holders(const BlobId &blob) = 0; // every version of these bytes
    // Bytes the operator has confirmed, of items that are not removed, in order of ids behind `after`.
    virtual Result<QList<BlobRow>> acknowledged(const BlobId &after, int limit) = 0;
    // Heads of active documents whose bytes are not here and that the offline policy wants, most recently modified
    // first.
    virtual Result<QList<BlobRow>> blobsToDownload(int limit) = 0;
    virtual Result<std::optional<OpRow>> op(const OpKey &key) = 0;
    // Neither done nor cancelled, in order of seq.
    virtual Result<QList<OpRow>> liveOps() = 0;
    virtual Result<QList<OpRow>> liveOpsOf(const ItemId &target) = 0; // the same, of one item
    virtual Result<QList<ConflictRow>> openConflicts() = 0;
    virtual Result<QList<ConflictRow>> conflictsMarked(const QString &resolution) = 0; // oldest first
    virtual Result<std::optional<ConflictRow>> conflict(const ConflictId &id) = 0;
    // This computer's id at the operator; it begins the key of every operation, so that others can tell who did it.
    virtual Result<QString> device() { return QString(); }
    virtual Result<QList<ItemId>> missingItems() = 0; // a complete snapshot did not have them
    // Every item the operator is known to have and that is not removed; used against a complete snapshot.
    virtual Result<QList<ItemId>> remoteItemIds() = 0;
    virtual Result<QList<ItemId>> buriedItemIds() = 0; // those it removed for good
};

// What is said of keeping `row` here: by itself, or by the nearest folder around it that says anything.
template <typename Rows> Result<Keep> keepOf(Rows &rows, const ItemRow &row)
{
    std::optional<ItemRow> at = row;
    for (int depth = 0; at && depth < 1000; ++depth) {
        if (at->keep != Keep::Inherit || at->local.parent == rootItem())
            return at->keep;
        CARRIEL_TRY(at, rows.item(at->local.parent));
    }
    return Keep::Inherit;
}

// Bytes of a document lie in chunks of this size; offsets of partial downloads are multiples of it.
inline constexpr qint64 chunkSize = 262144;

struct OtherChange;

class Writer : public Reader
{
public:
    virtual Outcome putSyncState(const SyncStateRow &state) = 0;
    virtual Outcome putItem(const ItemRow &row) = 0;             // insert or replace
    virtual Outcome eraseItem(const ItemId &id) = 0;             // with its conflicts; only one the operator never had
    virtual Outcome putVersion(const VersionRow &row) = 0;
    virtual Outcome eraseVersion(const VersionId &id) = 0;       // the operator gave these bytes its own id, or they were withdrawn
    virtual Outcome putBlob(const BlobRow &row) = 0;
    virtual Outcome eraseBlob(const BlobId &id) = 0;             // with its chunks; nothing refers to it any more
    virtual Outcome putChunk(const BlobId &blob, int index, QByteArrayView bytes) = 0;
    virtual Outcome dropChunks(const BlobId &blob) = 0;          // the caller has checked the eviction guard (W6)
    virtual Outcome putTransfer(const TransferRow &row) = 0;
    virtual Outcome dropTransfer(const BlobId &blob) = 0;
    virtual Result<qint64> addOp(const OpRow &row) = 0;          // answers its seq
    virtual Outcome updateOp(const OpRow &row) = 0;              // everything but seq and key
    virtual Outcome putConflict(const ConflictRow &row) = 0;
    virtual Outcome eraseConflict(const ConflictId &id) = 0;     // it turned out to be none
    virtual Outcome putOther(const OtherChange &) { return {}; } // in the order of the feed; a store may not care
    virtual Outcome addActivity(const ActivityEntry &entry) = 0; // chained behind the last record of this device
};

class Store : public Reader
{
public:
    // Runs `work` in one immediate transaction, durable when this returns success; any error rolls it back.
    virtual Outcome transact(const std::function<Outcome(Writer &)> &work) = 0;
};

} // namespace carriel::sync
