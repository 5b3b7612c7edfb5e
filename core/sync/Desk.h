// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine's workers share: the ports, the way to the operator, the outbox in memory, and one way to write.
#pragma once

#include "core/sync/Calls.h"
#include "core/sync/Engine.h"
#include "core/sync/Line.h"
#include "core/sync/OpBook.h"
#include "core/sync/Tx.h"

namespace carriel::sync {

struct Desk {
    Desk(const Engine::Ports &given, std::function<void()> pumpSoon)
        : ports(given), line(given.clock, given.random), kick(std::move(pumpSoon))
    {
    }

    Engine::Ports ports;
    QtHasher plainHasher;
    Limits limits;
    bool limitsKnown = false;
    Line line;
    OpBook book;
    bool bookStale = true;
    int calls = 0; // under way, of all workers
    std::function<void()> kick;
    bool readFeed = false; // somebody has reason to believe there is news
    quint64 feedEnds = 0;  // grows when the feed was read to its end
    bool listKnown = false; // what lies at the operator was read to its end, now or earlier
    bool readAll = false;  // the operator counts other items than it has shown: take a snapshot
    // The operator counts other items than it has shown; until it counts the same, the person is told.
    std::optional<Error> countDiffers;
    bool countAgain = false; // its list was read to the end since
    quint64 sendings = 0;    // grows when operations leave
    QSet<OpKey> outrun;      // creations that left before the list was read that lacks them, or before this start
    QSet<ItemId> unsure;     // what such a one made, until it is known whether it still is there
    bool wentBack = false; // the operator: what it answers to earlier requests may be of its lost future
    bool newHeads = false; // what others made came beside the feed: its bytes may be wanted
    quint64 removals = 0;  // grows when documents were destroyed: bytes on their way may be nobody's by now
    QSet<BlobId> lost;     // were to be brought here, and the operator says that it does not have them
    QSet<ItemId> changed;  // for the observer
    bool metered = false;
    QSet<BlobId> paused; // by the person, one by one
    QList<BlobId> first; // what the person wants before all others

    // Whether these bytes may travel now.
    bool mayTravel(const BlobId &blob) const { return !paused.contains(blob) && (!metered || first.contains(blob)); }

    bool hasSlot() const { return calls < std::max(2, limits.parallel); }
    const Hasher &hasher() const { return ports.hasher ? *ports.hasher : plainHasher; }
    std::chrono::milliseconds now() const { return ports.clock.monotonic(); }

    // One durable step. A store that fails stops all work until the person asks again.
    bool transact(const std::function<Outcome(Tx &)> &work)
    {
        QList<OpRow> ops;
        QSet<ItemId> items;
        const Outcome done = ports.store.transact([&](Writer &writer) {
            Tx tx(writer, ports.clock, ports.random);
            Outcome outcome = work(tx);
            ops = tx.ops;
            items = tx.items;
            return outcome;
        });
        if (!done.ok()) {
            line.storeFailed(done.error());
            kick();
            return false;
        }
        book.absorb(ops);
        changed.unite(items);
        return true;
    }
    // Reading works or stops all work likewise.
    template <typename T> std::optional<T> read(Result<T> result)
    {
        if (result.ok())
            return std::move(result).value();
        line.storeFailed(result.error());
        kick();
        return std::nullopt;
    }
};

} // namespace carriel::sync
