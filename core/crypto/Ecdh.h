// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: key agreement and the KDF of RFC 7518 §4.6.2.
#pragma once

#include "core/crypto/Keys.h"

namespace carriel::crypto {

Result<SecretBytes> ecdh(const PrivateKey &own, const PublicKey &other);

// Concat KDF with SHA-256; the last part of OtherInfo is the size in bits.
Result<SecretBytes> concatKdf(QByteArrayView sharedSecret, QByteArrayView algorithmId, QByteArrayView partyU, QByteArrayView partyV,
                              std::size_t length);

// AES key wrap (RFC 3394) with a 256-bit key. `wrapped` is 8 bytes longer than the key in it.
Result<QByteArray> wrapKey(QByteArrayView wrappingKey, QByteArrayView key);
Result<SecretBytes> unwrapKey(QByteArrayView wrappingKey, QByteArrayView wrapped);

} // namespace carriel::crypto
