// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/EntityTokens.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "reference-operator/Problem.h"
#include "reference-operator/acts/Entities.h"
#include "reference-operator/acts/Procedures.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 life = 300; // seconds, of a token and of an assertion at most
constexpr qint64 leeway = 60;
const QString wholeEntity = u"entity"_s; // scope: what concerns the entity and not one procedure

Problem refused(const char *code)
{
    return Problem(code).header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
}

} // namespace

QJsonObject EntityTokens::issue(const QHash<QString, QString> &form)
{
    if (form.value(u"grant_type"_s) != u"client_credentials")
        throw TokenRefusal("unsupported_grant_type", "client_credentials alone");
    if (form.value(u"client_assertion_type"_s) != u"urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        throw TokenRefusal("invalid_client", "client_assertion_type");
    const auto jws = parseJws(form.value(u"client_assertion"_s).toLatin1());
    if (!jws)
        throw TokenRefusal("invalid_client", "client_assertion");
    const QJsonObject &claims = jws->payload;
    const QString client = claims.value("iss"_L1).toString();
    const auto entity = m_database.read([&](Connection &c) {
        return client.startsWith("entity-"_L1) ? findEntityByNumber(c, client.mid(7)) : std::nullopt;
    });
    if (!entity || entity->box.isEmpty() || claims.value("sub"_L1).toString() != client ||
        jws->kid().toLatin1() != thumbprint(entity->client) || !verifies(*jws, keyFromJwk(entity->client)))
        throw TokenRefusal("invalid_client", "the assertion is of no client that is known here");
    const QString address = QString(m_config.api() + u"/entity-token"_s);
    const QJsonValue aud = claims.value("aud"_L1);
    if (aud.isArray() ? !aud.toArray().contains(address) : aud.toString() != address)
        throw TokenRefusal("invalid_client", "aud");
    const qint64 now = nowSeconds();
    const qint64 expires = claims.value("exp"_L1).toInteger();
    const QString jti = claims.value("jti"_L1).toString();
    if (expires <= now - leeway || expires > now + life + leeway || jti.isEmpty() || jti.size() > 128)
        throw TokenRefusal("invalid_client", "exp or jti");
    const QStringList wanted = form.value(u"scope"_s).split(u' ', Qt::SkipEmptyParts);
    const auto scopes = m_database.write([&](Connection &c) -> std::optional<QStringList> {
        c.change(u"DELETE FROM assertions WHERE expires < ?"_s, {now - leeway});
        if (c.change(u"INSERT INTO assertions(jti, expires) VALUES(?, ?) ON CONFLICT DO NOTHING"_s,
                     {QString(client + u' ' + jti), expires}) == 0)
            return std::nullopt;
        QStringList out{wholeEntity};
        for (const QString &procedure : proceduresOf(c, entity->id))
            out.append(QString(u"procedure:"_s + procedure));
        return out;
    });
    if (!scopes)
        throw TokenRefusal("invalid_client", "jti was used");
    for (const QString &scope : wanted) {
        if (!scopes->contains(scope))
            throw TokenRefusal("invalid_scope", "a procedure of somebody else, or of nobody");
    }
    const QString scope = (wanted.isEmpty() ? *scopes : wanted).join(u' ');
    const QByteArray token = signJws(u"at+jwt"_s, u"entity"_s,
                                     {{u"iss"_s, m_config.api()},
                                      {u"aud"_s, m_config.api()},
                                      {u"sub"_s, client},
                                      {u"entity"_s, entity->id},
                                      {u"scope"_s, scope},
                                      {u"iat"_s, now},
                                      {u"exp"_s, now + life}},
                                     m_keys.token());
    return {{u"access_token"_s, QString::fromLatin1(token)},
            {u"token_type"_s, u"Bearer"_s},
            {u"expires_in"_s, life},
            {u"scope"_s, scope}};
}

Principal EntityTokens::bearer(const QByteArray &authorization) const
{
    if (authorization.isEmpty())
        throw Problem("token_missing").header("WWW-Authenticate", "Bearer");
    const auto jws = authorization.startsWith("Bearer ") ? parseJws(authorization.mid(7).trimmed()) : std::nullopt;
    if (!jws || jws->typ() != u"at+jwt" || jws->kid() != u"entity" || !verifies(*jws, m_keys.token()))
        throw refused("token_invalid");
    const QJsonObject &claims = jws->payload;
    Principal who;
    who.entity = claims.value("entity"_L1).toString();
    who.sub = QString(u"entity:"_s + who.entity);
    who.expires = claims.value("exp"_L1).toInteger();
    const QStringList scopes = claims.value("scope"_L1).toString().split(u' ', Qt::SkipEmptyParts);
    who.scopes = QSet<QString>(scopes.begin(), scopes.end());
    if (claims.value("aud"_L1).toString() != m_config.api() || who.entity.isEmpty())
        throw refused("token_invalid");
    if (who.expires <= nowSeconds())
        throw refused("token_expired");
    return who;
}

void needProcedure(const Principal &who, const QString &procedure)
{
    who.needScope(QString(u"procedure:"_s + procedure));
}

void needOwn(const Principal &who, const QString &procedure)
{
    if (!who.scopes.contains(wholeEntity))
        needProcedure(who, procedure);
}

void needWhole(const Principal &who)
{
    who.needScope(wholeEntity);
}

QString proceduresSeen(const Principal &who)
{
    if (who.scopes.contains(wholeEntity))
        return u""_s;
    QString out = u" "_s;
    for (const QString &scope : who.scopes)
        out += QString(scope.mid(scope.indexOf(u':') + 1) + u' ');
    return out;
}

} // namespace carriel::op
