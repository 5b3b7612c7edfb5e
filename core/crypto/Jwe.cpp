// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Jwe.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/CodeJwe.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Ecdh.h"
#include "core/crypto/Gcm.h"
#include "core/crypto/OpenSsl.h"
#include "core/crypto/StrictJson.h"

#include <QJsonDocument>
#include <array>

namespace carriel::crypto {

namespace {
constexpr char algorithm[] = "ECDH-ES+A256KW";
constexpr char sharedAlgorithm[] = "A256KW";
constexpr char encryption[] = "A256GCM";
constexpr char codeAlgorithm[] = "PBES2-HS512+A256KW";

Error badJwe(const char *reason)
{
    const QString text = QString::fromLatin1(reason);
    return {errors::badJwe, {{QStringLiteral("reason"), text}}, text};
}

Result<std::array<QByteArrayView, 5>> split(QByteArrayView compact)
{
    std::array<QByteArrayView, 5> parts;
    for (std::size_t i = 0; i < 5; ++i) {
        const qsizetype dot = compact.indexOf('.');
        if ((dot < 0) != (i == 4))
            return badJwe("parts");
        parts[i] = i == 4 ? compact : compact.first(dot);
        compact = compact.sliced(i == 4 ? 0 : dot + 1);
    }
    return parts;
}

Result<SecretBytes> wrappingKeyFor(const PrivateKey &own, const PublicKey &other, QByteArrayView apu, QByteArrayView apv)
{
    CARRIEL_TRY(const SecretBytes shared, ecdh(own, other));
    return concatKdf(shared.view(), algorithm, apu, apv, 32);
}

Outcome checkHeader(const QJsonObject &header, const char *wanted)
{
    for (const char *name : {"zip", "crit", "jku", "x5u", "jwk"}) {
        if (header.contains(QLatin1String(name)))
            return badJwe("forbidden header");
    }
    if (header.value(QLatin1String("alg")).toString() != QLatin1String(wanted) ||
        header.value(QLatin1String("enc")).toString() != QLatin1String(encryption))
        return badJwe("algorithm");
    return {};
}
// The five parts, their header read and checked.
struct Parts {
    QByteArrayView protectedPart;
    QJsonObject header;
    QByteArray wrapped;
    QByteArray nonce;
    QByteArray cipherText;
    QByteArray tag;
};

Result<Parts> partsOf(QByteArrayView compact, const char *wanted, qsizetype maxBytes = maxJweBytes)
{
    if (compact.size() > maxBytes)
        return badJwe("too long");
    CARRIEL_TRY(const auto parts, split(compact));
    Parts out;
    out.protectedPart = parts[0];
    CARRIEL_TRY(const QByteArray headerText, fromBase64Url(parts[0]));
    CARRIEL_TRY(out.header, parseStrictObject(headerText));
    CARRIEL_CHECK(checkHeader(out.header, wanted));
    CARRIEL_TRY(out.wrapped, fromBase64Url(parts[1]));
    CARRIEL_TRY(out.nonce, fromBase64Url(parts[2]));
    CARRIEL_TRY(out.cipherText, fromBase64Url(parts[3]));
    CARRIEL_TRY(out.tag, fromBase64Url(parts[4]));
    if (out.nonce.size() != gcmNonceSize || out.tag.size() != gcmTagSize || out.wrapped.size() != 40)
        return badJwe("sizes");
    return out;
}

// A fresh content key for `plain`, itself wrapped.
Result<QByteArray> sealed(const QJsonObject &header, const SecretBytes &wrapping, QByteArrayView plain)
{
    const SecretBytes contentKey = randomSecret(32);
    CARRIEL_TRY(const QByteArray wrapped, wrapKey(wrapping.view(), contentKey.view()));
    const QByteArray protectedPart = toBase64Url(QJsonDocument(header).toJson(QJsonDocument::Compact));
    const SecretBytes nonce = randomSecret(gcmNonceSize);
    QByteArray cipherText(plain.size(), Qt::Uninitialized);
    QByteArray tag(gcmTagSize, Qt::Uninitialized);
    CARRIEL_CHECK(gcmEncrypt(contentKey.view(), nonce.view(), protectedPart, plain,
                             reinterpret_cast<unsigned char *>(cipherText.data()),
                             reinterpret_cast<unsigned char *>(tag.data())));
    const QByteArrayList parts{protectedPart, toBase64Url(wrapped), toBase64Url(nonce.view()), toBase64Url(cipherText),
                               toBase64Url(tag)};
    return parts.join('.');
}

Result<SecretBytes> opened(const Parts &parts, const SecretBytes &wrapping)
{
    CARRIEL_TRY(const SecretBytes contentKey, unwrapKey(wrapping.view(), parts.wrapped));
    SecretBytes plain{std::size_t(parts.cipherText.size())};
    CARRIEL_CHECK(gcmDecrypt(contentKey.view(), parts.nonce, parts.protectedPart, parts.cipherText, parts.tag, plain.data()));
    return plain;
}

Result<SecretBytes> keyFromCode(const SecretBytes &code, QByteArrayView saltInput, int iterations)
{
    const QByteArray salt = QByteArray(codeAlgorithm) + '\0' + saltInput.toByteArray();
    SecretBytes out(32);
    if (PKCS5_PBKDF2_HMAC(code.view().data(), int(code.size()), bytesOf(salt.data()), int(salt.size()), iterations, EVP_sha512(),
                          int(out.size()), out.data()) != 1)
        return libraryError("PBKDF2");
    return out;
}

Outcome checkShared(const SecretBytes &key)
{
    if (key.size() != 32)
        return Error{errors::badKey, {{QStringLiteral("what"), QStringLiteral("wrapping key")}}, {}};
    return {};
}
} // namespace

Result<QByteArray> encryptJwe(const PublicKey &recipient, QByteArrayView plain)
{
    if (recipient.type() == KeyType::Rsa)
        return badJwe("kind of key");
    CARRIEL_TRY(const PrivateKey ephemeral, PrivateKey::generate(recipient.type()));
    CARRIEL_TRY(const SecretBytes wrapping, wrappingKeyFor(ephemeral, recipient, {}, {}));
    QJsonObject epk = ephemeral.publicKey().toJwk();
    epk.remove(QStringLiteral("kid"));
    return sealed({{QStringLiteral("alg"), QLatin1String(algorithm)},
                   {QStringLiteral("enc"), QLatin1String(encryption)},
                   {QStringLiteral("epk"), epk},
                   {QStringLiteral("kid"), QString::fromLatin1(recipient.thumbprint())}},
                  wrapping, plain);
}

Result<SecretBytes> decryptJwe(const PrivateKey &key, QByteArrayView compact)
{
    CARRIEL_TRY(const Parts parts, partsOf(compact, algorithm));
    const QJsonObject &header = parts.header;
    CARRIEL_TRY(const PublicKey epk, PublicKey::fromJwk(header.value(QLatin1String("epk")).toObject()));
    if (epk.type() != key.type())
        return badJwe("kind of key");
    CARRIEL_TRY(const QByteArray apu, fromBase64Url(header.value(QLatin1String("apu")).toString().toLatin1()));
    CARRIEL_TRY(const QByteArray apv, fromBase64Url(header.value(QLatin1String("apv")).toString().toLatin1()));
    CARRIEL_TRY(const SecretBytes wrapping, wrappingKeyFor(key, epk, apu, apv));
    return opened(parts, wrapping);
}

Result<QByteArray> encryptJwe(const SecretBytes &key, QByteArrayView kid, QByteArrayView plain)
{
    CARRIEL_CHECK(checkShared(key));
    return sealed({{QStringLiteral("alg"), QLatin1String(sharedAlgorithm)},
                   {QStringLiteral("enc"), QLatin1String(encryption)},
                   {QStringLiteral("kid"), QString::fromLatin1(kid)}},
                  key, plain);
}

Result<SecretBytes> decryptJwe(const SecretBytes &key, QByteArrayView compact)
{
    CARRIEL_CHECK(checkShared(key));
    CARRIEL_TRY(const Parts parts, partsOf(compact, sharedAlgorithm));
    return opened(parts, key);
}

Result<QByteArray> encryptJweWithCode(const SecretBytes &code, QByteArrayView plain)
{
    const SecretBytes saltInput = randomSecret(16);
    CARRIEL_TRY(const SecretBytes wrapping, keyFromCode(code, saltInput.view(), codeIterations));
    return sealed({{QStringLiteral("alg"), QLatin1String(codeAlgorithm)},
                   {QStringLiteral("enc"), QLatin1String(encryption)},
                   {QStringLiteral("p2c"), codeIterations},
                   {QStringLiteral("p2s"), QString::fromLatin1(toBase64Url(saltInput.view()))}},
                  wrapping, plain);
}

Result<SecretBytes> decryptJweWithCode(const SecretBytes &code, QByteArrayView compact, qsizetype maxBytes)
{
    CARRIEL_TRY(const Parts parts, partsOf(compact, codeAlgorithm, maxBytes));
    const int iterations = parts.header.value(QLatin1String("p2c")).toInt();
    CARRIEL_TRY(const QByteArray saltInput, fromBase64Url(parts.header.value(QLatin1String("p2s")).toString().toLatin1()));
    if (iterations < 100000 || iterations > 2000000 || saltInput.size() < 8 || saltInput.size() > 64)
        return badJwe("parameters");
    CARRIEL_TRY(const SecretBytes wrapping, keyFromCode(code, saltInput, iterations));
    return opened(parts, wrapping);
}

Result<QByteArray> kidOfJwe(QByteArrayView compact)
{
    if (compact.size() > maxJweBytes)
        return badJwe("too long");
    CARRIEL_TRY(const auto parts, split(compact));
    CARRIEL_TRY(const QByteArray text, fromBase64Url(parts[0]));
    CARRIEL_TRY(const QJsonObject header, parseStrictObject(text));
    const QString kid = header.value(QLatin1String("kid")).toString();
    if (kid.isEmpty() || kid.size() > 256)
        return badJwe("kid");
    return kid.toLatin1();
}

} // namespace carriel::crypto
