// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/records/ErasureRecords.h"

#include "core/crypto/StrictJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace carriel::evidence {

namespace {

QJsonObject about(const ShareGrant &grant, const QString &who, const QDateTime &now)
{
    return {{QStringLiteral("v"), 1},
            {QStringLiteral("id"), grant.id},
            {QStringLiteral("sub"), who},
            {QStringLiteral("iat"), now.toSecsSinceEpoch()},
            {QStringLiteral("grant_sha256"), QString::fromLatin1(grant.digest)}};
}

Result<QByteArray> signedOf(const QJsonObject &payload, const char *typ, const crypto::PrivateKey &key)
{
    return crypto::signJws(key, typ, QJsonDocument(payload).toJson(QJsonDocument::Compact));
}

// Of this share and no other; nothing: it is not.
std::optional<QJsonObject> said(const QByteArray &compact, const char *typ, const QJsonObject &share)
{
    const auto jws = crypto::readUnverifiedJws(compact);
    const auto payload = jws ? crypto::parseStrictObject(jws.value().payload) : Result<QJsonObject>(jws.error());
    if (!payload || jws.value().header.value(QLatin1String("typ")) != QLatin1String(typ))
        return std::nullopt;
    const QByteArray grant = share.value(QLatin1String("grant")).toString().toLatin1();
    const QJsonObject &p = payload.value();
    if (p.value(QLatin1String("id")) != share.value(QLatin1String("id")) ||
        p.value(QLatin1String("grant_sha256")).toString().toLatin1() != digestOf(grant))
        return std::nullopt;
    return p;
}

// By a device of which the operator says that it is of whoever signed the grant.
bool isOfOwner(const QByteArray &request, const QByteArray &device, const QJsonObject &share, const Directory &directory)
{
    const auto grant = readGrant(share.value(QLatin1String("grant")).toString().toLatin1());
    const auto unread = crypto::readUnverifiedJws(device);
    const auto holder = readDevice(device);
    if (!grant || !unread || !holder || holder.value().holder != grant.value().owner)
        return false;
    const ListedKey *key = directory.operatorParty.find(unread.value().kid, QLatin1String("sign"), holder.value().issued);
    return key && crypto::verifyJws(device, key->key, "carpeta-device+json") &&
           crypto::verifyJws(request, holder.value().sign, "carpeta-erasure-request+json");
}

// What the records of the operator refer to.
QSet<QString> referred(const QJsonArray &chain)
{
    QSet<QString> out;
    for (const QJsonValue &one : chain) {
        const auto jws = crypto::readUnverifiedJws(one.toObject().value(QLatin1String("jws")).toString().toLatin1());
        const auto payload = jws ? crypto::parseStrictObject(jws.value().payload) : Result<QJsonObject>(jws.error());
        const QJsonArray refs = payload ? payload.value().value(QLatin1String("refs")).toArray() : QJsonArray();
        for (const QJsonValue &ref : refs)
            out.insert(ref.toObject().value(QLatin1String("sha256")).toString());
    }
    return out;
}

} // namespace

Result<QByteArray> makeErasureRequest(const ShareGrant &grant, const QDateTime &now, const crypto::PrivateKey &deviceKey)
{
    return signedOf(about(grant, grant.owner, now), "carpeta-erasure-request+json", deviceKey);
}

Result<QByteArray> makeErasureAnswer(const ShareGrant &grant, const QString &recipient, const QString &kept, const QDateTime &now,
                                     const crypto::PrivateKey &deviceKey)
{
    QJsonObject payload = about(grant, recipient, now);
    payload.insert(QStringLiteral("answer"), kept.isEmpty() ? QStringLiteral("erased") : QStringLiteral("kept"));
    if (!kept.isEmpty())
        payload.insert(QStringLiteral("reason"), kept);
    return signedOf(payload, "carpeta-erasure-answer+json", deviceKey);
}

Erasure erasureOf(const QJsonObject &json, const Directory &directory)
{
    Erasure out;
    const QJsonObject told = json.value(QLatin1String("erasure")).toObject();
    if (told.isEmpty())
        return out;
    const QByteArray request = told.value(QLatin1String("request")).toString().toLatin1();
    const QByteArray answer = told.value(QLatin1String("answer")).toString().toLatin1();
    const auto asked = said(request, "carpeta-erasure-request+json", json);
    if (!asked) {
        out.trouble = QStringLiteral("form");
        return out;
    }
    out.asked = QDateTime::fromSecsSinceEpoch(asked->value(QLatin1String("iat")).toInteger(), Qt::UTC);
    if (!isOfOwner(request, told.value(QLatin1String("device")).toString().toLatin1(), json, directory))
        out.trouble = QStringLiteral("signature");
    const bool mine = json.contains(QLatin1String("evidence"));
    const QSet<QString> chain = mine ? referred(json.value(QLatin1String("evidence")).toArray()) : QSet<QString>();
    if (mine && !chain.contains(QString::fromLatin1(digestOf(request))))
        out.trouble = QStringLiteral("record");
    if (answer.isEmpty())
        return out;
    const auto word = said(answer, "carpeta-erasure-answer+json", json);
    if (!word || (mine && !chain.contains(QString::fromLatin1(digestOf(answer))))) {
        out.trouble = word ? QStringLiteral("record") : QStringLiteral("form");
        return out;
    }
    out.answered = QDateTime::fromSecsSinceEpoch(word->value(QLatin1String("iat")).toInteger(), Qt::UTC);
    out.erased = word->value(QLatin1String("answer")) == QLatin1String("erased");
    out.reason = word->value(QLatin1String("reason")).toString().left(500);
    return out;
}

} // namespace carriel::evidence
