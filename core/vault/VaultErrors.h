// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of the vault.
#pragma once

#include "core/base/Error.h"

namespace carriel::vault::errors {

inline constexpr ErrorCode wrongKey{"CAR-VLT-001"};          // params: path. The key does not open this file (or its first page is damaged)
inline constexpr ErrorCode notAVault{"CAR-VLT-002"};         // params: path. A file of something else
inline constexpr ErrorCode newerSchema{"CAR-VLT-003"};       // params: path, found, known. Untouched
inline constexpr ErrorCode damaged{"CAR-VLT-004"};           // params: path
inline constexpr ErrorCode diskFull{"CAR-VLT-005"};          // params: path
inline constexpr ErrorCode readOnly{"CAR-VLT-006"};          // params: path
inline constexpr ErrorCode busy{"CAR-VLT-007"};              // params: path. Another connection kept it longer than we wait
inline constexpr ErrorCode storage{"CAR-VLT-008"};           // params: path. The disk gave an error
inline constexpr ErrorCode cannotOpen{"CAR-VLT-009"};        // params: path, reason
inline constexpr ErrorCode noVault{"CAR-VLT-010"};           // params: path
inline constexpr ErrorCode vaultExists{"CAR-VLT-011"};       // params: path. Nothing is ever created over it
inline constexpr ErrorCode inUse{"CAR-VLT-012"};             // params: path, program. Another process has this profile open
inline constexpr ErrorCode wrongPassphrase{"CAR-VLT-013"};
inline constexpr ErrorCode wrongRecoveryCode{"CAR-VLT-014"}; // a well-formed code, but of another vault or replaced by a newer one
inline constexpr ErrorCode keyFileDamaged{"CAR-VLT-015"};    // params: path, reason
inline constexpr ErrorCode keyFileNewer{"CAR-VLT-016"};      // params: path
inline constexpr ErrorCode noSuchUnlock{"CAR-VLT-017"};      // this vault has no passphrase, or no recovery code
inline constexpr ErrorCode migrationFailed{"CAR-VLT-018"};   // params: path, version; the backup lies beside it
inline constexpr ErrorCode bytesMissing{"CAR-VLT-019"};      // the document's bytes are not in this vault
inline constexpr ErrorCode bytesDamaged{"CAR-VLT-020"};      // a chunk of the document is missing or has another length
inline constexpr ErrorCode databaseMissing{"CAR-VLT-021"};   // params: path. Its keys are here, the database is not
inline constexpr ErrorCode keysMissing{"CAR-VLT-022"};       // params: path. The database is here, its keys and their copy are not
inline constexpr ErrorCode otherKeys{"CAR-VLT-023"};         // params: path. The keys are good, but do not open this database
inline constexpr ErrorCode keyStoreNoBus{"CAR-VLT-030"};     // no session bus to ask
inline constexpr ErrorCode keyStoreNoService{"CAR-VLT-031"}; // a bus, but no key store on it
inline constexpr ErrorCode keyStoreNoLibrary{"CAR-VLT-032"};
inline constexpr ErrorCode keyStoreLocked{"CAR-VLT-033"};
inline constexpr ErrorCode keyStoreMissing{"CAR-VLT-034"};   // no entry, or a locked store that will not say: never proof that there is none
inline constexpr ErrorCode keyStoreDenied{"CAR-VLT-035"};    // the person refused
inline constexpr ErrorCode keyStoreFailed{"CAR-VLT-036"};    // params: reason

} // namespace carriel::vault::errors
