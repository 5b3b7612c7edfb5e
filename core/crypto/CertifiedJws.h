// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Statements signed by a key that lies elsewhere - a file, a card, a service - with its certificate in the header
// (`x5c`, RFC 7515 §4.1.6): first what the key signs, then the statement with what it answered. Pure; thread-safe.
#pragma once

#include "core/crypto/Certificate.h"
#include "core/crypto/Keys.h"

namespace carriel::crypto {

// `leaf`, and of `pool` whoever issued it, up to and without the root.
QList<Certificate> chainFor(const Certificate &leaf, const QList<Certificate> &pool);

// header.payload, as ASCII. badKey: no kind of key that statements are signed by (P-256, RSA from 2048 bits).
Result<QByteArray> jwsToSign(const QList<Certificate> &chain, QByteArrayView typ, QByteArrayView payload);
// `value`: RSA PKCS#1 v1.5, or ECDSA in DER, with SHA-256. badSignature: it is not of this certificate.
Result<QByteArray> jwsSigned(QByteArrayView toBeSigned, const Certificate &leaf, const QByteArray &value);

// The number of its owner's document as the certificate has it (serialNumber of the subject); empty: none, or several.
QString subjectNumber(const Certificate &certificate);

} // namespace carriel::crypto
