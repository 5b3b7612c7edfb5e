// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Throw-away keys and certificates for one test run.
#pragma once

#include "reference-operator/Jwk.h"

#include <QString>

namespace carriel::op::test {

KeyPtr makeKey();        // P-256
KeyPtr makeX25519();
KeyPtr keyFromPrivateJwk(const QJsonObject &jwk); // P-256 or X25519, of a published example
QJsonObject x25519JwkOf(const KeyPtr &key);
QJsonObject x25519Jwk(); // a public key nobody has the private half of
// A certificate for 127.0.0.1 that is its own authority.
void writeCertificate(const QString &certFile, const QString &keyFile);

} // namespace carriel::op::test
