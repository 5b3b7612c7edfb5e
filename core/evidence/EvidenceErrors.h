// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace carriel::evidence::errors {

inline constexpr ErrorCode badRules{"CAR-EVD-001"};    // params: file, reason. A rules file that cannot be used
inline constexpr ErrorCode notKnownYet{"CAR-EVD-002"};   // params: what, date. The rules say nothing for that date
inline constexpr ErrorCode unknownRegime{"CAR-EVD-003"}; // params: regime
inline constexpr ErrorCode missingFact{"CAR-EVD-004"}; // params: what = access | send | delivery. The term runs from it

} // namespace carriel::evidence::errors
