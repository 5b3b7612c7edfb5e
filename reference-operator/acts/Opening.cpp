// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Opening.h"

#include "reference-operator/Config.h"
#include "reference-operator/Devices.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Jwe.h"
#include "reference-operator/Jws.h"
#include "reference-operator/Problem.h"
#include "reference-operator/acts/Consents.h"
#include "reference-operator/acts/Effects.h"
#include "reference-operator/acts/PersonCertificates.h"

#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 challengeLife = 900; // seconds
constexpr int mostChallenges = 16;    // of one notification, alive at once: the oldest goes

Problem invalid(const char *reason)
{
    return Problem("receipt_invalid").with("reason", QString::fromLatin1(reason));
}

void needAvailable(Connection &c, const Notification &n)
{
    if (!n.acknowledgement.isNull())
        throw Problem("already_acknowledged").with("current", notificationJson(c, n));
    if (n.state == u"Cancelled")
        throw Problem("cancelled");
    if (n.state != u"Available" || (n.expires && *n.expires <= nowSeconds()))
        throw Problem("not_available").with("reason", n.state);
}

void needAssurance(const Notification &n, const NewReceipt &r)
{
    const QStringList order = Config::acrOrder();
    const qint64 age = nowSeconds() - r.assurance.authTime;
    if (order.indexOf(r.assurance.acr) >= order.indexOf(n.acr) && order.contains(r.assurance.acr) &&
        r.assurance.authTime > 0 && age <= n.maxAge)
        return;
    throw Problem("insufficient_user_authentication")
        .with("acr_values", n.acr)
        .with("max_age", n.maxAge)
        .header("WWW-Authenticate",
                QByteArray("Bearer error=\"insufficient_user_authentication\", acr_values=\"" + n.acr.toLatin1() +
                           "\", max_age=\"" + QByteArray::number(n.maxAge) + "\""));
}

struct Challenge
{
    QString head;
    bool alive = false;
};

Challenge find(Connection &c, const Notification &n, const QString &challenge)
{
    QSqlQuery &row = c.run(u"SELECT head, expires, dead FROM challenges WHERE challenge = ? AND notification = ?"_s,
                           {challenge, n.id});
    if (!row.next())
        return {};
    const Challenge found{row.value(0).toString(),
                          row.value(1).toLongLong() > nowSeconds() && row.value(2).toLongLong() == 0};
    row.finish();
    return found;
}

// Whose key signed: the device's, or that of a certificate of the person, as the entity asks for in its seal.
PersonKey signerOf(const Config &config, const Notification &n, const Jws &receipt, const QJsonObject &ds)
{
    const bool certified = receipt.header.contains("x5c"_L1);
    const auto seal = parseJws(n.seal.toLatin1());
    const QJsonValue asked = seal ? seal->payload.value("open"_L1).toObject().value("signer"_L1) : QJsonValue();
    if (!asked.toArray().contains(certified ? u"certificate"_s : u"device"_s))
        throw invalid("signer");
    if (!certified)
        return {keyFromJwk(ds), thumbprint(ds).value_or(QByteArray()), nullptr};
    const PersonKey key = personKey(config.receiptCa, receipt.header.value("x5c"_L1).toArray(), n.recipient);
    if (key.reason)
        throw invalid(key.reason);
    return key;
}

// The receipt's own statement against seal, chain, challenge and warning.
void checkReceipt(const Config &config, const Notification &n, const Challenge &challenge, const NewReceipt &r,
                  const QJsonObject &ds)
{
    const auto jws = parseJws(r.receipt);
    if (!jws || jws->typ() != u"secevent+jwt")
        throw invalid("form");
    const PersonKey signer = signerOf(config, n, *jws, ds);
    const QByteArray &kid = signer.thumbprint;
    if (jws->kid().toLatin1() != kid || !verifies(*jws, signer.key))
        throw invalid("signature");
    const QJsonObject &p = jws->payload;
    if (p.value("iss"_L1).toString() != QString(u"urn:carpeta:key:"_s + QString::fromLatin1(kid)))
        throw invalid("iss");
    if (p.contains("act"_L1))
        throw invalid("mandate");
    if (p.value("sub"_L1).toString() != n.recipient)
        throw invalid("sub");
    if (p.value("iat"_L1).toInteger(-1) < 0 || p.value("jti"_L1).toString().size() > 64)
        throw invalid("form");
    const QJsonObject events = p.value("events"_L1).toObject();
    const QJsonObject e = events.value(QString::fromLatin1(event::consignmentAcceptance)).toObject();
    if (events.size() != 1 || p.value("jti"_L1).toString().isEmpty() || e.value("notification"_L1).toString() != n.id)
        throw invalid("notification");
    if (e.value("seal_sha256"_L1).toString() != digestOf(n.seal.toLatin1()))
        throw invalid("seal_sha256");
    if (e.value("head"_L1).toString() != challenge.head)
        throw invalid("head");
    if (e.value("warning_sha256"_L1).toString() != n.warningSha256)
        throw invalid("warning_sha256");
    if (e.value("regime"_L1).toString() != n.regime)
        throw invalid("regime");
}

// What would stand in the way of the release is looked at before the release is promised: no effect without the key.
void needReleasable(const OperatorKeys &keys, const Notification &n, const QJsonObject &de)
{
    const QString sealedTo = jweKid(n.a.toLatin1());
    if (!sealedTo.isEmpty() && sealedTo != keys.sealJwk().value("kid"_L1).toString()) {
        qWarning("the seal key is not the one that %s was deposited to", qPrintable(n.id));
        throw Problem("unavailable").retryAfter(60);
    }
    if (!encryptJwe(de, "{}"))
        throw invalid("device");
}

QString challengeOf(const QByteArray &receipt)
{
    const auto jws = parseJws(receipt);
    return jws ? jws->payload.value("events"_L1)
                     .toObject()
                     .value(QString::fromLatin1(event::consignmentAcceptance))
                     .toObject()
                     .value("challenge"_L1)
                     .toString()
               : QString();
}

} // namespace

Notification lockOf(Connection &c, const QString &folder, const QString &id)
{
    auto n = lockNotification(c, id);
    if (!n || n->folder != folder || n->rev == 0)
        throw Problem("not_found");
    return *n;
}

QJsonObject prepareOpening(Connection &c, Notification &n)
{
    needAvailable(c, n);
    const QString challenge = QString::fromLatin1(b64u(randomBytes(32)));
    // One that is not there is dead.
    c.change(
        u"DELETE FROM challenges WHERE notification = ? AND (dead = 1 OR expires <= ? OR challenge IN (SELECT"
        u" challenge FROM challenges WHERE notification = ? ORDER BY expires DESC, challenge LIMIT 1000 OFFSET ?))"_s,
        {n.id, nowSeconds(), n.id, mostChallenges - 1});
    c.change(u"INSERT INTO challenges(challenge, notification, folder, head, expires, dead) VALUES(?, ?, ?, ?, ?, 0)"_s,
             {challenge, n.id, n.folder, n.head, nowSeconds() + challengeLife});
    return {{u"state"_s, u"available"_s},
            {u"challenge"_s, challenge},
            {u"expires_in"_s, challengeLife},
            {u"head"_s, n.head},
            {u"operator_time"_s, nowText()}};
}

QJsonObject acknowledge(Connection &c, const Config &config, const OperatorKeys &keys, Notification &n,
                        const NewReceipt &r)
{
    needAvailable(c, n);
    const Challenge challenge = find(c, n, challengeOf(r.receipt));
    if (!challenge.alive)
        throw Problem("challenge_expired");
    const QString device = deviceIn(r.device);
    const QJsonObject row = deviceJson(c, n.folder, device);
    if (row.value("statement"_L1).toString().toLatin1() != r.device)
        throw invalid("device");
    checkReceipt(config, n, challenge, r, row.value("ds"_L1).toObject());
    needAssurance(n, r);
    needReleasable(keys, n, row.value("de"_L1).toObject());
    n.device = device;
    n.acknowledgement = QString::fromUtf8(
        compact({{u"receipt"_s, QString::fromLatin1(r.receipt)},
                 {u"device"_s, QString::fromLatin1(r.device)},
                 {u"id_token"_s, r.idToken.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(r.idToken))},
                 {u"opened_by"_s, r.sub},
                 {u"at"_s, nowText()},
                 {u"caused_by"_s, r.key}}));
    c.change(u"UPDATE challenges SET dead = 1 WHERE notification = ?"_s, {n.id});
    recordEffect(c, {u"access"_s, n.entity, n.folder, n.id, r.key, device});
    QJsonArray refs{ref("seal", n.seal.toLatin1()), ref("receipt", r.receipt), ref("device", r.device)};
    if (!r.idToken.isEmpty())
        refs.append(ref("id_token", r.idToken));
    const QJsonObject record = appendRecord(c, config, keys, n,
                                            {event::contentHandover,
                                             refs,
                                             {{u"opened_by"_s, r.sub},
                                              {u"mandate"_s, QJsonValue()},
                                              {u"device"_s, device},
                                              {u"a_sha256"_s, n.aSha256},
                                              {u"cipher_sha256"_s, n.cipherSha256}},
                                             u"Accessed"_s,
                                             r.key,
                                             true});
    return {{u"caused_by"_s, r.key}, {u"evidence"_s, QJsonArray{record}}};
}

void endChallenge(Connection &c, const QString &folder, const QString &notification, const QByteArray &receipt)
{
    c.change(u"UPDATE challenges SET dead = 1 WHERE challenge = ? AND notification = ? AND folder = ?"_s,
             {challengeOf(receipt), notification, folder});
}

bool challengeAlive(Connection &c, const Notification &n, const QString &challenge)
{
    if (n.state == u"Available" && (!n.expires || *n.expires > nowSeconds()) && find(c, n, challenge).alive)
        return true;
    c.change(u"UPDATE challenges SET dead = 1 WHERE challenge = ?"_s, {challenge});
    return false;
}

QJsonObject acknowledged(Connection &c, const Config &config, const OperatorKeys &keys, Notification &n,
                         const QString &device, const QString &sub)
{
    const QJsonObject made = QJsonDocument::fromJson(n.acknowledgement.toUtf8()).object();
    if (device != n.device && !n.fetched.contains(QString(u' ' + device + u' '))) {
        n.fetched = QString((n.fetched.isEmpty() ? u" "_s : n.fetched) + device + u' ');
        recordEffect(c, {u"key"_s, n.entity, n.folder, n.id, {}, device});
        appendRecord(c, config, keys, n,
                     {event::contentAccessTracking,
                      {},
                      {{u"opened_by"_s, sub}, {u"mandate"_s, QJsonValue()}, {u"device"_s, device}},
                      {},
                      {},
                      false});
    }
    return {{u"caused_by"_s, made.value("caused_by"_L1)},
            {u"evidence"_s, QJsonArray{evidenceAt(c, n.id, event::contentHandover)}}};
}

QJsonObject dispute(Connection &c, const Config &config, const OperatorKeys &keys, Notification &n,
                    const QJsonObject &request, const QString &sub, const QString &key)
{
    if (!n.dispute.isNull())
        throw Problem("already_exists").with("current", notificationJson(c, n));
    if (n.acknowledgement.isNull())
        throw Problem("not_available").with("reason", n.state);
    const QByteArray jws = request.value("dispute"_L1).toString().toLatin1();
    const QJsonObject p = statementOf(c, n.folder, request.value("device"_L1).toString(), jws, "carpeta-dispute+json");
    const QByteArray handover = evidenceAt(c, n.id, event::contentHandover).value("jws"_L1).toString().toLatin1();
    if (p.value("id"_L1).toString() != n.id || p.value("sub"_L1).toString() != sub ||
        p.value("seal_sha256"_L1).toString() != digestOf(n.seal.toLatin1()) ||
        p.value("evidence_sha256"_L1).toString() != digestOf(handover))
        throw Problem("statement_invalid").with("reason", u"id"_s);
    // What goes into the chain must be what every reader of it takes, and it is said only once.
    static const QStringList reasons = {u"key"_s, u"cipher"_s, u"plain"_s, u"package"_s, u"signature"_s};
    const QJsonValue a = p.value("a"_L1);
    const auto share = fromB64u(a.toString().toLatin1());
    if (p.value("v"_L1).toInteger() != 1 || !reasons.contains(p.value("reason"_L1).toString()) ||
        !(a.isNull() || (a.isString() && share && share->size() == 32)) || p.value("iat"_L1).toInteger(-1) < 0)
        throw Problem("statement_invalid").with("reason", u"reason"_s);
    n.dispute = QString::fromLatin1(jws);
    recordEffect(c, {u"dispute"_s, n.entity, n.folder, n.id, key, p.value("reason"_L1).toString()});
    const QJsonObject record =
        appendRecord(c, config, keys, n,
                     {event::dispute, {ref("dispute", jws)}, {{u"reason"_s, p.value("reason"_L1)}}, {}, key, true});
    return {{u"caused_by"_s, key}, {u"evidence"_s, QJsonArray{record}}};
}

QString deviceIn(const QByteArray &statement)
{
    const auto jws = parseJws(statement);
    return jws ? jws->payload.value("device"_L1).toString() : QString();
}

QByteArray needCallingDevice(Connection &c, const QString &folder, const QString &device, const Principal &who)
{
    const QJsonObject row = deviceJson(c, folder, device); // not_found
    if (row.value("state"_L1).toString() != u"active")
        throw Problem("device_revoked");
    const QString bound =
        who.login.isEmpty() ? QString() : c.one(u"SELECT device FROM logins WHERE nonce = ?"_s, {who.login}).toString();
    if (!bound.isEmpty() && bound != device)
        throw Problem("device_binding_invalid").with("reason", u"device"_s);
    return row.value("statement"_L1).toString().toLatin1();
}

QString releaseKey(Connection &c, const OperatorKeys &keys, const QString &folder, const QString &notification,
                   const QString &device)
{
    const auto n = findNotification(c, notification);
    if (!n || n->acknowledgement.isNull()) // never before there is a receipt
        throw Problem("not_acknowledged");
    const auto share = decryptJwe(keys.seal(), n->a.toLatin1());
    if (!share)
        throw std::runtime_error("the seal key does not open what was deposited");
    const QJsonObject plain{{u"notification"_s, notification},
                            {u"a"_s, QJsonDocument::fromJson(*share).object().value("a"_L1)}};
    const auto wrapped = encryptJwe(deviceJson(c, folder, device).value("de"_L1).toObject(), compact(plain));
    if (!wrapped)
        throw std::runtime_error("nothing can be encrypted to that device");
    return QString::fromLatin1(*wrapped);
}

} // namespace carriel::op
