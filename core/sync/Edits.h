// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to items, made durable before it is confirmed (W1): the local fields and the operation that will carry
// them leave in one transaction. Works with or without a network, with or without an operator.
// Thread: the engine's. Errors: CAR-SYN-0xx and the store's.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/sync/Hasher.h"
#include "core/sync/Store.h"

class QIODevice;

namespace carriel::sync {

struct NewDocument {
    ItemId parent;
    QString name;        // as the person gave it; fitted to the operator's rules, the original kept
    BlobId blob;         // staged before
    QString mediaType;
    ItemMeta meta;
    Custody custody = Custody::Open; // Private: the staged bytes are sealed already
};

struct Added {
    ItemId id;
    QString name;        // as stored: fitted, and numbered if it was taken
    QString originalName; // if it had to change
};

// A document's bytes, copied into the vault before anything refers to them (W8).
struct StagedBlob {
    BlobId id;
    qint64 size = 0;
    QByteArray sha256; // 32 raw bytes
};

class Edits
{
public:
    // `hasher` outlives this; without one Qt's own does it.
    Edits(Store &store, const Clock &clock, Random &random, const Hasher *hasher = nullptr);

    // Reads `source` to its end. `progress` gets the bytes so far and answers false to stop (CAR-BAS-002; nothing remains).
    Result<StagedBlob> stage(QIODevice &source, const std::function<bool(qint64)> &progress = {});
    // Several small ones in one transaction, because each transaction waits for the disk; the same order back.
    Result<QList<StagedBlob>> stageAll(const QList<QByteArray> &contents);

    // One transaction for all; the same order back.
    Result<QList<Added>> addDocuments(const QList<NewDocument> &documents);
    Result<Added> addFolder(const ItemId &parent, const QString &name);
    Result<VersionId> addVersion(const ItemId &document, const BlobId &staged, const QString &mediaType);

    // What an earlier version held becomes the newest version; nothing is taken away. CAR-SYN-010 if neither this
    // computer nor the operator has its bytes.
    Result<VersionId> restoreVersion(const ItemId &document, const VersionId &version);

    Result<QString> rename(const ItemId &id, const QString &name); // the name as stored
    Outcome move(const QList<ItemId> &ids, const ItemId &newParent);
    // `change` edits the meta data of each; called inside the transaction.
    Outcome editMeta(const QList<ItemId> &ids, const std::function<void(ItemMeta &)> &change);
    Outcome trash(const QList<ItemId> &ids);
    Outcome restore(const QList<ItemId> &ids);
    Outcome purge(const QList<ItemId> &ids); // cannot be undone

    // On: brought and kept here, also what comes into a folder later. Off: only when asked for. The nearest word
    // counts.
    Outcome keep(const QList<ItemId> &ids, Keep wish);
    Outcome pin(const QList<ItemId> &ids, bool keepOffline) { return keep(ids, keepOffline ? Keep::On : Keep::Off); }
    // Frees the bytes of all versions of this document on this computer, only those that the operator has and that
    // nothing here needs (I14). Another document of the same content needs them, unless its own rule says otherwise or
    // it goes `together` with this one. Answers whether any went.
    Result<bool> evict(const ItemId &id, const QSet<ItemId> &together = {});

private:
    Store &m_store;
    const Clock &m_clock;
    Random &m_random;
    QtHasher m_plainHasher;
    const Hasher &m_hasher;
};

} // namespace carriel::sync
