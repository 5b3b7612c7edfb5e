// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace carriel::signing::errors {

inline constexpr ErrorCode badPdf{"CAR-SGN-001"};       // params: what, offset. Not readable as a PDF by its own table
inline constexpr ErrorCode notPdf{"CAR-SGN-002"};       // no %PDF header
inline constexpr ErrorCode damagedPdf{"CAR-SGN-003"};   // params: what. Not readable even after a repair of its table
inline constexpr ErrorCode encryptedPdf{"CAR-SGN-004"}; // its permissions keep it from being signed
inline constexpr ErrorCode certifiedPdf{"CAR-SGN-005"}; // certified: its author allows no further signature
inline constexpr ErrorCode signedIrregular{"CAR-SGN-006"}; // signed already, and a repair would break that signature
inline constexpr ErrorCode badKeyFile{"CAR-SGN-007"};      // not a PKCS#12 file with a key and its certificate
inline constexpr ErrorCode wrongPin{"CAR-SGN-008"};  // params: triesLeft if known; key = file. Wrong password or PIN
inline constexpr ErrorCode pinLocked{"CAR-SGN-009"}; // the token's PIN is locked
// params: reason = expired | notYet | usage | algorithm | pair | other (than the one chosen before)
inline constexpr ErrorCode keyUnsuitable{"CAR-SGN-010"};
inline constexpr ErrorCode tokenTrouble{"CAR-SGN-011"}; // params: what. Module or token does not answer as it should
inline constexpr ErrorCode noSuchKey{"CAR-SGN-012"};    // params: what. No or several keys fit
inline constexpr ErrorCode timestampRefused{"CAR-SGN-013"}; // params: host, reason. No usable timestamp came
inline constexpr ErrorCode noRevocation{"CAR-SGN-014"}; // params: name. Nobody says whether the certificate still holds
inline constexpr ErrorCode outputThere{"CAR-SGN-015"};  // params: path. It exists, and nothing is overwritten unasked
inline constexpr ErrorCode badAnchor{"CAR-SGN-016"};    // params: file, reason. A trust anchor that cannot be used
inline constexpr ErrorCode tooLarge{"CAR-SGN-018"};     // params: what. Past a limit
inline constexpr ErrorCode fileMoved{"CAR-SGN-019"};    // params: path. The original changed while it was being signed

inline constexpr ErrorCode tokenGone{"CAR-SGN-020"};   // no card that fits is there, or it was taken out
inline constexpr ErrorCode tokenSilent{"CAR-SGN-021"}; // params: what = timeout | crash | start | protocol. Its driver
inline constexpr ErrorCode pinLastTry{"CAR-SGN-022"};  // one more wrong PIN would lock the card; nothing was tried
inline constexpr ErrorCode badZip{"CAR-SGN-023"}; // params: what. A container that readers could understand differently
inline constexpr ErrorCode fieldUnusable{"CAR-SGN-024"}; // params: field, reason = missing | filled | locked | seed
inline constexpr ErrorCode keyRevoked{"CAR-SGN-025"};    // params: name, since. The certificate's authority revoked it
inline constexpr ErrorCode outputInUse{"CAR-SGN-027"};   // params: path. An original, or written by the same command
inline constexpr ErrorCode helperMissing{"CAR-SGN-028"}; // params: what. carriel-verify is not there, or does not start
inline constexpr ErrorCode boxOffPage{"CAR-SGN-029"};    // params: reason = page | outside | small, page, size (points)
inline constexpr ErrorCode nothingHolds{"CAR-SGN-026"};  // none of the signatures that were to be raised is worth it

// params: reason = denied | late | expired | refused | algorithm | disabled | protocol. The service of a remote key
inline constexpr ErrorCode remoteRefused{"CAR-SGN-030"};
inline constexpr ErrorCode unclearForm{"CAR-SGN-031"}; // params: what. Readers would not agree which fields it has
// params: page. A visible box there would hide text that earlier signatures signed
inline constexpr ErrorCode boxHidesText{"CAR-SGN-032"};
inline constexpr ErrorCode passwordNeeded{"CAR-SGN-033"}; // of a PDF: none was given, or a wrong one
inline constexpr ErrorCode boxLetters{"CAR-SGN-035"};     // params: line. A visible box cannot show its letters
inline constexpr ErrorCode serviceSilent{"CAR-SGN-034"};  // params: host. The service of a remote key does not answer
// params: file, reason = ended | changed | signature | unsigned | endless. A list of authorities
inline constexpr ErrorCode listRefused{"CAR-SGN-036"};
inline constexpr ErrorCode listStranger{"CAR-SGN-037"}; // params: file, name, print. Nobody known confirms who signed the list

} // namespace carriel::signing::errors
