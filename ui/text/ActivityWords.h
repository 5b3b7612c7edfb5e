// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, in plain words. Pure; thread: GUI (translations).
#pragma once

#include "core/services/Activity.h"

namespace carriel::text {

// The words of one act with what the operator said of it, after joined(); and where each of both stands.
QString activityLine(const ActivityRecord &record);
QString activityBothLogs(const ActivityRecord &record);

QString activityWords(const ActivityRecord &record); // "“Diploma.pdf” was added"
QString activityKind(const QString &kind);           // "Documents signed": a heading for many
QString activityFault(const ActivityFault &fault);   // "number 44 of the record of a computer is not as it was written"
QString activityLog(const QString &log);             // "record of your operator", without an article
QString activitySpan(const ActivitySpan &span);      // "The record of your operator: from … to …, 40 of 47 anchored."
QString activityAlarm(const QString &reason);        // of Activity::alarm(), a clause
QString activityIcon(const QString &kind);

// What people look for or count together: everything that was signed, everything of the trash…
struct ActivityGroup
{
    QString id; // "signed"
    QString words;
    QStringList kinds; // as in ActivityQuery
    QStringList counted; // of these there is one for each act; empty: not worth a line in the statistics
};
QList<ActivityGroup> activityGroups();

} // namespace carriel::text
