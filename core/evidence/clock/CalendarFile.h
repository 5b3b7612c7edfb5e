// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A deadline as a calendar program reads it (iCalendar, RFC 5545): whole-day events with a reminder.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

namespace carriel::evidence {

struct CalendarEntry
{
    QString uid; // stable, so that importing it again replaces it
    QDate date;
    QString summary, description; // words of the caller; what is secret must not stand there
    int remindDaysBefore = 0;     // 0: no reminder
};

QByteArray calendarFile(const QList<CalendarEntry> &entries, const QDateTime &nowUtc); // UTF-8, CRLF

} // namespace carriel::evidence
