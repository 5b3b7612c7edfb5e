// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Dates on which a term hangs: as they are in Colombia, wherever this computer is. Pure; thread-safe.
#pragma once

#include <QDateTime>
#include <QString>

namespace carriel::text {

QDate colombianDate(const QDateTime &utc);
QDate colombianToday();
// "22 nov 2026, 9:08 p. m.", and that it is the time of Colombia where this computer's is another.
QString colombianDateTime(const QDateTime &utc);
QString colombianDateTimeAtEnd(const QDateTime &utc); // without a full stop of its own, before one

} // namespace carriel::text
