// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the time stamp beside a record is over that record, of its time, and by an authority that is believed. Private to
// core/evidence.
#pragma once

#include "core/evidence/proof/Proof.h"

namespace carriel::evidence {

struct StampCheck
{
    const char *defect = nullptr;  // bad_stamp, stamp_time, stamp_unanchored; none: it holds
    std::optional<QDateTime> time; // of somebody who is known; a word of anybody else confirms nothing
    bool unanchored() const;       // nothing else is wrong with it
};

// `happened`, `clockErrorMs`: what the record says of its moment and of its clock.
StampCheck checkStamp(const ProofRecord &raw, const QDateTime &happened, int clockErrorMs,
                      const signing::TrustStore &store);

} // namespace carriel::evidence
