// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What others act on - notifications, terms, consents, contributions, shares, the record of activity - happens in the time of Colombia,
// wherever this computer is; what is this computer's alone (Format.h) in its own. Where both differ each says which it is. Pure; thread-safe.
#pragma once

#include <QDateTime>
#include <QString>

namespace carriel::text {

inline constexpr int colombianOffset = -5 * 3600; // seconds; all year, since 1993
QDate colombianDate(const QDateTime &utc);
QDate colombianToday();
// "22 nov 2026, 9:08 p. m.", and that it is the time of Colombia where this computer's is another.
QString colombianDateTime(const QDateTime &utc);
QString colombianMoment(const QDateTime &utc); // the same and no more, where a heading says whose hours they are
bool isColombianHere(const QDateTime &utc);    // this computer's hour is the same
QString colombianDateTimeAtEnd(const QDateTime &utc); // without a full stop of its own, before one

} // namespace carriel::text
