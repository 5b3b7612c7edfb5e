// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a proof must have in it to be called good when it is all that a verifier has. In the program what is absent may
// still come, and the operator's feed is a witness; of a file whoever hands it over may have left something out. So
// what is absent is never worth more than what nobody answers for (docs/adr/0013-what-is-absent.md). Pure; thread-safe.
#pragma once

#include "core/evidence/proof/Proof.h"

namespace carriel::evidence {

struct ContributionReport;

void weighAsWhole(ProofReport &report); // and judges anew

// Until when the records tell that nobody opened it; they say nothing of what came after. Nothing: they tell the end.
std::optional<QDateTime> unopenedUntil(const ProofReport &report);

void weighAsWhole(ContributionReport &report); // and judges anew

// Until when it tells that the entity had not answered. Nothing: the answer is in it.
std::optional<QDateTime> unansweredUntil(const ContributionReport &report);

} // namespace carriel::evidence
