// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/PageCipher.h"

#include "core/crypto/Digest.h"
#include "core/crypto/OpenSsl.h"

#include <QtEndian>
#include <algorithm>
#include <openssl/hmac.h>

namespace carriel::crypto {

namespace {
constexpr int vectorSize = 16;
constexpr int codeSize = 64;
static_assert(PageCipher::reserve == vectorSize + codeSize);
constexpr char header[] = "SQLite format 3"; // with its final zero 16 bytes: where the salt stands
} // namespace

Result<PageCipher> PageCipher::of(const SecretBytes &key, QByteArrayView salt)
{
    QByteArray turned = salt.first(saltSize).toByteArray();
    for (char &c : turned)
        c = char(c ^ 0x3a);
    SecretBytes codeKey(32);
    if (PKCS5_PBKDF2_HMAC(key.view().data(), int(key.size()), bytesOf(turned.constData()), int(turned.size()), 2, EVP_sha512(),
                          int(codeKey.size()), codeKey.data()) != 1)
        return libraryError("PBKDF2");
    return PageCipher(key.clone(), std::move(codeKey));
}

std::optional<QByteArray> PageCipher::open(quint32 number, QByteArrayView stored) const
{
    const qsizetype begin = number == 1 ? saltSize : 0;
    const qsizetype end = stored.size() - reserve;
    if (end <= begin || (end - begin) % vectorSize != 0)
        return std::nullopt;
    QByteArray said = stored.sliced(begin, end - begin + vectorSize).toByteArray();
    const quint32 counted = qToLittleEndian(number);
    said.append(reinterpret_cast<const char *>(&counted), sizeof counted);
    QByteArray code(codeSize, '\0');
    if (!HMAC(EVP_sha512(), m_codeKey.data(), int(m_codeKey.size()), bytesOf(said.constData()), std::size_t(said.size()),
              bytesOf(code.data()), nullptr) ||
        !constantTimeEqual(code, stored.sliced(end + vectorSize, codeSize)))
        return std::nullopt;

    QByteArray out(end, '\0');
    const CipherCtxPtr context(EVP_CIPHER_CTX_new());
    int size = 0;
    if (EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, m_key.data(), bytesOf(stored.data()) + end) != 1 ||
        EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1 ||
        EVP_DecryptUpdate(context.get(), bytesOf(out.data()) + begin, &size, bytesOf(stored.data()) + begin, int(end - begin)) != 1)
        return std::nullopt;
    if (number == 1)
        std::copy_n(header, saltSize, out.begin());
    return out;
}

} // namespace carriel::crypto
