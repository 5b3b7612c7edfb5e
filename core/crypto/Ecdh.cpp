// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Ecdh.h"

#include "core/crypto/CryptoErrors.h"
#include "core/crypto/OpenSsl.h"

#include <QtEndian>
#include <openssl/core_names.h>

namespace carriel::crypto {

namespace {
void appendNumber(QByteArray &out, quint32 n)
{
    const quint32 big = qToBigEndian(n);
    out.append(reinterpret_cast<const char *>(&big), 4);
}

void appendSized(QByteArray &out, QByteArrayView bytes)
{
    appendNumber(out, quint32(bytes.size()));
    out.append(bytes.data(), bytes.size());
}

using KdfPtr = Owned<EVP_KDF, EVP_KDF_free>;
using KdfCtxPtr = Owned<EVP_KDF_CTX, EVP_KDF_CTX_free>;
} // namespace

Result<SecretBytes> ecdh(const PrivateKey &own, const PublicKey &other)
{
    if (own.type() != other.type())
        return Error{errors::badKey, {{QStringLiteral("what"), QStringLiteral("curves differ")}}, {}};
    const PkeyCtxPtr ctx(EVP_PKEY_CTX_new(own.handle(), nullptr));
    std::size_t size = 0;
    if (!ctx || EVP_PKEY_derive_init(ctx.get()) != 1 || EVP_PKEY_derive_set_peer(ctx.get(), other.handle()) != 1 ||
        EVP_PKEY_derive(ctx.get(), nullptr, &size) != 1)
        return libraryError("ECDH");
    SecretBytes out(size);
    // X25519 refuses an all-zero result here (RFC 7748 §6.1).
    if (EVP_PKEY_derive(ctx.get(), out.data(), &size) != 1 || size != out.size())
        return libraryError("ECDH");
    return out;
}

Result<SecretBytes> concatKdf(QByteArrayView sharedSecret, QByteArrayView algorithmId, QByteArrayView partyU,
                              QByteArrayView partyV, std::size_t length)
{
    QByteArray info;
    appendSized(info, algorithmId);
    appendSized(info, partyU);
    appendSized(info, partyV);
    appendNumber(info, quint32(length * 8));

    const KdfPtr kdf(EVP_KDF_fetch(nullptr, OSSL_KDF_NAME_SSKDF, nullptr));
    const KdfCtxPtr ctx(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    SecretBytes secret = SecretBytes::copyOf(sharedSecret);
    char digest[] = "SHA256";
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
                                 OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SECRET, secret.data(), secret.size()),
                                 OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info.data(), std::size_t(info.size())),
                                 OSSL_PARAM_construct_end()};
    SecretBytes out(length);
    if (!ctx || EVP_KDF_derive(ctx.get(), out.data(), out.size(), params) != 1)
        return libraryError("Concat KDF");
    return out;
}

Result<QByteArray> wrapKey(QByteArrayView wrappingKey, QByteArrayView key)
{
    const CipherCtxPtr ctx(EVP_CIPHER_CTX_new());
    EVP_CIPHER_CTX_set_flags(ctx.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    QByteArray out(key.size() + 8, '\0');
    int n = 0;
    int last = 0;
    if (wrappingKey.size() != 32 ||
        EVP_EncryptInit_ex(ctx.get(), EVP_aes_256_wrap(), nullptr, bytesOf(wrappingKey.data()), nullptr) != 1 ||
        EVP_EncryptUpdate(ctx.get(), bytesOf(out.data()), &n, bytesOf(key.data()), int(key.size())) != 1 ||
        EVP_EncryptFinal_ex(ctx.get(), bytesOf(out.data()) + n, &last) != 1 || n + last != out.size())
        return libraryError("key wrap");
    return out;
}

Result<SecretBytes> unwrapKey(QByteArrayView wrappingKey, QByteArrayView wrapped)
{
    if (wrappingKey.size() != 32 || wrapped.size() < 24 || wrapped.size() % 8 != 0)
        return Error{errors::notAuthentic, {}, {}};
    const CipherCtxPtr ctx(EVP_CIPHER_CTX_new());
    EVP_CIPHER_CTX_set_flags(ctx.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    SecretBytes room{std::size_t(wrapped.size())};
    int n = 0;
    if (EVP_DecryptInit_ex(ctx.get(), EVP_aes_256_wrap(), nullptr, bytesOf(wrappingKey.data()), nullptr) != 1 ||
        EVP_DecryptUpdate(ctx.get(), room.data(), &n, bytesOf(wrapped.data()), int(wrapped.size())) != 1) {
        (void)libraryError("key unwrap");
        return Error{errors::notAuthentic, {}, {}};
    }
    return SecretBytes::copyOf(room.view().first(n));
}

} // namespace carriel::crypto
