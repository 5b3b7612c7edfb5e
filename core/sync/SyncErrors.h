// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong between the person's wish and the operator. Words: ui/text; meaning: docs/error-codes.md.
#pragma once

#include "core/base/Error.h"

namespace carriel::sync::errors {

inline constexpr ErrorCode itemNotFound{"CAR-SYN-001"};     // params: id
inline constexpr ErrorCode notAFolder{"CAR-SYN-002"};       // params: id
inline constexpr ErrorCode wouldCycle{"CAR-SYN-003"};       // params: name
inline constexpr ErrorCode officialLocked{"CAR-SYN-004"};   // params: name
inline constexpr ErrorCode notInTrash{"CAR-SYN-005"};       // params: name
inline constexpr ErrorCode notActive{"CAR-SYN-006"};        // params: name; in the trash, or gone
inline constexpr ErrorCode bytesDamaged{"CAR-SYN-007"};     // params: blob; what is here is not what was stored
inline constexpr ErrorCode goneAtOperator{"CAR-SYN-008"};   // params: id
inline constexpr ErrorCode refused{"CAR-SYN-009"};          // the operator said no and gave no code of its own
inline constexpr ErrorCode bytesUnavailable{"CAR-SYN-010"}; // the operator does not have, or does not give, the bytes
inline constexpr ErrorCode frozenAltered{"CAR-SYN-011"};    // a request to repeat is not what was sent first
inline constexpr ErrorCode alreadySent{"CAR-SYN-012"};      // too late to withdraw
inline constexpr ErrorCode digestMismatch{"CAR-SYN-013"};   // what came is not what was promised
inline constexpr ErrorCode badTransition{"CAR-SYN-014"};    // a bug: an event that this state does not know
inline constexpr ErrorCode stopped{"CAR-SYN-015"};          // the engine was stopped before it was done
inline constexpr ErrorCode operatorWentBack{"CAR-SYN-016"}; // waits: the operator went back and has the item otherwise
inline constexpr ErrorCode removalAsked{"CAR-SYN-017"};     // params: name; removed for good elsewhere, and not answered yet
inline constexpr ErrorCode sendingStopped{"CAR-SYN-018"};   // waits: the person stopped the sending of these bytes
inline constexpr ErrorCode countDiffers{"CAR-SYN-019"};     // params: here, there; the operator counts other items than it shows

} // namespace carriel::sync::errors
