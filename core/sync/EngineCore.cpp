// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/EngineCore.h"

#include "core/sync/SyncErrors.h"
#include "core/sync/Withdraw.h"

namespace carriel::sync {

using namespace std::chrono_literals;

namespace {
constexpr auto auditFirst = 5min; // what matters more has its time first
constexpr auto auditEvery = 6h;
} // namespace

Engine::Private::Private(Ports ports)
    : desk(ports, [this] { kick(); }), soon(ports.scheduler), wakeUp(ports.scheduler), audit(ports.scheduler),
      calls(desk.calls), feed(desk), uploader(desk), outbox(desk, uploader), downloader(desk), auditor(desk),
      history(desk), poller(desk), keeper(desk), silence(desk)
{
}

void Engine::Private::kick()
{
    if (isActive() && !soon.isSet())
        soon.set(0ms, [this] { turn(); });
}

bool Engine::Private::recover()
{
    desk.bookStale = true;
    const auto state = desk.read(desk.ports.store.syncState());
    const auto live = desk.read(desk.ports.store.liveOps());
    const auto transfers = desk.read(desk.ports.store.transfers());
    if (!state || !live || !transfers)
        return false;
    for (const TransferRow &transfer : *transfers) {
        if (transfer.paused)
            desk.paused.insert(transfer.blob);
    }
    keeper.restore(state->lastContactUtc);
    const bool cut = std::any_of(live->begin(), live->end(), [](const OpRow &op) { return op.state == OpState::Inflight; });
    for (const OpRow &op : *live) {
        if (isCreate(op) && isOpenEnded(op))
            desk.outrun.insert(op.key); // which list was read since it left is not known any more
    }
    recovered = !cut || desk.transact([&](Tx &tx) -> Outcome {
        for (OpRow op : *live) {
            if (op.state == OpState::Inflight)
                CARRIEL_CHECK(tx.step(op, OpEvent::Restarted));
        }
        return {};
    });
    return recovered;
}

bool Engine::Private::askLimits()
{
    if (desk.limitsKnown || calls.size() > 0 || !desk.line.isOpen())
        return desk.limitsKnown;
    const int id = calls.next();
    calls.keep(id, desk.ports.remote.limits([this, id](const Answer<Limits> &answer) {
        calls.done(id);
        if (const Limits *known = std::get_if<Limits>(&answer)) {
            desk.limits = *known; // perhaps what is remembered of them: nobody need have answered
            desk.limitsKnown = true;
            feed.inEpoch(known->epoch);
        } else if (!desk.line.note(std::get<Trouble>(answer))) {
            Trouble pause;
            pause.error = std::get<Trouble>(answer).error;
            desk.line.note(pause);
        }
        kick();
    }));
    return false;
}

void Engine::Private::resetWorkers()
{
    calls.clear();
    feed.reset();
    uploader.reset();
    outbox.reset();
    downloader.reset();
    recovered = false;
}

void Engine::Private::auditLater(std::chrono::milliseconds when)
{
    audit.set(when, [this] {
        auditor.begin(Audit{}, [](const AuditReport &) {}); // what it finds is in the store, and shown from there
        auditLater(auditEvery);
        kick();
    });
}

bool Engine::Private::isBusy() const
{
    return calls.size() > 0 || feed.isBusy() || uploader.isBusy() || outbox.isBusy() || downloader.isBusy() ||
           auditor.isBusy() || history.isBusy();
}

bool Engine::Private::hasReady()
{
    return feed.isWanted() || uploader.hasReady() || outbox.hasReady() || downloader.hasReady();
}

void Engine::Private::turn()
{
    calls.sweep();
    feed.sweep();
    uploader.sweep();
    outbox.sweep();
    downloader.sweep();
    auditor.sweep();
    history.sweep();
    poller.sweep();
    if (!isActive())
        return;
    const std::chrono::milliseconds began = desk.now();
    const bool wasOpen = desk.line.isOpen();
    if (!recovered && !desk.line.storeError())
        recover();
    if (desk.bookStale && !desk.line.storeError()) {
        if (const auto live = desk.read(desk.ports.store.liveOps())) {
            desk.book.reload(*live);
            desk.bookStale = false;
        }
    }
    if (std::exchange(desk.wentBack, false)) {
        outbox.reset();
        uploader.reset();
        recovered = false;
        recover();
    }
    if (recovered && !desk.line.storeError()) {
        feed.pump();
        if (feed.bringsHeads() || desk.newHeads)
            downloader.lookAgain();
        desk.newHeads = false;
        // Discovery is asked for when something depends on it: a round without news is one request.
        if (started || auditor.hasReady() || uploader.hasReady() || !desk.book.ops().isEmpty() || downloader.hasReady())
            askLimits();
        uploader.pump();
        outbox.pump();
        if (desk.limitsKnown)
            downloader.pump();
        if (started && (!audit.isSet() || std::exchange(desk.countAgain, false)))
            auditLater(auditFirst);
        if (!auditor.isRunning() && !desk.lost.isEmpty())
            auditor.doubt(std::exchange(desk.lost, {}));
        auditor.pump();
        history.pump();
        poller.pump(feed.cursor());
    }
    // Only an answer is a contact: turns come from our own timers and edits, too, while the operator is silent.
    if (std::exchange(heard, desk.line.answers()) != desk.line.answers())
        keeper.contacted();
    const bool asks = calls.size() > 0 || feed.isBusy() || uploader.isBusy() || outbox.isBusy() ||
                      downloader.isBusy() || history.isBusy();
    silence.look(asks, [this] { return uploader.bytesLeft() + downloader.bytesLeft(); });
    if (desk.line.isStuck() && desk.line.lastError())
        downloader.giveUp(*desk.line.lastError());
    if (desk.line.needsLogin() && !toldLogin) {
        toldLogin = true;
        desk.ports.observer.loginNeeded();
    }
    tellItems();
    setWakeUp(began, wasOpen);
    if (isActive() && keeper.isDue(isBusy())) // every call ends in a turn, so the last word is always said
        keeper.publish(work());
    answerRounds();
}

void Engine::Private::tellItems()
{
    if (desk.changed.isEmpty())
        return;
    keeper.conflictsChanged();
    const QSet<ItemId> changed = std::exchange(desk.changed, {});
    desk.ports.observer.itemsChanged(changed.size() > 500 ? QList<ItemId>() : changed.values());
}

void Engine::Private::setWakeUp(std::chrono::milliseconds since, bool wasOpen)
{
    auto due = outbox.nextDue(since);
    if (!(wasOpen && desk.line.isOpen()) && !desk.line.needsLogin() && !desk.line.storeError())
        due = std::min(due, desk.now() + desk.line.wait());
    if (due == std::chrono::milliseconds::max())
        wakeUp.stop();
    else
        wakeUp.set(std::max<std::chrono::milliseconds>(due - desk.now(), 1ms), [this] { kick(); });
}

void Engine::Private::answerRounds()
{
    if (rounds.empty())
        return;
    const bool waitsShortly = !desk.line.isOpen() || outbox.nextDue(desk.now()) - desk.now() < 20s;
    const bool asks = auditor.isRunning() || !desk.lost.isEmpty();
    const bool over = desk.line.isStuck() || (!isBusy() && !hasReady() && !asks && !waitsShortly);
    if (!over)
        return;
    const Status status = keeper.status(work());
    const auto answered = std::exchange(rounds, {});
    if (!isActive()) {
        resetWorkers();
        soon.stop();
        wakeUp.stop();
    }
    for (const auto &done : answered)
        done(status);
}

StatusKeeper::Work Engine::Private::work()
{
    StatusKeeper::Work out;
    out.active = isActive();
    if (desk.bookStale && !desk.line.storeError()) {
        // Not started yet, or something was queued just now: what is shown must count it.
        if (const auto live = desk.read(desk.ports.store.liveOps()))
            desk.book.reload(*live);
    }
    const bool polling = feed.isBusy() && !isActive();
    out.busy = polling || calls.size() > 0 || uploader.isBusy() || outbox.isBusy() || downloader.isBusy()
               || (out.active && (uploader.hasReady() || outbox.hasReady() || downloader.hasReady()));
    out.current = feed.lastEnd() && desk.now() - *feed.lastEnd() <= poller.period() + 10s;
    out.silentSinceUtc = silence.sinceUtc();
    out.uploads = uploader.waiting();
    out.uploadBytes = uploader.bytesLeft();
    out.downloads = downloader.waiting();
    out.downloadBytes = downloader.bytesLeft();
    uploader.report(out.transfers);
    downloader.report(out.transfers);
    return out;
}

void Engine::Private::mendStore()
{
    if (!desk.line.storeError())
        return;
    desk.line.storeMended();
    resetWorkers();
}

void Engine::Private::retryRefused(bool asked)
{
    desk.transact([&](Tx &tx) -> Outcome {
        CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOps());
        for (const OpRow &known : live) {
            CARRIEL_TRY(auto op, tx.writer.op(known.key));
            if (!op || (!asked && isStopped(*op)))
                continue;
            CARRIEL_CHECK(askAgain(tx, *op));
        }
        return {};
    });
    desk.book.forgetWaiting();
    outbox.bePatient();
    downloader.retry();
}

} // namespace carriel::sync
