// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/vault/SealedErrors.h"

namespace carriel::errors {

inline constexpr ErrorCode notMet{"CAR-SVC-090"}; // two computers did not come to the same six digits
inline constexpr ErrorCode keyIsHere{"CAR-SVC-091"}; // nothing is lost, so nothing is started over

} // namespace carriel::errors
