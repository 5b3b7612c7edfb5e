// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a computer's record went on under its next name, because an older copy of its vault was put back or a damaged one was
// rescued: the first record of the later log says up to where the earlier one is the history that was told (docs/ACTIVITY.md).
// What was anchored behind that place belongs to the lost end. Thread: any, one at a time.
#pragma once

#include "core/evidence/activity/Checkpoint.h"
#include "core/evidence/activity/LogCheck.h"

namespace carriel::evidence {

class LogForks
{
public:
    // Any record; only those that begin a later log count.
    void add(const LogRecord &record);
    // The last place of `log` that an anchor may speak of; nothing: the log has no successor.
    std::optional<qint64> endOf(const QString &log) const;

    // Who signed the later log's beginning signed the earlier one's end with it: what was written here before anybody knew that
    // this vault is an older copy.
    QList<LogHead> endsUnder(const QList<LogHead> &anchors) const;

    // "dev:<device>:" and the number behind it; 0: not a device's log.
    static QString stemOf(const QString &log);
    static int epochOf(const QString &log);

private:
    struct Fork
    {
        QString later;
        qint64 lastKnown = 0;
        LogHead end; // as it stands here; without a hash: it was lost
    };
    QHash<QString, Fork> m_forks; // by the name of the earlier log
};

} // namespace carriel::evidence
