// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Gcm.h"

#include "core/base/SecretBytes.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/OpenSsl.h"

namespace carriel::crypto {

namespace {
const EVP_CIPHER *cipherFor(QByteArrayView key)
{
    return key.size() == 32 ? EVP_aes_256_gcm() : key.size() == 16 ? EVP_aes_128_gcm() : nullptr;
}
} // namespace

Outcome gcmEncrypt(QByteArrayView key, QByteArrayView nonce, QByteArrayView context, QByteArrayView plain, unsigned char *out,
                   unsigned char *tag)
{
    const EVP_CIPHER *cipher = cipherFor(key);
    CipherCtxPtr ctx(EVP_CIPHER_CTX_new());
    int n = 0;
    unsigned char nothing[gcmTagSize];
    if (!cipher || nonce.size() != gcmNonceSize ||
        EVP_EncryptInit_ex(ctx.get(), cipher, nullptr, bytesOf(key.data()), bytesOf(nonce.data())) != 1 ||
        (!context.isEmpty() && EVP_EncryptUpdate(ctx.get(), nullptr, &n, bytesOf(context.data()), int(context.size())) != 1) ||
        (!plain.isEmpty() && EVP_EncryptUpdate(ctx.get(), out, &n, bytesOf(plain.data()), int(plain.size())) != 1) ||
        EVP_EncryptFinal_ex(ctx.get(), nothing, &n) != 1 ||
        EVP_CIPHER_CTX_ctrl(ctx.get(), EVP_CTRL_GCM_GET_TAG, gcmTagSize, tag) != 1)
        return libraryError("AES-GCM encryption");
    return {};
}

Outcome gcmDecrypt(QByteArrayView key, QByteArrayView nonce, QByteArrayView context, QByteArrayView cipherText,
                   QByteArrayView tag, unsigned char *out)
{
    const EVP_CIPHER *cipher = cipherFor(key);
    CipherCtxPtr ctx(EVP_CIPHER_CTX_new());
    int n = 0;
    unsigned char nothing[gcmTagSize];
    unsigned char wanted[gcmTagSize];
    if (tag.size() != gcmTagSize || nonce.size() != gcmNonceSize || !cipher)
        return libraryError("AES-GCM decryption");
    std::copy(tag.begin(), tag.end(), wanted);
    if (EVP_DecryptInit_ex(ctx.get(), cipher, nullptr, bytesOf(key.data()), bytesOf(nonce.data())) != 1 ||
        (!context.isEmpty() && EVP_DecryptUpdate(ctx.get(), nullptr, &n, bytesOf(context.data()), int(context.size())) != 1) ||
        (!cipherText.isEmpty() &&
         EVP_DecryptUpdate(ctx.get(), out, &n, bytesOf(cipherText.data()), int(cipherText.size())) != 1) ||
        EVP_CIPHER_CTX_ctrl(ctx.get(), EVP_CTRL_GCM_SET_TAG, gcmTagSize, wanted) != 1)
        return libraryError("AES-GCM decryption");
    if (EVP_DecryptFinal_ex(ctx.get(), nothing, &n) != 1) {
        wipeMemory(out, std::size_t(cipherText.size()));
        return Error{errors::notAuthentic, {}, {}};
    }
    return {};
}

} // namespace carriel::crypto
