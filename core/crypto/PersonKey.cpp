// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/PersonKey.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Jwe.h"
#include "core/crypto/Jws.h"
#include "core/crypto/StrictJson.h"

#include <QJsonDocument>

namespace carriel::crypto {

namespace {
Error badKey(const char *what)
{
    return {errors::badKey, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
}

Result<PrivateKey> keyFrom(const QJsonObject &o, const char *name, KeyType type)
{
    CARRIEL_TRY(const SecretBytes der, secretFromBase64Url(o.value(QLatin1String(name)).toString().toLatin1()));
    CARRIEL_TRY(PrivateKey key, PrivateKey::fromPkcs8(der.view()));
    if (key.type() != type)
        return badKey(name);
    return key;
}

const QByteArray continuityType = "carpeta-continuity+json";

QJsonObject continuity(const QString &person, int generation, const PublicKey &receive, const PublicKey &sign)
{
    return {{QStringLiteral("v"), 1},
            {QStringLiteral("sub"), person},
            {QStringLiteral("gen"), generation},
            {QStringLiteral("enc"), QString::fromLatin1(receive.thumbprint())},
            {QStringLiteral("sig"), QString::fromLatin1(sign.thumbprint())}};
}
} // namespace

Result<PersonKey> PersonKey::generate(int generation)
{
    CARRIEL_TRY(PrivateKey receive, PrivateKey::generate(KeyType::X25519));
    CARRIEL_TRY(PrivateKey sign, PrivateKey::generate(KeyType::P256));
    return PersonKey{generation, std::move(receive), std::move(sign)};
}

Result<QByteArray> PersonKey::wrappedFor(const PublicKey &key, const QString &person) const
{
    CARRIEL_TRY(const SecretBytes enc, receive.toPkcs8());
    CARRIEL_TRY(const SecretBytes sig, sign.toPkcs8());
    QByteArray plain = "{\"v\":1,\"sub\":\"" + person.toUtf8() + "\",\"gen\":" + QByteArray::number(generation) + ",\"enc\":\"";
    plain += toBase64Url(enc.view());
    plain += "\",\"sig\":\"";
    plain += toBase64Url(sig.view());
    plain += "\"}";
    auto jwe = encryptJwe(key, plain);
    wipeMemory(plain.data(), std::size_t(plain.size()));
    return jwe;
}

Result<PersonKey> PersonKey::unwrapped(const PrivateKey &key, const QString &person, QByteArrayView jwe)
{
    CARRIEL_TRY(const SecretBytes plain, decryptJwe(key, jwe));
    CARRIEL_TRY(const QJsonObject o, parseStrictObject(plain.view()));
    const int generation = o.value(QLatin1String("gen")).toInt();
    if (o.value(QLatin1String("v")).toInt() != 1 || generation < 1 || generation > 100000)
        return badKey("gen");
    if (o.value(QLatin1String("sub")).toString() != person)
        return badKey("sub");
    CARRIEL_TRY(PrivateKey receive, keyFrom(o, "enc", KeyType::X25519));
    CARRIEL_TRY(PrivateKey sign, keyFrom(o, "sig", KeyType::P256));
    return PersonKey{generation, std::move(receive), std::move(sign)};
}

Result<QByteArray> PersonKey::continuedBy(const PersonKey &next, const QString &person) const
{
    const QJsonObject said = continuity(person, next.generation, next.receive.publicKey(), next.sign.publicKey());
    return signJws(sign, continuityType, QJsonDocument(said).toJson(QJsonDocument::Compact));
}

bool continues(const PublicKey &previousSign, QByteArrayView jws, const QString &person, int generation, const PublicKey &receive,
               const PublicKey &sign)
{
    const auto read = verifyJws(jws, previousSign, continuityType);
    if (!read)
        return false;
    const auto said = parseStrictObject(read.value().payload);
    return said && said.value() == continuity(person, generation, receive, sign);
}

} // namespace carriel::crypto
