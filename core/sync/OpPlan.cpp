// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/OpPlan.h"

#include "core/sync/Held.h"
#include "core/sync/Withdraw.h"

#include <QHash>
#include <functional>

namespace carriel::sync {

namespace {

bool isStateOp(const OpRow &op)
{
    return op.kind == OpKind::Trash || op.kind == OpKind::Restore || op.kind == OpKind::Purge;
}

// Not sent, so that it may still change or go.
bool isOpen(const OpRow &op)
{
    return !isFrozen(op) && (op.state == OpState::Queued || op.state == OpState::WaitingUser);
}

// The person changes what had been refused: the old attempt makes room.
Outcome dropRefused(Tx &tx, QList<OpRow> &live, const std::function<bool(const OpRow &)> &which)
{
    for (OpRow &op : live) {
        if (op.state == OpState::Failed && which(op))
            CARRIEL_CHECK(tx.step(op, OpEvent::Superseded));
    }
    live.removeIf([](const OpRow &op) { return !isLive(op); });
    return {};
}

ItemState targetOf(OpKind kind)
{
    return kind == OpKind::Trash ? ItemState::Trashed : kind == OpKind::Restore ? ItemState::Active : ItemState::Removed;
}

// Operations to come from `from` to `to`.
QList<OpKind> stepsBetween(ItemState from, ItemState to)
{
    if (from == to || from == ItemState::Removed)
        return {};
    if (to == ItemState::Active)
        return {OpKind::Restore};
    if (to == ItemState::Trashed)
        return {OpKind::Trash};
    return from == ItemState::Active ? QList<OpKind>{OpKind::Trash, OpKind::Purge} : QList<OpKind>{OpKind::Purge};
}

// A folder goes after everything that is still to happen inside it.
Outcome collectBelow(Reader &reader, const ItemId &folder, QList<OpKey> &needs, int depth = 0)
{
    if (depth > 64)
        return {};
    CARRIEL_TRY(const QList<ItemRow> children, reader.children(folder));
    for (const ItemRow &child : children) {
        CARRIEL_TRY(const QList<OpRow> ops, reader.liveOpsOf(child.id));
        for (const OpRow &op : ops)
            needs.append(op.key);
        if (child.type == ItemType::Folder && child.id != folder)
            CARRIEL_CHECK(collectBelow(reader, child.id, needs, depth + 1));
    }
    return {};
}

Outcome planFields(Tx &tx, const ItemRow &row, QList<OpRow> &live)
{
    CARRIEL_CHECK(dropRefused(tx, live, [](const OpRow &op) { return op.kind == OpKind::PatchItem; }));
    CARRIEL_TRY(const QList<OpKey> needs, needsOfParent(tx.writer, row.local.parent));
    const bool underWay = std::any_of(live.begin(), live.end(), [](const OpRow &op) {
        return isFrozen(op) && (isCreate(op) || op.kind == OpKind::PatchItem);
    });
    for (OpRow &op : live) {
        if (!isOpen(op) || (!isCreate(op) && op.kind != OpKind::PatchItem))
            continue;
        if (!isCreate(op) && !underWay && !saysSomething(op, row))
            return tx.step(op, OpEvent::Withdrawn);
        op.needs = needs;
        return tx.putOp(op);
    }
    OpRow probe;
    probe.kind = OpKind::PatchItem;
    if (!underWay && !saysSomething(probe, row))
        return {};
    CARRIEL_TRY([[maybe_unused]] const OpRow op, tx.addOp(OpKind::PatchItem, row, {}, needs));
    return {};
}

Outcome planState(Tx &tx, const ItemRow &row, QList<OpRow> &live)
{
    CARRIEL_CHECK(dropRefused(tx, live, isStateOp));
    ItemState expected = row.base ? row.base->state : ItemState::Active;
    for (OpRow &op : live) {
        const bool pointless = row.local.state == ItemState::Removed && (op.kind == OpKind::PatchItem || op.kind == OpKind::AddVersion);
        if (pointless && isOpen(op))
            CARRIEL_CHECK(tx.step(op, OpEvent::Withdrawn));
        if (!isStateOp(op))
            continue;
        if (isOpen(op))
            CARRIEL_CHECK(tx.step(op, OpEvent::Withdrawn));
        else
            expected = targetOf(op.kind);
    }
    QList<OpKey> needs;
    if (row.local.state == ItemState::Active) {
        CARRIEL_TRY(needs, needsOfParent(tx.writer, row.local.parent)); // out of the trash before what lies in it
    } else if (row.type == ItemType::Folder) {
        CARRIEL_CHECK(collectBelow(tx.writer, row.id, needs));
    }
    for (const OpKind kind : stepsBetween(expected, row.local.state)) {
        CARRIEL_TRY([[maybe_unused]] const OpRow op, tx.addOp(kind, row, {}, needs));
    }
    return {};
}

// A version that was refused and asked for again when a newer one has passed it: what it is said to be made from, so that
// it joins the history beside the newer one and does not take its place. Empty: it is the newest wish, and goes as such.
Result<VersionId> passedBy(Tx &tx, const OpRow &op, const QList<OpRow> &live)
{
    CARRIEL_TRY(const auto row, tx.writer.item(op.target));
    if (op.kind != OpKind::AddVersion || !op.base.isEmpty() || op.state != OpState::Failed || !row || row->local.version == op.version)
        return op.base;
    const bool follows = std::any_of(live.begin(), live.end(), [&](const OpRow &other) {
        return other.seq > op.seq && other.state == OpState::Queued && other.version == row->local.version;
    });
    if (follows)
        return op.base; // the newer one is sent behind it
    CARRIEL_TRY(const QList<VersionRow> versions, tx.writer.versions(op.target));
    for (const VersionRow &version : versions) {
        if (version.origin == VersionOrigin::Server && version.id != row->local.version)
            return version.id;
    }
    return op.base;
}

} // namespace

Cover coverOf(const QList<OpRow> &live)
{
    Cover cover;
    for (const OpRow &op : live) {
        if (!isLive(op))
            continue;
        cover.fields |= isCreate(op) || op.kind == OpKind::PatchItem;
        cover.state |= isCreate(op) || isStateOp(op);
        cover.version |= isCreate(op) || (op.kind == OpKind::AddVersion && op.base.isEmpty());
        cover.content |= op.kind == OpKind::AddVersion;
    }
    return cover;
}

bool saysSomething(const OpRow &op, const ItemRow &row, const QList<OpRow> &lane)
{
    const ItemState there = row.remote ? row.remote->state : ItemState::Active;
    switch (op.kind) {
    case OpKind::CreateFolder:
    case OpKind::CreateDocument:
        return !row.remote;
    case OpKind::PatchItem:
        return !row.base || row.local.name != row.base->name || row.local.parent != row.base->parent
               || row.local.meta != row.base->meta;
    case OpKind::AddVersion:
        return row.local.state != ItemState::Removed && (!row.remote || row.remote->version != op.version);
    case OpKind::Trash:
        return there == ItemState::Active && row.local.state != ItemState::Active;
    case OpKind::Restore:
        return there == ItemState::Trashed
               && (row.local.state == ItemState::Active || std::any_of(lane.begin(), lane.end(), [](const OpRow &other) {
                       return other.kind == OpKind::AddVersion && other.state == OpState::Queued;
                   }));
    case OpKind::Purge:
        return there == ItemState::Trashed && row.local.state == ItemState::Removed;
    }
    return true;
}

Outcome planOps(Tx &tx, const ItemRow &row, const Touched &touched)
{
    CARRIEL_TRY(QList<OpRow> live, tx.writer.liveOpsOf(row.id));
    const bool refusedCreate = std::any_of(live.begin(), live.end(), [](const OpRow &op) {
        return op.state == OpState::Failed && isCreate(op);
    });
    if (refusedCreate) {
        const OpRow first = *std::find_if(live.begin(), live.end(), isCreate);
        CARRIEL_TRY([[maybe_unused]] const auto again, reissueLane(tx, first));
        CARRIEL_TRY(live, tx.writer.liveOpsOf(row.id));
    }
    // The operator refuses every other change while an item lies in the trash.
    const bool comesBack = touched.state && row.local.state == ItemState::Active;
    if (comesBack)
        CARRIEL_CHECK(planState(tx, row, live));
    if (touched.fields)
        CARRIEL_CHECK(planFields(tx, row, live));
    if (!touched.version.isEmpty()) {
        CARRIEL_TRY([[maybe_unused]] const OpRow op, tx.addOp(OpKind::AddVersion, row, touched.version));
    }
    if (touched.state && !comesBack)
        CARRIEL_CHECK(planState(tx, row, live));
    return {};
}

Result<bool> bytesAreAwaited(Reader &reader, const BlobId &blob)
{
    CARRIEL_TRY(const QList<OpRow> live, reader.liveOps());
    for (const OpRow &op : live) {
        if (op.version.isEmpty())
            continue;
        CARRIEL_TRY(const auto version, reader.version(op.version));
        if (version && version->blob == blob)
            return true;
    }
    return false;
}

Result<QList<OpKey>> needsOfParent(Reader &reader, const ItemId &parent)
{
    QList<OpKey> needs;
    if (parent == rootItem())
        return needs;
    CARRIEL_TRY(const QList<OpRow> ops, reader.liveOpsOf(parent));
    for (const OpRow &op : ops) {
        if (isCreate(op) || op.kind == OpKind::Restore)
            needs.append(op.key);
    }
    return needs;
}

Outcome askAgain(Tx &tx, OpRow &op)
{
    if (op.state == OpState::WaitingUser)
        return isHeld(op) ? Outcome() : tx.step(op, isFrozen(op) ? OpEvent::RetrySame : OpEvent::RetryFresh);
    if (op.state != OpState::Failed)
        return {};
    CARRIEL_TRY([[maybe_unused]] const auto fresh, reissueLane(tx, op));
    return {};
}

Result<QList<OpRow>> reissueLane(Tx &tx, const OpRow &from)
{
    CARRIEL_TRY(const bool forgotten, forgetUnmade(tx, from));
    if (forgotten)
        return QList<OpRow>();
    CARRIEL_TRY(QList<OpRow> live, tx.writer.liveOpsOf(from.target));
    QHash<OpKey, OpKey> renamed;
    QList<OpRow> fresh;
    for (OpRow &op : live) {
        if (op.seq < from.seq || (op.key != from.key && op.state != OpState::Queued))
            continue;
        CARRIEL_TRY(const VersionId base, passedBy(tx, op, live));
        CARRIEL_CHECK(tx.step(op, op.state == OpState::Queued ? OpEvent::Withdrawn : OpEvent::Superseded));
        OpRow again;
        CARRIEL_TRY(again.key, tx.newKey());
        again.kind = op.kind;
        again.target = op.target;
        again.lane = op.lane;
        again.version = op.version;
        again.base = base;
        again.needs = op.needs;
        again.createdUtc = op.createdUtc;
        CARRIEL_TRY(const bool waits, isHeld(op) ? isDisputed(tx.writer, op.target) : Result<bool>(false));
        if (waits) {
            again.state = OpState::WaitingUser;
            again.lastProblem = op.lastProblem;
        }
        renamed.insert(op.key, again.key);
        fresh.append(again);
    }
    for (OpRow &op : fresh) {
        for (OpKey &need : op.needs)
            need = renamed.value(need, need);
        CARRIEL_CHECK(tx.addOp(op));
    }
    CARRIEL_TRY(const QList<OpRow> all, tx.writer.liveOps());
    for (OpRow op : all) {
        bool changed = false;
        for (OpKey &need : op.needs) {
            const auto found = renamed.constFind(need);
            if (found != renamed.constEnd()) {
                need = *found;
                changed = true;
            }
        }
        if (changed)
            CARRIEL_CHECK(tx.putOp(op));
    }
    return tx.writer.liveOpsOf(from.target);
}

} // namespace carriel::sync
