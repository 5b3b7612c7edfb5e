// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The code that a person writes on paper: 130 random bits as 26 Crockford base32 characters and 2 check characters (the value
// modulo 1021, ten bits). It is shown once; from it comes the X25519 key R, to whose public half the vault key is wrapped.
#pragma once

#include "core/crypto/Keys.h"

#include <QString>

namespace carriel::crypto {

class RecoveryCode
{
public:
    static RecoveryCode generate();

    // As people write it: any case, spaces and dashes anywhere, O for 0, I or L for 1. badRecoveryCode says whether the
    // length, a character, or the check is wrong, so that a slip of the pen is told before any key is tried.
    static Result<RecoveryCode> parse(QStringView text);

    QString display() const; // seven groups of four, with dashes; a secret: show it, do not keep it

    // R = HKDF-SHA256(ikm = the 130 bits as a big-endian number of 17 bytes, salt = "", info = "carpeta/recovery/1").
    Result<PrivateKey> key() const;

private:
    explicit RecoveryCode(SecretBytes digits) : m_digits(std::move(digits)) {}
    SecretBytes m_digits; // 26 values of five bits, the most significant first
};

// The 32-byte vault key as a JWE to R. `vaultId` is inside and compared when it is opened.
Result<QByteArray> wrapVaultKey(const PublicKey &recovery, QByteArrayView vaultId, const SecretBytes &vaultKey);
Result<SecretBytes> unwrapVaultKey(const PrivateKey &recovery, QByteArrayView vaultId, QByteArrayView jwe);

} // namespace carriel::crypto
