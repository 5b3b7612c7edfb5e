// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A small secret for one key: JWE compact (RFC 7516) with ECDH-ES+A256KW and A256GCM (RFC 7518 §4.6, §5.3), to a P-256 or
// X25519 key (RFC 8037). No `zip`. The ids that the secret belongs to stand inside the plain text, and the caller compares them.
#pragma once

#include "core/crypto/Keys.h"

namespace carriel::crypto {

inline constexpr qsizetype maxJweBytes = 256 * 1024;

// The header's `kid` is the recipient's thumbprint.
Result<QByteArray> encryptJwe(const PublicKey &recipient, QByteArrayView plain);

// badJwe: the form, or another algorithm. notAuthentic: for another key, or altered.
Result<SecretBytes> decryptJwe(const PrivateKey &key, QByteArrayView compact);

// For a key of 32 bytes that reader and writer both have (`alg` A256KW, RFC 7518 §4.4). Anybody can write to a public key;
// this only who has the key can write, so that what opens was written by one of its holders. `kid` names it, as the caller
// likes.
Result<QByteArray> encryptJwe(const SecretBytes &key, QByteArrayView kid, QByteArrayView plain);
Result<SecretBytes> decryptJwe(const SecretBytes &key, QByteArrayView compact);

// Of either kind, unproven: to find the key with. badJwe.
Result<QByteArray> kidOfJwe(QByteArrayView compact);

} // namespace carriel::crypto
