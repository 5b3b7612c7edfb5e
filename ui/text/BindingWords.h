// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Until when an opened act wants something, in words: the earlier of the counted day and of the entity's own comes first
// (core/services/BindingDay.h). Pure; thread: GUI (translations).
#pragma once

#include "core/services/NotificationValues.h"

namespace carriel::text {

// One line for a list: the day that binds, and beside it the counted one where that is later; empty: nothing is known.
QString dueWords(const NotificationEntry &entry, QDate today);
// The entity sets an earlier day than the counted one, or had set one that is over: a sentence to be read before the
// counted one. Empty: neither.
QString askedBefore(const NotificationEntry &entry, QDate today);
QString missedAsked(const NotificationEntry &entry, QDate today); // of it, that the entity had set a day that is over

// The act writes a day for an answer that is after the end of the term that is counted: not to wait for it; else empty.
QString laterAsked(const NotificationEntry &entry, QDate today);
QString restDay(); // that a day on which nobody works is none to wait for, one sentence
bool onRestDay(const NotificationEntry &entry, int action); // the day of that action of the act
// The last day that is counted is none on which people work: until when the term is extended, without full stop; else empty.
QString extendedTo(const NotificationEntry &entry);
QString askedOn(const AskedDay &day); // the same without how far away it is: for a calendar, which is read later
// Where the rule does not say which days it counts: that counted otherwise the term ends earlier; else empty.
QString shorterCount(const NotificationEntry &entry);

} // namespace carriel::text
