// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace carriel::mail::errors {

inline constexpr ErrorCode noSuchNotification{"CAR-NTF-001"}; // params: id
inline constexpr ErrorCode needsNetwork{"CAR-NTF-002"};       // an opening needs the operator's word, at this moment
inline constexpr ErrorCode evidenceBroken{"CAR-NTF-003"};     // params: defects. Not opened: the proof does not hold
inline constexpr ErrorCode notHereYet{"CAR-NTF-004"};         // the sealed content has not arrived whole
inline constexpr ErrorCode notAvailable{"CAR-NTF-005"};       // params: state. Cancelled, expired, not yet to be opened
inline constexpr ErrorCode outcomeUnknown{"CAR-NTF-006"};     // the receipt was sent, the answer did not come
inline constexpr ErrorCode notOpened{"CAR-NTF-007"};          // its content was asked for, and it is sealed
inline constexpr ErrorCode openingRefused{"CAR-NTF-008"};     // params: code, operator_words
inline constexpr ErrorCode notUnderstood{"CAR-NTF-009"};      // opened without saying that its effect is understood
inline constexpr ErrorCode openingRuns{"CAR-NTF-010"};        // another opening is under way
inline constexpr ErrorCode noSuchProcedure{"CAR-NTF-011"};    // params: procedure
inline constexpr ErrorCode noConsent{"CAR-NTF-012"};          // params: procedure. None in force
inline constexpr ErrorCode handoverUnproven{"CAR-NTF-013"};   // params: defects. A key without the record of the moment
inline constexpr ErrorCode notSaid{"CAR-NTF-014"};            // the same of one without a legal effect
inline constexpr ErrorCode tooLarge{"CAR-NTF-015"};           // params: size, limit. More than this program opens
inline constexpr ErrorCode spoilt{"CAR-NTF-016"};             // params: entity. The operator hands out other bytes than were sealed
inline constexpr ErrorCode needsCertificate{"CAR-NTF-017"};   // the entity asks for a receipt signed with a certificate
inline constexpr ErrorCode certificateUnfit{"CAR-NTF-018"};   // params: reason

} // namespace carriel::mail::errors
