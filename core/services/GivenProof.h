// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a file proves of documents that were given to an entity, or could not be given.
#pragma once

#include "core/services/Contributions.h"
#include "core/services/NotificationValues.h"

namespace carriel {

struct GivenProof
{
    EvidenceInfo proof;     // verdict, who, for whom, what about, findings; no steps
    QDateTime unansweredUntilUtc; // until when it tells that the entity had not answered; invalid: the answer is in it
    ContributionInfo given; // state (empty: the operator has not taken it), dates, filing number, reason, failures
};

} // namespace carriel
