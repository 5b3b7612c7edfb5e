// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Settle.h"

#include "core/sync/EditSupport.h"
#include "core/sync/Held.h"
#include "core/sync/SyncErrors.h"
#include "core/sync/Withdraw.h"

namespace carriel::sync {

using namespace std::chrono_literals;

namespace {
void remember(OpRow &op, const Trouble &trouble)
{
    if (isHeld(op))
        return; // what follows from it still waits
    const QString code = trouble.error.codeText();
    op.lastProblem = code.isEmpty() ? Error{errors::refused, {}, {}}.codeText() : code;
    op.lastProblemText = trouble.userMessage;
}
} // namespace

Result<Aftermath> Settle::success(const OpKey &key, const OpResult &result, bool outrun)
{
    Aftermath after;
    CARRIEL_TRY(auto op, m_tx.writer.op(key));
    if (!op)
        return after;
    const bool repeated = result.replayed || op->state != OpState::Inflight; // given before, or the feed was faster
    if (op->state == OpState::Inflight) {
        op->lastProblem.clear();
        op->lastProblemText.clear();
        CARRIEL_CHECK(m_tx.step(*op, OpEvent::Answered));
    }
    if (!result.item) {
        CARRIEL_CHECK(purged(op->target));
        return after;
    }
    CARRIEL_TRY(const auto before, m_tx.writer.item(op->target));
    if (result.made)
        CARRIEL_CHECK(m_apply.made(op->target, *result.made, *op));
    CARRIEL_CHECK(m_apply.upsert(*result.item, &*op, Trust::Same, repeated));
    CARRIEL_CHECK(m_apply.untangle());
    // It was made once. Where the list that was read since lacks it, others have destroyed it before that, and no
    // tombstone comes any more.
    if (outrun && isCreate(*op) && before && !before->remote)
        after.isThere = op->target;
    return after;
}

Outcome Settle::purged(const ItemId &id)
{
    CARRIEL_TRY(const auto row, m_tx.writer.item(id));
    return row ? m_apply.remove(id, std::max<qint64>(row->remoteRev, 1), {}) : Outcome();
}

// To be destroyed, and the operator does not know it: nothing is left to do, but that is no tombstone. One that was put
// back from a copy may yet be sent it by another computer that made it and had no answer.
Outcome Settle::neverThere(const ItemId &id)
{
    CARRIEL_CHECK(purged(id));
    CARRIEL_TRY(auto row, m_tx.writer.item(id));
    if (!row || !row->remote)
        return {};
    row->remoteRev = 0;
    return m_tx.putItem(*row);
}

Outcome Settle::refuse(OpRow &op, const Trouble &trouble)
{
    op.lastProblem.clear();
    remember(op, trouble);
    return m_tx.step(op, OpEvent::Refused);
}

Outcome Settle::lose(OpRow &op, const Trouble &trouble)
{
    remember(op, trouble);
    return m_tx.step(op, OpEvent::Lost);
}

// It has not left, so that the person may still change it or take it back.
Outcome Settle::takeBack(OpRow &op)
{
    CARRIEL_CHECK(m_tx.step(op, OpEvent::NotSent));
    op.method.clear();
    op.path.clear();
    op.ifMatch.clear();
    op.contentType.clear();
    op.body.clear();
    op.bodySha256.clear();
    op.firstSentUtc = {};
    op.attempts = 0;
    CARRIEL_TRY(const auto row, m_tx.writer.item(op.target));
    if (row && row->remote && row->remote->state == ItemState::Removed) // its tombstone came while it was under way
        return m_apply.orphaned(*row, op);
    CARRIEL_TRY(const bool forgotten, forgetUnmade(m_tx, op));
    if (forgotten)
        return {};
    // What it was held for may have been decided while it was under way.
    CARRIEL_TRY(const bool waits, isHeld(op) ? isDisputed(m_tx.writer, op.target) : Result<bool>(false));
    if (waits)
        return m_tx.step(op, OpEvent::AskPerson);
    op.lastProblem.clear();
    return m_tx.putOp(op);
}

Outcome Settle::again(const OpRow &op)
{
    CARRIEL_TRY(const auto row, m_tx.writer.item(op.target));
    if (row && row->remote && row->remote->state == ItemState::Removed) { // its tombstone was faster than this answer
        OpRow last = op;
        CARRIEL_CHECK(m_tx.step(last, OpEvent::Refused));
        return m_apply.orphaned(*row, last);
    }
    CARRIEL_TRY([[maybe_unused]] const auto fresh, reissueLane(m_tx, op));
    return {};
}

// Somebody was faster. What they did is taken in; what is left of ours goes on under a new key.
Outcome Settle::conflict(OpRow &op, const Trouble &trouble, bool notMade, Aftermath &after)
{
    after.readFeed = true;
    // How it is now in an epoch that is not ours yet: its revisions count otherwise, and taken for later news it would
    // quietly replace what was agreed on (I25). The feed comes first, then the same request again.
    CARRIEL_TRY(const SyncStateRow state, m_tx.writer.syncState());
    if (!trouble.epoch.isEmpty() && !state.epoch.isEmpty() && trouble.epoch != state.epoch) {
        after.wait = 1s;
        return lose(op, trouble);
    }
    // "Not this time" is no "never": an operator that has gone back, or keeps keys for a month only, answers so for what
    // an earlier sending did, and others may have built on it since. The history of the document knows.
    if (op.kind == OpKind::AddVersion && op.attempts > 1 && !notMade) {
        after.askHistory = true;
        return lose(op, trouble);
    }
    if (!trouble.current) {
        after.lookUp = op.target;
        after.wait = 1s;
        return trouble.kind == TroubleKind::VersionConflict ? again(op) : lose(op, trouble);
    }
    CARRIEL_CHECK(m_apply.upsert(*trouble.current));
    CARRIEL_CHECK(m_apply.untangle());
    CARRIEL_TRY(const auto now, m_tx.writer.op(op.key));
    return now && now->state == OpState::Inflight ? again(*now) : Outcome();
}

// The place or the name does not do: another one is found, and ours kept as a wish.
Outcome Settle::replace(OpRow &op, const Trouble &trouble)
{
    CARRIEL_TRY(auto row, m_tx.writer.item(op.target));
    if (!row)
        return refuse(op, trouble);
    CARRIEL_TRY(const QList<OpRow> behind, m_tx.writer.liveOpsOf(op.target));
    const bool newerWish = std::any_of(behind.begin(), behind.end(), [&](const OpRow &other) {
        return other.seq > op.seq && other.kind == OpKind::PatchItem && other.state == OpState::Queued;
    });
    if (newerWish)
        return again(op); // the person has chosen another place or name meanwhile
    CARRIEL_TRY(const SyncStateRow state, m_tx.writer.syncState());
    const QString name = row->local.name;
    const ItemId parent = row->local.parent;
    if (trouble.kind == TroubleKind::NameTaken) {
        NameChooser names(state.names);
        CARRIEL_CHECK(names.load(m_tx.writer, parent, row->id));
        row->local.name = names.chooseOther(name);
        if (row->facts.originalName.isEmpty())
            row->facts.originalName = name;
        CARRIEL_CHECK(m_tx.renamedApart(row->id, name, row->local.name));
    } else {
        row->local.parent = row->base && row->base->parent != parent ? row->base->parent : rootItem();
        if (!requireFolder(m_tx.writer, row->local.parent).ok())
            row->local.parent = rootItem();
        if (row->local.parent == parent) // what was sent had another place: the news that moved it back was faster
            return row->base ? again(op) : refuse(op, trouble);
        CARRIEL_CHECK(giveName(m_tx.writer, state.names, *row, name));
        CARRIEL_CHECK(m_tx.addConflict(row->id, ConflictKind::Parent, {{QStringLiteral("parent"), parent.text()}},
                                       {{QStringLiteral("parent"), row->local.parent.text()}}));
    }
    CARRIEL_CHECK(m_tx.putItem(*row));
    CARRIEL_TRY(const QList<OpRow> lane, reissueLane(m_tx, op));
    for (OpRow fresh : lane) {
        if (fresh.state != OpState::Queued || (!isCreate(fresh) && fresh.kind != OpKind::PatchItem))
            continue;
        CARRIEL_TRY(fresh.needs, needsOfParent(m_tx.writer, row->local.parent));
        CARRIEL_CHECK(m_tx.putOp(fresh));
    }
    return {};
}

Outcome Settle::gone(OpRow &op, const Trouble &trouble, Aftermath &after)
{
    CARRIEL_TRY(const auto row, m_tx.writer.item(op.target));
    const bool destroyed = trouble.error.params.value(QStringLiteral("code")) == QStringLiteral("item_purged");
    const bool removed = row && row->remote && row->remote->state == ItemState::Removed;
    // It was away and has come back, and the feed was faster: what was refused then may be taken now.
    const bool isThere = !destroyed && row && row->remote && !removed && !row->missingSinceUtc.isValid();
    const bool back = isThere && !op.ifMatch.isEmpty() && op.ifMatch != "*" && op.ifMatch != row->etag.toUtf8();
    if (op.kind == OpKind::Purge && !back) {
        CARRIEL_CHECK(m_tx.step(op, OpEvent::Answered));
        return destroyed || removed ? purged(op.target) : neverThere(op.target);
    }
    after.readFeed = true;
    // Under an id that only we know nothing is gone but what an earlier sending made and others destroyed since; the list
    // was taken after its tombstone. Only the operator's own word says so: 404 and 410 come from anybody on the way.
    if (isCreate(op) && row && !row->remote && destroyed) {
        CARRIEL_CHECK(m_tx.step(op, OpEvent::Answered));
        return m_apply.vanished(*row);
    }
    const bool putsAway = op.kind == OpKind::Trash || op.kind == OpKind::Purge;
    const bool overtaken = back && putsAway && row->local.state == ItemState::Active; // by those who brought it back
    if (back && !overtaken)
        return again(op);
    CARRIEL_CHECK(refuse(op, trouble));
    // Its tombstone came first; now that nothing is open any more, what it leaves can be settled.
    if (removed || overtaken)
        return m_apply.orphaned(*row, op);
    const bool wanted = row && row->local.state == ItemState::Removed && op.kind == OpKind::Trash;
    if (!wanted)
        return {};
    return destroyed ? purged(op.target) : neverThere(op.target); // the person was on the way to destroy it
}

// The bytes an item names are not there (their upload expired, or another document took them along): send them again.
Outcome Settle::bytesLost(OpRow &op, const Trouble &trouble, int patience, Aftermath &after)
{
    CARRIEL_TRY(const auto version, m_tx.writer.version(op.version));
    if (!version || patience <= 0)
        return refuse(op, trouble);
    CARRIEL_TRY(auto blob, m_tx.writer.blob(version->blob));
    if (!blob)
        return refuse(op, trouble);
    blob->onServer = false;
    blob->remoteId = {};
    CARRIEL_CHECK(m_tx.writer.putBlob(*blob));
    CARRIEL_CHECK(m_tx.writer.dropTransfer(blob->id));
    after.lostBytes = blob->id;
    return again(op);
}

Result<Aftermath> Settle::trouble(const OpKey &key, const Trouble &trouble, int patience, bool notMade)
{
    Aftermath after;
    CARRIEL_TRY(auto op, m_tx.writer.op(key));
    if (!op || op->state != OpState::Inflight)
        return after; // the feed was faster
    Outcome outcome;
    switch (trouble.kind) {
    case TroubleKind::Unreachable:
        outcome = trouble.notSent && op->attempts == 1 ? takeBack(*op) : lose(*op, trouble);
        break;
    case TroubleKind::Protocol:
    case TroubleKind::Busy:
    case TroubleKind::AuthNeeded:
    case TroubleKind::CursorExpired:
    case TroubleKind::OffsetMismatch:
        outcome = lose(*op, trouble);
        break;
    case TroubleKind::InProgress:
        after.wait = std::max<std::chrono::milliseconds>(trouble.retryAfter, 1s);
        outcome = lose(*op, trouble);
        break;
    case TroubleKind::StepUpNeeded:
        after.stepUp = true;
        remember(*op, trouble);
        outcome = m_tx.step(*op, OpEvent::AskPerson);
        break;
    case TroubleKind::VersionConflict:
    case TroubleKind::AlreadyExists:
        outcome = conflict(*op, trouble, notMade, after);
        break;
    case TroubleKind::NameTaken:
    case TroubleKind::ParentMissing:
    case TroubleKind::Cycle:
        after.readFeed = true;
        outcome = replace(*op, trouble);
        break;
    case TroubleKind::Gone:
        outcome = gone(*op, trouble, after);
        break;
    case TroubleKind::BlobMissing:
    case TroubleKind::DigestMismatch:
        outcome = bytesLost(*op, trouble, patience, after);
        break;
    case TroubleKind::Locked:
    case TroubleKind::QuotaExceeded:
    case TroubleKind::Refused:
        outcome = refuse(*op, trouble);
        break;
    }
    if (!outcome.ok())
        return outcome.error();
    return after;
}

} // namespace carriel::sync
