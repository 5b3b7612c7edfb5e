// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What became of documents that were given to an entity, in plain words. Pure; thread: GUI (translations).
#pragma once

#include "core/services/Contributions.h"

namespace carriel::text {

QString contributionState(const ContributionInfo &one); // "Filed on 5 Jan 2026", "Came back to you: …"
QString askedOffline(); // who asks was proven without the operator's word, and what follows of it
// A try to give it that did not succeed, in one sentence.
QString failedAttempt(const FailedAttempt &one);
// Evidence that ends before an answer: until when it tells, and that it says no more.
QString unansweredWords(const QDateTime &untilUtc);
bool contributionTrouble(const ContributionInfo &one);  // nothing was given, or it was rejected

} // namespace carriel::text
