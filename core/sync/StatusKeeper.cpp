// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/StatusKeeper.h"

#include "core/sync/Held.h"
#include "core/sync/SyncErrors.h"

namespace carriel::sync {

namespace {

bool sameProblem(const Problem &a, const Problem &b)
{
    return a.item == b.item && a.op == b.op && a.error.code == b.error.code && a.userMessage == b.userMessage;
}

bool sameTransfer(const TransferProgress &a, const TransferProgress &b)
{
    return a.blob == b.blob && a.done == b.done && a.paused == b.paused && a.direction == b.direction;
}

// Nothing more goes up because the person, or the rule for networks that cost, holds all of it.
bool isStopped(const QList<TransferProgress> &transfers)
{
    const auto goesUp = [](const TransferProgress &transfer) { return transfer.direction == Direction::Up; };
    return std::any_of(transfers.begin(), transfers.end(), goesUp) &&
           std::all_of(transfers.begin(), transfers.end(),
                       [&](const TransferProgress &transfer) { return !goesUp(transfer) || transfer.paused; });
}

} // namespace

bool sameStatus(const Status &a, const Status &b)
{
    return a.phase == b.phase && a.pendingOps == b.pendingOps && a.waitingOps == b.waitingOps &&
           a.failedOps == b.failedOps && a.conflicts == b.conflicts && a.missing == b.missing &&
           a.removalsAsked == b.removalsAsked && a.alarms == b.alarms && a.uploads == b.uploads &&
           a.downloads == b.downloads && a.uploadBytesLeft == b.uploadBytesLeft &&
           a.downloadBytesLeft == b.downloadBytesLeft && a.lastContactUtc == b.lastContactUtc &&
           a.silentSinceUtc.isValid() == b.silentSinceUtc.isValid() &&
           a.nextTryUtc.isValid() == b.nextTryUtc.isValid() &&
           std::equal(a.problems.begin(), a.problems.end(), b.problems.begin(), b.problems.end(), sameProblem) &&
           std::equal(a.transfers.begin(), a.transfers.end(), b.transfers.begin(), b.transfers.end(), sameTransfer);
}

void StatusKeeper::addProblems(Status &out) const
{
    for (const OpRow &op : m_desk.book.ops()) {
        switch (op.state) {
        case OpState::Failed:
            ++out.failedOps;
            break;
        case OpState::WaitingUser:
            ++out.waitingOps;
            break;
        default:
            ++out.pendingOps;
            continue;
        }
        Problem problem;
        problem.item = op.target;
        problem.op = op.key;
        problem.error = isHeld(op) ? Error{errors::operatorWentBack, {}, {}}
                                   : m_desk.book.problemOf(op.key).value_or(Error{
                                         errors::refused, {{QStringLiteral("code"), op.lastProblem}}, op.lastProblem});
        problem.userMessage = op.lastProblemText;
        out.problems.append(problem);
    }
    if (m_desk.countDiffers)
        out.problems.append(Problem{{}, {}, *m_desk.countDiffers, {}, {}});
    if (m_desk.line.storeError())
        out.problems.append(Problem{{}, {}, *m_desk.line.storeError(), {}, {}});
    else if (m_desk.line.lastError() && m_desk.line.isLasting())
        out.problems.append(Problem{{}, {}, *m_desk.line.lastError(), {}, out.nextTryUtc});
}

Status StatusKeeper::status(const Work &work) const
{
    Status out;
    const bool closed = !m_desk.line.isOpen();
    if (work.active && closed && !m_desk.line.needsLogin() && !m_desk.line.storeError())
        out.nextTryUtc = m_desk.ports.clock.nowUtc().addMSecs(m_desk.line.wait().count());
    addProblems(out);
    if (!m_asked) {
        const auto open = m_desk.ports.store.openConflicts();
        const auto missing = m_desk.ports.store.missingItems();
        if (open.ok() && missing.ok()) {
            m_asked.emplace();
            m_asked->conflicts = int(open.value().size());
            m_asked->missing = int(missing.value().size());
            for (const ConflictRow &row : open.value()) {
                m_asked->removals += row.kind == ConflictKind::Removal;
                m_asked->alarms += row.kind == ConflictKind::Fixity;
            }
        }
    }
    const Asked asked = m_asked.value_or(Asked{});
    out.conflicts = asked.conflicts;
    out.missing = asked.missing;
    out.removalsAsked = asked.removals;
    out.alarms = asked.alarms;
    out.uploads = work.uploads;
    out.downloads = work.downloads;
    out.uploadBytesLeft = work.uploadBytes;
    out.downloadBytesLeft = work.downloadBytes;
    out.transfers = work.transfers;
    out.lastContactUtc = m_lastContact;
    out.silentSinceUtc = work.silentSinceUtc;
    if (!work.active)
        out.phase = Phase::Offline;
    else if (m_desk.line.needsLogin())
        out.phase = Phase::NeedsLogin;
    else if (m_desk.line.storeError())
        out.phase = Phase::Problem;
    else if (closed)
        out.phase = Phase::Waiting;
    else if (work.busy || !work.current)
        out.phase = Phase::Syncing;
    else if (out.pendingOps > 0 && out.problems.isEmpty())
        out.phase = isStopped(out.transfers) ? Phase::Waiting : Phase::Syncing;
    else
        out.phase = out.problems.isEmpty() ? Phase::UpToDate : Phase::Problem;
    return out;
}

void StatusKeeper::publish(const Work &work)
{
    const Status now = status(work);
    m_toldAt = m_desk.now();
    if (m_told && sameStatus(*m_told, now))
        return;
    m_told = now;
    m_desk.ports.observer.statusChanged(now);
}

} // namespace carriel::sync
