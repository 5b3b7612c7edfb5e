// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Held.h"

#include "core/sync/Merge.h"
#include "core/sync/OpPlan.h"
#include "core/sync/Recreate.h"
#include "core/sync/SyncErrors.h"

namespace carriel::sync {

namespace {
// The operator has another content: ours becomes a document of its own.
Outcome standAside(Tx &tx, const ItemRow &row, OpRow &op)
{
    CARRIEL_TRY(const auto version, tx.writer.version(op.version));
    if (!version)
        return {};
    CARRIEL_TRY([[maybe_unused]] const ItemRow fresh, recreate(tx, row, row.local, version->id, Anew::BesideTheirs));
    CARRIEL_CHECK(tx.step(op, OpEvent::Withdrawn));
    return tx.writer.eraseVersion(version->id);
}

Outcome takeTheirs(Tx &tx, ItemRow &row, const Conflict &conflict, QList<OpRow> &live)
{
    switch (conflict.kind) {
    case ConflictKind::Name:
        row.local.name = row.remote->name;
        break;
    case ConflictKind::Parent:
        row.local.parent = row.remote->parent;
        break;
    case ConflictKind::Meta:
        row.local.meta = row.remote->meta;
        break;
    case ConflictKind::State:
        row.local.state = row.remote->state;
        break;
    case ConflictKind::Content:
        for (OpRow &op : live) {
            const bool notMade = op.state == OpState::Failed || (op.state == OpState::WaitingUser && !isFrozen(op));
            if (op.kind == OpKind::AddVersion && notMade)
                CARRIEL_CHECK(standAside(tx, row, op));
        }
        row.local.version = row.remote->version;
        break;
    case ConflictKind::Removal:
    case ConflictKind::Fixity:
        break;
    }
    return {};
}

// True if what waits carries our side of it already.
bool carries(const QList<OpRow> &live, const Conflict &conflict, const ItemRow &row)
{
    return std::any_of(live.begin(), live.end(), [&](const OpRow &op) {
        if (!isHeld(op))
            return false;
        if (conflict.kind == ConflictKind::State)
            return op.kind == OpKind::Trash || op.kind == OpKind::Restore || op.kind == OpKind::Purge;
        if (conflict.kind == ConflictKind::Content)
            return op.kind == OpKind::AddVersion;
        return op.kind == OpKind::PatchItem && row.local.state != ItemState::Active;
    });
}

Outcome release(Tx &tx, ItemRow &row, QList<OpRow> &live)
{
    QList<OpRow> refused;
    for (OpRow &op : live) {
        if (isHeld(op) && op.state == OpState::Failed)
            refused.append(op);
        if (!isHeld(op) || op.state != OpState::WaitingUser)
            continue;
        op.lastProblem.clear();
        CARRIEL_CHECK(tx.step(op, isFrozen(op) ? OpEvent::RetrySame : OpEvent::RetryFresh));
        if (op.state == OpState::Queued && !saysSomething(op, row, live))
            CARRIEL_CHECK(tx.step(op, OpEvent::Withdrawn));
    }
    live.removeIf([](const OpRow &op) { return !isLive(op); });
    settle(row, coverOf(live));
    CARRIEL_CHECK(tx.putItem(row));
    for (const OpRow &op : std::as_const(refused)) {
        CARRIEL_TRY(const auto now, tx.writer.op(op.key));
        if (!now || now->state != OpState::Failed)
            continue;
        CARRIEL_TRY([[maybe_unused]] const auto again, reissueLane(tx, *now)); // the operator says once more why not
    }
    return {};
}
} // namespace

bool isHeld(const OpRow &op)
{
    return op.lastProblem == QLatin1String(errors::operatorWentBack.text);
}

Result<bool> isDisputed(Reader &reader, const ItemId &item)
{
    CARRIEL_TRY(const QList<ConflictRow> open, reader.openConflicts());
    return std::any_of(open.begin(), open.end(), [&](const ConflictRow &other) {
        return other.item == item && other.kind != ConflictKind::Removal && other.kind != ConflictKind::Fixity;
    });
}

Outcome hold(Tx &tx, QList<OpRow> &live)
{
    for (OpRow &op : live) {
        // What waits for a stronger login, or was refused, would else go on by itself with the next login.
        const bool mayStop = op.state == OpState::Queued && !isFrozen(op);
        op.lastProblem = QLatin1String(errors::operatorWentBack.text);
        op.lastProblemText.clear();
        CARRIEL_CHECK(mayStop ? tx.step(op, OpEvent::AskPerson) : tx.putOp(op));
    }
    return {};
}

Result<bool> holdsBack(Reader &reader, const Conflict &conflict)
{
    if (conflict.kind == ConflictKind::Removal || conflict.kind == ConflictKind::Fixity)
        return false;
    CARRIEL_TRY(const QList<OpRow> live, reader.liveOpsOf(conflict.item));
    return std::any_of(live.begin(), live.end(), [](const OpRow &op) { return !isOpenEnded(op) && isHeld(op); });
}

Outcome decideHeld(Tx &tx, const Conflict &conflict, Choice choice, const CarryOut &otherwise)
{
    CARRIEL_TRY(auto row, tx.writer.item(conflict.item));
    if (!row || !row->remote)
        return {};
    if (choice == Choice::Mine) {
        CARRIEL_TRY(const QList<OpRow> waiting, tx.writer.liveOpsOf(row->id));
        if (!carries(waiting, conflict, *row))
            CARRIEL_CHECK(otherwise(tx, conflict, choice));
        CARRIEL_TRY(row, tx.writer.item(conflict.item));
        if (!row || !row->remote)
            return {};
    }
    CARRIEL_TRY(QList<OpRow> live, tx.writer.liveOpsOf(row->id));
    if (choice != Choice::Mine)
        CARRIEL_CHECK(takeTheirs(tx, *row, conflict, live));
    CARRIEL_TRY(const bool more, isDisputed(tx.writer, conflict.item));
    if (!more)
        return release(tx, *row, live);
    return tx.putItem(*row);
}

} // namespace carriel::sync
