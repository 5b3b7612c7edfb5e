// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of the command line itself.
#pragma once

#include "core/base/Error.h"

namespace carriel::errors {

inline constexpr ErrorCode usage{"CAR-CLI-001"};          // params: what
inline constexpr ErrorCode nothingToLock{"CAR-CLI-002"};  // no window has this profile open
inline constexpr ErrorCode fileThere{"CAR-CLI-003"};      // params: path. Nothing is written over it without --force
inline constexpr ErrorCode termsOpen{"CAR-CLI-004"};      // nobody is there to accept the operator's terms
inline constexpr ErrorCode noWayToOpen{"CAR-CLI-005"};    // no key store, no passphrase, nobody to ask
inline constexpr ErrorCode noProfile{"CAR-CLI-006"};      // params: path. No vault there yet
inline constexpr ErrorCode notSent{"CAR-CLI-007"};        // stored here, but not at the operator
inline constexpr ErrorCode termsDeclined{"CAR-CLI-008"};  // the person did not accept the terms
inline constexpr ErrorCode operatorAway{"CAR-CLI-009"};   // a sync that could not reach the operator
inline constexpr ErrorCode noBrowser{"CAR-CLI-010"};      // params: url. No browser opened, and nobody is there to open one
inline constexpr ErrorCode nothingToSalvage{"CAR-CLI-011"}; // the vault opens: there is nothing to save from it

inline constexpr ErrorCode keptAsConflict{"CAR-CLI-012"};  // params: name. Another computer changed the same meanwhile
inline constexpr ErrorCode windowLocked{"CAR-CLI-013"};    // the person locked the window: no other command opens it for whoever sits there
inline constexpr ErrorCode noRecoveryCode{"CAR-CLI-014"}; // unlock --recovery without a code, and nobody to ask

// What is wrong with a command line; `usage` is how the command is written. All end with 64.
inline constexpr ErrorCode unknownCommand{"CAR-CLI-020"}; // params: what
inline constexpr ErrorCode unknownOption{"CAR-CLI-021"};  // params: what, usage
inline constexpr ErrorCode valueMissing{"CAR-CLI-022"};   // params: what, usage
inline constexpr ErrorCode wordMissing{"CAR-CLI-023"};    // params: what, usage
inline constexpr ErrorCode wordTooMany{"CAR-CLI-024"};    // params: what, usage
inline constexpr ErrorCode badWord{"CAR-CLI-025"};        // params: what, usage

inline constexpr ErrorCode isFolder{"CAR-CLI-026"};       // params: name. A document is needed
inline constexpr ErrorCode isDocument{"CAR-CLI-027"};     // params: name. A folder is needed; nothing is moved over a document
inline constexpr ErrorCode nobodyConfirms{"CAR-CLI-028"};
inline constexpr ErrorCode notConfirmed{"CAR-CLI-029"};
inline constexpr ErrorCode optionNeeded{"CAR-CLI-030"};   // params: what. An option without which this cannot be done
inline constexpr ErrorCode noVariable{"CAR-CLI-031"};     // params: name. The environment has none of that name
inline constexpr ErrorCode notTogether{"CAR-CLI-032"};    // params: what, other. Options that contradict each other
inline constexpr ErrorCode noFolder{"CAR-CLI-033"};       // params: path. Several results need a folder that is there
inline constexpr ErrorCode unknownId{"CAR-CLI-034"};      // params: what, list. No version, conflict or transfer of that name; `list` shows them
inline constexpr ErrorCode requestUnread{"CAR-CLI-035"}; // nobody answered who could tell what is asked: nothing was given
inline constexpr ErrorCode pinInAddress{"CAR-CLI-036"};  // a PIN stands in the address of the key, where others can read it

} // namespace carriel::errors
