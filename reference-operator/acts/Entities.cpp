// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Entities.h"

#include "reference-operator/Config.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/acts/Effects.h"
#include "reference-operator/acts/Procedures.h"

#include <QJsonDocument>
#include <QUrl>
#include <openssl/x509.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 invitationLife = 7 * 86400; // seconds

const QString columns = u"SELECT id, name, number, box, client, origins, webhook FROM entities WHERE "_s;

std::optional<Entity> from(QSqlQuery &row)
{
    if (!row.next())
        return std::nullopt;
    Entity e{row.value(0).toString(),
             row.value(1).toString(),
             row.value(2).toString(),
             row.value(3).toString(),
             QJsonDocument::fromJson(row.value(4).toString().toUtf8()).object(),
             QJsonDocument::fromJson(row.value(5).toString().toUtf8()).array(),
             row.value(6).toString()};
    row.finish();
    return e;
}

Problem bad(const char *what)
{
    return Problem("invalid_request").with("detail", QString::fromLatin1(what));
}

QString text(const QJsonObject &json)
{
    return QString::fromUtf8(compact(json));
}

QString text(const QJsonArray &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

// The required members of a public P-256 or RSA key.
std::optional<QJsonObject> publicJwk(const QJsonObject &jwk)
{
    if (!keyFromJwk(jwk))
        return std::nullopt;
    QJsonObject out;
    for (const auto name : {"kty"_L1, "crv"_L1, "x"_L1, "y"_L1, "n"_L1, "e"_L1}) {
        if (jwk.contains(name))
            out.insert(name, jwk.value(name));
    }
    return out;
}

using CertPtr = std::unique_ptr<X509, decltype(&X509_free)>;

// The first certificate, if it is one of this key.
CertPtr leafOf(const QJsonArray &x5c, EVP_PKEY *key)
{
    const QByteArray der = fromB64(x5c.at(0).toString().toLatin1()).value_or(QByteArray());
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    CertPtr cert(d2i_X509(nullptr, &at, der.size()), &X509_free);
    if (cert && (!key || EVP_PKEY_eq(X509_get0_pubkey(cert.get()), key) != 1))
        cert.reset();
    return cert;
}

bool certifies(const QJsonArray &x5c, const QJsonObject &jwk)
{
    const CertPtr cert = leafOf(x5c, keyFromJwk(jwk).get());
    return cert && X509_cmp_current_time(X509_get0_notBefore(cert.get())) < 0 &&
           X509_cmp_current_time(X509_get0_notAfter(cert.get())) > 0;
}

void addKey(Connection &c, const QString &entity, const QJsonObject &key)
{
    const QString use = key.value("use"_L1).toString();
    const auto jwk = publicJwk(key.value("jwk"_L1).toObject());
    const QJsonArray x5c = key.value("x5c"_L1).toArray();
    if ((use != u"sign" && use != u"enc") || !jwk || (!x5c.isEmpty() && !certifies(x5c, *jwk)))
        throw bad("keys");
    c.change(u"INSERT INTO entity_keys(entity, kid, use, jwk, x5c, valid_from) VALUES(?, ?, ?, ?, ?, ?)"
             u" ON CONFLICT(entity, kid) DO UPDATE SET valid_to = NULL"_s,
             {entity, QString::fromLatin1(*thumbprint(*jwk)), use, text(*jwk), text(x5c), nowSeconds()});
}

QByteArray digestOf(const QByteArray &token)
{
    return b64u(sha256(token));
}

} // namespace

std::optional<Entity> findEntity(Connection &c, const QString &id)
{
    return from(c.run(QString(columns + u"id = ?"_s), {id}));
}

std::optional<Entity> findEntityByNumber(Connection &c, const QString &number)
{
    return from(c.run(QString(columns + u"number = ?"_s), {number}));
}

void registerEntity(Connection &c, const QString &id, const QJsonObject &registration)
{
    const QString number = id.section(u':', 2);
    const QString name = registration.value("name"_L1).toString();
    const auto client = publicSigningJwk(registration.value("client"_L1).toObject());
    if (!id.startsWith("co:NIT:"_L1) || !isId(number) || name.isEmpty() || name.size() > 200)
        throw bad("name");
    if (!client)
        throw bad("client");
    if (c.one(u"SELECT 1 FROM entity_keys WHERE entity = ? AND kid = ?"_s,
              {id, QString::fromLatin1(*thumbprint(*client))})
            .isValid())
        throw bad("client"); // one key, one use, also of those before
    const QString box = QString(u"entity-"_s + number);
    c.change(u"INSERT INTO entities(id, name) VALUES(?, ?) ON CONFLICT(id) DO UPDATE SET name = excluded.name"_s,
             {id, name});
    c.change(u"INSERT INTO folders(id, holder, holder_name, state, seq, floor_seq, made, used, created)"
             u" VALUES(?, ?, ?, 'active', 0, 0, 0, 0, ?) ON CONFLICT DO NOTHING"_s,
             {box, QString(u"entity:"_s + id), name, nowText()});
    if (c.one(u"SELECT holder FROM folders WHERE id = ?"_s, {box}).toString() != QString(u"entity:"_s + id))
        throw Problem("id_taken"); // somebody else's: nothing is registered
    c.change(u"UPDATE entities SET number = ?, box = ?, client = ?, origins = ?, registered = ? WHERE id = ?"_s,
             {number, box, text(*client), text(registration.value("origins"_L1).toArray()), nowSeconds(), id});
    // What it does not name any more is not in force any more; what was sealed with it stays good.
    c.change(u"UPDATE entity_keys SET valid_to = ? WHERE entity = ? AND valid_to IS NULL"_s, {nowSeconds(), id});
    for (const QJsonValue &key : registration.value("keys"_L1).toArray()) {
        if (thumbprint(key.toObject().value("jwk"_L1).toObject()) == thumbprint(*client))
            throw bad("client"); // one key, one use
        addKey(c, id, key.toObject());
    }
    if (!c.one(u"SELECT 1 FROM entity_keys WHERE entity = ? AND use = 'sign' AND valid_to IS NULL"_s, {id}).isValid())
        throw bad("keys");
    for (const QJsonValue &value : registration.value("procedures"_L1).toArray())
        putProcedure(c, id, value.toObject().value("id"_L1).toString(), value.toObject());
    recordEffect(c, {u"registration"_s, id, {}, id, {}, {}});
}

QJsonArray entityKeys(Connection &c, const QString &entity)
{
    QJsonArray out;
    QSqlQuery &row = c.run(
        u"SELECT kid, use, jwk, x5c, valid_from, valid_to FROM entity_keys WHERE entity = ? ORDER BY valid_from, kid"_s,
        {entity});
    while (row.next()) {
        QJsonObject key = QJsonDocument::fromJson(row.value(2).toString().toUtf8()).object();
        key.insert(u"kid"_s, row.value(0).toString());
        key.insert(u"use"_s, row.value(1).toString());
        if (const QJsonArray x5c = QJsonDocument::fromJson(row.value(3).toString().toUtf8()).array(); !x5c.isEmpty())
            key.insert(u"x5c"_s, x5c);
        key.insert(u"from"_s, row.value(4).toLongLong());
        key.insert(u"to"_s, row.value(5).isNull() ? QJsonValue() : QJsonValue(row.value(5).toLongLong()));
        out.append(key);
    }
    row.finish();
    return out;
}

KeyPtr entityKey(Connection &c, const QString &entity, const QString &kid, const QString &use)
{
    const QString jwk =
        c.one(u"SELECT jwk FROM entity_keys WHERE entity = ? AND kid = ? AND use = ? AND valid_to IS NULL"_s,
              {entity, kid, use})
            .toString();
    return jwk.isEmpty() ? KeyPtr() : keyFromJwk(QJsonDocument::fromJson(jwk.toUtf8()).object());
}

const char *signerFault(Connection &c, const QString &entity, const Jws &statement)
{
    constexpr qint64 clockTolerance = 300; // seconds between the entity's clock and ours
    QSqlQuery &row = c.run(
        u"SELECT jwk, valid_from FROM entity_keys WHERE entity = ? AND kid = ? AND use = 'sign' AND valid_to IS NULL"_s,
        {entity, statement.kid()});
    if (!row.next())
        return "seal_signature";
    const KeyPtr key = keyFromJwk(QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object());
    const qint64 from = row.value(1).toLongLong();
    row.finish();
    const QJsonValue x5c = statement.header.value("x5c"_L1);
    if (!x5c.isUndefined() && !leafOf(x5c.toArray(), key.get()))
        return "seal_signature";
    const qint64 made = statement.payload.value("iat"_L1).toInteger(-1);
    return made < from || made > nowSeconds() + clockTolerance ? "dates" : nullptr;
}

QJsonObject entityJson(Connection &c, const Entity &entity)
{
    QJsonArray keys = entityKeys(c, entity.id);
    QJsonObject client = entity.client;
    client.insert(u"kid"_s, QString::fromLatin1(thumbprint(client).value_or(QByteArray())));
    client.insert(u"use"_s, u"client"_s);
    client.insert(u"from"_s, c.one(u"SELECT registered FROM entities WHERE id = ?"_s, {entity.id}).toLongLong());
    client.insert(u"to"_s, QJsonValue());
    keys.append(client);
    return {
        {u"id"_s, entity.id},
        {u"name"_s, entity.name},
        {u"client_id"_s, entity.clientId()},
        {u"keys"_s, keys},
        {u"procedures"_s, QJsonArray::fromStringList(proceduresOf(c, entity.id))},
        {u"origins"_s, entity.origins},
        {u"webhook"_s, QJsonObject{{u"url"_s, entity.webhook.isEmpty() ? QJsonValue() : QJsonValue(entity.webhook)}}}};
}

void setWebhook(Connection &c, const Config &, const QString &entity, const QJsonValue &url)
{
    const QUrl address(url.toString(), QUrl::StrictMode);
    if (!url.isNull() && (address.scheme() != u"https" || address.host().isEmpty() || !address.userInfo().isEmpty() ||
                          url.toString().size() > 2048))
        throw bad("url");
    // What waits for the same address goes on waiting; a new one gets what is new from now on.
    const QVariant value = url.isNull() ? QVariant(QMetaType::fromType<QString>()) : QVariant(url.toString());
    if (c.one(u"SELECT webhook FROM entities WHERE id = ?"_s, {entity}).toString() != url.toString())
        c.change(u"UPDATE entities SET webhook = ?, pushed = events WHERE id = ?"_s, {value, entity});
}

QByteArray invite(Connection &c, const QString &entity)
{
    const QByteArray token = b64u(randomBytes(32));
    c.change(u"INSERT INTO invitations(digest, entity, expires) VALUES(?, ?, ?)"_s,
             {QString::fromLatin1(digestOf(token)), entity, nowSeconds() + invitationLife});
    return token;
}

bool takeInvitation(Connection &c, const QByteArray &token, const QString &entity, const QString &key)
{
    const QString digest = QString::fromLatin1(digestOf(token));
    if (c.change(
            u"UPDATE invitations SET used_by = ? WHERE digest = ? AND entity = ? AND expires > ? AND used_by IS NULL"_s,
            {key, digest, entity, nowSeconds()}) > 0)
        return true;
    if (!c.one(u"SELECT 1 FROM invitations WHERE digest = ? AND entity = ? AND expires > ? AND used_by = ?"_s,
               {digest, entity, nowSeconds(), key})
             .isValid())
        throw Problem("invitation_invalid");
    return false;
}

QByteArray directory(Connection &c, const Config &config, const OperatorKeys &keys)
{
    QStringList ids;
    QSqlQuery &found = c.run(u"SELECT id FROM entities WHERE box IS NOT NULL ORDER BY id"_s);
    while (found.next())
        ids.append(found.value(0).toString());
    found.finish();
    QJsonArray list;
    for (const QString &id : std::as_const(ids)) {
        const Entity entity = *findEntity(c, id);
        list.append(QJsonObject{
            {u"id"_s, id}, {u"name"_s, entity.name}, {u"keys"_s, entityKeys(c, id)}, {u"origins"_s, entity.origins}});
    }
    return keys.sign(u"carpeta-directory+json"_s, {{u"v"_s, 1},
                                                   {u"iss"_s, config.api()},
                                                   {u"iat"_s, nowSeconds()},
                                                   {u"operator"_s, QJsonObject{{u"id"_s, config.operatorId},
                                                                               {u"name"_s, config.operatorName},
                                                                               {u"iss"_s, config.api()},
                                                                               {u"keys"_s, OperatorKeys::everyKey(c)}}},
                                                   {u"entities"_s, list}});
}

} // namespace carriel::op
