// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Compact JWE (RFC 7516) with ECDH-ES+A256KW and A256GCM, to keys on P-256 and X25519 (RFC 8037). Thread: any.
#pragma once

#include "reference-operator/Jwk.h"

namespace carriel::op {

// `recipient` is a public JWK; its thumbprint becomes `kid`. Nothing for a key that cannot be encrypted to.
QString jweKid(const QByteArray &jwe); // as its header says; empty: it does not
std::optional<QByteArray> encryptJwe(const QJsonObject &recipient, const QByteArray &plain);
// With the private half, P-256 or X25519. Nothing for another form, another key, or altered bytes.
std::optional<QByteArray> decryptJwe(const KeyPtr &key, const QByteArray &compact);

} // namespace carriel::op
