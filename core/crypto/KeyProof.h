// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a person's key is (docs/protocol/KEYS.md, Directory): the identity provider says it of an ID token whose nonce names
// the key, and two persons say it of a code that both read the same. Pure.
#pragma once

#include "core/crypto/Keys.h"

namespace carriel::crypto {

// What an ID token about this key carries: base64url of SHA-256(r ‖ kid(enc) ‖ kid(sig)), r 32 random bytes.
QString keyProofNonce(const QByteArray &r, const PublicKey &receive, const PublicKey &sign);

// 40 digits in groups of five, the same on both sides: the first 132 bits of SHA-256 over the halves of both keys (kid(enc) ‖
// kid(sig), ASCII), the smaller first.
QString compareCode(const QByteArray &ownHalves, const QByteArray &theirHalves);

} // namespace carriel::crypto
