// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 (FIPS 180-4), HMAC (RFC 2104) and HKDF (RFC 5869) over it. Thread-safe; a Sha256 belongs to one thread at a time.
#pragma once

#include "core/base/SecretBytes.h"

#include <QByteArray>
#include <memory>

struct evp_md_ctx_st;

namespace carriel::crypto {

inline constexpr int sha256Size = 32;

QByteArray sha256(QByteArrayView bytes);

// For what does not fit in memory.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(QByteArrayView bytes);
    QByteArray result(); // 32 bytes; afterwards it starts anew

private:
    evp_md_ctx_st *m_context;
};

QByteArray hmacSha256(QByteArrayView key, QByteArrayView bytes);

// `length` ≤ 255 * 32 bytes. An empty salt means 32 zero bytes (RFC 5869 §2.2).
SecretBytes hkdfSha256(QByteArrayView keyMaterial, QByteArrayView salt, QByteArrayView info, std::size_t length);

// Takes the same time wherever the first difference is. Different sizes are unequal at once.
bool constantTimeEqual(QByteArrayView a, QByteArrayView b);

// From the generator of the cryptographic library, straight into locked memory.
SecretBytes randomSecret(std::size_t size);

} // namespace carriel::crypto
