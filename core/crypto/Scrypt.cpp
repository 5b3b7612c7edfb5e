// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Scrypt.h"

#include "core/crypto/CryptoErrors.h"
#include "core/crypto/OpenSsl.h"

namespace carriel::crypto {

Result<SecretBytes> scrypt(QByteArrayView passphrase, QByteArrayView salt, ScryptParameters parameters, std::size_t length,
                           std::uint64_t maxMemory)
{
    const auto [n, r, p] = parameters;
    const bool sane = n > 1 && (n & (n - 1)) == 0 && n <= 1u << 24 && r >= 1 && r <= 64 && p >= 1 && p <= 64;
    if (!sane || 128 * n * r > maxMemory)
        return Error{errors::badParameters, {{QStringLiteral("what"), QStringLiteral("scrypt")}}, {}};

    SecretBytes out(length);
    // The library counts its small buffers too; "null" would mean "no passphrase, only check the numbers".
    const char *text = passphrase.isEmpty() ? "" : passphrase.data();
    if (EVP_PBE_scrypt(text, std::size_t(passphrase.size()), bytesOf(salt.data()), std::size_t(salt.size()), n, r, p,
                       maxMemory + (1u << 20), out.data(), length) != 1)
        return libraryError("scrypt");
    return out;
}

} // namespace carriel::crypto
