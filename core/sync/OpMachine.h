// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The life of an operation, as a table: every state with every event, and nothing else.
#pragma once

#include "core/base/Result.h"
#include "core/sync/Rows.h"

#include <array>
#include <optional>

namespace carriel::sync {

enum class OpEvent {
    Send,       // frozen and committed: the bytes may leave
    Answered,   // the operator did it
    SeenInFeed, // the feed names it as the cause of a change
    Lost,       // no usable answer: it may have happened
    Restarted,  // the program ended while it was under way
    Refused,    // a final no
    AskPerson,  // a step-up, or bytes that cannot be sent
    Superseded, // a definite "not done"; what is left of it goes on under a new key
    Withdrawn,  // nothing left to say, or the person took it back
    RetrySame,  // the person asks again: the same bytes
    RetryFresh, // the person asks again: nothing was frozen yet
    NotSent     // not a byte left, and none had before: it is as if it had not been frozen
};
inline constexpr int opStateCount = 7;
inline constexpr int opEventCount = 12;

inline constexpr auto opTable = [] {
    std::array<std::array<std::optional<OpState>, opEventCount>, opStateCount> table{};
    const auto on = [&table](OpState from, OpEvent event, OpState to) { table[size_t(from)][size_t(event)] = to; };
    on(OpState::Queued, OpEvent::Send, OpState::Inflight);
    on(OpState::Queued, OpEvent::AskPerson, OpState::WaitingUser);
    on(OpState::Queued, OpEvent::Withdrawn, OpState::Cancelled);
    on(OpState::Inflight, OpEvent::Answered, OpState::Done);
    on(OpState::Inflight, OpEvent::SeenInFeed, OpState::Done);
    on(OpState::Inflight, OpEvent::Lost, OpState::Unknown);
    on(OpState::Inflight, OpEvent::Restarted, OpState::Unknown);
    on(OpState::Inflight, OpEvent::Refused, OpState::Failed);
    on(OpState::Inflight, OpEvent::AskPerson, OpState::WaitingUser);
    on(OpState::Inflight, OpEvent::Superseded, OpState::Cancelled);
    on(OpState::Inflight, OpEvent::NotSent, OpState::Queued);
    on(OpState::Unknown, OpEvent::Send, OpState::Inflight);
    on(OpState::Unknown, OpEvent::SeenInFeed, OpState::Done);
    on(OpState::WaitingUser, OpEvent::SeenInFeed, OpState::Done);
    on(OpState::WaitingUser, OpEvent::Superseded, OpState::Cancelled);
    on(OpState::WaitingUser, OpEvent::Withdrawn, OpState::Cancelled);
    on(OpState::WaitingUser, OpEvent::RetrySame, OpState::Unknown);
    on(OpState::WaitingUser, OpEvent::RetryFresh, OpState::Queued);
    on(OpState::Failed, OpEvent::SeenInFeed, OpState::Done);
    on(OpState::Failed, OpEvent::Superseded, OpState::Cancelled);
    on(OpState::Failed, OpEvent::Withdrawn, OpState::Cancelled);
    return table;
}();

constexpr std::optional<OpState> next(OpState state, OpEvent event)
{
    return opTable[size_t(state)][size_t(event)];
}

// Moves the row on, or says CAR-SYN-014.
Outcome advance(OpRow &op, OpEvent event);

// True from the first send on: its bytes never change again.
inline bool isFrozen(const OpRow &op) { return !op.method.isEmpty(); }
inline bool isLive(const OpRow &op) { return op.state != OpState::Done && op.state != OpState::Cancelled; }
// Sent, and nobody can say yet whether it happened.
inline bool isOpenEnded(const OpRow &op) { return op.state == OpState::Inflight || op.state == OpState::Unknown; }
inline bool isCreate(const OpRow &op) { return op.kind == OpKind::CreateFolder || op.kind == OpKind::CreateDocument; }

} // namespace carriel::sync
