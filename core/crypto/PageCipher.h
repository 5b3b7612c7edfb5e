// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One page of a SQLCipher 4 file under a raw key: AES-256-CBC, and HMAC-SHA512 over what is stored and the page's number. For
// reading a damaged vault page by page; everything else goes through SQLCipher itself. Thread: one at a time.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"

#include <QByteArray>
#include <optional>

namespace carriel::crypto {

class PageCipher
{
public:
    static constexpr int saltSize = 16; // what a file begins with, in plain
    static constexpr int reserve = 80;  // a vector and a code at the end of each page

    // `key`: the 32 bytes that the file is encrypted with. `salt`: what its first page begins with.
    static Result<PageCipher> of(const SecretBytes &key, QByteArrayView salt);

    // As SQLite sees the page, without the reserve; nothing if it is not what was written under this number and key.
    std::optional<QByteArray> open(quint32 number, QByteArrayView stored) const;

private:
    PageCipher(SecretBytes key, SecretBytes codeKey) : m_key(std::move(key)), m_codeKey(std::move(codeKey)) {}
    SecretBytes m_key;
    SecretBytes m_codeKey;
};

} // namespace carriel::crypto
