// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Jws.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/StrictJson.h"

#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <stdexcept>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largest = 262144;

QByteArray rawToDer(const QByteArray &raw)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(raw.constData());
    ECDSA_SIG *sig = ECDSA_SIG_new();
    ECDSA_SIG_set0(sig, BN_bin2bn(bytes, 32, nullptr), BN_bin2bn(bytes + 32, 32, nullptr));
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(sig, &der);
    QByteArray out(reinterpret_cast<char *>(der), std::max(size, 0));
    OPENSSL_free(der);
    ECDSA_SIG_free(sig);
    return out;
}

QByteArray derToRaw(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    ECDSA_SIG *sig = d2i_ECDSA_SIG(nullptr, &at, der.size());
    QByteArray raw(64, '\0');
    auto *out = reinterpret_cast<unsigned char *>(raw.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(sig), out, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(sig), out + 32, 32);
    ECDSA_SIG_free(sig);
    return raw;
}

std::optional<QJsonObject> object(const QByteArray &encoded)
{
    const auto bytes = fromB64u(encoded);
    if (!bytes)
        return std::nullopt;
    return strictObject(*bytes);
}

} // namespace

QString Jws::alg() const
{
    return header.value("alg"_L1).toString();
}

QString Jws::kid() const
{
    return header.value("kid"_L1).toString();
}

QString Jws::typ() const
{
    return header.value("typ"_L1).toString();
}

std::optional<Jws> parseJws(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('.');
    if (text.size() > largest || parts.size() != 3)
        return std::nullopt;
    const auto header = object(parts[0]);
    const auto payload = object(parts[1]);
    const auto signature = fromB64u(parts[2]);
    if (!header || !payload || !signature)
        return std::nullopt;
    for (QLatin1StringView refused : {"crit"_L1, "b64"_L1, "jwk"_L1, "jku"_L1, "x5u"_L1}) {
        if (header->contains(refused))
            return std::nullopt;
    }
    Jws jws{*header, *payload, QByteArray(parts[0] + '.' + parts[1]), *signature};
    if (jws.alg() != u"ES256" && jws.alg() != u"RS256")
        return std::nullopt;
    return jws;
}

bool verifies(const Jws &jws, const KeyPtr &key)
{
    if (!key)
        return false;
    const bool ec = jws.alg() == u"ES256";
    if (EVP_PKEY_get_base_id(key.get()) != (ec ? EVP_PKEY_EC : EVP_PKEY_RSA)) // the algorithm is the key's, not the sender's
        return false;
    if (ec && jws.signature.size() != 64)
        return false;
    const QByteArray signature = ec ? rawToDer(jws.signature) : jws.signature;
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    const bool ok = EVP_DigestVerifyInit(ctx, nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
                    EVP_DigestVerify(ctx, reinterpret_cast<const unsigned char *>(signature.constData()), size_t(signature.size()),
                                     reinterpret_cast<const unsigned char *>(jws.signingInput.constData()),
                                     size_t(jws.signingInput.size())) == 1;
    EVP_MD_CTX_free(ctx);
    return ok;
}

QByteArray signJws(const QString &typ, const QString &kid, const QJsonObject &payload, const KeyPtr &key, const QJsonArray &x5c)
{
    const bool ec = EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_EC;
    QJsonObject header{{u"alg"_s, ec ? u"ES256"_s : u"RS256"_s}, {u"typ"_s, typ}, {u"kid"_s, kid}};
    if (!x5c.isEmpty())
        header.insert(u"x5c"_s, x5c);
    const QByteArray input = QByteArray(b64u(compact(header)) + '.' + b64u(compact(payload)));
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    QByteArray signature(1024, '\0');
    size_t size = size_t(signature.size());
    const bool ok = EVP_DigestSignInit(ctx, nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
                    EVP_DigestSign(ctx, reinterpret_cast<unsigned char *>(signature.data()), &size,
                                   reinterpret_cast<const unsigned char *>(input.constData()), size_t(input.size())) == 1;
    EVP_MD_CTX_free(ctx);
    if (!ok)
        throw std::runtime_error("the key does not sign");
    signature.truncate(qsizetype(size));
    return QByteArray(input + '.' + b64u(ec ? derToRaw(signature) : signature));
}

} // namespace carriel::op
