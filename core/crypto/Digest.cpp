// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Digest.h"

#include "core/crypto/OpenSsl.h"

#include <QtGlobal>
#include <cstring>
#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <utility>

namespace carriel::crypto {

QByteArray sha256(QByteArrayView bytes)
{
    QByteArray out(sha256Size, Qt::Uninitialized);
    if (EVP_Digest(bytes.data(), std::size_t(bytes.size()), bytesOf(out.data()), nullptr, EVP_sha256(), nullptr) != 1)
        qFatal("SHA-256 is not available");
    return out;
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    if (!m_context || EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr) != 1)
        qFatal("SHA-256 is not available");
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(m_context);
}

Sha256::Sha256(Sha256 &&other) noexcept : m_context(std::exchange(other.m_context, nullptr)) {}

Sha256 &Sha256::operator=(Sha256 &&other) noexcept
{
    std::swap(m_context, other.m_context);
    return *this;
}

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context, bytes.data(), std::size_t(bytes.size()));
}

QByteArray Sha256::result()
{
    QByteArray out(sha256Size, Qt::Uninitialized);
    EVP_DigestFinal_ex(m_context, bytesOf(out.data()), nullptr);
    EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr);
    return out;
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView bytes)
{
    QByteArray out(sha256Size, Qt::Uninitialized);
    // A null key would mean "the key of last time" to the library.
    const char *keyData = key.isEmpty() ? "" : key.data();
    if (!HMAC(EVP_sha256(), keyData, int(key.size()), bytesOf(bytes.data()), std::size_t(bytes.size()), bytesOf(out.data()),
              nullptr))
        qFatal("HMAC is not available");
    return out;
}

SecretBytes hkdfSha256(QByteArrayView keyMaterial, QByteArrayView salt, QByteArrayView info, std::size_t length)
{
    QByteArray prk = hmacSha256(salt.isEmpty() ? QByteArrayView(QByteArray(sha256Size, '\0')) : salt, keyMaterial);
    SecretBytes out(length);
    QByteArray block;
    for (std::size_t done = 0, n = 1; done < length; ++n) {
        QByteArray input = block;
        input.append(info.data(), info.size());
        input.append(char(n));
        block = hmacSha256(prk, input);
        const std::size_t take = std::min<std::size_t>(sha256Size, length - done);
        std::memcpy(out.data() + done, block.constData(), take);
        done += take;
        wipeMemory(input.data(), std::size_t(input.size()));
    }
    wipeMemory(prk.data(), std::size_t(prk.size()));
    wipeMemory(block.data(), std::size_t(block.size()));
    return out;
}

bool constantTimeEqual(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), std::size_t(a.size())) == 0;
}

SecretBytes randomSecret(std::size_t size)
{
    SecretBytes out(size);
    if (RAND_bytes(out.data(), int(size)) != 1)
        qFatal("No randomness: nothing secret can be made");
    return out;
}

} // namespace carriel::crypto
