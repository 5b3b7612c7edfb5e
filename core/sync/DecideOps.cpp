// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One operation: given up, with what it was to change, or asked for again.
#include "core/sync/Decisions.h"
#include "core/sync/EditSupport.h"
#include "core/sync/Held.h"
#include "core/sync/OpPlan.h"
#include "core/sync/SyncErrors.h"
#include "core/sync/Withdraw.h"

namespace carriel::sync {

namespace {

bool isStateOp(const OpRow &op)
{
    return op.kind == OpKind::Trash || op.kind == OpKind::Restore || op.kind == OpKind::Purge;
}

// Nothing of it can have happened: it has not left, or the operator said no.
bool isUndone(const OpRow &op)
{
    return op.state == OpState::Queued || op.state == OpState::Failed || op.state == OpState::WaitingUser;
}

Outcome giveUp(Tx &tx, OpRow &op)
{
    return tx.step(op, op.state == OpState::Failed ? OpEvent::Superseded : OpEvent::Withdrawn);
}

// Documents inside a folder that is not to be made after all go one level up; folders nobody knows of go with it.
Outcome undoFolder(Tx &tx, const ItemRow &folder, const ItemId &up, int depth)
{
    if (depth > 1000)
        return itemError(errors::wouldCycle, folder.id, folder.local.name);
    CARRIEL_TRY(const SyncStateRow state, tx.writer.syncState());
    CARRIEL_TRY(const QList<ItemRow> children, tx.writer.children(folder.id));
    for (ItemRow child : children) {
        if (child.local.state == ItemState::Removed)
            continue;
        CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOpsOf(child.id));
        if (std::any_of(live.begin(), live.end(), isOpenEnded))
            return itemError(errors::alreadySent, child.id, child.local.name);
        if (child.type == ItemType::Folder && !child.remote) {
            CARRIEL_CHECK(undoFolder(tx, child, up, depth + 1));
            continue;
        }
        child.local.parent = up;
        if (child.local.state == ItemState::Active)
            CARRIEL_CHECK(giveName(tx.writer, state.names, child, child.local.name));
        CARRIEL_CHECK(tx.putItem(child));
        CARRIEL_CHECK(planOps(tx, child, Touched{.fields = true}));
    }
    return forgetUnsent(tx, folder);
}

Outcome undoFields(Tx &tx, ItemRow row)
{
    CARRIEL_TRY(QList<OpRow> live, tx.writer.liveOpsOf(row.id));
    if (std::any_of(live.begin(), live.end(), [](const OpRow &other) {
            return isOpenEnded(other) && (isCreate(other) || other.kind == OpKind::PatchItem);
        }))
        return itemError(errors::alreadySent, row.id, row.local.name);
    if (row.base)
        CARRIEL_CHECK(refuseCycle(tx.writer, row, row.base->parent)); // its folder of before may lie in it by now
    for (OpRow &other : live) {
        if (other.kind == OpKind::PatchItem && isUndone(other))
            CARRIEL_CHECK(giveUp(tx, other));
    }
    if (!row.base)
        return {};
    row.local.name = row.base->name;
    row.local.parent = row.base->parent;
    row.local.meta = row.base->meta;
    return tx.putItem(row);
}

// The last of the state changes goes, and those behind it that stand on it.
// Made when others were faster: it stays beside their head.
VersionId besideWhat(const VersionRow &version, const ItemRow &row, const QList<VersionRow> &all)
{
    if (version.label != thisComputer() || !row.remote)
        return {};
    const auto earlier = std::find_if(all.begin(), all.end(), [&](const VersionRow &one) {
        return one.origin == VersionOrigin::Server && one.id != row.remote->version;
    });
    return earlier == all.end() ? VersionId() : earlier->id;
}

// The folder it lay in may have been given up with it: then back to where the operator has it.
Outcome findPlace(Tx &tx, ItemRow &row)
{
    const auto isThere = [&](const ItemId &id) -> Result<bool> {
        CARRIEL_TRY(const auto folder, tx.writer.item(id));
        return id == rootItem() || (folder && folder->local.state != ItemState::Removed);
    };
    CARRIEL_TRY(const bool stays, isThere(row.local.parent));
    if (stays)
        return {};
    CARRIEL_TRY(const bool before, row.base ? isThere(row.base->parent) : Result<bool>(false));
    row.local.parent = before ? row.base->parent : rootItem();
    CARRIEL_TRY(const SyncStateRow state, tx.writer.syncState());
    return row.local.state == ItemState::Active ? giveName(tx.writer, state.names, row, row.local.name) : Outcome();
}

// To destroy it was the end of all that was still to be sent before; that it is not destroyed after all begins it again.
Outcome planAgain(Tx &tx, const ItemRow &row)
{
    CARRIEL_CHECK(planOps(tx, row, Touched{.fields = true}));
    CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOpsOf(row.id));
    CARRIEL_TRY(QList<VersionRow> versions, tx.writer.versions(row.id));
    std::stable_sort(versions.begin(), versions.end(), [&](const VersionRow &a, const VersionRow &b) {
        return a.id != row.local.version && b.id == row.local.version; // what is seen now goes last, and is the head
    });
    for (const VersionRow &version : std::as_const(versions)) {
        const bool sent = std::any_of(live.begin(), live.end(), [&](const OpRow &op) { return op.version == version.id; });
        if (version.origin == VersionOrigin::Server || sent)
            continue;
        CARRIEL_TRY(OpRow op, tx.addOp(OpKind::AddVersion, row, version.id));
        op.base = besideWhat(version, row, versions);
        CARRIEL_CHECK(tx.putOp(op));
    }
    return {};
}

Outcome undoState(Tx &tx, ItemRow row, const OpRow &op)
{
    ItemState left = row.base ? row.base->state : ItemState::Active;
    CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOpsOf(row.id));
    for (OpRow other : live) {
        if (!isStateOp(other))
            continue;
        if (other.seq >= op.seq && !isUndone(other))
            return itemError(errors::alreadySent, row.id, row.local.name);
        if (other.seq >= op.seq)
            CARRIEL_CHECK(giveUp(tx, other));
        else
            left = other.kind == OpKind::Trash     ? ItemState::Trashed
                   : other.kind == OpKind::Restore ? ItemState::Active
                                                   : ItemState::Removed;
    }
    const bool isBack = row.local.state == ItemState::Removed && left != ItemState::Removed;
    row.local.state = left;
    if (left == ItemState::Active)
        row.facts.trashedUtc = {};
    if (isBack)
        CARRIEL_CHECK(findPlace(tx, row));
    CARRIEL_CHECK(tx.putItem(row));
    return isBack ? planAgain(tx, row) : Outcome();
}

Outcome undoOne(Tx &tx, OpRow &op)
{
    if (!isUndone(op))
        return itemError(errors::alreadySent, op.target);
    CARRIEL_TRY(const auto row, tx.writer.item(op.target));
    if (!row)
        return giveUp(tx, op);
    CARRIEL_CHECK(tx.log("operation.given_up", row->id, {{QStringLiteral("name"), row->local.name}}, op.key));
    switch (op.kind) {
    case OpKind::CreateFolder: {
        const bool there = requireFolder(tx.writer, row->local.parent).ok();
        return undoFolder(tx, *row, there ? row->local.parent : rootItem(), 0);
    }
    case OpKind::CreateDocument:
        return forgetUnsent(tx, *row);
    case OpKind::AddVersion:
        return withdrawVersion(tx, op, *row);
    case OpKind::PatchItem:
        return undoFields(tx, *row);
    case OpKind::Trash:
    case OpKind::Restore:
    case OpKind::Purge:
        return undoState(tx, *row, op);
    }
    return {};
}

} // namespace

Result<bool> Decisions::canUndo(const OpKey &key)
{
    CARRIEL_TRY(const auto op, m_store.op(key));
    return op && isUndone(*op);
}

Outcome Decisions::undo(const OpKey &key)
{
    return m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        CARRIEL_TRY(auto op, writer.op(key));
        if (!op || !isLive(*op))
            return Error{
                errors::itemNotFound, {{QStringLiteral("id"), key.text()}}, QStringLiteral("no live operation")};
        return undoOne(tx, *op);
    });
}

Outcome Decisions::retry(const OpKey &key)
{
    return m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        CARRIEL_TRY(auto op, writer.op(key));
        if (!op || !isLive(*op))
            return Error{
                errors::itemNotFound, {{QStringLiteral("id"), key.text()}}, QStringLiteral("no live operation")};
        if (isHeld(*op) && op->state == OpState::WaitingUser)
            op->lastProblem.clear(); // asked for by name: that is the answer
        return askAgain(tx, *op);
    });
}

} // namespace carriel::sync
