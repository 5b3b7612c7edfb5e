// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Jws.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/StrictJson.h"

#include <QJsonDocument>

namespace carriel::crypto {

namespace {
Error badJws(const char *reason)
{
    const QString text = QString::fromLatin1(reason);
    return {errors::badJws, {{QStringLiteral("reason"), text}}, text};
}

Outcome checkTyp(const Jws &jws, QByteArrayView typ)
{
    const QJsonValue value = jws.header.value(QLatin1String("typ"));
    const bool fits = typ.isEmpty() ? value.isUndefined() || value.toString() == QLatin1String("JWT")
                                    : value.toString().toUtf8() == typ;
    if (!fits)
        return badJws("typ");
    return {};
}

Result<Jws> checked(QByteArrayView compact, Jws jws, const PublicKey *key, QByteArrayView typ)
{
    CARRIEL_CHECK(checkTyp(jws, typ));
    if (!key || key->type() != jws.keyType())
        return badJws("no such key");
    const qsizetype dot = compact.lastIndexOf('.');
    CARRIEL_TRY(const QByteArray signature, fromBase64Url(compact.sliced(dot + 1)));
    CARRIEL_CHECK(verifySignature(*key, compact.first(dot), signature));
    return jws;
}
} // namespace

Result<QByteArray> signJws(const PrivateKey &key, QByteArrayView typ, QByteArrayView payload, const QJsonObject &extra)
{
    QJsonObject header = extra;
    header.insert(QStringLiteral("alg"), QStringLiteral("ES256"));
    header.insert(QStringLiteral("typ"), QString::fromLatin1(typ.data(), typ.size()));
    header.insert(QStringLiteral("kid"), QString::fromLatin1(key.publicKey().thumbprint()));
    QByteArray out = toBase64Url(QJsonDocument(header).toJson(QJsonDocument::Compact));
    out += '.';
    out += toBase64Url(payload);
    CARRIEL_TRY(const QByteArray signature, signEs256(key, out));
    out += '.';
    out += toBase64Url(signature);
    return out;
}

Result<Jws> readUnverifiedJws(QByteArrayView compact, qsizetype maxBytes)
{
    if (compact.size() > maxBytes)
        return badJws("too long");
    const qsizetype first = compact.indexOf('.');
    const qsizetype second = first < 0 ? -1 : compact.indexOf('.', first + 1);
    if (second < 0 || compact.indexOf('.', second + 1) >= 0)
        return badJws("parts");

    Jws jws;
    CARRIEL_TRY(const QByteArray header, fromBase64Url(compact.first(first)));
    CARRIEL_TRY(jws.header, parseStrictObject(header));
    for (const char *name : {"jku", "x5u", "jwk", "b64", "crit"}) {
        if (jws.header.contains(QLatin1String(name)))
            return badJws("forbidden header");
    }
    jws.alg = jws.header.value(QLatin1String("alg")).toString().toLatin1();
    if (jws.alg != "ES256" && jws.alg != "RS256")
        return badJws("alg");
    const QJsonValue kid = jws.header.value(QLatin1String("kid"));
    if (!kid.isUndefined() && !kid.isString())
        return badJws("kid");
    jws.kid = kid.toString().toUtf8();
    CARRIEL_TRY(jws.payload, fromBase64Url(compact.sliced(first + 1, second - first - 1)));
    CARRIEL_TRY([[maybe_unused]] const QByteArray signature, fromBase64Url(compact.sliced(second + 1)));
    return jws;
}

Result<Jws> verifyJws(QByteArrayView compact, const PublicKey &key, QByteArrayView typ, qsizetype maxBytes)
{
    CARRIEL_TRY(Jws jws, readUnverifiedJws(compact, maxBytes));
    return checked(compact, std::move(jws), &key, typ);
}

Result<Jws> verifyJws(QByteArrayView compact, const JwkSet &keys, QByteArrayView typ)
{
    CARRIEL_TRY(Jws jws, readUnverifiedJws(compact));
    const PublicKey *key = keys.find(jws.kid, jws.keyType());
    return checked(compact, std::move(jws), key, typ);
}

} // namespace carriel::crypto
