// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Outbox.h"

#include "core/base/CrashPoint.h"
#include "core/sync/BlobBytes.h"
#include "core/sync/OpPlan.h"
#include "core/sync/SyncErrors.h"
#include "core/sync/Uploader.h"
#include "core/sync/Withdraw.h"

namespace carriel::sync {

using namespace std::chrono_literals;

namespace {
constexpr int batchesAtOnce = 2;
constexpr int resendsAllowed = 4;

// A lane stands still behind these; other refused ones let what follows pass.
bool blocksLane(const OpRow &op)
{
    return (op.state != OpState::Failed && op.state != OpState::WaitingUser) || isCreate(op);
}

Intent intentOf(const OpRow &op, const ItemRow &row)
{
    Intent intent;
    intent.kind = op.kind;
    intent.item = row;
    intent.base = op.base;
    return intent;
}
} // namespace

bool Outbox::needsAreMet(const OpRow &op) const
{
    const bool ends = op.kind == OpKind::Trash || op.kind == OpKind::Purge;
    return std::none_of(op.needs.begin(), op.needs.end(), [&](const OpKey &key) {
        const OpRow *need = m_desk.book.find(key);
        if (!need)
            return false;
        // Behind a folder that was refused nothing goes in. What else was refused is not waited for: the operator will say.
        const bool refused = need->state == OpState::Failed || need->state == OpState::WaitingUser;
        return !refused || (isCreate(*need) && !ends);
    });
}

QList<OpRow> Outbox::choose(int most) const
{
    QList<OpRow> out;
    QSet<ItemId> lanes;
    for (const OpRow &first : m_desk.book.ops()) {
        if (out.size() >= most)
            break;
        if (lanes.contains(first.target) || !blocksLane(first))
            continue;
        lanes.insert(first.target);
        if (isCreate(first) && first.state == OpState::Queued && !m_uploader.bytesAreThere(first))
            continue; // most of a long queue, so it is asked before anything is copied
        OpRow op = first;
        if (!isCreate(op) && op.state == OpState::Queued) {
            // The operator changes nothing that lies in the trash: out of it first. And nothing that is not there yet: what
            // was stopped, and goes on now, stands before a creation that had to be sent once more under a new key.
            const QList<OpRow> lane = m_desk.book.lane(op.target);
            for (const OpRow &other : lane) {
                if (isCreate(other) || (other.kind == OpKind::Restore && other.state == OpState::Queued))
                    op = other;
            }
        }
        if (!isDue(op))
            continue;
        if (op.kind == OpKind::CreateFolder && !m_desk.listKnown)
            continue; // perhaps the operator has that folder already
        if (op.state == OpState::Unknown)
            out.append(op);
        else if (op.state == OpState::Queued && needsAreMet(op) && m_uploader.bytesAreThere(op))
            out.append(op);
    }
    return out;
}

std::chrono::milliseconds Outbox::nextDue(std::chrono::milliseconds since) const
{
    auto due = std::chrono::milliseconds::max();
    const auto &waiting = m_desk.book.waiting();
    for (auto it = waiting.constBegin(); it != waiting.constEnd(); ++it) {
        const OpRow *op = it.value() > since ? m_desk.book.find(it.key()) : nullptr;
        if (op && (op->state == OpState::Queued || op->state == OpState::Unknown))
            due = std::min(due, it.value());
    }
    return due;
}

void Outbox::pump()
{
    askIfThere();
    while (m_desk.line.isOpen() && m_desk.limitsKnown && m_calls.size() < batchesAtOnce && m_desk.hasSlot()) {
        const QList<OpRow> chosen = choose(std::max(1, m_desk.limits.batchMax));
        if (chosen.isEmpty())
            return;
        const QList<OpRow> frozen = freeze(chosen);
        if (!frozen.isEmpty())
            send(frozen);
    }
}

// What it carried is so already, or cannot be any more (others took the item out of the trash before our purge was sent).
Outcome Outbox::withdraw(Tx &tx, OpRow &op, const std::optional<ItemRow> &stored)
{
    if (stored && stored->remote && stored->remote->state == ItemState::Removed)
        return Apply(tx).orphaned(*stored, op);
    CARRIEL_CHECK(tx.step(op, OpEvent::Withdrawn));
    if (!stored)
        return {};
    CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOpsOf(op.target));
    ItemRow row = *stored;
    sync::settle(row, coverOf(live));
    if (row.local == stored->local)
        return {};
    const QList<Loss> losses = lossesBetween(stored->local, row.local);
    for (const Loss &loss : losses)
        CARRIEL_CHECK(tx.addConflict(row.id, loss.kind, loss.ours, loss.theirs));
    return tx.putItem(row);
}

// New content for what others put into the trash: out of it, the content, and back if the person wants it there as well.
Outcome Outbox::outOfTheTrash(Tx &tx, OpRow &content, const ItemRow &row)
{
    const QList<OpRow> lane = m_desk.book.lane(row.id);
    const auto queued = [&](OpKind kind) {
        return std::any_of(lane.begin(), lane.end(), [&](const OpRow &op) { return op.kind == kind && op.state == OpState::Queued; });
    };
    for (const OpRow &op : lane) {
        if (op.kind != OpKind::Restore || (op.state != OpState::Failed && op.state != OpState::WaitingUser))
            continue;
        content.lastProblem = op.lastProblem; // it does not come out: asking again and again would not help
        content.lastProblemText = op.lastProblemText;
        return tx.step(content, OpEvent::AskPerson);
    }
    if (!queued(OpKind::Restore)) {
        CARRIEL_TRY([[maybe_unused]] const OpRow op, tx.addOp(OpKind::Restore, row));
    }
    if (row.local.state == ItemState::Trashed && !queued(OpKind::Trash)) {
        CARRIEL_TRY([[maybe_unused]] const OpRow op, tx.addOp(OpKind::Trash, row));
    }
    return {};
}

// What is frozen carries all that the person wants now; a change queued behind it has nothing left to say.
Outcome Outbox::absorbPatches(Tx &tx, const OpRow &frozen)
{
    CARRIEL_TRY(QList<OpRow> live, tx.writer.liveOpsOf(frozen.target));
    for (OpRow &op : live) {
        if (op.key != frozen.key && op.kind == OpKind::PatchItem && op.state == OpState::Queued)
            CARRIEL_CHECK(tx.step(op, OpEvent::Withdrawn));
    }
    return {};
}

// It carries the place that the person wants now, which may be another than when it was queued: what that needs comes first.
Result<bool> Outbox::waitsForPlace(Tx &tx, OpRow &op, const ItemRow &row)
{
    if (!isCreate(op) && op.kind != OpKind::PatchItem && op.kind != OpKind::Restore)
        return false;
    CARRIEL_TRY(const QList<OpKey> needs, needsOfParent(tx.writer, row.local.parent));
    if (std::all_of(needs.begin(), needs.end(), [&](const OpKey &need) { return op.needs.contains(need); }))
        return false;
    op.needs = needs;
    CARRIEL_CHECK(tx.putOp(op));
    return true;
}

// What is on its way to another folder, by the one in which the operator still has it.
Result<Outbox::Moves> Outbox::moves(Tx &tx)
{
    Moves out;
    for (const OpRow &op : m_desk.book.ops()) {
        if (op.kind != OpKind::PatchItem)
            continue;
        CARRIEL_TRY(const auto row, tx.writer.item(op.target));
        if (row && row->remote && row->remote->parent != row->local.parent)
            out[row->remote->parent].append(op.key);
    }
    return out;
}

// The operator takes along what still lies in a folder. What was moved out of it, and has to be sent once more, goes first.
Result<bool> Outbox::waitsForMoves(Tx &tx, OpRow &op, const ItemRow &row)
{
    if (row.type != ItemType::Folder || (op.kind != OpKind::Trash && op.kind != OpKind::Purge))
        return false;
    if (!m_moves) {
        CARRIEL_TRY(m_moves, moves(tx));
    }
    const qsizetype before = op.needs.size();
    for (auto it = m_moves->constBegin(); it != m_moves->constEnd(); ++it) {
        ItemId at = it.key();
        for (int depth = 0; depth < 64 && at != rootItem() && at != row.id; ++depth) {
            CARRIEL_TRY(const auto folder, tx.writer.item(at));
            at = folder && folder->remote ? folder->remote->parent : rootItem();
        }
        for (const OpKey &key : *it) {
            if (at == row.id && !op.needs.contains(key))
                op.needs.append(key);
        }
    }
    if (op.needs.size() == before)
        return false;
    CARRIEL_CHECK(tx.putOp(op));
    return true;
}

Outcome Outbox::freezeOne(Tx &tx, OpRow &op, QList<OpRow> &toSend)
{
    if (op.state == OpState::Unknown) {
        if (sha256Of(op.body) != op.bodySha256)
            return Error{errors::frozenAltered, {}, op.key.text()};
    } else {
        CARRIEL_TRY(const auto row, tx.writer.item(op.target));
        const bool inTrash = row && row->remote && row->remote->state == ItemState::Trashed;
        if (inTrash && op.kind == OpKind::AddVersion && row->local.state != ItemState::Removed)
            return outOfTheTrash(tx, op, *row);
        if (!row || !saysSomething(op, *row, m_desk.book.lane(op.target)) || (inTrash && op.kind == OpKind::PatchItem))
            return withdraw(tx, op, row);
        if (op.kind == OpKind::CreateFolder) {
            CARRIEL_TRY(const bool joined, joinTwin(tx, *row));
            if (joined)
                return {};
        }
        CARRIEL_TRY(const bool place, waitsForPlace(tx, op, *row));
        CARRIEL_TRY(const bool moves, place ? Result<bool>(true) : waitsForMoves(tx, op, *row));
        if (moves)
            return {};
        Intent intent = intentOf(op, *row);
        if (!op.version.isEmpty()) {
            CARRIEL_TRY(intent.version, tx.writer.version(op.version));
            if (intent.version) {
                CARRIEL_TRY(intent.blob, tx.writer.blob(intent.version->blob));
            }
        }
        auto request = m_desk.ports.remote.freeze(intent);
        if (!request.ok()) {
            op.lastProblem = request.error().codeText();
            m_desk.book.problem(op.key, request.error());
            return tx.step(op, OpEvent::AskPerson);
        }
        op.method = request.value().method;
        op.path = request.value().path;
        op.ifMatch = request.value().ifMatch;
        op.contentType = request.value().contentType;
        op.body = request.value().body;
        op.bodySha256 = sha256Of(op.body);
        op.firstSentUtc = tx.now();
        if (isCreate(op) || op.kind == OpKind::PatchItem)
            CARRIEL_CHECK(absorbPatches(tx, op));
    }
    ++op.attempts;
    CARRIEL_CHECK(tx.step(op, OpEvent::Send));
    toSend.append(op);
    return {};
}

QList<OpRow> Outbox::freeze(const QList<OpRow> &chosen)
{
    QList<OpRow> toSend;
    const bool durable = m_desk.transact([&](Tx &tx) -> Outcome {
        toSend.clear();
        m_moves.reset();
        for (const OpRow &known : chosen) {
            CARRIEL_TRY(auto op, tx.writer.op(known.key));
            if (!op || op->state != known.state) {
                m_desk.bookStale = true; // an edit came in between
                if (op)
                    tx.ops.append(*op);
                continue;
            }
            CARRIEL_CHECK(freezeOne(tx, *op, toSend));
        }
        return {};
    });
    CARRIEL_CRASHPOINT("w2.frozen");
    return durable ? toSend : QList<OpRow>();
}

void Outbox::send(const QList<OpRow> &ops)
{
    ++m_desk.sendings;
    const int id = m_calls.next();
    if (ops.size() == 1) {
        m_calls.keep(id, m_desk.ports.remote.send(ops.first(), [this, id, ops](const Answer<OpResult> &answer) {
            m_calls.done(id);
            settle(ops, {answer});
        }));
        return;
    }
    m_calls.keep(id, m_desk.ports.remote.sendBatch(ops, [this, id, ops](const Answer<QList<Answer<OpResult>>> &answer) {
        m_calls.done(id);
        if (const Trouble *whole = std::get_if<Trouble>(&answer)) {
            QList<Answer<OpResult>> each;
            for (qsizetype i = 0; i < ops.size(); ++i)
                each.append(*whole);
            settle(ops, each);
            return;
        }
        settle(ops, std::get<0>(answer));
    }));
}

void Outbox::settle(const QList<OpRow> &ops, const QList<Answer<OpResult>> &answers)
{
    CARRIEL_CRASHPOINT("w3.answered");
    Trouble silence;
    QList<std::pair<OpRow, Aftermath>> aftermaths;
    QList<OpKey> answered;
    const bool durable = m_desk.transact([&](Tx &tx) -> Outcome {
        aftermaths.clear();
        answered.clear();
        Settle settle(tx);
        for (qsizetype i = 0; i < ops.size(); ++i) {
            const Answer<OpResult> answer = i < answers.size() ? answers.at(i) : Answer<OpResult>(silence);
            if (const OpResult *result = std::get_if<OpResult>(&answer)) {
                CARRIEL_TRY(const Aftermath after,
                            settle.success(ops.at(i).key, *result, m_desk.outrun.contains(ops.at(i).key)));
                aftermaths.append({ops.at(i), after});
                answered.append(ops.at(i).key);
                continue;
            }
            const int patience = resendsAllowed - m_resends.value(ops.at(i).version);
            const bool notMade = m_notMade.remove(ops.at(i).key); // told of the time before this sending only
            CARRIEL_TRY(const Aftermath after, settle.trouble(ops.at(i).key, std::get<Trouble>(answer), patience, notMade));
            aftermaths.append({ops.at(i), after});
        }
        return {};
    });
    CARRIEL_CRASHPOINT("w3.settled");
    m_desk.removals += std::any_of(ops.begin(), ops.end(), [](const OpRow &op) { return op.kind == OpKind::Purge; });
    bool lineTrouble = false;
    for (qsizetype i = 0; i < ops.size(); ++i) {
        const Trouble *trouble = i < answers.size() ? std::get_if<Trouble>(&answers.at(i)) : &silence;
        if (trouble && !trouble->error.codeText().isEmpty())
            m_desk.book.problem(ops.at(i).key, trouble->error);
        if (trouble && !lineTrouble)
            lineTrouble = m_desk.line.note(*trouble);
    }
    if (!lineTrouble)
        m_desk.line.answered();
    m_desk.kick();
    if (!durable)
        return;
    for (const OpKey &key : std::as_const(answered))
        m_desk.outrun.remove(key);
    for (const auto &[op, after] : std::as_const(aftermaths)) {
        if (!after.isThere.isEmpty())
            m_desk.unsure.insert(after.isThere);
        m_desk.readFeed |= after.readFeed;
        m_desk.newHeads |= after.readFeed; // somebody was faster
        if (after.wait > 0ms) {
            const QList<OpRow> lane = m_desk.book.lane(op.target);
            for (const OpRow &waiting : lane)
                m_desk.book.waitUntil(waiting.key, m_desk.now() + after.wait);
        }
        if (!after.lostBytes.isEmpty()) {
            ++m_resends[op.version];
            m_uploader.forget(after.lostBytes);
        }
        if (!after.lookUp.isEmpty())
            lookUp(after.lookUp);
        if (after.askHistory)
            askHistory(op);
        if (after.stepUp)
            m_desk.ports.observer.stepUpNeeded(op.key);
    }
}

} // namespace carriel::sync
