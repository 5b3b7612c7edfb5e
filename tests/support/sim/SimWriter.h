// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The writing half of SimStore. Each write leaves its undo, and is held against the write rules.
#pragma once

#include "core/sync/BlobMachine.h"
#include "core/sync/OpMachine.h"
#include "tests/support/sim/SimStore.h"

namespace carriel::sim {

class SimStore::SimWriter final : public sync::Writer
{
public:
    SimWriter(SimStore &store, std::vector<std::function<void()>> &undo) : m_store(store), m_data(store.data), m_undo(undo) {}

    Result<sync::SyncStateRow> syncState() override { return m_store.syncState(); }
    Result<std::optional<sync::ItemRow>> item(const ItemId &id) override { return m_store.item(id); }
    Result<QList<sync::ItemRow>> children(const ItemId &parent) override { return m_store.children(parent); }
    Result<QList<sync::VersionRow>> versions(const ItemId &item) override { return m_store.versions(item); }
    Result<std::optional<sync::VersionRow>> version(const VersionId &id) override { return m_store.version(id); }
    Result<std::optional<sync::BlobRow>> blob(const BlobId &id) override { return m_store.blob(id); }
    Result<std::optional<sync::BlobRow>> blobByRemoteId(const RemoteBlobId &id) override { return m_store.blobByRemoteId(id); }
    Result<QByteArray> chunk(const BlobId &blob, int index) override { return m_store.chunk(blob, index); }
    Result<std::optional<sync::TransferRow>> transfer(const BlobId &blob) override { return m_store.transfer(blob); }
    Result<QList<sync::BlobRow>> blobsToDownload(int limit) override { return m_store.blobsToDownload(limit); }
    Result<std::optional<sync::OpRow>> op(const OpKey &key) override { return m_store.op(key); }
    Result<QList<sync::OpRow>> liveOps() override { return m_store.liveOps(); }
    Result<QList<sync::OpRow>> liveOpsOf(const ItemId &target) override { return m_store.liveOpsOf(target); }
    Result<QList<sync::ConflictRow>> openConflicts() override { return m_store.openConflicts(); }
    Result<QList<sync::ConflictRow>> conflictsMarked(const QString &mark) override
    {
        return m_store.conflictsMarked(mark);
    }
    Result<std::optional<sync::ConflictRow>> conflict(const ConflictId &id) override { return m_store.conflict(id); }
    Result<QList<sync::TransferRow>> transfers() override { return m_store.transfers(); }
    Result<QList<sync::VersionRow>> holders(const BlobId &blob) override { return m_store.holders(blob); }
    Result<QList<sync::BlobRow>> acknowledged(const BlobId &after, int limit) override
    {
        return m_store.acknowledged(after, limit);
    }
    Result<QList<ItemId>> missingItems() override { return m_store.missingItems(); }
    Result<QString> device() override { return m_store.device(); }
    Result<QList<ItemId>> remoteItemIds() override { return m_store.remoteItemIds(); }
    Result<QList<ItemId>> buriedItemIds() override { return m_store.buriedItemIds(); }

    Outcome putSyncState(const sync::SyncStateRow &state) override;
    Outcome putItem(const sync::ItemRow &row) override;
    Outcome eraseItem(const ItemId &id) override;
    Outcome putVersion(const sync::VersionRow &row) override;
    Outcome eraseVersion(const VersionId &id) override;
    Outcome putBlob(const sync::BlobRow &row) override;
    Outcome eraseBlob(const BlobId &id) override;
    Outcome putChunk(const BlobId &blob, int index, QByteArrayView bytes) override;
    Outcome dropChunks(const BlobId &blob) override;
    Outcome putTransfer(const sync::TransferRow &row) override;
    Outcome dropTransfer(const BlobId &blob) override;
    Result<qint64> addOp(const sync::OpRow &row) override;
    Outcome updateOp(const sync::OpRow &row) override;
    Outcome putConflict(const sync::ConflictRow &row) override;
    Outcome eraseConflict(const ConflictId &id) override;
    Outcome addActivity(const sync::ActivityEntry &entry) override;

private:
    void broken(const QString &rule) { m_store.violations.append(rule); }
    template <typename Map, typename Key, typename Value> void set(Map &map, const Key &key, const Value &value);
    template <typename Map, typename Key> void unset(Map &map, const Key &key);
    void indexItem(const ItemId &id, const std::optional<sync::ItemRow> &old, const std::optional<sync::ItemRow> &now);
    void indexOp(const sync::OpRow &row);

    SimStore &m_store;
    SimData &m_data;
    std::vector<std::function<void()>> &m_undo;
};

} // namespace carriel::sim
