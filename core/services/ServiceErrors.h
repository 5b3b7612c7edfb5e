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
// What was typed, or chosen on the disk, does not do. `most`: characters, bytes for a name; `name`: its beginning.
inline constexpr ErrorCode nameTooLong{"CAR-SVC-030"};       // params: name, most
inline constexpr ErrorCode badName{"CAR-SVC-031"};           // params: name. Empty, ".", "..", or nothing that can be seen
inline constexpr ErrorCode tooDeep{"CAR-SVC-032"};           // params: most
inline constexpr ErrorCode labelTooLong{"CAR-SVC-033"};      // params: name, most
inline constexpr ErrorCode tooManyLabels{"CAR-SVC-034"};     // params: most
inline constexpr ErrorCode noteTooLong{"CAR-SVC-035"};       // params: most
inline constexpr ErrorCode typeTooLong{"CAR-SVC-036"};       // params: most
inline constexpr ErrorCode factsTooLarge{"CAR-SVC-037"};     // all that is said about an item together
inline constexpr ErrorCode fileMissing{"CAR-SVC-040"};       // params: path
inline constexpr ErrorCode isDirectory{"CAR-SVC-041"};       // params: path
inline constexpr ErrorCode notAFile{"CAR-SVC-042"};          // params: path. A pipe, a device, a socket
inline constexpr ErrorCode fileForbidden{"CAR-SVC-043"};     // params: path
inline constexpr ErrorCode fileNameNotText{"CAR-SVC-044"};   // params: path. Bytes that are no UTF-8
// Signing.
inline constexpr ErrorCode keyClosed{"CAR-SVC-050"};         // the key is open no longer: it must be chosen again
inline constexpr ErrorCode documentMoved{"CAR-SVC-051"};     // params: name. It was changed after it was signed
inline constexpr ErrorCode activityAlarm{"CAR-SVC-060"};     // params: reason. The operator's record does not continue what it was
inline constexpr ErrorCode unreadableText{"CAR-SVC-020"};    // a document's words could not be read

} // namespace carriel::errors
