// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/vault/SealedErrors.h"

namespace carriel::errors {

inline constexpr ErrorCode notMet{"CAR-SVC-090"}; // two computers did not come to the same six digits
inline constexpr ErrorCode keyIsHere{"CAR-SVC-091"}; // nothing is lost, so nothing is started over
inline constexpr ErrorCode wrongParcelCode{"CAR-SVC-092"}; // or the file was changed: the two cannot be told apart
inline constexpr ErrorCode notAParcel{"CAR-SVC-093"};      // params: reason
inline constexpr ErrorCode parcelTooLarge{"CAR-SVC-094"};  // params: limit, in bytes

} // namespace carriel::errors
