// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace carriel::remote::errors {

inline constexpr ErrorCode unreachable{"CAR-REM-001"};    // params: host
inline constexpr ErrorCode protocol{"CAR-REM-002"};       // params: reason. The answer breaks the protocol
inline constexpr ErrorCode deadline{"CAR-REM-003"};       // params: host
inline constexpr ErrorCode untrusted{"CAR-REM-004"};      // params: host, reason. The certificate was not accepted
inline constexpr ErrorCode redirected{"CAR-REM-005"};     // params: host
inline constexpr ErrorCode tooLarge{"CAR-REM-006"};       // params: host
inline constexpr ErrorCode busy{"CAR-REM-007"};           // params: seconds
inline constexpr ErrorCode refused{"CAR-REM-008"};        // params: status, code, correlation
inline constexpr ErrorCode loginNeeded{"CAR-REM-009"};
inline constexpr ErrorCode stepUpNeeded{"CAR-REM-010"};
inline constexpr ErrorCode operatorChanged{"CAR-REM-011"}; // params: what, expected, found
inline constexpr ErrorCode loginRefused{"CAR-REM-012"};   // params: reason (the provider's error code)
inline constexpr ErrorCode loginTimeout{"CAR-REM-013"};
inline constexpr ErrorCode otherPerson{"CAR-REM-014"};    // params: expected, found
inline constexpr ErrorCode badStatement{"CAR-REM-015"};   // params: what. The operator's device statement does not hold
inline constexpr ErrorCode loopback{"CAR-REM-016"};       // params: reason. No port on 127.0.0.1
inline constexpr ErrorCode caFile{"CAR-REM-017"};         // params: path
inline constexpr ErrorCode notAnOperator{"CAR-REM-018"};  // params: host. No Carpeta Ciudadana answers there
inline constexpr ErrorCode badProvider{"CAR-REM-019"};    // params: what. The identity provider lacks what is needed
inline constexpr ErrorCode gone{"CAR-REM-020"};           // what was asked for is not there
inline constexpr ErrorCode quota{"CAR-REM-021"};
inline constexpr ErrorCode conflict{"CAR-REM-022"};       // params: code. The item changed meanwhile, or the name is taken
inline constexpr ErrorCode notHttps{"CAR-REM-023"};       // params: url. What was given as an operator's address is none
inline constexpr ErrorCode providerAway{"CAR-REM-024"};   // params: host. The identity provider, not the operator, does not answer
inline constexpr ErrorCode deviceRevoked{"CAR-REM-025"};  // the operator: this computer was removed from the folder

} // namespace carriel::remote::errors
