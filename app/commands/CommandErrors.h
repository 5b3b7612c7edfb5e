// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of the command line itself.
#pragma once

#include "core/base/Error.h"

namespace carriel::errors {

inline constexpr ErrorCode usage{"CAR-CLI-001"};          // params: what
inline constexpr ErrorCode nothingToLock{"CAR-CLI-002"};  // no window has this profile open
inline constexpr ErrorCode fileThere{"CAR-CLI-003"};      // params: path. Nothing is written over it unless -o names it
inline constexpr ErrorCode termsOpen{"CAR-CLI-004"};      // nobody is there to accept the operator's terms
inline constexpr ErrorCode noWayToOpen{"CAR-CLI-005"};    // no key store, no passphrase, nobody to ask
inline constexpr ErrorCode noProfile{"CAR-CLI-006"};      // params: path. No vault there yet
inline constexpr ErrorCode notSent{"CAR-CLI-007"};        // stored here, but not at the operator
inline constexpr ErrorCode termsDeclined{"CAR-CLI-008"};  // the person did not accept the terms
inline constexpr ErrorCode operatorAway{"CAR-CLI-009"};   // a sync that could not reach the operator
inline constexpr ErrorCode noBrowser{"CAR-CLI-010"};      // params: url. No browser opened, and nobody is there to open one
inline constexpr ErrorCode nothingToSalvage{"CAR-CLI-011"}; // the vault opens: there is nothing to save from it

} // namespace carriel::errors
