// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a term while nobody has read the act here: only the act knows how long it is, and it may be shorter than
// the general rule's. Pure; thread: GUI (translations).
#pragma once

#include "core/services/NotificationValues.h"

namespace carriel::text {

// Opened at another of the person's computers not long ago, and not read here: a term may be running that is not known.
bool unreadHere(const NotificationEntry &entry, QDate today);
// Read here, and its term runs without an end that can be told.
bool runsOpenEnded(const NotificationEntry &entry, QDate today);
// Closed unopened, or gone over to another means, though it counts as made since it was sent: its term may be running.
bool closedRunning(const NotificationEntry &entry, QDate today);
// The day that orders it among the others, if any presses: of what may be running unknown, the day it was opened.
std::optional<QDate> pressingDay(const NotificationEntry &entry, QDate today);
// By the general rule, with its reservation, one sentence; empty: nothing can be said.
QString usualTerm(const NotificationEntry &entry, QDate today);
// The same of a term that was counted: its line, and the words of one of its days.
QString usualTermLine(const TermInfo &term, QDate today);
QString usualDayWords(const TermDay &day);
// The act gives a day for this that is later than the term that is counted; empty: it does not.
QString laterThanTerm(const ActActionInfo &action, const std::optional<TermInfo> &term);

} // namespace carriel::text
