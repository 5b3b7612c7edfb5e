// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/Arrows.h"

#include "core/sync/BlobMachine.h"
#include "core/sync/OpMachine.h"
#include "tests/support/sim/SimStore.h"

#include <array>
#include <atomic>
#include <limits>

using namespace carriel::sync;

namespace {
std::array<std::array<std::atomic<qint64>, opEventCount>, opStateCount> steps;
}

// Every step of every operation passes here: the linker puts this in the place of the engine's own and calls that
// `__real_` (--wrap in CMakeLists.txt), so the engine need not count for its tests.
carriel::Outcome engineAdvance(OpRow &op, OpEvent event) asm("__real__ZN7carriel4sync7advanceERNS0_5OpRowENS0_7OpEventE");
carriel::Outcome countedAdvance(OpRow &op, OpEvent event) asm("__wrap__ZN7carriel4sync7advanceERNS0_5OpRowENS0_7OpEventE");
carriel::Outcome countedAdvance(OpRow &op, OpEvent event)
{
    ++steps[size_t(op.state)][size_t(event)];
    return engineAdvance(op, event);
}

namespace {
// Lives do not know these: an operator that has forgotten the key of what it did (30 days), documents of more than one
// chunk, a disk that changes bytes. tst_engine_refused and tst_engine_transfers go along them.
bool isElsewhere(OpState state, OpEvent event)
{
    const bool seenLate = event == OpEvent::SeenInFeed && (state == OpState::WaitingUser || state == OpState::Failed);
    // Nobody goes here: what waits for the person is withdrawn, or asked for under its own key.
    const bool guard = state == OpState::WaitingUser && event == OpEvent::Superseded;
    return seenLate || guard;
}

bool isElsewhere(BlobState state, BlobEvent event)
{
    // What came and does not fit its digest is thrown away in the transaction that finds it; what was damaged here before
    // it was sent stays for the person.
    const bool atOnce = event == BlobEvent::Mismatch || (state == BlobState::Corrupt && event == BlobEvent::Dropped);
    return atOnce || event == BlobEvent::DamageFound || (state == BlobState::Partial && event == BlobEvent::ChunkStored);
}
} // namespace

namespace carriel::property {

Arrows arrows()
{
    Arrows out;
    out.leastOften = std::numeric_limits<qint64>::max();
    const auto look = [&out](qint64 times, bool elsewhere, const char *of, int from, int by) {
        ++out.all;
        if (elsewhere && times == 0) {
            ++out.elsewhere;
            return;
        }
        out.leastOften = std::min(out.leastOften, times);
        if (times == 0)
            out.never.append(QStringLiteral("%1 %2 × %3").arg(QLatin1String(of)).arg(from).arg(by));
    };
    for (int state = 0; state < opStateCount; ++state) {
        for (int event = 0; event < opEventCount; ++event) {
            if (next(OpState(state), OpEvent(event)))
                look(steps[size_t(state)][size_t(event)], isElsewhere(OpState(state), OpEvent(event)), "operation", state, event);
        }
    }
    for (int state = 0; state < blobStateCount; ++state) {
        for (int event = 0; event < blobEventCount; ++event) {
            if (const auto to = next(BlobState(state), BlobEvent(event)))
                look(sim::SimStore::contentMoves[size_t(state)][size_t(*to)], isElsewhere(BlobState(state), BlobEvent(event)), "content", state, event);
        }
    }
    return out;
}

} // namespace carriel::property
