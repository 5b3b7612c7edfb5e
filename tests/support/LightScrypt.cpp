// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the place of core/crypto/Scrypt.cpp in a test that opens vaults by the hundred and is not about guesses: the linker takes
// this one and leaves the one in the library alone. What it wraps only such a test opens. tst_crypto_primitives and tst_vault_keys
// try the real one.
#include "core/crypto/Scrypt.h"

#include <QCryptographicHash>

namespace carriel::crypto {

Result<SecretBytes> scrypt(QByteArrayView passphrase, QByteArrayView salt, ScryptParameters, std::size_t length, std::uint64_t)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(salt);
    hash.addData(passphrase);
    const QByteArray key = hash.result();
    Q_ASSERT(length == std::size_t(key.size()));
    return SecretBytes::copyOf(QByteArrayView(key).first(qsizetype(length)));
}

} // namespace carriel::crypto
