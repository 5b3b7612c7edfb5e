// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is encrypted for whoever has a code: JWE compact, PBES2-HS512+A256KW (RFC 7518 §4.8), A256GCM.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"

#include <QByteArray>

namespace carriel::crypto {

inline constexpr int codeIterations = 600000; // of PBKDF2: about a third of a second

Result<QByteArray> encryptJweWithCode(const SecretBytes &code, QByteArrayView plain);

// badJwe; also for fewer than 100,000 iterations, which nobody of ours writes, and more than 2,000,000. notAuthentic.
Result<SecretBytes> decryptJweWithCode(const SecretBytes &code, QByteArrayView compact, qsizetype maxBytes);

} // namespace carriel::crypto
