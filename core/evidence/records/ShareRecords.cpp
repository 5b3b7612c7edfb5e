// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/records/ShareRecords.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/StrictJson.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/records/Claims.h"

#include <QJsonDocument>

namespace carriel::evidence {

namespace {

constexpr qsizetype largest = 256 * 1024;
constexpr qsizetype mostDocuments = 500;

QString latin(QByteArrayView text)
{
    return QString::fromLatin1(text.data(), text.size());
}

QString digestText(const QByteArray &raw)
{
    return latin(crypto::toBase64Url(raw));
}

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QDateTime seconds(const QJsonValue &value)
{
    return QDateTime::fromSecsSinceEpoch(qint64(value.toDouble()), Qt::UTC);
}

QString shortName(const QString &event)
{
    return event.mid(event.lastIndexOf(QLatin1Char(':')) + 1);
}

Result<SharedDocument> readShared(const QJsonObject &object)
{
    Claims claims(object, "grant.document");
    SharedDocument out;
    out.item = claims.text("item", 64);
    out.version = claims.text("version", 64);
    out.name = claims.text("name", 1000);
    out.mediaType = claims.optional("media_type", 255);
    claims.must(object.value(QLatin1String("follow")).isBool(), "follow");
    out.follow = object.value(QLatin1String("follow")).toBool();
    out.size = claims.number("size", 0, qint64(1) << 50);
    out.sha256 = crypto::fromBase64Url(claims.digest("sha256")).valueOr({});
    claims.must(out.sha256.size() == 32, "sha256");
    CARRIEL_CHECK(claims.outcome());
    return out;
}

} // namespace

Result<ShareGrant> readGrant(QByteArrayView compact)
{
    if (compact.size() > largest)
        return Error{errors::badStatement,
                     {{QStringLiteral("what"), QStringLiteral("grant")}, {QStringLiteral("member"), QStringLiteral("size")}},
                     {}};
    CARRIEL_TRY(const crypto::Jws jws, crypto::readUnverifiedJws(compact));
    CARRIEL_TRY(const QJsonObject payload, crypto::parseStrictObject(jws.payload));
    Claims claims(payload, "grant");
    claims.must(jws.header.value(QLatin1String("typ")).toString() == QLatin1String("carpeta-grant+json"), "typ");
    ShareGrant out;
    out.jws = compact.toByteArray();
    out.digest = digestOf(compact);
    claims.number("v", 1, 1);
    out.id = claims.text("id", 64);
    out.owner = claims.text("iss", 100);
    out.recipient = claims.optional("sub", 100);
    const QString custody = claims.text("custody", 20);
    const bool sealed = custody == QLatin1String("private");
    claims.must(sealed || custody == QLatin1String("open"), "custody");
    if (sealed) {
        out.kid = claims.digest("kid");
        out.manifest = claims.digest("manifest_sha256");
        claims.must(!out.recipient.isEmpty(), "sub");
    }
    claims.must(claims.text("rights", 20) == QLatin1String("copy"), "rights");
    out.purpose = sealed ? claims.optional("purpose", 500) : claims.text("purpose", 500);
    out.message = claims.optional("message", 2000);
    out.issued = claims.time("iat");
    out.expires = claims.time("exp");
    if (const QByteArray code = claims.optionalDigest("code_sha256"); !code.isEmpty())
        out.codeDigest = crypto::fromBase64Url(code).valueOr({});
    for (const QJsonValue &value : claims.array("documents", mostDocuments)) {
        CARRIEL_TRY(SharedDocument one, readShared(value.toObject()));
        claims.must(!sealed || !one.follow, "follow"); // its manifest has the key of one version
        out.documents.append(std::move(one));
    }
    claims.must(!out.documents.isEmpty(), "documents");
    CARRIEL_CHECK(claims.outcome());
    return out;
}

QByteArray codeDigestOf(const QString &share, const QString &code)
{
    return crypto::sha256(QByteArray(share.toLatin1() + '.' + code.toLatin1()));
}

Result<QByteArray> makeGrant(const ShareGrant &grant, const crypto::PrivateKey &deviceKey)
{
    QJsonArray documents;
    for (const SharedDocument &one : grant.documents)
        documents.append(QJsonObject{{QStringLiteral("item"), one.item},
                                     {QStringLiteral("version"), one.version},
                                     {QStringLiteral("follow"), one.follow},
                                     {QStringLiteral("name"), one.name},
                                     {QStringLiteral("media_type"), one.mediaType},
                                     {QStringLiteral("size"), one.size},
                                     {QStringLiteral("sha256"), digestText(one.sha256)}});
    QJsonObject payload{
        {QStringLiteral("v"), 1},
        {QStringLiteral("id"), grant.id},
        {QStringLiteral("iss"), grant.owner},
        {QStringLiteral("sub"), grant.recipient.isEmpty() ? QJsonValue() : QJsonValue(grant.recipient)},
        {QStringLiteral("custody"), grant.isSealed() ? QStringLiteral("private") : QStringLiteral("open")},
        {QStringLiteral("rights"), QStringLiteral("copy")},
        {QStringLiteral("purpose"), grant.purpose},
        {QStringLiteral("message"), grant.message},
        {QStringLiteral("iat"), grant.issued.toSecsSinceEpoch()},
        {QStringLiteral("exp"), grant.expires.toSecsSinceEpoch()},
        {QStringLiteral("code_sha256"), grant.codeDigest.isEmpty() ? QJsonValue() : QJsonValue(digestText(grant.codeDigest))},
        {QStringLiteral("documents"), documents}};
    if (grant.isSealed()) {
        payload.insert(QStringLiteral("kid"), latin(grant.kid));
        payload.insert(QStringLiteral("manifest_sha256"), latin(grant.manifest));
    }
    return crypto::signJws(deviceKey, "carpeta-grant+json", compactJson(payload));
}

Result<QByteArray> makeAnswer(const ShareGrant &grant, const QString &recipient, bool accepted, const QDateTime &now,
                              const crypto::PrivateKey &deviceKey)
{
    const QJsonObject payload{{QStringLiteral("v"), 1},
                              {QStringLiteral("id"), grant.id},
                              {QStringLiteral("sub"), recipient},
                              {QStringLiteral("iat"), now.toSecsSinceEpoch()},
                              {QStringLiteral("grant_sha256"), latin(grant.digest)},
                              {QStringLiteral("answer"), accepted ? QStringLiteral("accepted") : QStringLiteral("declined")}};
    return crypto::signJws(deviceKey, "carpeta-share-answer+json", compactJson(payload));
}

Result<QByteArray> makeExtension(const ShareGrant &grant, const QDateTime &until, const QDateTime &now,
                                 const crypto::PrivateKey &deviceKey)
{
    const QJsonObject payload{{QStringLiteral("v"), 1},
                              {QStringLiteral("id"), grant.id},
                              {QStringLiteral("sub"), grant.owner},
                              {QStringLiteral("iat"), now.toSecsSinceEpoch()},
                              {QStringLiteral("grant_sha256"), latin(grant.digest)},
                              {QStringLiteral("exp"), until.toSecsSinceEpoch()}};
    return crypto::signJws(deviceKey, "carpeta-share-extension+json", compactJson(payload));
}

QString troubleWith(const ShareGrant &grant, const QByteArray &device, const Directory &directory)
{
    const auto unread = crypto::readUnverifiedJws(device);
    const auto said = readDevice(device);
    if (!unread || !said)
        return QStringLiteral("device");
    const ListedKey *key = directory.operatorParty.find(unread.value().kid, QLatin1String("sign"), said.value().issued);
    if (!key || !crypto::verifyJws(device, key->key, "carpeta-device+json"))
        return QStringLiteral("device");
    if (!crypto::verifyJws(grant.jws, said.value().sign, "carpeta-grant+json"))
        return QStringLiteral("signature");
    return said.value().holder == grant.owner ? QString() : QStringLiteral("owner");
}

ShareOutcome shareOutcomeOf(const QJsonObject &json, const Directory &directory)
{
    ShareOutcome out;
    QByteArray before;
    int seq = 0;
    const QByteArray grant = json.value(QLatin1String("grant")).toString().toLatin1();
    for (const QJsonValue &value : json.value(QLatin1String("evidence")).toArray()) {
        const QByteArray compact = value.toObject().value(QLatin1String("jws")).toString().toLatin1();
        const QString where = QLatin1String("@record ") + QString::number(++seq);
        const auto unread = crypto::readUnverifiedJws(compact);
        const auto payload =
            unread ? crypto::parseStrictObject(unread.value().payload) : Result<QJsonObject>(unread.error());
        if (!payload) {
            out.defects.append(QLatin1String("bad_form") + where);
            break;
        }
        const QJsonObject &p = payload.value();
        const QDateTime at = seconds(p.value(QLatin1String("iat")));
        const ListedKey *key = directory.operatorParty.find(unread.value().kid, QLatin1String("sign"), at);
        if (!key || !crypto::verifyJws(compact, key->key, "secevent+jwt"))
            out.defects.append(QLatin1String("bad_signature") + where);
        const QJsonObject events = p.value(QLatin1String("events")).toObject();
        const QString event = shortName(events.keys().value(0));
        const QJsonObject told = events.begin() == events.end() ? QJsonObject() : events.begin()->toObject();
        if (p.value(QLatin1String("txn")) != json.value(QLatin1String("id")) ||
            told.value(QLatin1String("grant_sha256")).toString() != latin(digestOf(grant)))
            out.defects.append(QLatin1String("foreign_record") + where);
        if (p.value(QLatin1String("seq")).toInt() != seq ||
            p.value(QLatin1String("prev")).toString().toLatin1() != (before.isEmpty() ? QByteArray() : digestOf(before)))
            out.defects.append(QLatin1String("chain_broken") + where);
        if ((seq == 1) != (event == QLatin1String("ShareOffered")))
            out.defects.append(QLatin1String("wrong_reference") + where);
        if (event == QLatin1String("ShareOffered")) {
            out.offered = at;
            out.state = QStringLiteral("Offered");
            out.expires = seconds(told.value(QLatin1String("expires")));
        } else if (event == QLatin1String("ShareAccepted") || event == QLatin1String("ShareDeclined")) {
            out.answered = at;
            out.state = event.mid(5);
        } else if (event == QLatin1String("ShareFetched")) {
            if (out.state == QLatin1String("Offered"))
                out.state = QStringLiteral("Accepted");
            out.readings.append({at, told.value(QLatin1String("document")).toInt(), told.value(QLatin1String("by")).toString(),
                                 qint64(told.value(QLatin1String("from")).toDouble())});
        } else if (event == QLatin1String("ShareLinkOpened")) {
            out.linkOpened = at;
        } else if (event == QLatin1String("ShareLinkRefused")) {
            out.wrongCodes.append(at);
        } else if (event == QLatin1String("ShareExtended")) {
            out.expires = seconds(told.value(QLatin1String("expires")));
        } else if (event == QLatin1String("ShareRevoked") || event == QLatin1String("ShareExpired")) {
            out.ended = at;
            out.state = event.mid(5);
            out.reason = told.value(QLatin1String("reason")).toString();
        }
        before = compact;
    }
    if (seq == 0)
        out.defects.append(QStringLiteral("truncated@chain"));
    const QString state = json.value(QLatin1String("state")).toString();
    const bool open = out.state == QLatin1String("Offered") || out.state == QLatin1String("Accepted");
    if (open && state == QLatin1String("Expired")) { // its record comes up to ten minutes later
        out.state = state;
        out.ended = out.expires;
    }
    if (out.state != state)
        out.defects.append(QStringLiteral("mismatch@state"));
    return out;
}

} // namespace carriel::evidence
