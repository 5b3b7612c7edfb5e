// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The durable store as maps, with transactions by undo. It also watches the write rules: what breaks one is in `violations`.
#pragma once

#include "core/sync/Store.h"

#include <QHash>
#include <QMap>
#include <QStringList>
#include <array>
#include <atomic>
#include <optional>
#include <vector>

namespace carriel::sim {

struct SimData {
    sync::SyncStateRow state;
    QMap<ItemId, sync::ItemRow> items;
    QHash<ItemId, QSet<ItemId>> childrenOf; // by local parent
    QMap<VersionId, sync::VersionRow> versions;
    QHash<ItemId, QList<VersionId>> versionsOf;
    QMap<BlobId, sync::BlobRow> blobs;
    QHash<RemoteBlobId, QSet<BlobId>> byRemote;
    QMap<BlobId, QMap<int, QByteArray>> chunks;
    QMap<BlobId, sync::TransferRow> transfers;
    QMap<qint64, sync::OpRow> ops;
    QHash<OpKey, qint64> opSeq;
    QHash<ItemId, QSet<qint64>> liveOf;
    QSet<qint64> live;
    QMap<ConflictId, sync::ConflictRow> conflicts;
    QList<sync::ActivityEntry> activity;
    qint64 nextSeq = 1;
};

class SimStore final : public sync::Store
{
public:
    SimData data;
    QStringList violations;
    bool dead = false;        // the process has ended: nothing works any more
    int dieBeforeCommit = -1; // the n-th transaction from now does not happen, and it is over
    int dieAfterCommit = -1;
    int failCommits = 0;      // so many of the next ones fail (disk full)
    int commits = 0;
    qint64 reads = 0; // outside of transactions
    bool operatorWentBack = false; // its revisions begin again lower
    std::function<void()> died;

    Outcome transact(const std::function<Outcome(sync::Writer &)> &work) override;

    Result<sync::SyncStateRow> syncState() override;
    Result<std::optional<sync::ItemRow>> item(const ItemId &id) override;
    Result<QList<sync::ItemRow>> children(const ItemId &parent) override;
    Result<QList<sync::VersionRow>> versions(const ItemId &item) override;
    Result<std::optional<sync::VersionRow>> version(const VersionId &id) override;
    Result<std::optional<sync::BlobRow>> blob(const BlobId &id) override;
    Result<std::optional<sync::BlobRow>> blobByRemoteId(const RemoteBlobId &id) override;
    Result<QByteArray> chunk(const BlobId &blob, int index) override;
    Result<std::optional<sync::TransferRow>> transfer(const BlobId &blob) override;
    Result<QList<sync::BlobRow>> blobsToDownload(int limit) override;
    Result<std::optional<sync::OpRow>> op(const OpKey &key) override;
    Result<QList<sync::OpRow>> liveOps() override;
    Result<QList<sync::OpRow>> liveOpsOf(const ItemId &target) override;
    Result<QList<sync::ConflictRow>> openConflicts() override;
    Result<QList<sync::ConflictRow>> conflictsMarked(const QString &resolution) override;
    Result<std::optional<sync::ConflictRow>> conflict(const ConflictId &id) override;
    Result<QList<sync::TransferRow>> transfers() override;
    Result<QList<sync::VersionRow>> holders(const BlobId &blob) override;
    Result<QList<sync::BlobRow>> acknowledged(const BlobId &after, int limit) override;
    Result<QList<ItemId>> missingItems() override;
    QString deviceId; // empty: keys name no device
    Result<QString> device() override { return deviceId; }
    Result<QList<ItemId>> remoteItemIds() override;
    Result<QList<ItemId>> buriedItemIds() override;

    // How often contents went from one state to another, in all stores together.
    static std::array<std::array<std::atomic<qint64>, 4>, 4> contentMoves;

    // All bytes of a document as they lie here.
    QByteArray bytesOf(const BlobId &blob) const;

private:
    class SimWriter;
    std::vector<std::function<void()>> m_undo;
    void die();
};

} // namespace carriel::sim
