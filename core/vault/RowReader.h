// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's rows, read from the tables; and a base class that answers sync::Reader with them.
#pragma once

#include "core/sync/Store.h"
#include "core/vault/Database.h"

namespace carriel::vault {

class RowReader
{
public:
    explicit RowReader(Database &database) : m_db(database) {}

    Result<sync::SyncStateRow> syncState();
    Result<std::optional<sync::ItemRow>> item(const ItemId &id);
    Result<QList<sync::ItemRow>> children(const ItemId &parent);
    Result<QList<sync::VersionRow>> versions(const ItemId &item);
    Result<std::optional<sync::VersionRow>> version(const VersionId &id);
    Result<std::optional<sync::BlobRow>> blob(const BlobId &id);
    Result<std::optional<sync::BlobRow>> blobByRemoteId(const RemoteBlobId &id);
    Result<QByteArray> chunk(const BlobId &blob, int index);
    Result<std::optional<sync::TransferRow>> transfer(const BlobId &blob);
    Result<QList<sync::BlobRow>> blobsToDownload(int limit);
    Result<std::optional<sync::OpRow>> op(const OpKey &key);
    Result<QList<sync::OpRow>> liveOps();
    Result<QList<sync::OpRow>> liveOpsOf(const ItemId &target);
    Result<QList<sync::ConflictRow>> openConflicts();
    Result<QList<sync::ConflictRow>> conflictsMarked(const QString &resolution);
    Result<std::optional<sync::ConflictRow>> conflict(const ConflictId &id);
    Result<QList<sync::TransferRow>> transfers();
    Result<QList<sync::VersionRow>> holders(const BlobId &blob);
    Result<QList<sync::BlobRow>> acknowledged(const BlobId &after, int limit);
    Result<QString> device();
    Result<QList<ItemId>> missingItems();
    Result<QList<ItemId>> remoteItemIds();
    Result<QList<ItemId>> buriedItemIds();

private:
    Database &m_db;
};

template <typename Base> class Reading : public Base
{
public:
    explicit Reading(Database &database) : m_rows(database) {}

    Result<sync::SyncStateRow> syncState() override { return m_rows.syncState(); }
    Result<std::optional<sync::ItemRow>> item(const ItemId &id) override { return m_rows.item(id); }
    Result<QList<sync::ItemRow>> children(const ItemId &parent) override { return m_rows.children(parent); }
    Result<QList<sync::VersionRow>> versions(const ItemId &item) override { return m_rows.versions(item); }
    Result<std::optional<sync::VersionRow>> version(const VersionId &id) override { return m_rows.version(id); }
    Result<std::optional<sync::BlobRow>> blob(const BlobId &id) override { return m_rows.blob(id); }
    Result<std::optional<sync::BlobRow>> blobByRemoteId(const RemoteBlobId &id) override { return m_rows.blobByRemoteId(id); }
    Result<QByteArray> chunk(const BlobId &blob, int index) override { return m_rows.chunk(blob, index); }
    Result<std::optional<sync::TransferRow>> transfer(const BlobId &blob) override { return m_rows.transfer(blob); }
    Result<QList<sync::BlobRow>> blobsToDownload(int limit) override { return m_rows.blobsToDownload(limit); }
    Result<std::optional<sync::OpRow>> op(const OpKey &key) override { return m_rows.op(key); }
    Result<QList<sync::OpRow>> liveOps() override { return m_rows.liveOps(); }
    Result<QList<sync::OpRow>> liveOpsOf(const ItemId &target) override { return m_rows.liveOpsOf(target); }
    Result<QList<sync::ConflictRow>> openConflicts() override { return m_rows.openConflicts(); }
    Result<QList<sync::ConflictRow>> conflictsMarked(const QString &mark) override
    {
        return m_rows.conflictsMarked(mark);
    }
    Result<std::optional<sync::ConflictRow>> conflict(const ConflictId &id) override { return m_rows.conflict(id); }
    Result<QList<sync::TransferRow>> transfers() override { return m_rows.transfers(); }
    Result<QList<sync::VersionRow>> holders(const BlobId &blob) override { return m_rows.holders(blob); }
    Result<QList<sync::BlobRow>> acknowledged(const BlobId &after, int limit) override
    {
        return m_rows.acknowledged(after, limit);
    }
    Result<QString> device() override { return m_rows.device(); }
    Result<QList<ItemId>> missingItems() override { return m_rows.missingItems(); }
    Result<QList<ItemId>> remoteItemIds() override { return m_rows.remoteItemIds(); }
    Result<QList<ItemId>> buriedItemIds() override { return m_rows.buriedItemIds(); }

private:
    RowReader m_rows;
};

} // namespace carriel::vault
