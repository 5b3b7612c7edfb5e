// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An act that stands in two logs, in one line.
#include "ui/text/ActivityWords.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/OneStop.h"

#include <QCoreApplication>
#include <cstdlib>

namespace carriel::text {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Activity)
};
} // namespace

QString activityLine(const ActivityRecord &record)
{
    const QString words = activityWords(record);
    if (!record.confirmedUtc.isValid())
        return words;
    // Within the minute that stands beside it, another date says nothing.
    const bool atOnce = std::abs(record.whenUtc.secsTo(record.confirmedUtc)) < 60;
    return oneStop(atOnce ? Tr::tr("%1. Confirmed by your operator").arg(words)
                          : Tr::tr("%1. Your operator confirmed it on %2").arg(words, colombianDateTime(record.confirmedUtc)));
}

QString activityBothLogs(const ActivityRecord &record)
{
    const QString line = Tr::tr("%1\n%2: entry %3, %4").arg(activityLine(record), activityLog(record.log)).arg(record.seq).arg(colombianDateTime(record.whenUtc));
    return record.confirmedUtc.isValid() ? Tr::tr("%1\n%2: entry %3, %4")
                                               .arg(line, activityLog(record.confirmedLog))
                                               .arg(record.confirmedSeq)
                                               .arg(colombianDateTime(record.confirmedUtc))
                                         : line;
}

} // namespace carriel::text
