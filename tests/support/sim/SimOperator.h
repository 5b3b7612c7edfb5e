// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The model operator: a plain map with the protocol's rules (docs/protocol), and a log of effects to hold against I7.
#pragma once

#include "core/sync/OperatorPort.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace carriel::sim {

struct SimItem {
    sync::RemoteItem item;
    QList<sync::RemoteHead> versions;
    ItemId trashedRoot;
    bool purged = false;
    qint64 lastSeq = 0; // its place in the feed
};

struct SimUpload {
    qint64 size = 0;
    QByteArray sha256;
    QByteArray bytes;
    RemoteBlobId blob;
};

class SimOperator
{
public:
    QString epoch = QStringLiteral("e1");
    sync::Limits limits;
    QMap<ItemId, SimItem> items;
    QMap<RemoteBlobId, QByteArray> blobs;
    QMap<QString, SimUpload> uploads;
    QHash<OpKey, int> effects;                 // how often each operation took effect
    QHash<OpKey, QByteArray> sent;             // the bytes each key came with first
    QSet<QByteArray> purgedContent;            // destroyed because the person said so
    QStringList violations;
    bool stepUpForPurge = false;
    qint64 oldestCursor = 0;
    std::function<bool(const sync::OpRow &)> refuses; // there is no room for it
    bool namesEpoch = true;      // of what it tells with a conflict
    bool explainsCursors = true; // false: it refuses one it does not know, and does not say why
    bool lists = true;           // false: a snapshot is not to be had
    qint64 seq = 0;
    std::function<void()> changed;             // the feed moved

    sync::Answer<sync::OpResult> execute(const sync::OpRow &op, bool stepUp);
    sync::Answer<sync::ChangePage> changes(const QString &cursor, int limit) const;
    sync::Answer<sync::SnapshotPage> snapshot(const QString &next, int limit);
    sync::Answer<sync::RemoteItem> item(const ItemId &id) const;

    sync::Answer<sync::UploadCreated> createUpload(const OpKey &key, qint64 size, const QByteArray &sha256);
    sync::Answer<sync::UploadProgress> append(const QString &url, qint64 offset, const QByteArray &bytes, bool last);
    sync::Answer<sync::UploadProgress> uploadStatus(const QString &url) const;
    sync::Answer<RemoteBlobId> putBlob(const QByteArray &sha256, const QByteArray &bytes);

    // Something that no client of the test did: an entity issues a document.
    ItemId issue(const QString &name, const QByteArray &bytes, bool official = true);
    void forgetUnusedBlobs();
    void forgetSnapshots() { m_snapshots.clear(); } // those under way cannot be gone on with
    QString earlier(const QString &cursor, quint64 steps) const;
    // Everything but epoch and feed goes back to what it was.
    struct Backup {
        QMap<ItemId, SimItem> items;
        QMap<RemoteBlobId, QByteArray> blobs;
    };
    Backup backup() const { return {items, blobs}; }
    void restoreFrom(const Backup &backup);

private:
    sync::Trouble told(sync::TroubleKind kind, const SimItem &item) const;
    sync::Trouble destroyed() const;
    sync::Answer<sync::OpResult> apply(const sync::OpRow &op, bool stepUp);
    sync::Answer<sync::OpResult> create(const sync::OpRow &op, const QJsonObject &body);
    sync::Answer<sync::OpResult> patch(const sync::OpRow &op, SimItem &item, const QJsonObject &body);
    sync::Answer<sync::OpResult> addVersion(const sync::OpRow &op, SimItem &item, const QJsonObject &body);
    void trash(const OpKey &key, SimItem &item);
    void restore(const OpKey &key, SimItem &item);
    void purge(const OpKey &key, SimItem &item);
    std::optional<sync::Trouble> place(SimItem &item, const ItemId &parent, const QString &name, bool rename);
    std::optional<sync::Trouble> setContent(SimItem &item, const QJsonObject &body, const OpKey &key);
    void touch(SimItem &item, const OpKey &key);
    QList<ItemId> below(const ItemId &id) const;
    bool isActiveFolder(const ItemId &id) const;
    static sync::Answer<sync::OpResult> resultOf(const SimItem &item) { return sync::OpResult{item.item, std::nullopt, false}; }

    QHash<OpKey, sync::OpResult> m_answers; // of those that took effect
    QHash<OpKey, QString> m_uploadOf;
    QHash<QByteArray, RemoteBlobId> m_bySha;
    QHash<QString, QList<ItemId>> m_snapshots;
    QHash<QString, qint64> m_snapshotStart;
    int m_count = 0;
};

sync::Trouble trouble(sync::TroubleKind kind);
// What `remote` does in the program: the exact request an intent becomes.
sync::FrozenRequest freezeIntent(const sync::Intent &intent);

} // namespace carriel::sim
