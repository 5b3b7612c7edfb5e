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
// The day that orders it among the others, if any presses: of what may be running unknown, the day it was opened.
std::optional<QDate> pressingDay(const NotificationEntry &entry, QDate today);
// By the general rule, with its reservation, one sentence; empty: nothing can be said.
QString usualTerm(const NotificationEntry &entry, QDate today);

} // namespace carriel::text
