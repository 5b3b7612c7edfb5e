// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Devices.h"

#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Jwe.h"
#include "reference-operator/Problem.h"
#include "reference-operator/acts/ActivityLog.h"

#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QString text(const QJsonObject &json)
{
    return QString::fromUtf8(compact(json));
}

QByteArray nonceOf(const QByteArray &r, const QJsonObject &ds, const QJsonObject &de)
{
    return b64u(sha256(QByteArray(r + *thumbprint(ds) + *thumbprint(de))));
}

void rememberLogin(Connection &c, const QString &folder, const QString &id, const QString &nonce)
{
    c.change(u"INSERT INTO logins(nonce, folder, device) VALUES(?, ?, ?) ON CONFLICT(nonce) DO NOTHING"_s,
             {nonce, folder, id});
}

const QString columns = u"SELECT id, name, ds, de, state, created, revoked_at, statement FROM devices WHERE folder = ?"_s;

QJsonObject from(const QSqlQuery &row)
{
    return {{u"id"_s, row.value(0).toString()},
            {u"name"_s, row.value(1).toString()},
            {u"ds"_s, parsed(row.value(2).toString())},
            {u"de"_s, parsed(row.value(3).toString())},
            {u"state"_s, row.value(4).toString()},
            {u"created"_s, row.value(5).toString()},
            {u"revoked_at"_s, row.value(6).isNull() ? QJsonValue() : QJsonValue(row.value(6).toString())},
            {u"statement"_s, row.value(7).toString()}};
}

} // namespace

NewDevice verifyDevice(const Config &config, Auth &auth, const OperatorKeys &keys, const Principal &who, const QString &id,
                       const QJsonObject &request)
{
    const auto ds = publicSigningJwk(request.value("ds"_L1).toObject());
    const auto de = publicEncryptionJwk(request.value("de"_L1).toObject());
    const QString name = request.value("name"_L1).toString();
    const QJsonObject binding = request.value("binding"_L1).toObject();
    const auto r = fromB64u(binding.value("r"_L1).toString().toLatin1());
    // To a key of low order nothing can be encrypted: the person would be notified and get nothing.
    if (!isId(id) || !ds || !de || !encryptJwe(*de, "{}") || name.isEmpty() || name.size() > 100 || !r || r->size() != 32)
        throw Problem("invalid_request").with("detail", u"device"_s);
    const QByteArray nonce = nonceOf(*r, *ds, *de);
    NewDevice device{id,
                     name,
                     *ds,
                     *de,
                     binding.value("id_token"_L1).toString().toLatin1(),
                     binding.value("r"_L1).toString(),
                     {},
                     QString::fromLatin1(nonce)};
    const QJsonObject claims = auth.idToken(device.idToken, who.sub, QString::fromLatin1(nonce));
    const auto orNull = [](const QJsonValue &value) { return value.isUndefined() ? QJsonValue() : value; };
    device.statement = keys.sign(u"carpeta-device+json"_s, {{u"v"_s, 1},
                                                            {u"iss"_s, config.api()},
                                                            {u"sub"_s, who.sub},
                                                            {u"device"_s, id},
                                                            {u"ds"_s, *ds},
                                                            {u"de"_s, *de},
                                                            {u"acr"_s, orNull(claims.value("acr"_L1))},
                                                            {u"auth_time"_s, orNull(claims.value("auth_time"_L1))},
                                                            {u"iat"_s, nowSeconds()},
                                                            {u"id_token_sha256"_s, QString::fromLatin1(b64u(sha256(device.idToken)))}});
    return device;
}

void insertDevice(Connection &c, const QString &folder, const NewDevice &device)
{
    c.change(u"INSERT INTO devices(folder, id, name, ds, de, state, rev, created, statement, id_token, r)"
             u" VALUES(?, ?, ?, ?, ?, 'active', 1, ?, ?, ?, ?)"_s,
             {folder, device.id, device.name, text(device.ds), text(device.de), nowText(), QString::fromLatin1(device.statement),
              QString::fromLatin1(device.idToken), device.r});
    rememberLogin(c, folder, device.id, device.login);
    recordChange(c, folder, u"device"_s, device.id);
    recordActivity(c, folder, {u"device.registered"_s, {}, device.id, {}, {{u"name"_s, device.name}}});
}

void bindLogin(Connection &c, const QString &folder, const QString &id, const Principal &who, const QString &r)
{
    const QJsonObject device = deviceJson(c, folder, id);
    if (device.value("state"_L1).toString() != u"active"_s)
        throw Problem("device_revoked");
    const auto raw = fromB64u(r.toLatin1());
    if (!raw || raw->size() != 32)
        throw Problem("invalid_request").with("detail", u"r"_s);
    const QByteArray nonce = nonceOf(*raw, device.value("ds"_L1).toObject(), device.value("de"_L1).toObject());
    if (who.login.isEmpty()) // a provider that does not say it: there is nothing to tie
        return;
    if (who.login.toLatin1() != nonce)
        throw Problem("device_binding_invalid").with("reason", u"nonce"_s);
    rememberLogin(c, folder, id, who.login);
}

void needDeviceInForce(Connection &c, const Principal &who)
{
    if (who.login.isEmpty())
        return;
    const QString sql = u"SELECT d.state FROM logins l JOIN devices d ON d.folder = l.folder AND d.id = l.device WHERE l.nonce = ?"_s;
    const QString state = c.one(sql, {who.login}).toString();
    if (!state.isEmpty() && state != u"active"_s)
        throw Problem("device_revoked");
}

bool hasActiveDevice(Connection &c, const QString &folder)
{
    return c.one(u"SELECT 1 FROM devices WHERE folder = ? AND state = 'active'"_s, {folder}).isValid();
}

QJsonArray devicesJson(Connection &c, const QString &folder)
{
    QJsonArray out;
    QSqlQuery &row = c.run(QString(columns + u" ORDER BY created, id"_s), {folder});
    while (row.next())
        out.append(from(row));
    row.finish();
    return out;
}

QJsonObject deviceJson(Connection &c, const QString &folder, const QString &id)
{
    QSqlQuery &row = c.run(QString(columns + u" AND id = ?"_s), {folder, id});
    if (!row.next())
        throw Problem("not_found");
    const QJsonObject json = from(row);
    row.finish();
    return json;
}

void revokeDevice(Connection &c, const QString &folder, const QString &id)
{
    if (c.change(u"UPDATE devices SET state = 'revoked', rev = rev + 1, revoked_at = ? WHERE folder = ? AND id = ? AND state = 'active'"_s,
                 {nowText(), folder, id}) > 0) {
        recordChange(c, folder, u"device"_s, id);
        recordActivity(c, folder, {u"device.revoked"_s, {}, id, {}, {}});
    }
}

} // namespace carriel::op
