// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace carriel::evidence::errors {

inline constexpr ErrorCode badRules{"CAR-EVD-001"};    // params: file, reason. A rules file that cannot be used
inline constexpr ErrorCode notKnownYet{"CAR-EVD-002"};   // params: what, date. The rules say nothing for that date
inline constexpr ErrorCode unknownRegime{"CAR-EVD-003"}; // params: regime
inline constexpr ErrorCode missingFact{"CAR-EVD-004"}; // params: what = access | send | delivery. The term runs from it
inline constexpr ErrorCode badStatement{"CAR-EVD-005"}; // params: what, member. A signed statement without its form
inline constexpr ErrorCode wrongContent{"CAR-EVD-006"}; // params: reason = key | cipher | plain | package | signature
inline constexpr ErrorCode badEvidence{"CAR-EVD-007"};  // params: reason, file (within it). No evidence package, or none that can be read
inline constexpr ErrorCode nothingToTrust{"CAR-EVD-008"};  // params: file. Neither a key nor a certificate
inline constexpr ErrorCode noAct{"CAR-EVD-010"};         // params: reason = package | signature. As sealed, and no act
inline constexpr ErrorCode trustsNothing{"CAR-EVD-009"}; // params: file. A time-stamping authority's own certificate

} // namespace carriel::evidence::errors
