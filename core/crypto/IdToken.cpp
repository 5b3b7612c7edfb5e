// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/IdToken.h"

#include "core/crypto/CryptoErrors.h"
#include "core/crypto/StrictJson.h"

namespace carriel::crypto {

namespace {
Error badClaim(const char *claim)
{
    const QString name = QString::fromLatin1(claim);
    return {errors::badIdToken, {{QStringLiteral("claim"), name}}, name};
}

QDateTime time(const QJsonValue &value)
{
    const double seconds = value.toDouble(-1);
    // Beyond the year 9999 it is not a date that anybody meant.
    return seconds < 0 || seconds > 253402300799.0 ? QDateTime() : QDateTime::fromSecsSinceEpoch(qint64(seconds), Qt::UTC);
}

bool audienceFits(const QJsonObject &claims, const QString &clientId)
{
    const QJsonValue aud = claims.value(QLatin1String("aud"));
    const QJsonValue azp = claims.value(QLatin1String("azp"));
    const QJsonArray several = aud.toArray();
    const bool named = aud.isString() ? aud.toString() == clientId : several.contains(QJsonValue(clientId));
    if (!named || (several.size() > 1 && azp.isUndefined()))
        return false;
    return azp.isUndefined() || azp.toString() == clientId;
}
} // namespace

Result<IdToken> verifyIdToken(QByteArrayView compact, const JwkSet &keys, const IdTokenExpectations &expected)
{
    CARRIEL_TRY(const Jws jws, verifyJws(compact, keys, {}));
    CARRIEL_TRY(const QJsonObject claims, parseStrictObject(jws.payload));
    const auto text = [&claims](const char *name) { return claims.value(QLatin1String(name)).toString(); };
    const auto leeway = qint64(expected.leeway.count());

    IdToken token{text("sub"),
                  text("acr"),
                  time(claims.value(QLatin1String("auth_time"))),
                  time(claims.value(QLatin1String("iat"))),
                  time(claims.value(QLatin1String("exp"))),
                  claims};
    if (text("iss") != expected.issuer || expected.issuer.isEmpty())
        return badClaim("iss");
    if (!audienceFits(claims, expected.clientId))
        return badClaim("aud");
    if (text("nonce") != expected.nonce || expected.nonce.isEmpty())
        return badClaim("nonce");
    if (!token.expires.isValid() || token.expires.addSecs(leeway) <= expected.providerNow)
        return badClaim("exp");
    if (!token.issuedAt.isValid() || token.issuedAt.addSecs(-leeway) > expected.providerNow)
        return badClaim("iat");
    if (token.subject.isEmpty() || (expected.subject && token.subject != *expected.subject))
        return badClaim("sub");
    if (!expected.acrValues.isEmpty() && !expected.acrValues.contains(token.acr))
        return badClaim("acr");
    if (expected.maxAge) {
        const qint64 oldest = expected.maxAge->count() + leeway;
        if (!token.authTime.isValid() || token.authTime.secsTo(expected.providerNow) > oldest)
            return badClaim("auth_time");
    }
    return token;
}

} // namespace carriel::crypto
