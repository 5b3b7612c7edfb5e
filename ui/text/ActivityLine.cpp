// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An act that stands in two logs, in one line.
#include "ui/text/ActivityWords.h"
#include "ui/text/Format.h"

#include <QCoreApplication>

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
    return record.confirmedUtc.isValid() ? Tr::tr("%1. Your operator confirmed it on %2").arg(words, dateTime(record.confirmedUtc)) : words;
}

QString activityBothLogs(const ActivityRecord &record)
{
    const QString line = Tr::tr("%1\n%2: entry %3, %4").arg(activityLine(record), activityLog(record.log)).arg(record.seq).arg(dateTime(record.whenUtc));
    return record.confirmedUtc.isValid() ? Tr::tr("%1\n%2: entry %3, %4")
                                               .arg(line, activityLog(record.confirmedLog))
                                               .arg(record.confirmedSeq)
                                               .arg(dateTime(record.confirmedUtc))
                                         : line;
}

} // namespace carriel::text
