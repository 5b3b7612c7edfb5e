// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Passphrase to key: scrypt (RFC 7914).
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"

#include <QByteArrayView>

namespace carriel::crypto {

// Stored beside what the key opens, so that they can grow later.
struct ScryptParameters {
    std::uint64_t n = 1u << 15; // a power of two
    std::uint32_t r = 8;
    std::uint32_t p = 3;
};

// Memory is 128 * n * r bytes (33 MB with the defaults). Parameters that need more than `maxMemory` bytes are refused
// (badParameters): they may come from a file that somebody else wrote. Takes about 0.2 s: not for the GUI thread.
Result<SecretBytes> scrypt(QByteArrayView passphrase, QByteArrayView salt, ScryptParameters parameters, std::size_t length,
                           std::uint64_t maxMemory = 64u << 20);

} // namespace carriel::crypto
