// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A day to remember as a file that every calendar program takes (RFC 5545): one event of a whole day, with alarms at
// nine in the morning of days before. Pure; thread-safe.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

namespace carriel {

struct CalendarEvent
{
    QString uid; // the same for the same matter, so that a calendar does not keep it twice
    QString title, text;
    QDate day;
    QList<int> alarms; // days before
};

QByteArray calendarFile(const CalendarEvent &event, const QDateTime &nowUtc);

} // namespace carriel
