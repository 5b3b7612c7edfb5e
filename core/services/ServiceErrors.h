// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of the use cases.
#pragma once

#include "core/base/Error.h"

namespace carriel::errors {

inline constexpr ErrorCode vaultLocked{"CAR-SVC-001"};
inline constexpr ErrorCode noOperator{"CAR-SVC-002"};        // an operator is needed for this
inline constexpr ErrorCode notLoggedIn{"CAR-SVC-003"};
inline constexpr ErrorCode itemNotFound{"CAR-SVC-004"};      // params: item
inline constexpr ErrorCode notHere{"CAR-SVC-005"};           // its bytes are not on this computer; params: name
inline constexpr ErrorCode profileFolder{"CAR-SVC-006"};     // params: path, reason
inline constexpr ErrorCode operatorChanged{"CAR-SVC-007"};   // the profile belongs to another operator; params: url
inline constexpr ErrorCode noFolderYet{"CAR-SVC-010"};       // show the terms, then enrol
inline constexpr ErrorCode termsChanged{"CAR-SVC-011"};
inline constexpr ErrorCode loginRunning{"CAR-SVC-012"};
inline constexpr ErrorCode otherPerson{"CAR-SVC-013"};       // params: holder, other
inline constexpr ErrorCode unreadableText{"CAR-SVC-020"};    // a document's words could not be read

} // namespace carriel::errors
