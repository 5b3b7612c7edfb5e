// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Jwe.h"

#include "reference-operator/Encoding.h"

#include <QJsonDocument>
#include <QtEndian>
#include <openssl/ec.h>
#include <openssl/evp.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

struct FreeCipher
{
    void operator()(EVP_CIPHER_CTX *c) const { EVP_CIPHER_CTX_free(c); }
};

const unsigned char *in(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *out(QByteArray &bytes, qsizetype at = 0)
{
    return reinterpret_cast<unsigned char *>(bytes.data()) + at;
}

std::optional<QByteArray> agree(EVP_PKEY *own, EVP_PKEY *other)
{
    EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new(own, nullptr);
    size_t size = 0;
    QByteArray secret;
    bool ok = ctx && EVP_PKEY_derive_init(ctx) == 1 && EVP_PKEY_derive_set_peer(ctx, other) == 1 &&
              EVP_PKEY_derive(ctx, nullptr, &size) == 1;
    if (ok) {
        secret.resize(qsizetype(size));
        ok = EVP_PKEY_derive(ctx, out(secret), &size) == 1;
    }
    EVP_PKEY_CTX_free(ctx);
    return ok ? std::optional(secret.left(qsizetype(size))) : std::nullopt;
}

// Concat KDF of RFC 7518 §4.6.2 for one block: 256 bits out of SHA-256.
QByteArray wrappingKey(const QByteArray &shared, const QByteArray &apu, const QByteArray &apv)
{
    Sha256 digest;
    const auto number = [&](quint32 n) {
        QByteArray bytes(4, '\0');
        qToBigEndian(n, bytes.data());
        digest.add(bytes);
    };
    const auto part = [&](const QByteArray &bytes) {
        number(quint32(bytes.size()));
        digest.add(bytes);
    };
    number(1);
    digest.add(shared);
    part("ECDH-ES+A256KW");
    part(apu);
    part(apv);
    number(256);
    return digest.result();
}

// AES key wrap (RFC 3394) of a 32-byte key, or its opposite.
std::optional<QByteArray> wrap(const QByteArray &key, const QByteArray &bytes, bool forward)
{
    const std::unique_ptr<EVP_CIPHER_CTX, FreeCipher> ctx(EVP_CIPHER_CTX_new());
    EVP_CIPHER_CTX_set_flags(ctx.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    QByteArray result(bytes.size() + 16, '\0');
    int size = 0;
    if (EVP_CipherInit_ex(ctx.get(), EVP_aes_256_wrap(), nullptr, in(key), nullptr, forward ? 1 : 0) != 1 ||
        EVP_CipherUpdate(ctx.get(), out(result), &size, in(bytes), int(bytes.size())) != 1)
        return std::nullopt;
    result.truncate(size);
    return result;
}

KeyPtr owned(EVP_PKEY *key)
{
    return KeyPtr(key, [](EVP_PKEY *k) { EVP_PKEY_free(k); });
}

KeyPtr publicKey(const QJsonObject &jwk)
{
    if (const auto okp = publicEncryptionJwk(jwk)) {
        const QByteArray x = *fromB64u(okp->value("x"_L1).toString().toLatin1());
        return owned(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, in(x), size_t(x.size())));
    }
    return jwk.value("kty"_L1).toString() == u"EC" ? keyFromJwk(jwk) : KeyPtr();
}

} // namespace

QString jweKid(const QByteArray &jwe)
{
    const QByteArray header = fromB64u(jwe.left(jwe.indexOf('.'))).value_or(QByteArray());
    return QJsonDocument::fromJson(header).object().value("kid"_L1).toString();
}

std::optional<QByteArray> encryptJwe(const QJsonObject &recipient, const QByteArray &plain)
{
    const KeyPtr to = publicKey(recipient);
    const auto kid = thumbprint(recipient);
    if (!to || !kid)
        return std::nullopt;
    const bool x25519 = EVP_PKEY_get_base_id(to.get()) == EVP_PKEY_X25519;
    const KeyPtr ephemeral = owned(x25519 ? EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519") : EVP_EC_gen("P-256"));
    const auto shared = agree(ephemeral.get(), to.get());
    if (!shared)
        return std::nullopt;
    QJsonObject epk;
    if (x25519) {
        QByteArray x(32, '\0');
        size_t size = 32;
        EVP_PKEY_get_raw_public_key(ephemeral.get(), out(x), &size);
        epk = {{u"kty"_s, u"OKP"_s}, {u"crv"_s, u"X25519"_s}, {u"x"_s, QString::fromLatin1(b64u(x))}};
    } else {
        epk = jwkOf(ephemeral);
    }
    const QByteArray header = b64u(compact({{u"alg"_s, u"ECDH-ES+A256KW"_s},
                                            {u"enc"_s, u"A256GCM"_s},
                                            {u"epk"_s, epk},
                                            {u"kid"_s, QString::fromLatin1(*kid)}}));
    const QByteArray key = randomBytes(32);
    const QByteArray iv = randomBytes(12);
    const auto wrapped = wrap(wrappingKey(*shared, {}, {}), key, true);
    const std::unique_ptr<EVP_CIPHER_CTX, FreeCipher> ctx(EVP_CIPHER_CTX_new());
    QByteArray cipher(plain.size(), '\0');
    QByteArray tag(16, '\0');
    int size = 0;
    if (!wrapped || EVP_EncryptInit_ex(ctx.get(), EVP_aes_256_gcm(), nullptr, in(key), in(iv)) != 1 ||
        EVP_EncryptUpdate(ctx.get(), nullptr, &size, in(header), int(header.size())) != 1 ||
        EVP_EncryptUpdate(ctx.get(), out(cipher), &size, in(plain), int(plain.size())) != 1 ||
        EVP_EncryptFinal_ex(ctx.get(), out(tag), &size) != 1 ||
        EVP_CIPHER_CTX_ctrl(ctx.get(), EVP_CTRL_GCM_GET_TAG, 16, tag.data()) != 1)
        return std::nullopt;
    return QByteArray(header + '.' + b64u(*wrapped) + '.' + b64u(iv) + '.' + b64u(cipher) + '.' + b64u(tag));
}

std::optional<QByteArray> decryptJwe(const KeyPtr &own, const QByteArray &compact)
{
    const QList<QByteArray> parts = compact.split('.');
    if (parts.size() != 5 || compact.size() > 262144)
        return std::nullopt;
    QList<QByteArray> raw;
    for (const QByteArray &part : parts) {
        const auto bytes = fromB64u(part);
        if (!bytes)
            return std::nullopt;
        raw.append(*bytes);
    }
    const QJsonObject header = QJsonDocument::fromJson(raw[0]).object();
    for (const auto refused : {"zip"_L1, "crit"_L1, "jku"_L1, "x5u"_L1, "jwk"_L1}) {
        if (header.contains(refused))
            return std::nullopt;
    }
    if (header.value("alg"_L1).toString() != u"ECDH-ES+A256KW" || header.value("enc"_L1).toString() != u"A256GCM" ||
        raw[1].size() != 40 || raw[2].size() != 12 || raw[4].size() != 16)
        return std::nullopt;
    const KeyPtr other = publicKey(header.value("epk"_L1).toObject());
    if (!other || EVP_PKEY_get_base_id(other.get()) != EVP_PKEY_get_base_id(own.get()))
        return std::nullopt;
    const auto shared = agree(own.get(), other.get());
    const auto info = [&](QLatin1StringView name) {
        return fromB64u(header.value(name).toString().toLatin1()).value_or(QByteArray());
    };
    const auto key = shared ? wrap(wrappingKey(*shared, info("apu"_L1), info("apv"_L1)), raw[1], false) : std::nullopt;
    if (!key || key->size() != 32)
        return std::nullopt;
    const std::unique_ptr<EVP_CIPHER_CTX, FreeCipher> ctx(EVP_CIPHER_CTX_new());
    QByteArray plain(raw[3].size(), '\0');
    int size = 0;
    if (EVP_DecryptInit_ex(ctx.get(), EVP_aes_256_gcm(), nullptr, in(*key), in(raw[2])) != 1 ||
        EVP_DecryptUpdate(ctx.get(), nullptr, &size, in(parts[0]), int(parts[0].size())) != 1 ||
        EVP_DecryptUpdate(ctx.get(), out(plain), &size, in(raw[3]), int(raw[3].size())) != 1 ||
        EVP_CIPHER_CTX_ctrl(ctx.get(), EVP_CTRL_GCM_SET_TAG, 16, raw[4].data()) != 1 ||
        EVP_DecryptFinal_ex(ctx.get(), out(plain, plain.size()), &size) != 1)
        return std::nullopt;
    return plain;
}

} // namespace carriel::op
