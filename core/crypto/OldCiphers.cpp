// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/OldCiphers.h"

#include "core/crypto/OpenSsl.h"

#include <numeric>

namespace carriel::crypto {

namespace {
const EVP_CIPHER *cbc(QByteArrayView key)
{
    return key.size() == 32 ? EVP_aes_256_cbc() : EVP_aes_128_cbc();
}
} // namespace

QByteArray md5(QByteArrayView bytes)
{
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_Digest(bytes.data(), std::size_t(bytes.size()), out, &size, EVP_md5(), nullptr);
    return {reinterpret_cast<char *>(out), qsizetype(size)};
}

QByteArray rc4(QByteArrayView key, QByteArrayView bytes)
{
    unsigned char s[256];
    std::iota(std::begin(s), std::end(s), static_cast<unsigned char>(0));
    for (int i = 0, j = 0; i < 256 && !key.isEmpty(); ++i) {
        j = (j + s[i] + uchar(key[i % key.size()])) & 255;
        std::swap(s[i], s[j]);
    }
    QByteArray out = bytes.toByteArray();
    int i = 0, j = 0;
    for (char &c : out) {
        i = (i + 1) & 255;
        j = (j + s[i]) & 255;
        std::swap(s[i], s[j]);
        c = char(uchar(c) ^ s[(s[i] + s[j]) & 255]);
    }
    return out;
}

Result<QByteArray> aesCbcEncrypt(QByteArrayView key, QByteArrayView plain, const QByteArray &vector)
{
    const CipherCtxPtr ctx(EVP_CIPHER_CTX_new());
    QByteArray out(plain.size() + 32, '\0');
    int first = 0, last = 0;
    if (EVP_EncryptInit_ex(ctx.get(), cbc(key), nullptr, bytesOf(key.data()), bytesOf(vector.constData())) != 1 ||
        EVP_EncryptUpdate(ctx.get(), bytesOf(out.data()), &first, bytesOf(plain.data()), int(plain.size())) != 1 ||
        EVP_EncryptFinal_ex(ctx.get(), bytesOf(out.data()) + first, &last) != 1)
        return libraryError("AES-CBC");
    out.truncate(first + last);
    return QByteArray(vector + out);
}

Result<QByteArray> aesCbcDecrypt(QByteArrayView key, QByteArrayView bytes)
{
    const CipherCtxPtr ctx(EVP_CIPHER_CTX_new());
    if (bytes.size() < 16)
        return QByteArray();
    QByteArray out(bytes.size() + 16, '\0');
    int first = 0, last = 0;
    if (EVP_DecryptInit_ex(ctx.get(), cbc(key), nullptr, bytesOf(key.data()), bytesOf(bytes.data())) != 1 ||
        EVP_DecryptUpdate(ctx.get(), bytesOf(out.data()), &first, bytesOf(bytes.data()) + 16, int(bytes.size() - 16)) !=
            1 ||
        EVP_DecryptFinal_ex(ctx.get(), bytesOf(out.data()) + first, &last) != 1)
        return libraryError("AES-CBC");
    out.truncate(first + last);
    return out;
}

} // namespace carriel::crypto
