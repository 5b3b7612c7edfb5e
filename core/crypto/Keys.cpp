// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Keys.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/OpenSsl.h"

#include <openssl/core_names.h>
#include <openssl/param_build.h>

namespace carriel::crypto {

namespace {
using ParamBuilderPtr = Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using ParamsPtr = Owned<OSSL_PARAM, OSSL_PARAM_free>;

Error badKey(const char *what)
{
    return {errors::badKey, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
}

std::shared_ptr<EVP_PKEY> shared(EVP_PKEY *key)
{
    return {key, EVP_PKEY_free};
}

QByteArray number(EVP_PKEY *key, const char *name, int size)
{
    BIGNUM *n = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &n) != 1)
        return {};
    const BignumPtr owned(n);
    QByteArray out(size > 0 ? size : BN_num_bytes(n), '\0');
    if (BN_bn2binpad(n, bytesOf(out.data()), int(out.size())) < 0)
        return {};
    return out;
}

Result<QByteArray> member(const QJsonObject &jwk, const char *name)
{
    const QJsonValue value = jwk.value(QLatin1String(name));
    if (!value.isString())
        return badKey("JWK member missing");
    return fromBase64Url(value.toString().toLatin1());
}

Result<PublicKey> build(const char *algorithm, OSSL_PARAM *params)
{
    const PkeyCtxPtr ctx(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr));
    EVP_PKEY *key = nullptr;
    if (!ctx || EVP_PKEY_fromdata_init(ctx.get()) != 1 ||
        EVP_PKEY_fromdata(ctx.get(), &key, EVP_PKEY_PUBLIC_KEY, params) != 1) {
        (void)libraryError("JWK"); // empties the queue
        return badKey("JWK");
    }
    const auto owned = shared(key);
    const PkeyCtxPtr check(EVP_PKEY_CTX_new(key, nullptr));
    if (!check || EVP_PKEY_public_check(check.get()) != 1) {
        (void)libraryError("JWK");
        return badKey("JWK");
    }
    return PublicKey::adopt(owned);
}

Result<PublicKey> p256FromJwk(const QJsonObject &jwk)
{
    CARRIEL_TRY(const QByteArray x, member(jwk, "x"));
    CARRIEL_TRY(const QByteArray y, member(jwk, "y"));
    if (x.size() != 32 || y.size() != 32)
        return badKey("P-256 coordinates");
    QByteArray point(1, char(4));
    point += x;
    point += y;
    char group[] = "prime256v1";
    OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
                           OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), std::size_t(point.size())),
                           OSSL_PARAM_construct_end()};
    return build("EC", params);
}

Result<PublicKey> rsaFromJwk(const QJsonObject &jwk)
{
    CARRIEL_TRY(const QByteArray n, member(jwk, "n"));
    CARRIEL_TRY(const QByteArray e, member(jwk, "e"));
    if (n.size() < 256 || n.size() > 1024 || n.at(0) == 0 || e.isEmpty() || e.size() > 8 || e.at(0) == 0)
        return badKey("RSA size");
    const BignumPtr bigN(BN_bin2bn(bytesOf(n.data()), int(n.size()), nullptr));
    const BignumPtr bigE(BN_bin2bn(bytesOf(e.data()), int(e.size()), nullptr));
    const ParamBuilderPtr builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, bigN.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, bigE.get()) != 1)
        return libraryError("RSA key");
    const ParamsPtr params(OSSL_PARAM_BLD_to_param(builder.get()));
    return build("RSA", params.get());
}

Result<PublicKey> x25519FromRaw(QByteArrayView raw)
{
    if (raw.size() != 32)
        return badKey("X25519 size");
    EVP_PKEY *key = EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, bytesOf(raw.data()), 32);
    if (!key)
        return libraryError("X25519 key");
    return PublicKey::adopt(shared(key));
}
} // namespace

Result<PublicKey> PublicKey::adopt(std::shared_ptr<evp_pkey_st> key)
{
    PublicKey out;
    switch (key ? EVP_PKEY_get_base_id(key.get()) : EVP_PKEY_NONE) {
    case EVP_PKEY_EC: {
        char group[32] = "";
        EVP_PKEY_get_group_name(key.get(), group, sizeof group, nullptr);
        if (qstrcmp(group, "prime256v1") != 0)
            return badKey("curve");
        out.m_type = KeyType::P256;
        out.m_numbers = {number(key.get(), OSSL_PKEY_PARAM_EC_PUB_X, 32), number(key.get(), OSSL_PKEY_PARAM_EC_PUB_Y, 32)};
        break;
    }
    case EVP_PKEY_X25519: {
        QByteArray raw(32, '\0');
        std::size_t size = 32;
        if (EVP_PKEY_get_raw_public_key(key.get(), bytesOf(raw.data()), &size) != 1)
            return libraryError("X25519 key");
        out.m_type = KeyType::X25519;
        out.m_numbers = {raw};
        break;
    }
    case EVP_PKEY_RSA:
        if (EVP_PKEY_get_bits(key.get()) < 2048 || EVP_PKEY_get_bits(key.get()) > 8192)
            return badKey("RSA size");
        out.m_type = KeyType::Rsa;
        out.m_numbers = {number(key.get(), OSSL_PKEY_PARAM_RSA_N, 0), number(key.get(), OSSL_PKEY_PARAM_RSA_E, 0)};
        break;
    default:
        return badKey("kind of key");
    }
    out.m_key = std::move(key);
    return out;
}

Result<PublicKey> PublicKey::fromJwk(const QJsonObject &jwk)
{
    for (const char *name : {"d", "p", "q", "dp", "dq", "qi", "oth", "k"}) {
        if (jwk.contains(QLatin1String(name)))
            return badKey("private JWK where a public one belongs");
    }
    const QString kty = jwk.value(QLatin1String("kty")).toString();
    const QString crv = jwk.value(QLatin1String("crv")).toString();
    if (kty == QLatin1String("EC") && crv == QLatin1String("P-256"))
        return p256FromJwk(jwk);
    if (kty == QLatin1String("OKP") && crv == QLatin1String("X25519")) {
        CARRIEL_TRY(const QByteArray x, member(jwk, "x"));
        return x25519FromRaw(x);
    }
    if (kty == QLatin1String("RSA"))
        return rsaFromJwk(jwk);
    return badKey("kind of JWK");
}

Result<PublicKey> PublicKey::fromCertificate(QByteArrayView der)
{
    const unsigned char *at = bytesOf(der.data());
    const X509Ptr certificate(d2i_X509(nullptr, &at, long(der.size())));
    if (!certificate || at != bytesOf(der.data()) + der.size())
        return badKey("certificate");
    return adopt(shared(X509_get_pubkey(certificate.get())));
}

QJsonObject PublicKey::toJwk() const
{
    const auto text = [this](int i) { return QString::fromLatin1(toBase64Url(m_numbers.at(i))); };
    QJsonObject jwk{{QStringLiteral("kid"), QString::fromLatin1(thumbprint())}};
    switch (m_type) {
    case KeyType::P256:
        jwk.insert(QStringLiteral("kty"), QStringLiteral("EC"));
        jwk.insert(QStringLiteral("crv"), QStringLiteral("P-256"));
        jwk.insert(QStringLiteral("x"), text(0));
        jwk.insert(QStringLiteral("y"), text(1));
        break;
    case KeyType::X25519:
        jwk.insert(QStringLiteral("kty"), QStringLiteral("OKP"));
        jwk.insert(QStringLiteral("crv"), QStringLiteral("X25519"));
        jwk.insert(QStringLiteral("x"), text(0));
        break;
    case KeyType::Rsa:
        jwk.insert(QStringLiteral("kty"), QStringLiteral("RSA"));
        jwk.insert(QStringLiteral("n"), text(0));
        jwk.insert(QStringLiteral("e"), text(1));
        break;
    }
    return jwk;
}

QByteArray PublicKey::toSpki() const
{
    unsigned char *der = nullptr;
    const int size = i2d_PUBKEY(m_key.get(), &der);
    const QByteArray out(reinterpret_cast<const char *>(der), std::max(size, 0));
    OPENSSL_free(der);
    return out;
}

QByteArray PublicKey::thumbprint() const
{
    // RFC 7638 §3: the required members only, in lexicographic order, no white space.
    const auto text = [this](int i) { return toBase64Url(m_numbers.at(i)); };
    QByteArray json;
    switch (m_type) {
    case KeyType::P256:
        json = QByteArrayLiteral("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"") + text(0) + "\",\"y\":\"" + text(1) + "\"}";
        break;
    case KeyType::X25519:
        json = QByteArrayLiteral("{\"crv\":\"X25519\",\"kty\":\"OKP\",\"x\":\"") + text(0) + "\"}";
        break;
    case KeyType::Rsa:
        json = QByteArrayLiteral("{\"e\":\"") + text(1) + "\",\"kty\":\"RSA\",\"n\":\"" + text(0) + "\"}";
        break;
    }
    return toBase64Url(sha256(json));
}

} // namespace carriel::crypto
