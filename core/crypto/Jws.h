// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signed statements: JWS compact (RFC 7515) under the rules of the protocol. ES256 or RS256, fixed by the key's type;
// `typ` compared exactly; `jku`, `x5u`, `jwk`, `b64`, `crit`, duplicate keys, trailing data and more than 256 KiB refused.
#pragma once

#include "core/crypto/Keys.h"

namespace carriel::crypto {

inline constexpr qsizetype maxJwsBytes = 256 * 1024;

struct Jws {
    QJsonObject header;
    QByteArray alg; // "ES256" or "RS256"
    QByteArray kid; // empty if absent
    QByteArray payload;
    KeyType keyType() const { return alg == "RS256" ? KeyType::Rsa : KeyType::P256; }
};

// `extra` joins alg, typ and kid (= the key's thumbprint) in the header.
Result<QByteArray> signJws(const PrivateKey &key, QByteArrayView typ, QByteArrayView payload, const QJsonObject &extra = {});

// The form alone (badJws); nothing in it may be believed. To find out whose key to fetch.
Result<Jws> readUnverifiedJws(QByteArrayView compact, qsizetype maxBytes = maxJwsBytes);

// `typ` empty: the header has none, or "JWT", as ID tokens do. badJws or badSignature.
Result<Jws> verifyJws(QByteArrayView compact, const PublicKey &key, QByteArrayView typ,
                      qsizetype maxBytes = maxJwsBytes);
Result<Jws> verifyJws(QByteArrayView compact, const JwkSet &keys, QByteArrayView typ);

} // namespace carriel::crypto
