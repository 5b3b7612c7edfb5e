// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The errors that no module owns.
#pragma once

#include "core/base/Error.h"

namespace carriel::errors {

inline constexpr ErrorCode internal{"CAR-BAS-001"};      // a bug of ours; detail says which
inline constexpr ErrorCode cancelled{"CAR-BAS-002"};     // the person, or the end of the program, stopped it
inline constexpr ErrorCode fileRead{"CAR-BAS-003"};      // params: path, reason
inline constexpr ErrorCode fileWrite{"CAR-BAS-004"};     // params: path, reason
inline constexpr ErrorCode diskFull{"CAR-BAS-005"};      // params: path
inline constexpr ErrorCode badInput{"CAR-BAS-006"};      // params: what
inline constexpr ErrorCode notSupported{"CAR-BAS-007"};  // params: what

} // namespace carriel::errors
