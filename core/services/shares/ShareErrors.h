// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace carriel::shares::errors {

inline constexpr ErrorCode recipientUnknown{"CAR-SHR-001"}; // params: id. Not here, or does not want to be found
inline constexpr ErrorCode nothingToShare{"CAR-SHR-002"};   // params: name. An empty folder, or nothing that can be shared
inline constexpr ErrorCode versionChanged{"CAR-SHR-003"};   // params: name. Another one than the person saw
inline constexpr ErrorCode shareRefused{"CAR-SHR-004"};     // params: code, reason, operator_words. Nothing was shared
inline constexpr ErrorCode noSuchShare{"CAR-SHR-005"};      // params: id
inline constexpr ErrorCode alreadySent{"CAR-SHR-006"};      // cancelled too late; it can be revoked
inline constexpr ErrorCode changeRefused{"CAR-SHR-007"};    // params: code, reason, operator_words. The share stays as it was
inline constexpr ErrorCode shareEnded{"CAR-SHR-008"};       // params: state
inline constexpr ErrorCode notAsShared{"CAR-SHR-009"};      // params: name. Other bytes came than were shared
inline constexpr ErrorCode tooLarge{"CAR-SHR-010"};         // params: name, size, limit
inline constexpr ErrorCode badExpiry{"CAR-SHR-011"};        // params: text
inline constexpr ErrorCode grantUnproven{"CAR-SHR-012"};    // params: reason. Who shares it could not be proven
inline constexpr ErrorCode withdrawn{"CAR-SHR-013"};        // params: name. The owner has it no longer
inline constexpr ErrorCode tooMany{"CAR-SHR-014"};          // params: count, limit
inline constexpr ErrorCode acceptedAlready{"CAR-SHR-015"};  // declined too late
inline constexpr ErrorCode ownEnded{"CAR-SHR-016"};         // params: state. A share that one made oneself is over
inline constexpr ErrorCode noEarlierEnd{"CAR-SHR-017"};     // params: date. Of a share, which lasts until then
inline constexpr ErrorCode noNumber{"CAR-SHR-018"};         // params: text. Nobody can be looked for by it
inline constexpr ErrorCode wrongDigit{"CAR-SHR-019"};       // params: text. A NIT with another check digit
inline constexpr ErrorCode ownNumber{"CAR-SHR-020"};        // one shares with others
inline constexpr ErrorCode wordsTooLong{"CAR-SHR-021"};     // params: what (purpose, message), limit
inline constexpr ErrorCode notConsented{"CAR-SHR-022"};     // shown, and the person did not say yes
inline constexpr ErrorCode notMine{"CAR-SHR-023"};          // params: id. What others share is not ended by who reads it
inline constexpr ErrorCode someWithdrawn{"CAR-SHR-024"};    // params: names, count. The others were accepted
inline constexpr ErrorCode noPersonKey{"CAR-SHR-025"};      // params: id. Nothing can be shared with him end to end yet
inline constexpr ErrorCode keyUnconfirmed{"CAR-SHR-026"};   // params: id, code. Nobody has said that this key is his
inline constexpr ErrorCode keyChanged{"CAR-SHR-027"};       // params: id, code. Another one than was used until now
inline constexpr ErrorCode keyFalse{"CAR-SHR-028"};         // params: id, reason. What the operator names is not his
inline constexpr ErrorCode sealedOtherwise{"CAR-SHR-029"};  // params: name. By link, to an entity, or always the newest
inline constexpr ErrorCode mixedCustody{"CAR-SHR-030"};     // params: name. Sealed and open ones are shared apart
inline constexpr ErrorCode manifestFalse{"CAR-SHR-031"};    // params: reason. What was sealed for this person is not what was signed
inline constexpr ErrorCode sharedBefore{"CAR-SHR-032"};     // params: id, name, who, date. In force; once more only if one says so
inline constexpr ErrorCode nothingToConfirm{"CAR-SHR-033"}; // params: id. Not one that came back because nobody saw the name
inline constexpr ErrorCode stillShared{"CAR-SHR-034"};      // params: id, name, who, date. One was ended, and another one stands
inline constexpr ErrorCode linkUsed{"CAR-SHR-035"};         // params: date. Its code was used; more time would open it for nobody
inline constexpr ErrorCode sharedOtherwise{"CAR-SHR-036"};  // params: name, id. To be confirmed, and its documents are others now
inline constexpr ErrorCode nothingRead{"CAR-SHR-037"}; // params: id. Nobody who is known has read it: there is nobody to ask
inline constexpr ErrorCode notAsked{"CAR-SHR-038"};    // params: id. Its owner has not asked to erase it, or it was answered

} // namespace carriel::shares::errors
