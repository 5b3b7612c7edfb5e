// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace carriel::papers::errors {

// params: reason, a word of troubleWith(), or "link", "form", "directory"
inline constexpr ErrorCode requestRefused{"CAR-CTB-001"};
inline constexpr ErrorCode requestUnreachable{"CAR-CTB-002"}; // params: host, reason. Its page gives no request
inline constexpr ErrorCode documentMissing{"CAR-CTB-003"};    // params: title, ask. Required, and none was chosen
inline constexpr ErrorCode documentUnfit{"CAR-CTB-004"};      // params: name. No document of the request is like it
inline constexpr ErrorCode versionChanged{"CAR-CTB-005"};     // params: name. Another one than the person saw
inline constexpr ErrorCode tooLarge{"CAR-CTB-006"};           // params: size, limit: bytes of all documents together
// params: code, reason, operator_words. Nothing was given
inline constexpr ErrorCode contributionRefused{"CAR-CTB-007"};
inline constexpr ErrorCode noSuchContribution{"CAR-CTB-008"}; // params: id
inline constexpr ErrorCode notConsented{"CAR-CTB-009"};       // shown, and the person did not say yes
inline constexpr ErrorCode alreadySent{"CAR-CTB-010"};        // cancelled too late
inline constexpr ErrorCode nothingToCancel{"CAR-CTB-011"};    // params: id. It came back, or was cancelled, before
// params: id, title, date. The person answered this request already; what was given then stands
inline constexpr ErrorCode answeredBefore{"CAR-CTB-012"};
inline constexpr ErrorCode requestUsed{"CAR-CTB-013"}; // the operator has an answer to it; it is not here yet
// params: id, title, date. The person answered it before; it takes several answers, and this would be one more
inline constexpr ErrorCode answerAgain{"CAR-CTB-014"};
// params: case, holder, me. Its case is of a person of another name, and it does not say whom it is for
inline constexpr ErrorCode caseOfAnother{"CAR-CTB-015"};
inline constexpr ErrorCode sealedDocument{"CAR-CTB-020"};     // params: name. What is sealed is not given to entities (yet)
inline constexpr ErrorCode documentAltered{"CAR-CTB-016"}; // params: name. It was altered after it was signed
// The operator does not answer, and this computer does not know who asks. Nothing was given, and nothing waits
inline constexpr ErrorCode unprovenNow{"CAR-CTB-021"};
inline constexpr ErrorCode notSigned{"CAR-CTB-022"}; // params: name. It has to be signed, and bears no signature that holds

} // namespace carriel::papers::errors
