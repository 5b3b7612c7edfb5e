// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The end of an item at the operator, and what must survive it.
#include "core/sync/Apply.h"
#include "core/sync/EditSupport.h"
#include "core/sync/Kept.h"
#include "core/sync/Recreate.h"

namespace carriel::sync {

Outcome Apply::remove(const ItemId &id, qint64 rev, const OpKey &causedBy)
{
    CARRIEL_TRY(const auto stored, m_tx.writer.item(id));
    if (!stored || (stored->remote && rev <= stored->remoteRev && stored->remote->state == ItemState::Removed))
        return {};
    ItemRow row = *stored;
    const bool wanted = row.local.state == ItemState::Removed;
    CARRIEL_TRY(QList<OpRow> live, m_tx.writer.liveOpsOf(id));
    const Cover cover = coverOf(live);
    for (OpRow &op : live) {
        if (op.key == causedBy && isFrozen(op)) {
            CARRIEL_CHECK(m_tx.step(op, OpEvent::SeenInFeed));
        } else if (!isOpenEnded(op)) {
            // Bytes that were to become a version have no place any more: they become a document of their own.
            if (op.kind == OpKind::AddVersion && !wanted)
                CARRIEL_CHECK(rescue(row, op));
            CARRIEL_CHECK(m_tx.step(op, OpEvent::Withdrawn));
        }
    }
    if (row.remote && row.remote->state == ItemState::Removed) { // told once more, by an operator that had gone back
        row.remoteRev = std::max(rev, row.remoteRev);
        row.baseRev = row.remoteRev;
        return m_tx.putItem(row);
    }
    const bool dirty = cover.fields && row.base
        && (row.local.name != row.base->name || row.local.parent != row.base->parent || row.local.meta != row.base->meta);
    // Who destroyed it may have seen an earlier state of it, the one that the operator went back to.
    CARRIEL_TRY(const bool lost, row.missingSinceUtc.isValid() ? holdsLostBytes(id) : Result<bool>(false));
    if (!wanted && (dirty || lost)) {
        CARRIEL_CHECK(m_tx.addConflict(
            id, ConflictKind::State,
            {{QStringLiteral("name"), row.local.name}, {QStringLiteral("meta"), row.local.meta.fields()}},
            {{QStringLiteral("state"), QStringLiteral("removed")}}, causedBy));
    }
    ItemFields gone = row.remote ? *row.remote : row.local;
    gone.state = ItemState::Removed;
    CARRIEL_TRY(const auto seen, m_tx.writer.version(row.local.version));
    if (!seen)
        row.local.version = gone.version; // ours went to a document of its own
    row.local.state = ItemState::Removed;
    row.remote = gone;
    row.base = gone;
    row.remoteRev = std::max(rev, row.remoteRev);
    row.baseRev = row.remoteRev;
    row.missingSinceUtc = {};
    if (isKept(*stored))
        keepAsItWas(row, stored->base->state); // the question is still open
    CARRIEL_CHECK(m_tx.putItem(row));
    if (wanted)
        CARRIEL_CHECK(freeBytes(m_tx, id, true));
    else
        CARRIEL_CHECK(noteRemoval(*stored, ItemState::Removed, causedBy));
    return row.type == ItemType::Folder ? rehome(row) : Outcome();
}

Outcome Apply::orphaned(const ItemRow &row, OpRow &op)
{
    if (op.kind == OpKind::AddVersion)
        CARRIEL_CHECK(rescue(row, op));
    CARRIEL_CHECK(m_tx.step(op, OpEvent::Withdrawn));
    CARRIEL_TRY(const QList<OpRow> live, m_tx.writer.liveOpsOf(row.id));
    ItemRow left = row;
    settle(left, coverOf(live));
    return left.local == row.local ? Outcome() : m_tx.putItem(left);
}

Outcome Apply::vanished(ItemRow row)
{
    if (row.local.state == ItemState::Removed) // the person was on the way to destroy it
        return remove(row.id, std::max<qint64>(row.remoteRev, 1), {});
    row.remote = row.local;
    row.remote->state = ItemState::Active;
    row.base = row.remote;
    row.missingSinceUtc = m_tx.now();
    return m_tx.putItem(row);
}

Outcome Apply::rescue(const ItemRow &lost, const OpRow &op)
{
    CARRIEL_TRY(const auto version, m_tx.writer.version(op.version));
    if (!version || version->origin == VersionOrigin::Server)
        return {};
    CARRIEL_TRY(const auto blob, m_tx.writer.blob(version->blob));
    if (!blob || blob->state != BlobState::Verified)
        return {}; // an earlier version that was to come back, and whose bytes only the operator had
    CARRIEL_TRY([[maybe_unused]] const ItemRow row, recreate(m_tx, lost, lost.local, version->id));
    return m_tx.writer.eraseVersion(version->id);
}

// What only this computer has in a folder that is no more moves up to the root.
Outcome Apply::rehome(const ItemRow &folder)
{
    CARRIEL_TRY(const QList<ItemRow> children, m_tx.writer.children(folder.id));
    if (children.isEmpty())
        return {};
    CARRIEL_TRY(const SyncStateRow state, m_tx.writer.syncState());
    for (ItemRow child : children) {
        const bool elsewhere = !child.remote || child.remote->parent != folder.id;
        if (child.local.state == ItemState::Removed || !elsewhere)
            continue;
        child.local.parent = rootItem();
        if (child.local.state == ItemState::Active)
            CARRIEL_CHECK(giveName(m_tx.writer, state.names, child, child.local.name));
        CARRIEL_CHECK(m_tx.putItem(child));
        CARRIEL_CHECK(m_tx.addConflict(child.id, ConflictKind::Parent, {{QStringLiteral("parent"), folder.id.text()}},
                                       {{QStringLiteral("parent"), rootItem().text()}}));
        CARRIEL_CHECK(planOps(m_tx, child, Touched{.fields = true}));
    }
    return {};
}

Outcome Apply::untangle()
{
    const QList<ItemId> moved = std::exchange(m_moved, {});
    for (const ItemId &id : moved) {
        QList<ItemRow> path;
        ItemId at = id;
        bool circle = false;
        while (at != rootItem() && !circle && path.size() < 1000) {
            CARRIEL_TRY(const auto row, m_tx.writer.item(at));
            if (!row)
                break;
            path.append(*row);
            at = row->local.parent;
            circle = at == id;
        }
        if (!circle)
            continue;
        for (ItemRow &row : path) {
            if (!row.remote || row.remote->parent == row.local.parent)
                continue;
            CARRIEL_CHECK(m_tx.addConflict(row.id, ConflictKind::Parent, {{QStringLiteral("parent"), row.local.parent.text()}},
                                           {{QStringLiteral("parent"), row.remote->parent.text()}}));
            row.local.parent = row.remote->parent;
            CARRIEL_CHECK(m_tx.putItem(row));
            CARRIEL_CHECK(planOps(m_tx, row, Touched{.fields = true}));
        }
    }
    return {};
}

} // namespace carriel::sync
