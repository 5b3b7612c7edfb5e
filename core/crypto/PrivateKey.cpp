// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Keys.h"
#include "core/crypto/OpenSsl.h"

#include <cstring>

namespace carriel::crypto {

namespace {
using KeyInfoPtr = Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;

Error badKey(const char *what)
{
    (void)libraryError(what);
    return {errors::badKey, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
}

Result<PublicKey> adopted(EVP_PKEY *key)
{
    return PublicKey::adopt({key, EVP_PKEY_free});
}
} // namespace

Result<PrivateKey> PrivateKey::generate(KeyType type)
{
    EVP_PKEY *key = type == KeyType::P256     ? EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")
                    : type == KeyType::X25519 ? EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519")
                                              : nullptr;
    if (!key)
        return libraryError("key generation");
    CARRIEL_TRY(PublicKey both, adopted(key));
    return PrivateKey(std::move(both));
}

Result<PrivateKey> PrivateKey::fromPkcs8(QByteArrayView der)
{
    const unsigned char *at = bytesOf(der.data());
    const KeyInfoPtr info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, long(der.size())));
    if (!info || at != bytesOf(der.data()) + der.size())
        return badKey("PKCS#8");
    EVP_PKEY *key = EVP_PKCS82PKEY(info.get());
    if (!key)
        return badKey("PKCS#8");
    CARRIEL_TRY(PublicKey both, adopted(key));
    const PkeyCtxPtr check(EVP_PKEY_CTX_new(key, nullptr));
    if (both.type() == KeyType::Rsa || !check || EVP_PKEY_pairwise_check(check.get()) != 1)
        return badKey("PKCS#8");
    return PrivateKey(std::move(both));
}

Result<PrivateKey> PrivateKey::fromX25519(QByteArrayView raw)
{
    if (raw.size() != 32)
        return badKey("X25519 size");
    EVP_PKEY *key = EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, bytesOf(raw.data()), 32);
    if (!key)
        return libraryError("X25519 key");
    CARRIEL_TRY(PublicKey both, adopted(key));
    return PrivateKey(std::move(both));
}

Result<SecretBytes> PrivateKey::toPkcs8() const
{
    const KeyInfoPtr info(EVP_PKEY2PKCS8(handle()));
    unsigned char *der = nullptr;
    const int size = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), &der) : -1;
    if (size <= 0)
        return libraryError("PKCS#8");
    SecretBytes out = SecretBytes::copyOf({reinterpret_cast<const char *>(der), size});
    OPENSSL_clear_free(der, std::size_t(size));
    return out;
}

Result<QByteArray> signEs256(const PrivateKey &key, QByteArrayView message)
{
    if (key.type() != KeyType::P256)
        return badKey("ES256 needs P-256");
    const MdCtxPtr ctx(EVP_MD_CTX_new());
    unsigned char der[80];
    std::size_t size = sizeof der;
    if (!ctx || EVP_DigestSignInit(ctx.get(), nullptr, EVP_sha256(), nullptr, key.handle()) != 1 ||
        EVP_DigestSign(ctx.get(), der, &size, bytesOf(message.data()), std::size_t(message.size())) != 1)
        return libraryError("ES256");
    const unsigned char *at = der;
    const EcdsaSigPtr pair(d2i_ECDSA_SIG(nullptr, &at, long(size)));
    QByteArray out(64, '\0');
    if (!pair || BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), bytesOf(out.data()), 32) != 32 ||
        BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), bytesOf(out.data()) + 32, 32) != 32)
        return libraryError("ES256");
    return out;
}

Outcome verifySignature(const PublicKey &key, QByteArrayView message, QByteArrayView signature)
{
    if (key.type() == KeyType::X25519)
        return badKey("a key that cannot sign");
    QByteArray der;
    if (key.type() == KeyType::P256) {
        if (signature.size() != 64)
            return Error{errors::badSignature, {}, {}};
        const EcdsaSigPtr pair(ECDSA_SIG_new());
        ECDSA_SIG_set0(pair.get(), BN_bin2bn(bytesOf(signature.data()), 32, nullptr),
                       BN_bin2bn(bytesOf(signature.data()) + 32, 32, nullptr));
        der.resize(i2d_ECDSA_SIG(pair.get(), nullptr));
        unsigned char *at = bytesOf(der.data());
        i2d_ECDSA_SIG(pair.get(), &at);
        signature = der;
    }
    const MdCtxPtr ctx(EVP_MD_CTX_new());
    if (!ctx || EVP_DigestVerifyInit(ctx.get(), nullptr, EVP_sha256(), nullptr, key.handle()) != 1)
        return libraryError("signature check");
    if (EVP_DigestVerify(ctx.get(), bytesOf(signature.data()), std::size_t(signature.size()), bytesOf(message.data()),
                         std::size_t(message.size())) != 1) {
        (void)libraryError("signature check");
        return Error{errors::badSignature, {}, {}};
    }
    return {};
}

} // namespace carriel::crypto
