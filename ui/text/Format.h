// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, dates and spans of time as a person in Colombia reads them. Input in UTC and bytes; output in local time and in
// the language set by Translation. Thread: any, once the translator is set.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

namespace carriel::text {

QString shown(const QString &name);                 // a name that others chose: what controls how it is written, as �
QString size(qint64 bytes);                        // "0 B", "812 kB", "3,2 MB" (powers of ten, as on a disk's box)
QString sizeOf(qint64 done, qint64 total);         // "1,2 of 3,2 MB"
QString percent(qint64 done, qint64 total);        // "42 %"
QString date(QDate day);                           // "15 jun 2026"
QString dateLong(QDate day);                       // "15 de junio de 2026"
QString dateTime(const QDateTime &utc);            // "15 jun 2026, 1:48 p. m."
QString dateTimeAtEnd(const QDateTime &utc);       // before a full stop, which ends "p. m." too
QString time(const QDateTime &utc);                // "1:48 p. m."
QString duration(qint64 seconds);                  // "12 s", "3 min", "2 h 5 min", "4 days"
// How long ago, seen from `nowUtc`: "just now", "5 minutes ago", "yesterday", then the date.
QString ago(const QDateTime &utc, const QDateTime &nowUtc);
// How far a day lies ahead or behind, seen from `today`: "today", "tomorrow", "in 12 days", "3 days ago".
QString daysAway(QDate day, QDate today);
QString count(qint64 number);                      // "12.345"

} // namespace carriel::text
