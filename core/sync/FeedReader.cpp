// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/FeedReader.h"
#include "core/sync/Twins.h"

#include "core/base/CrashPoint.h"

namespace carriel::sync {

namespace {
constexpr int contactStoredEvery = 60; // seconds; a poll without news should not cost a write each time
}

void FeedReader::reset()
{
    m_calls.clear();
    m_more = false;
    m_snapshot = false; // begun again from its first page
    m_seen.clear();
}

void FeedReader::inEpoch(const QString &epoch)
{
    const auto state = m_desk.read(m_desk.ports.store.syncState());
    if (state && state->epoch.isEmpty() && !epoch.isEmpty())
        m_desk.transact([&](Tx &tx) { return nameEpoch(tx, epoch); });
}

Outcome FeedReader::nameEpoch(Tx &tx, const QString &epoch)
{
    CARRIEL_TRY(SyncStateRow state, tx.writer.syncState());
    if (!state.epoch.isEmpty())
        return {};
    state.epoch = epoch;
    return tx.writer.putSyncState(state);
}

void FeedReader::pump()
{
    if (!isWanted() || isBusy() || !m_desk.line.isOpen() || !m_desk.hasSlot())
        return;
    const auto state = m_desk.read(m_desk.ports.store.syncState());
    if (!state)
        return;
    m_cursor = state->cursor;
    m_desk.listKnown = !m_cursor.isEmpty();
    const bool all = state->cursor.isEmpty() || std::exchange(m_desk.readAll, false);
    if (!m_snapshot && all)
        beginSnapshot(Trust::Same);
    if (m_snapshot)
        readSnapshot();
    else
        readChanges(*state);
}

void FeedReader::readChanges(const SyncStateRow &state)
{
    m_desk.readFeed = false; // a hint that comes while this runs asks for another round
    const int id = m_calls.next();
    m_calls.keep(id, m_desk.ports.remote.changes(state.cursor, m_desk.limits.pageMax, [this, id](const Answer<ChangePage> &answer) {
        m_calls.done(id);
        pageCame(answer);
        m_desk.kick();
    }));
}

Outcome FeedReader::applyPage(Tx &tx, const ChangePage &page, const SyncStateRow &state)
{
    Apply apply(tx);
    for (const Change &change : page.changes) {
        if (change.item)
            CARRIEL_CHECK(apply.upsert(*change.item));
        else
            CARRIEL_CHECK(apply.remove(change.id, change.rev, change.causedBy));
    }
    for (const OtherChange &other : page.others)
        CARRIEL_CHECK(tx.writer.putOther(other));
    CARRIEL_CHECK(apply.untangle());
    if (!page.hasMore) {
        CARRIEL_CHECK(apply.closeRun());
        CARRIEL_CHECK(closeTwins(tx));
    }
    SyncStateRow now = state;
    now.cursor = page.newCursor;
    now.epoch = page.epoch;
    now.lastContactUtc = tx.now();
    if (m_desk.limitsKnown)
        now.names = m_desk.limits.names;
    return tx.writer.putSyncState(now);
}

void FeedReader::pageCame(const Answer<ChangePage> &answer)
{
    if (const Trouble *trouble = std::get_if<Trouble>(&answer)) {
        m_desk.readFeed = true;
        if (m_desk.line.note(*trouble))
            return;
        lost(*trouble);
        return;
    }
    m_desk.line.answered();
    const ChangePage &page = std::get<0>(answer);
    CARRIEL_CRASHPOINT("w4.page-came");
    const auto state = m_desk.read(m_desk.ports.store.syncState());
    if (!state)
        return;
    if (!state->epoch.isEmpty() && page.epoch != state->epoch) {
        m_desk.readFeed = true;
        beginSnapshot(Trust::Reset);
        return;
    }
    const bool silent = page.changes.isEmpty() && page.newCursor == state->cursor && page.epoch == state->epoch
                        && state->lastContactUtc.secsTo(m_desk.ports.clock.nowUtc()) < contactStoredEvery
                        && state->lastContactUtc <= m_desk.ports.clock.nowUtc();
    if (!silent && !m_desk.transact([&](Tx &tx) { return applyPage(tx, page, *state); })) {
        m_desk.readFeed = true;
        return;
    }
    CARRIEL_CRASHPOINT("w4.page-stored");
    m_broughtHeads |= !page.changes.isEmpty();
    m_desk.removals +=
        std::any_of(page.changes.begin(), page.changes.end(), [](const Change &one) { return !one.item; });
    m_more = page.hasMore && page.newCursor != state->cursor; // "more" without a step forward would never end
    m_cursor = page.newCursor;
    m_desk.listKnown = true;
    if (!page.hasMore) {
        m_lastEnd = m_desk.now();
        ++m_desk.feedEnds;
    }
}

// Too old, of another epoch, or not understood any more: the snapshot is the way back, and names its epoch.
void FeedReader::lost(const Trouble &trouble)
{
    const auto state = m_desk.read(m_desk.ports.store.syncState());
    if (!state)
        return;
    const bool other = !state->epoch.isEmpty() && !trouble.epoch.isEmpty() && trouble.epoch != state->epoch;
    const bool reset = trouble.kind == TroubleKind::CursorExpired && (trouble.epochChanged || other);
    beginSnapshot(reset ? Trust::Reset : Trust::Same);
}

void FeedReader::beginSnapshot(Trust trust)
{
    m_seen.clear();
    m_snapshot = true;
    m_more = false;
    m_desk.wentBack |= trust == Trust::Reset;
    m_trust = trust;
    m_next.clear();
    m_cursorAtStart.clear();
    m_underWay.clear();
}

void FeedReader::readSnapshot()
{
    m_desk.readFeed = false;
    const int id = m_calls.next();
    m_calls.keep(id, m_desk.ports.remote.snapshotPage(m_next, m_desk.limits.pageMax, [this, id](const Answer<SnapshotPage> &answer) {
        m_calls.done(id);
        snapshotCame(answer);
        m_desk.kick();
    }));
}

void FeedReader::snapshotCame(const Answer<SnapshotPage> &answer)
{
    if (const Trouble *trouble = std::get_if<Trouble>(&answer)) {
        m_desk.readFeed = true;
        if (!m_desk.line.note(*trouble)) {
            // This snapshot is no more. A fresh one, but not at once and for ever.
            Trouble pause;
            pause.error = trouble->error;
            m_desk.line.note(pause);
            beginSnapshot(m_trust);
        }
        return;
    }
    m_desk.line.answered();
    const SnapshotPage &page = std::get<0>(answer);
    const auto state = m_desk.read(m_desk.ports.store.syncState());
    if (!state)
        return;
    if (!m_cursorAtStart.isEmpty() && page.epoch != m_epoch) { // half of one epoch and half of another is no list
        m_desk.readFeed = true;
        beginSnapshot(m_trust);
        return;
    }
    // Also the first list of all may be of another epoch than the answers that came before it.
    if (!state->epoch.isEmpty() && page.epoch != state->epoch && m_trust == Trust::Same) {
        m_trust = Trust::Reset;
        m_desk.wentBack = true;
    }
    m_epoch = page.epoch;
    const bool durable = m_desk.transact([&](Tx &tx) -> Outcome {
        CARRIEL_CHECK(nameEpoch(tx, page.epoch));
        Apply apply(tx);
        for (const RemoteItem &item : page.items)
            CARRIEL_CHECK(apply.upsert(item, nullptr, m_trust));
        return apply.untangle();
    });
    if (!durable) {
        m_desk.readFeed = true;
        return;
    }
    CARRIEL_CRASHPOINT("w4.snapshot-page");
    for (const RemoteItem &item : page.items)
        m_seen.insert(item.id);
    m_broughtHeads |= !page.items.isEmpty();
    if (m_cursorAtStart.isEmpty()) {
        m_cursorAtStart = page.cursorAtStart;
        for (const OpRow &op : m_desk.book.ops()) {
            if (isCreate(op) && isOpenEnded(op))
                m_underWay.insert(op.target, op.key);
        }
    }
    const bool last = page.next.isEmpty() || page.next == m_next;
    m_next = page.next;
    if (last)
        endSnapshot();
}

bool FeedReader::endSnapshot()
{
    const bool durable = m_desk.transact([&](Tx &tx) -> Outcome {
        Apply apply(tx);
        // All that is known now: what came into being since it began, the feed shows next and clears of the suspicion.
        CARRIEL_TRY(const QList<ItemId> known, tx.writer.remoteItemIds());
        for (const ItemId &id : known) {
            if (m_seen.contains(id))
                continue;
            m_desk.wentBack = true; // an answer from before would say that it is still there
            CARRIEL_CHECK(apply.missing(id, m_trust));
        }
        if (m_trust == Trust::Reset) {
            CARRIEL_CHECK(apply.askAllRefusedAgain());
            CARRIEL_CHECK(apply.doubtTombstones());
        }
        CARRIEL_CHECK(apply.closeRun());
        CARRIEL_CHECK(closeTwins(tx));
        CARRIEL_CHECK(tx.writer.putOther({QStringLiteral("all"), {}, 0, {}}));
        CARRIEL_CHECK(tx.writer.putOther({QStringLiteral("device"), {}, 0, {}}));
        CARRIEL_TRY(SyncStateRow state, tx.writer.syncState());
        state.cursor = m_cursorAtStart;
        state.epoch = m_epoch;
        state.lastContactUtc = tx.now();
        return tx.writer.putSyncState(state);
    });
    CARRIEL_CRASHPOINT("w4.snapshot-end");
    m_desk.countAgain = m_desk.countDiffers.has_value();
    for (auto it = m_underWay.constBegin(); it != m_underWay.constEnd(); ++it) {
        if (!m_seen.contains(it.key()))
            m_desk.outrun.insert(it.value());
    }
    m_underWay.clear();
    if (durable)
        m_desk.unsure.clear();
    m_snapshot = false;
    m_seen.clear();
    m_desk.readFeed = true; // and on from where it began
    return durable;
}

} // namespace carriel::sync
