// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Auth.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Problem.h"

#include <QJsonArray>
#include <mutex>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leeway = 5; // seconds between our clock and the issuer's
constexpr size_t mostKnown = 20000;

Problem refused(const char *code, const char *error)
{
    return Problem(code).header("WWW-Authenticate", QByteArray("Bearer error=\"" + QByteArray(error) + "\""));
}

bool audienceHas(const QJsonValue &aud, const QString &wanted)
{
    return aud.isArray() ? aud.toArray().contains(wanted) : aud.toString() == wanted;
}

} // namespace

void Principal::needScope(const QString &scope) const
{
    if (!scopes.contains(scope))
        throw refused("scope_missing", "insufficient_scope");
}

void Principal::needStepUp() const
{
    const QStringList order = Config::acrOrder();
    const qint64 age = nowSeconds() - authTime;
    if (order.indexOf(acr) >= order.indexOf(Config::stepUpAcr()) && authTime > 0 && age <= Config::stepUpAge)
        return;
    const QByteArray acrValues = Config::stepUpAcr().toLatin1();
    const QByteArray maxAge = QByteArray::number(Config::stepUpAge);
    throw Problem("insufficient_user_authentication")
        .with("acr_values", Config::stepUpAcr())
        .with("max_age", Config::stepUpAge)
        .header("WWW-Authenticate", QByteArray("Bearer error=\"insufficient_user_authentication\", acr_values=\"" + acrValues +
                                               "\", max_age=\"" + maxAge + "\""));
}

Principal Auth::bearer(const QByteArray &authorization)
{
    if (authorization.isEmpty())
        throw Problem("token_missing").header("WWW-Authenticate", "Bearer");
    if (!authorization.startsWith("Bearer "))
        throw refused("token_invalid", "invalid_request");
    const QByteArray token = authorization.mid(7).trimmed();
    const std::string digest = sha256(token).toStdString();
    {
        const std::shared_lock lock(m_mutex);
        if (const auto it = m_known.find(digest); it != m_known.end()) {
            if (it->second.expires <= nowSeconds())
                throw refused("token_expired", "invalid_token");
            return it->second;
        }
    }
    const Principal who = verify(token);
    const std::unique_lock lock(m_mutex);
    if (m_known.size() >= mostKnown)
        std::erase_if(m_known, [now = nowSeconds()](const auto &k) { return k.second.expires <= now; });
    if (m_known.size() < mostKnown)
        m_known.emplace(digest, who);
    return who;
}

Principal Auth::verify(const QByteArray &token)
{
    const auto jws = parseJws(token);
    if (!jws || (jws->typ().compare("at+jwt"_L1, Qt::CaseInsensitive) != 0 &&
                 jws->typ().compare("application/at+jwt"_L1, Qt::CaseInsensitive) != 0))
        throw refused("token_invalid", "invalid_token");
    if (!m_jwks.verifies(*jws))
        throw refused("token_invalid", "invalid_token");
    const QJsonObject &claims = jws->payload;
    Principal who;
    who.sub = claims.value("sub"_L1).toString();
    who.expires = claims.value("exp"_L1).toInteger();
    who.acr = claims.value("acr"_L1).toString();
    who.login = claims.value("nonce"_L1).toString().left(128);
    who.authTime = claims.value("auth_time"_L1).toInteger();
    const QStringList scopes = claims.value("scope"_L1).toString().split(u' ', Qt::SkipEmptyParts);
    who.scopes = QSet<QString>(scopes.begin(), scopes.end());
    if (claims.value("iss"_L1).toString() != m_config.issuer || who.sub.isEmpty() ||
        !audienceHas(claims.value("aud"_L1), m_config.expectedAudience()) ||
        claims.value("nbf"_L1).toInteger(0) > nowSeconds() + leeway)
        throw refused("token_invalid", "invalid_token");
    if (who.expires <= nowSeconds())
        throw refused("token_expired", "invalid_token");
    return who;
}

QJsonObject Auth::idToken(const QByteArray &token, const QString &sub, const QString &nonce, const char *code)
{
    const auto refuse = [code](const char *reason) { return Problem(code).with("reason", QString::fromLatin1(reason)); };
    const auto jws = parseJws(token);
    if (!jws || !m_jwks.verifies(*jws, true))
        throw refuse("id_token");
    const QJsonObject &claims = jws->payload;
    if (claims.value("iss"_L1).toString() != m_config.issuer || !audienceHas(claims.value("aud"_L1), m_config.clientId))
        throw refuse("id_token");
    if (claims.value("sub"_L1).toString() != sub) // another person's login is refused, not switched to
        throw refuse("sub");
    if (claims.value("exp"_L1).toInteger() + leeway < nowSeconds())
        throw refuse("expired");
    if (claims.value("nonce"_L1).toString() != nonce)
        throw refuse("nonce");
    return claims;
}

} // namespace carriel::op
