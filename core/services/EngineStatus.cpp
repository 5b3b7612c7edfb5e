// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How the engine stands, told for a person: what it counts, and what only the vault and the disk know.
#include "core/services/DamagedDocuments.h"
#include "core/services/EngineHost.h"
#include "core/services/RoomErrors.h"
#include "core/services/StoredErrors.h"
#include "core/services/Transfers.h"
#include "core/sync/SyncErrors.h"
#include "core/vault/DiskRoom.h"

namespace carriel {

namespace {
// Whether all that is to be here has room. What is to come is counted only where the disk is nearly full.
bool fits(vault::Database &database)
{
    constexpr qint64 plenty = qint64(8) << 30;
    const qint64 room = vault::roomForDocuments(database);
    return room < 0 || room >= plenty || vault::bytesToCome(database).valueOr(0) <= room;
}

// Documents whose content the operator lost or changed. In the trash they ask nothing.
int lostContents(vault::Database &database)
{
    static_assert(int(sync::ConflictKind::Fixity) == 6);
    return int(database
                   .number("SELECT count(DISTINCT c.item) FROM conflict c JOIN item i ON i.id=c.item "
                           "WHERE c.resolution IS NULL AND c.kind=6 AND i.l_state=0")
                   .valueOr(0));
}
} // namespace

SyncStatus EngineHost::status() const
{
    if (!m_store)
        return {};
    if (m_engine)
        return seen(m_engine->status());
    SyncStatus out;
    out.toIndex = m_indexer->left();
    tellDamaged(m_store->database(), out);
    if (!m_account->account().connected)
        return out; // there is nobody to send anything to
    out.phase = SyncPhase::NeedsLogin;
    out.loggedOut = m_account->account().loggedOut;
    out.removed = m_account->account().removed;
    // Nobody works on it, but it waits all the same; counted by the store because there may be many.
    vault::Database &database = m_store->database();
    const auto count = [&database, &out](std::string_view sql) {
        const Result<qint64> number = database.number(sql);
        if (!number)
            tellUnread(number.error(), out);
        return int(number.valueOr(0));
    };
    out.pending = count("SELECT count(*) FROM outbox WHERE state<>4 AND state<>6 AND state<>3 AND state<>5");
    out.waiting += count("SELECT count(*) FROM outbox WHERE state=3");
    out.failed = count("SELECT count(*) FROM outbox WHERE state=5");
    static_assert(int(sync::ConflictKind::Removal) == 5);
    out.waiting += count("SELECT EXISTS(SELECT 1 FROM conflict WHERE resolution IS NULL AND kind=5)"); // see seen()
    out.waiting += lostContents(database);
    out.conflicts = count("SELECT count(*) FROM conflict WHERE resolution IS NULL AND kind<5");
    if (const auto state = m_store->syncState())
        out.lastContactUtc = state.value().lastContactUtc;
    else
        tellUnread(state.error(), out);
    if (out.waiting + out.failed == 0)
        return out;
    const auto live = m_store->liveOps();
    if (!live)
        tellUnread(live.error(), out);
    for (const sync::OpRow &op : live.valueOr({})) {
        if (op.state != sync::OpState::WaitingUser && op.state != sync::OpState::Failed)
            continue;
        const QString name = nameOf(op.target);
        out.problems.append({op.target, name, storedError(op.lastProblem, name), op.lastProblemText, {}});
    }
    return out;
}

SyncStatus EngineHost::seen(const sync::Status &now) const
{
    static constexpr SyncPhase phases[] = {SyncPhase::Offline, SyncPhase::Syncing,    SyncPhase::UpToDate,
                                           SyncPhase::Waiting, SyncPhase::NeedsLogin, SyncPhase::Problem};
    SyncStatus out;
    out.toIndex = m_indexer->left();
    out.phase = phases[int(now.phase)];
    out.pending = now.pendingOps;
    out.waiting = now.waitingOps;
    out.failed = now.failedOps;
    out.conflicts = now.conflicts - now.removalsAsked - now.alarms;
    out.waiting += now.removalsAsked > 0; // one question for all of them, and no document has two versions
    const int lost = now.alarms > 0 ? lostContents(m_store->database()) : 0;
    out.waiting += lost;
    // The engine has done what it can, but nothing is "up to date" while two versions wait for the person.
    if (out.phase == SyncPhase::UpToDate && out.conflicts + now.removalsAsked + lost > 0)
        out.phase = SyncPhase::Waiting;
    out.bytesLeft = now.uploadBytesLeft + now.downloadBytesLeft;
    out.lastContactUtc = now.lastContactUtc;
    if (!out.lastContactUtc.isValid()) { // an engine that has not run yet
        if (const auto state = m_store->syncState())
            out.lastContactUtc = state.value().lastContactUtc;
        else
            tellUnread(state.error(), out);
    }
    if (now.phase != sync::Phase::Syncing && !fits(m_store->database())) {
        out.problems.append({{}, {}, Error{errors::notAllFits, {}, {}}, {}, {}});
        if (out.phase == SyncPhase::UpToDate)
            out.phase = SyncPhase::Problem;
    }
    out.nextTryUtc = now.nextTryUtc;
    out.silentSinceUtc = now.silentSinceUtc;
    for (const sync::Problem &problem : now.problems) {
        const QString name = nameOf(problem.item);
        // After a restart the engine knows the code's text only.
        const bool remembered = problem.error.code == sync::errors::refused && !problem.error.detail.isEmpty();
        const Error error = remembered ? storedError(problem.error.detail, name) : problem.error;
        out.problems.append({problem.item, name, error, problem.userMessage, problem.nextTryUtc});
    }
    for (const sync::TransferProgress &transfer : now.transfers) {
        // What stands still, but by nobody's word, waits for a network that is not paid by amount.
        const bool byThePerson = transfer.paused && (!m_metered || isPausedByThePerson(*m_store, transfer.blob));
        out.transfers.append({transfer.blob, transfer.item, nameOf(transfer.item),
                              transfer.direction == sync::Direction::Up, transfer.done, transfer.size, byThePerson,
                              byThePerson || !transfer.paused});
    }
    tellDamaged(m_store->database(), out);
    return out;
}

} // namespace carriel
