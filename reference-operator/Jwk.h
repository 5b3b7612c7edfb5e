// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Public keys as JSON (RFC 7517) and their thumbprints (RFC 7638). Thread: any; a key is immutable.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <memory>
#include <optional>

struct evp_pkey_st;

namespace carriel::op {

using KeyPtr = std::shared_ptr<evp_pkey_st>;

// EC P-256 and RSA of at least 2048 bits. Null for anything else, private members included.
KeyPtr keyFromJwk(const QJsonObject &jwk);
// 43 characters of base64url; nothing for a key type without one here.
std::optional<QByteArray> thumbprint(const QJsonObject &jwk);
// The required members alone: {kty,crv,x,y} or {kty,crv,x}; nothing unless it is a usable public P-256 or X25519 key.
std::optional<QJsonObject> publicSigningJwk(const QJsonObject &jwk);
std::optional<QJsonObject> publicEncryptionJwk(const QJsonObject &jwk);
QJsonObject jwkOf(const KeyPtr &p256);

} // namespace carriel::op
