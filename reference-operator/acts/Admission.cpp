// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Admission.h"

#include "reference-operator/Blobs.h"
#include "reference-operator/Config.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Jwe.h"
#include "reference-operator/Jws.h"
#include "reference-operator/Problem.h"
#include "reference-operator/acts/Effects.h"
#include "reference-operator/acts/Procedures.h"

#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 clockTolerance = 300; // seconds between the entity's clock and ours
constexpr qsizetype largestSeal = 32768;
constexpr qint64 farthest = 366 * 86400;

std::optional<QByteArray> digest(const QJsonObject &of, QLatin1StringView name)
{
    const auto raw = fromB64u(of.value(name).toString().toLatin1());
    return raw && raw->size() == 32 ? raw : std::nullopt;
}

void need(bool holds, const char *reason)
{
    if (!holds)
        throw Refusal(reason);
}

void checkForm(const QJsonObject &seal)
{
    const QJsonObject open = seal.value("open"_L1).toObject();
    const QJsonObject content = seal.value("content"_L1).toObject();
    const QStringList classes = {u"notification"_s, u"communication"_s, u"alert"_s};
    const QStringList assurance = {u"low"_s, u"medium"_s, u"high"_s, u"very-high"_s};
    const qint64 age = open.value("max_age"_L1).toInteger();
    const QString title = seal.value("title"_L1).toString();
    need(seal.value("v"_L1).toInt() == 1 && classes.contains(seal.value("class"_L1).toString()), "seal_form");
    need(!title.trimmed().isEmpty() && title.size() <= 120 && seal.value("case"_L1).isString(), "seal_form");
    need(assurance.contains(open.value("acr"_L1).toString()) && age >= 60 && age <= 3600, "seal_form");
    // A communication has no legal effect, and a notification always has one, which asks for a sure login.
    const bool notifies = seal.value("class"_L1).toString() == u"notification";
    need(notifies == (seal.value("regime"_L1).toString() != u"comunicacion"), "regime");
    need(seal.value("regime"_L1).toString() != u"cpaca-56" ||
             assurance.indexOf(open.value("acr"_L1).toString()) >= assurance.indexOf(u"high"_s),
         "regime");
    need(open.value("signer"_L1).toArray().contains(u"device"_s), "seal_form");
    need(content.value("enc"_L1).toString() == u"aes128gcm" && digest(content, "cipher_sha256"_L1) &&
             digest(content, "plain_sha256"_L1) &&
             content.value("type"_L1).toString() == u"application/vnd.etsi.asic-e+zip",
         "seal_form");
}

void checkDates(const QJsonObject &seal)
{
    const qint64 now = nowSeconds();
    const qint64 from = seal.value("not_before"_L1).toInteger(-1);
    const QJsonValue to = seal.value("expires"_L1);
    need(seal.value("iat"_L1).toInteger(now + farthest) <= now + clockTolerance && from >= 0 && from <= now + farthest,
         "dates");
    need(to.isNull() || to.toInteger(0) > std::max(now, from), "dates");
}

void checkWarning(const QJsonObject &seal)
{
    const QJsonObject named = seal.value("open"_L1).toObject().value("warning"_L1).toObject();
    const Warning *warning = findWarning(named.value("id"_L1).toString());
    need(warning && warning->regime == seal.value("regime"_L1).toString() &&
             digest(named, "sha256"_L1) == warning->text.sha256,
         "warning");
}

void checkShare(const OperatorKeys &keys, const NewDeposit &deposit, const Entity &entity)
{
    const auto plain = decryptJwe(keys.seal(), deposit.a);
    const QJsonObject share = plain ? QJsonDocument::fromJson(*plain).object() : QJsonObject();
    const auto a = digest(share, "a"_L1); // 32 bytes too
    need(a && share.value("notification"_L1).toString() == deposit.id &&
             share.value("entity"_L1).toString() == entity.id &&
             sha256(*a) == digest(deposit.payload.value("key"_L1).toObject(), "a_sha256"_L1),
         "bad_key");
}

void checkConsent(Connection &c, const QString &folder, const QJsonObject &seal)
{
    const QJsonValue named = seal.value("consent"_L1);
    if (named.isNull()) {
        need(seal.value("class"_L1).toString() != u"notification", "consent");
        return;
    }
    const QString sha =
        c.one(u"SELECT sha256 FROM consents WHERE folder = ? AND id = ? AND procedure = ? AND state = 'active'"_s,
              {folder, named.toObject().value("id"_L1).toString(), seal.value("procedure"_L1).toString()})
            .toString();
    need(!sha.isEmpty() && sha == named.toObject().value("sha256"_L1).toString(), "consent");
}

} // namespace

QHash<QString, KeyPtr> signersOf(Connection &c, const QString &entity)
{
    QHash<QString, KeyPtr> out;
    for (const QJsonValue &value : entityKeys(c, entity)) {
        const QJsonObject key = value.toObject();
        if (key.value("use"_L1).toString() == u"sign")
            out.insert(key.value("kid"_L1).toString(), keyFromJwk(key));
    }
    return out;
}

void checkDeposit(const Config &config, const OperatorKeys &keys, const Entity &entity,
                  const QHash<QString, KeyPtr> &signers, const NewDeposit &deposit)
{
    const auto jws = parseJws(deposit.seal);
    // Many fat seals would make pages of the feed that no program takes.
    need(jws && jws->typ() == u"carpeta-seal+json" && deposit.seal.size() <= largestSeal, "seal_form");
    const QJsonObject &seal = deposit.payload;
    need(seal.value("id"_L1).toString() == deposit.id, "id");
    need(seal.value("iss"_L1).toString() == entity.id, "entity");
    need(seal.value("aud"_L1).toString() == config.api(), "audience");
    need(verifies(*jws, signers.value(jws->kid())), "seal_signature");
    need(seal.value("content"_L1).toObject().value("profile"_L1).toString() == u"sealed-1" &&
             !seal.value("key"_L1).toObject().contains("b_sha256"_L1),
         "profile");
    checkForm(seal);
    checkDates(seal);
    checkWarning(seal);
    checkShare(keys, deposit, entity);
}

QJsonObject publish(Connection &c, const Config &config, const OperatorKeys &keys, Notification &n)
{
    return appendRecord(
        c, config, keys, n,
        {event::notificationForAcceptance, {ref("seal", n.seal.toLatin1())}, {}, u"Available"_s, {}, false});
}

Notification admit(Connection &c, const Config &config, const OperatorKeys &keys, const Entity &entity,
                   const NewDeposit &deposit)
{
    const QJsonObject &seal = deposit.payload;
    if (const auto before = findNotification(c, deposit.id))
        throw Problem(before->entity == entity.id ? "already_exists" : "id_taken");
    const auto procedure = findProcedure(c, seal.value("procedure"_L1).toString());
    need(procedure && procedure->entity == entity.id && procedure->classes.contains(seal.value("class"_L1).toString()),
         "procedure");
    need(procedure->regimes.contains(seal.value("regime"_L1).toString()), "regime");
    const QString recipient = seal.value("sub"_L1).toString();
    const QString folder =
        c.one(QString(u"SELECT id FROM folders WHERE holder = ? AND state = 'active'"_s + c.forUpdate()), {recipient})
            .toString();
    need(!folder.isEmpty() && recipient.startsWith("co:"_L1), "recipient");
    checkConsent(c, folder, seal);

    const QJsonObject content = seal.value("content"_L1).toObject();
    // Locked, so that nobody forgets the entity's copy before the recipient's row names the bytes.
    c.one(QString(u"SELECT 1 FROM blobs WHERE folder = ? AND id = ?"_s + c.forUpdate()), {entity.box, deposit.blob});
    const auto bytes = findBlob(c, entity.box, deposit.blob);
    need(bytes && bytes->size == content.value("cipher_size"_L1).toInteger(-1) &&
             bytes->sha256 == digest(content, "cipher_sha256"_L1),
         "content");

    Notification n;
    n.id = deposit.id;
    n.entity = entity.id;
    n.folder = folder;
    n.recipient = recipient;
    n.procedure = procedure->id;
    n.cls = seal.value("class"_L1).toString();
    n.regime = seal.value("regime"_L1).toString();
    n.state = u"Submitted"_s;
    n.seal = QString::fromLatin1(deposit.seal);
    n.blob = nameBlob(c, folder, bytes->sha256, bytes->size, bytes->place).id;
    n.a = QString::fromLatin1(deposit.a);
    n.aSha256 = seal.value("key"_L1).toObject().value("a_sha256"_L1).toString();
    n.cipherSha256 = content.value("cipher_sha256"_L1).toString();
    n.batch = deposit.batch;
    n.reference = deposit.reference;
    n.notBefore = seal.value("not_before"_L1).toInteger();
    if (!seal.value("expires"_L1).isNull())
        n.expires = seal.value("expires"_L1).toInteger();
    const QJsonObject open = seal.value("open"_L1).toObject();
    n.acr = QString(u"urn:carpeta:loa:"_s + open.value("acr"_L1).toString());
    n.maxAge = open.value("max_age"_L1).toInteger();
    n.warningSha256 = open.value("warning"_L1).toObject().value("sha256"_L1).toString();
    n.received = n.changed = nowText();
    insertNotification(c, n);
    recordEffect(c, {u"deposit"_s, entity.id, folder, n.id, deposit.key, n.batch});
    appendRecord(c, config, keys, n,
                 {event::submissionAcceptance,
                  {ref("seal", deposit.seal)},
                  {{u"a_sha256"_s, n.aSha256}, {u"cipher_sha256"_s, n.cipherSha256}},
                  {},
                  {},
                  false});
    if (n.notBefore <= nowSeconds())
        publish(c, config, keys, n);
    return n;
}

} // namespace carriel::op
