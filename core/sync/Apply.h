// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes what the operator says into the store: items, heads, removals. Works inside one transaction; repeating it changes
// nothing (I5), because only a higher revision counts and an operation ends once.
#pragma once

#include "core/sync/Merge.h"
#include "core/sync/Tx.h"

namespace carriel::sync {

class Apply
{
public:
    explicit Apply(Tx &tx) : m_tx(tx) {}

    // `answered`: the operation that this is the answer to; it is done already.
    // `repeated`: the answer was given before and is given again; it does not say that the item is still there.
    Outcome upsert(const RemoteItem &news, const OpRow *answered = nullptr, Trust trust = Trust::Same, bool repeated = false);
    // What became of our content; it may not be the head.
    Outcome made(const ItemId &item, const RemoteHead &version, const OpRow &answered);
    // All versions that the operator has of it, in any order: those not known here join its history.
    Outcome history(const ItemId &item, const QList<RemoteHead> &versions);
    // A tombstone; the only thing that makes an item disappear (I9).
    Outcome remove(const ItemId &id, qint64 rev, const OpKey &causedBy);
    // An operation failed because its item is no more.
    Outcome orphaned(const ItemRow &row, OpRow &op);
    // What was sent under an id of ours is gone there: it had arrived, and no tombstone told of its end. Kept, shown, asked.
    Outcome vanished(ItemRow row);
    // A complete snapshot did not have it: kept, shown, asked.
    Outcome missing(const ItemId &id, Trust trust);
    // The operator went back, and all that it has now is known: what it refused before, it refused as another one.
    Outcome askAllRefusedAgain();
    // … and it may not remember any more what it removed for good. Who was away may make it there once more.
    Outcome doubtTombstones();
    // After the last news of a page: two moves may have met in a circle. Ours gives way.
    Outcome untangle();
    // The feed has come to its end: what others removed since is believed, or asked about when it is too much at once
    // (I9).
    Outcome closeRun();

private:
    struct Head {
        std::optional<VersionRow> row;
        VersionId replaces;
    };
    Result<Head> adoptHead(ItemRow &row, const RemoteHead &head, const QList<OpRow> &ours);
    Result<BlobRow> blobFor(const BlobId &held, const RemoteHead &head);
    Outcome putHead(const Head &head);
    Outcome renameInConflicts(const ItemId &item, const VersionId &from, const VersionId &to);
    Outcome closeMade(const ItemId &item, const QList<RemoteHead> &versions);
    Outcome askRefusedAgain(const ItemId &item);
    Outcome closeCreates(QList<OpRow> &live, QList<OpRow> &ours);
    Outcome noteRemoval(const ItemRow &row, ItemState to, const OpKey &causedBy);
    Outcome backAgain(const ItemId &item);
    Result<QList<ConflictRow>> countedRemovals(const QList<ConflictRow> &open);
    Outcome ask(ConflictRow row);
    Outcome distrust(const ItemId &item, const VersionId &confirmed);
    // Bytes that it once confirmed and, since it went back, is not known to have.
    Result<bool> holdsLostBytes(const ItemId &item);
    Result<bool> isShown(const BlobId &blob);
    // What is open follows the news; where both want the same by now, it is closed.
    Outcome followConflicts(const ItemId &item, const RemoteItem &news, const QList<OpRow> &live);
    Outcome carryOut(const Merged &merged, QList<OpRow> &live);
    Outcome rescue(const ItemRow &lost, const OpRow &op);
    Outcome rehome(const ItemRow &folder);

    Tx &m_tx;
    QList<ItemId> m_moved;
    std::optional<bool> m_conflicts; // whether any is open
};

} // namespace carriel::sync
