// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Jwk.h"

#include "reference-operator/Encoding.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

std::optional<QByteArray> member(const QJsonObject &jwk, QLatin1StringView name)
{
    return jwk.value(name).isString() ? fromB64u(jwk.value(name).toString().toLatin1()) : std::nullopt;
}

struct FreeParams {
    void operator()(OSSL_PARAM *p) const { OSSL_PARAM_free(p); }
};

KeyPtr build(const char *type, OSSL_PARAM_BLD *builder)
{
    const std::unique_ptr<OSSL_PARAM, FreeParams> params(OSSL_PARAM_BLD_to_param(builder));
    EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr);
    EVP_PKEY *key = nullptr;
    const bool ok = params && ctx && EVP_PKEY_fromdata_init(ctx) == 1 &&
                    EVP_PKEY_fromdata(ctx, &key, EVP_PKEY_PUBLIC_KEY, params.get()) == 1;
    EVP_PKEY_CTX_free(ctx);
    if (!ok)
        return {};
    KeyPtr out(key, [](EVP_PKEY *k) { EVP_PKEY_free(k); });
    EVP_PKEY_CTX *check = EVP_PKEY_CTX_new(key, nullptr);
    const bool valid = check && EVP_PKEY_public_check(check) == 1; // a point on the curve
    EVP_PKEY_CTX_free(check);
    return valid ? out : KeyPtr();
}

KeyPtr ecKey(const QByteArray &x, const QByteArray &y)
{
    const QByteArray point = QByteArray("\x04" + x + y);
    OSSL_PARAM_BLD *b = OSSL_PARAM_BLD_new();
    OSSL_PARAM_BLD_push_utf8_string(b, OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(b, OSSL_PKEY_PARAM_PUB_KEY, point.constData(), size_t(point.size()));
    KeyPtr key = build("EC", b);
    OSSL_PARAM_BLD_free(b);
    return key;
}

KeyPtr rsaKey(const QByteArray &n, const QByteArray &e)
{
    if (n.size() < 256 || n.size() > 1024 || e.size() > 8)
        return {};
    BIGNUM *bn = BN_bin2bn(reinterpret_cast<const unsigned char *>(n.constData()), int(n.size()), nullptr);
    BIGNUM *be = BN_bin2bn(reinterpret_cast<const unsigned char *>(e.constData()), int(e.size()), nullptr);
    OSSL_PARAM_BLD *b = OSSL_PARAM_BLD_new();
    OSSL_PARAM_BLD_push_BN(b, OSSL_PKEY_PARAM_RSA_N, bn);
    OSSL_PARAM_BLD_push_BN(b, OSSL_PKEY_PARAM_RSA_E, be);
    KeyPtr key = build("RSA", b);
    OSSL_PARAM_BLD_free(b);
    BN_free(bn);
    BN_free(be);
    return key && EVP_PKEY_get_bits(key.get()) >= 2048 ? key : KeyPtr();
}

} // namespace

KeyPtr keyFromJwk(const QJsonObject &jwk)
{
    if (jwk.contains("d"_L1))
        return {};
    const QString kty = jwk.value("kty"_L1).toString();
    if (kty == u"EC" && jwk.value("crv"_L1).toString() == u"P-256") {
        const auto x = member(jwk, "x"_L1);
        const auto y = member(jwk, "y"_L1);
        return x && y && x->size() == 32 && y->size() == 32 ? ecKey(*x, *y) : KeyPtr();
    }
    if (kty == u"RSA") {
        const auto n = member(jwk, "n"_L1);
        const auto e = member(jwk, "e"_L1);
        return n && e ? rsaKey(*n, *e) : KeyPtr();
    }
    return {};
}

std::optional<QByteArray> thumbprint(const QJsonObject &jwk)
{
    // Required members in lexical order, no white space: a QJsonObject writes its keys sorted.
    QJsonObject required;
    const QString kty = jwk.value("kty"_L1).toString();
    const QStringList names = kty == u"EC"    ? QStringList{u"crv"_s, u"kty"_s, u"x"_s, u"y"_s}
                              : kty == u"OKP" ? QStringList{u"crv"_s, u"kty"_s, u"x"_s}
                              : kty == u"RSA" ? QStringList{u"e"_s, u"kty"_s, u"n"_s}
                                              : QStringList();
    for (const QString &name : names) {
        if (!jwk.value(name).isString())
            return std::nullopt;
        required.insert(name, jwk.value(name));
    }
    if (names.isEmpty())
        return std::nullopt;
    return b64u(sha256(compact(required)));
}

std::optional<QJsonObject> publicSigningJwk(const QJsonObject &jwk)
{
    if (jwk.value("kty"_L1).toString() != u"EC" || !keyFromJwk(jwk))
        return std::nullopt;
    return QJsonObject{{u"kty"_s, u"EC"_s}, {u"crv"_s, u"P-256"_s}, {u"x"_s, jwk.value("x"_L1)}, {u"y"_s, jwk.value("y"_L1)}};
}

std::optional<QJsonObject> publicEncryptionJwk(const QJsonObject &jwk)
{
    const auto x = member(jwk, "x"_L1);
    if (jwk.contains("d"_L1) || jwk.value("kty"_L1).toString() != u"OKP" || jwk.value("crv"_L1).toString() != u"X25519" || !x ||
        x->size() != 32)
        return std::nullopt;
    return QJsonObject{{u"kty"_s, u"OKP"_s}, {u"crv"_s, u"X25519"_s}, {u"x"_s, jwk.value("x"_L1)}};
}

QJsonObject jwkOf(const KeyPtr &p256)
{
    unsigned char point[65] = {};
    size_t size = 0;
    EVP_PKEY_get_octet_string_param(p256.get(), OSSL_PKEY_PARAM_PUB_KEY, point, sizeof point, &size);
    const auto part = [&](int from) {
        return QString::fromLatin1(b64u(QByteArray(reinterpret_cast<const char *>(point) + from, 32)));
    };
    return {{u"kty"_s, u"EC"_s}, {u"crv"_s, u"P-256"_s}, {u"x"_s, part(1)}, {u"y"_s, part(33)}};
}

} // namespace carriel::op
