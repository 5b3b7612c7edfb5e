// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/records/ContributionRecords.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/StrictJson.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/records/Claims.h"

#include <QJsonDocument>
#include <algorithm>

namespace carriel::evidence {

namespace {

constexpr qsizetype largest = 65536;
constexpr qint64 tolerance = 300; // seconds between the entity's clock and ours
constexpr qint64 longestOnce = 86400;

QString latin(QByteArrayView text)
{
    return QString::fromLatin1(text.data(), text.size());
}

QStringList texts(Claims &claims, const char *name)
{
    QStringList out;
    if (!claims.all().contains(QLatin1String(name)))
        return out;
    for (const QJsonValue &one : claims.array(name, 20)) {
        claims.must(one.isString() && one.toString().size() <= 200, name);
        out.append(one.toString());
    }
    return out;
}

// What is not known is not consented to: it might say what is done with the documents.
void onlyKnown(Claims &claims, const QStringList &known)
{
    for (const QString &name : claims.all().keys())
        claims.must(known.contains(name), "unknown member");
}

Result<AskedDocument> readAsked(const QJsonObject &object)
{
    Claims claims(object, "request.document");
    onlyKnown(claims, {QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("required"), QStringLiteral("types"),
                       QStringLiteral("issuers"), QStringLiteral("media_types"), QStringLiteral("not_older_than_days"),
                       QStringLiteral("max"), QStringLiteral("signed")});
    AskedDocument out;
    if (object.contains(QLatin1String("signed"))) {
        claims.must(object.value(QLatin1String("signed")).isBool(), "signed");
        out.mustBeSigned = object.value(QLatin1String("signed")).toBool();
    }
    out.id = claims.text("id", 64);
    out.title = claims.text("title", 200);
    claims.must(object.value(QLatin1String("required")).isBool(), "required");
    out.required = object.value(QLatin1String("required")).toBool();
    out.types = texts(claims, "types");
    out.issuers = texts(claims, "issuers");
    out.mediaTypes = texts(claims, "media_types");
    if (const QJsonValue age = object.value(QLatin1String("not_older_than_days")); age.isDouble())
        out.notOlderThanDays = int(claims.number("not_older_than_days", 1, 100000));
    if (object.contains(QLatin1String("max")))
        out.max = int(claims.number("max", 1, 20));
    CARRIEL_CHECK(claims.outcome());
    return out;
}

QString shortName(const QString &event)
{
    return event.mid(std::max(event.lastIndexOf(QLatin1Char('/')), event.lastIndexOf(QLatin1Char(':'))) + 1);
}

// Whether a record refers to this statement.
bool names(const QJsonObject &record, const QByteArray &statement)
{
    const QJsonArray refs = record.value(QLatin1String("refs")).toArray();
    return std::any_of(refs.begin(), refs.end(), [digest = latin(digestOf(statement))](const QJsonValue &ref) {
        return ref.toObject().value(QLatin1String("sha256")).toString() == digest;
    });
}

// A statement of the entity in force at `at`, whose payload names this contribution.
QJsonObject answerOf(const QJsonObject &json, const char *member, const char *typ, const Directory &directory,
                     QStringList &defects)
{
    const QByteArray compact = json.value(QLatin1String(member)).toString().toLatin1();
    if (compact.isEmpty())
        return {};
    const auto bad = [&](const char *why) {
        defects.append(QLatin1String(why) + QLatin1Char('@') + QLatin1String(member));
        return QJsonObject();
    };
    const auto unread = crypto::readUnverifiedJws(compact);
    const Party *entity =
        directory.entity(json.value(QLatin1String("entity")).toObject().value(QLatin1String("id")).toString());
    if (!unread || !entity)
        return bad("bad_form");
    const auto payload = crypto::parseStrictObject(unread.value().payload);
    const QDateTime at =
        payload ? QDateTime::fromSecsSinceEpoch(qint64(payload.value().value(QLatin1String("iat")).toDouble()), Qt::UTC)
                : QDateTime();
    const ListedKey *key = entity->find(unread.value().kid, QLatin1String("sign"), at);
    if (!key || !crypto::verifyJws(compact, key->key, typ))
        return bad("bad_signature");
    const QJsonObject &p = payload.value();
    const QByteArray statement = json.value(QLatin1String("statement")).toString().toLatin1();
    if (p.value(QLatin1String("id")) != json.value(QLatin1String("id")) ||
        p.value(QLatin1String("sub")) != json.value(QLatin1String("sub")) ||
        p.value(QLatin1String("statement_sha256")).toString() != latin(digestOf(statement)))
        return bad("mismatch");
    return p;
}

} // namespace

QString originOf(const QUrl &url)
{
    return QString(url.scheme().toLower() + QLatin1String("://") + url.authority().toLower());
}

Result<ContributionRequest> readContributionRequest(QByteArrayView compact)
{
    if (compact.size() > largest)
        return Error{
            errors::badStatement,
            {{QStringLiteral("what"), QStringLiteral("request")}, {QStringLiteral("member"), QStringLiteral("size")}},
            {}};
    CARRIEL_TRY(const crypto::Jws jws, crypto::readUnverifiedJws(compact));
    CARRIEL_TRY(const QJsonObject payload, crypto::parseStrictObject(jws.payload));
    Claims claims(payload, "request");
    claims.must(jws.header.value(QLatin1String("typ")).toString() == QLatin1String("carpeta-request+json"), "typ");
    onlyKnown(claims, {QStringLiteral("v"), QStringLiteral("jti"), QStringLiteral("iss"), QStringLiteral("aud"), QStringLiteral("sub"),
                       QStringLiteral("iat"), QStringLiteral("exp"), QStringLiteral("once"), QStringLiteral("procedure"),
                       QStringLiteral("title"), QStringLiteral("purpose"), QStringLiteral("case"), QStringLiteral("retention"),
                       QStringLiteral("documents"), QStringLiteral("response"), QStringLiteral("return")});
    ContributionRequest out;
    out.jws = compact.toByteArray();
    out.digest = digestOf(compact);
    CARRIEL_TRY(out.signer, signerOf(jws));
    claims.number("v", 1, 1);
    out.id = claims.text("jti", 64);
    out.entity = claims.text("iss", 100);
    out.audience = claims.text("aud");
    out.holder = claims.optional("sub", 100);
    out.issued = claims.time("iat");
    out.expires = claims.time("exp");
    claims.must(payload.value(QLatin1String("once")).isBool(), "once");
    out.once = payload.value(QLatin1String("once")).toBool();
    out.procedure = claims.text("procedure", 64);
    out.title = claims.text("title", 200);
    out.purpose = claims.text("purpose", 2000);
    out.retention = claims.text("retention", 500);
    claims.must(claims.text("response", 64) == QLatin1String("contributions"), "response");
    if (const QJsonValue file = payload.value(QLatin1String("case")); !file.isNull()) {
        Claims inner(claims.object("case"), "request.case");
        out.caseNumber = inner.text("number", 100);
        out.caseHolder = inner.text("holder", 200);
        CARRIEL_CHECK(inner.outcome());
    }
    if (const QString back = claims.optional("return", 2048); !back.isEmpty()) {
        out.back = QUrl(back, QUrl::StrictMode);
        claims.must(out.back.isValid() && out.back.scheme() == QLatin1String("https") && !out.back.host().isEmpty() &&
                        out.back.userInfo().isEmpty() && !out.back.hasFragment(),
                    "return");
    }
    QStringList ids;
    for (const QJsonValue &value : claims.array("documents", 50)) {
        CARRIEL_TRY(AskedDocument one, readAsked(value.toObject()));
        claims.must(!ids.contains(one.id), "documents");
        ids.append(one.id);
        out.documents.append(std::move(one));
    }
    claims.must(!out.documents.isEmpty(), "documents");
    CARRIEL_CHECK(claims.outcome());
    return out;
}

QString troubleWith(const ContributionRequest &request, const Directory &directory, const Answering &answering)
{
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    const Party *entity = directory.entity(request.entity);
    if (!entity)
        return word("unknown_entity");
    const ListedKey *key = entity->find(request.signer.kid, QLatin1String("sign"), answering.now);
    if (!key || !crypto::verifyJws(request.jws, key->key, "carpeta-request+json"))
        return word("signature");
    if (!answering.origin.isEmpty() && !entity->origins.contains(answering.origin))
        return word("origin");
    if (request.audience != answering.audience)
        return word("audience");
    if (!request.holder.isEmpty() && request.holder != answering.holder)
        return word("holder");
    if (!request.back.isEmpty() && !entity->origins.contains(originOf(request.back)))
        return word("return");
    if (request.issued > answering.now.addSecs(tolerance) || request.expires <= request.issued ||
        (request.once && request.issued.secsTo(request.expires) > longestOnce))
        return word("dates");
    if (request.expires <= answering.now)
        return word("expired");
    return {};
}

Result<QByteArray> makeContribution(const ContributionRequest &request, const ContributionOrder &order,
                                    const crypto::PrivateKey &deviceKey)
{
    QJsonArray documents;
    for (const GivenDocument &one : order.documents)
        documents.append(QJsonObject{{QStringLiteral("ask"), one.ask},
                                     {QStringLiteral("name"), one.name},
                                     {QStringLiteral("media_type"), one.mediaType},
                                     {QStringLiteral("size"), one.size},
                                     {QStringLiteral("sha256"), latin(crypto::toBase64Url(one.sha256))},
                                     {QStringLiteral("item"), one.item},
                                     {QStringLiteral("version"), one.version}});
    const QJsonObject payload{
        {QStringLiteral("v"), 1},
        {QStringLiteral("id"), order.id},
        {QStringLiteral("sub"), order.holder},
        {QStringLiteral("iat"), order.now.toSecsSinceEpoch()},
        {QStringLiteral("entity"), request.entity},
        {QStringLiteral("procedure"), request.procedure},
        {QStringLiteral("request_sha256"), latin(request.digest)},
        {QStringLiteral("code_sha256"),
         order.code.isEmpty() ? QJsonValue() : QJsonValue(latin(crypto::toBase64Url(crypto::sha256(order.code))))},
        {QStringLiteral("package"),
         QJsonObject{{QStringLiteral("sha256"), latin(crypto::toBase64Url(order.package))},
                     {QStringLiteral("size"), order.packageSize},
                     {QStringLiteral("type"), QStringLiteral("application/vnd.etsi.asic-e+zip")}}},
        {QStringLiteral("documents"), documents}};
    return crypto::signJws(deviceKey, "carpeta-contribution+json",
                           QJsonDocument(payload).toJson(QJsonDocument::Compact));
}

ContributionOutcome outcomeOf(const QJsonObject &json, const Directory &directory)
{
    ContributionOutcome out;
    QByteArray before;
    int seq = 0;
    const QByteArray statement = json.value(QLatin1String("statement")).toString().toLatin1();
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
        const QDateTime at = QDateTime::fromSecsSinceEpoch(qint64(p.value(QLatin1String("iat")).toDouble()), Qt::UTC);
        const ListedKey *key = directory.operatorParty.find(unread.value().kid, QLatin1String("sign"), at);
        if (!key || !crypto::verifyJws(compact, key->key, "secevent+jwt"))
            out.defects.append(QLatin1String("bad_signature") + where);
        if (p.value(QLatin1String("txn")) != json.value(QLatin1String("id")))
            out.defects.append(QLatin1String("foreign_record") + where);
        if (p.value(QLatin1String("seq")).toInt() != seq || p.value(QLatin1String("prev")).toString().toLatin1() !=
                                                                (before.isEmpty() ? QByteArray() : digestOf(before)))
            out.defects.append(QLatin1String("chain_broken") + where);
        const QString event = shortName(p.value(QLatin1String("events")).toObject().keys().value(0));
        if (seq == 1) {
            if (event != QLatin1String("SubmissionAcceptance") || !names(p, statement))
                out.defects.append(QLatin1String("wrong_reference") + where);
            out.submitted = at;
            out.state = QStringLiteral("Submitted");
        } else if (event == QLatin1String("ContentHandover")) {
            out.handedOver = at;
            out.state = QStringLiteral("Delivered");
            ++out.fetches;
        } else if (event == QLatin1String("ContentAccessTracking")) {
            ++out.fetches;
        } else if (event == QLatin1String("Filing") || event == QLatin1String("FilingRejection")) {
            out.answered = at;
            const bool filed = event == QLatin1String("Filing");
            out.state = filed ? QStringLiteral("Filed") : QStringLiteral("Rejected");
            const QByteArray answer =
                json.value(QLatin1String(filed ? "filing" : "rejection")).toString().toLatin1();
            if (!answer.isEmpty() && !names(p, answer))
                out.defects.append(QLatin1String("wrong_reference") + where);
        }
        before = compact;
    }
    if (seq == 0)
        out.defects.append(QStringLiteral("truncated@chain"));
    if (out.state != json.value(QLatin1String("state")).toString())
        out.defects.append(QStringLiteral("mismatch@state"));
    const QJsonObject filing = answerOf(json, "filing", "carpeta-filing+json", directory, out.defects);
    out.filingNumber = filing.value(QLatin1String("filing_number")).toString();
    const QJsonObject rejection = answerOf(json, "rejection", "carpeta-rejection+json", directory, out.defects);
    out.reason = rejection.value(QLatin1String("reason")).toString();
    if ((out.state == QLatin1String("Filed")) != !out.filingNumber.isEmpty())
        out.defects.append(QStringLiteral("missing_reference@filing"));
    if ((out.state == QLatin1String("Rejected")) != !rejection.isEmpty())
        out.defects.append(QStringLiteral("missing_reference@rejection"));
    return out;
}

} // namespace carriel::evidence
