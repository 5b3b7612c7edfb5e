// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Says truthfully how things stand (I22), and only when it changed.
#pragma once

#include "core/sync/Desk.h"

namespace carriel::sync {

class StatusKeeper
{
public:
    explicit StatusKeeper(Desk &desk) : m_desk(desk) {}

    // While work goes on ten times a second are enough for anybody; counting 10,000 operations each time is not free.
    bool isDue(bool busy) const { return !busy || !m_toldAt || m_desk.now() - *m_toldAt >= std::chrono::milliseconds(100); }

    struct Work {
        bool active = false;      // started, or in a round
        bool busy = false;        // something is under way or about to be
        bool current = false;     // the feed was read to its end within the poll period
        QDateTime silentSinceUtc;     // invalid: the operator answers
        int uploads = 0;
        int downloads = 0;
        qint64 uploadBytes = 0;
        qint64 downloadBytes = 0;
        QList<TransferProgress> transfers;
    };
    Status status(const Work &work) const;
    void publish(const Work &work); // tells the observer if it differs from what it was told last
    void contacted() { m_lastContact = m_desk.ports.clock.nowUtc(); }
    void restore(const QDateTime &lastContact) { m_lastContact = lastContact; }
    void conflictsChanged() { m_asked.reset(); }

private:
    void addProblems(Status &out) const;
    Desk &m_desk;
    QDateTime m_lastContact;
    struct Asked
    {
        int conflicts = 0;
        int removals = 0;
        int alarms = 0;
        int missing = 0;
    };
    mutable std::optional<Asked> m_asked;
    std::optional<Status> m_told;
    std::optional<std::chrono::milliseconds> m_toldAt;
};

bool sameStatus(const Status &a, const Status &b);

} // namespace carriel::sync
