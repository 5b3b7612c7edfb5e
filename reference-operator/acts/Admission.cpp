// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Admission.h"

#include "reference-operator/Blobs.h"
#include "reference-operator/Config.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Jwe.h"
#include "reference-operator/Jws.h"
#include "reference-operator/Problem.h"
#include "reference-operator/acts/Consents.h"
#include "reference-operator/acts/Effects.h"
#include "reference-operator/acts/Procedures.h"
#include "reference-operator/acts/SealForm.h"

#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestSeal = 32768; // a page of them must stay one that a program reads

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

void checkShare(const OperatorKeys &keys, const NewDeposit &deposit, const Entity &entity)
{
    need(jweKid(deposit.a) == keys.sealJwk().value("kid"_L1).toString(), "bad_key");
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

void needNew(Connection &c, const QString &entity, const QString &notification)
{
    const auto before = findNotification(c, notification);
    if (!before)
        return;
    if (before->entity != entity)
        throw Problem("id_taken");
    throw Problem("already_exists").with("current", trackingJson(c, *before));
}

QJsonObject refuse(Connection &c, const Config &config, const OperatorKeys &keys, const Entity &entity,
                   const QHash<QString, KeyPtr> &signers, const NewDeposit &deposit, const QString &reason)
{
    recordEffect(c, {u"refusal"_s, entity.id, {}, deposit.id, deposit.key, reason});
    if (reason == u"consent") // the entity learned something, as if it had asked
        askSubscriber(c, entity.id, deposit.payload.value("procedure"_L1).toString(),
                      deposit.payload.value("sub"_L1).toString());
    const auto jws = parseJws(deposit.seal);
    const bool said = jws && verifies(*jws, signers.value(jws->kid())); // else nobody said what it contains
    return refusalRecord(config, keys, deposit.id, entity.id, deposit.seal, said ? deposit.payload : QJsonObject(),
                         reason);
}

QHash<QString, KeyPtr> signersOf(Connection &c, const QString &entity)
{
    QHash<QString, KeyPtr> out;
    for (const QJsonValue &value : entityKeys(c, entity)) {
        const QJsonObject key = value.toObject();
        if (key.value("use"_L1).toString() == u"sign" && key.value("to"_L1).isNull())
            out.insert(key.value("kid"_L1).toString(), keyFromJwk(key));
    }
    return out;
}

void checkDeposit(const Config &config, const OperatorKeys &keys, const Entity &entity,
                  const QHash<QString, KeyPtr> &signers, const NewDeposit &deposit)
{
    const auto jws = parseJws(deposit.seal);
    need(jws && jws->typ() == u"carpeta-seal+json" && deposit.seal.size() <= largestSeal, "seal_form");
    const QJsonObject &seal = deposit.payload;
    need(seal.value("id"_L1).toString() == deposit.id, "id");
    need(seal.value("iss"_L1).toString() == entity.id, "entity");
    need(seal.value("aud"_L1).toString() == config.api(), "audience");
    need(verifies(*jws, signers.value(jws->kid())), "seal_signature");
    need(seal.value("content"_L1).toObject().value("profile"_L1).toString() == u"sealed-1" &&
             !seal.value("key"_L1).toObject().contains("b_sha256"_L1),
         "profile");
    checkSealForm(*jws, !config.receiptCa.isEmpty());
    need(seal.value("content"_L1).toObject().value("cipher_size"_L1).toInteger() <= config.limits.notificationBytes,
         "content_size");
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
    needNew(c, entity.id, deposit.id);
    // Here and not with the rest of the form: a renewal may have ended the key since the request began.
    const auto statement = parseJws(deposit.seal);
    if (const char *fault = statement ? signerFault(c, entity.id, *statement) : "seal_form")
        throw Refusal(fault);
    const auto procedure = findProcedure(c, seal.value("procedure"_L1).toString());
    need(procedure && procedure->entity == entity.id && procedure->classes.contains(seal.value("class"_L1).toString()),
         "procedure");
    need(procedure->regimes.contains(seal.value("regime"_L1).toString()), "regime");
    const QString recipient = seal.value("sub"_L1).toString();
    const QString folder =
        c.one(QString(u"SELECT id FROM folders WHERE holder = ? AND state = 'active'"_s + c.forUpdate()), {recipient})
            .toString();
    // What the entity brings comes first: a refusal for that tells nothing of the person.
    const QJsonObject content = seal.value("content"_L1).toObject();
    // Locked, so that nobody forgets the entity's copy before the recipient's row names the bytes.
    c.one(QString(u"SELECT 1 FROM blobs WHERE folder = ? AND id = ?"_s + c.forUpdate()), {entity.box, deposit.blob});
    const auto bytes = findBlob(c, entity.box, deposit.blob);
    need(bytes && bytes->size == content.value("cipher_size"_L1).toInteger(-1) &&
             bytes->sha256 == digest(content, "cipher_sha256"_L1),
         "content");
    // Whoever has no folder here has consented to nothing here, and that is all that is said.
    const bool known = !folder.isEmpty() && recipient.startsWith("co:"_L1);
    need(known || seal.value("class"_L1).toString() == u"notification", "recipient");
    need(known, "consent");
    checkConsent(c, folder, seal);

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
    n.line = deposit.line;
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
