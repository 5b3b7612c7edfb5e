// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace carriel::crypto::errors {

inline constexpr ErrorCode library{"CAR-CRY-001"};        // params: operation. The cryptographic library refused
inline constexpr ErrorCode badEncoding{"CAR-CRY-002"};    // params: what. Not base64url, not the length it must have
inline constexpr ErrorCode notAuthentic{"CAR-CRY-003"};   // wrong key, or altered bytes: the two cannot be told apart
inline constexpr ErrorCode badKey{"CAR-CRY-004"};         // params: what
inline constexpr ErrorCode badJws{"CAR-CRY-005"};         // params: reason
inline constexpr ErrorCode badSignature{"CAR-CRY-006"};   // well formed, but not signed by that key
inline constexpr ErrorCode badJwe{"CAR-CRY-007"};         // params: reason
inline constexpr ErrorCode badCipherText{"CAR-CRY-008"};  // params: reason. Encrypted content cut, swapped or foreign
inline constexpr ErrorCode badIdToken{"CAR-CRY-009"};     // params: claim
inline constexpr ErrorCode badRecoveryCode{"CAR-CRY-010"}; // params: reason = length | character | check
inline constexpr ErrorCode badJson{"CAR-CRY-011"};        // params: reason
inline constexpr ErrorCode badParameters{"CAR-CRY-012"};  // params: what. Work factors outside what is accepted

} // namespace carriel::crypto::errors
