// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/records/FailureRecord.h"

#include "core/crypto/StrictJson.h"
#include "core/evidence/records/Claims.h"

#include <QJsonDocument>

namespace carriel::evidence {

namespace {

constexpr qsizetype mostTries = 500;
const char keyPrefix[] = "urn:carpeta:key:";
const char words[] =
    "Intent\xC3\xA9 entregar estos documentos y el sistema no los recibi\xC3\xB3. Las horas son las de este equipo; "
    "server_time es la que dijo el servidor. / I tried to give these documents and the system did not take them.";

QString latin(QByteArrayView text)
{
    return QString::fromLatin1(text.data(), text.size());
}

bool isKnown(const FailedTry &one)
{
    const bool answered = one.outcome == QLatin1String("server_error") || one.outcome == QLatin1String("bad_answer");
    return (one.step == QLatin1String("upload") || one.step == QLatin1String("submission")) &&
           (answered || one.outcome == QLatin1String("unreachable") || one.outcome == QLatin1String("no_answer")) &&
           one.last >= one.first;
}

} // namespace

void addTry(QList<FailedTry> &tries, const FailedTry &one)
{
    const auto same = [&one](const FailedTry &last) {
        return last.step == one.step && last.outcome == one.outcome && last.status == one.status &&
               last.code == one.code;
    };
    if (!tries.isEmpty() && (same(tries.last()) || tries.size() >= mostTries)) {
        tries.last().last = std::max(one.last, tries.last().last);
        tries.last().count += one.count;
        tries.last().serverTime = one.serverTime;
        return;
    }
    tries.append(one);
}

Result<QByteArray> makeFailure(const FailureOrder &order, const crypto::PrivateKey &deviceKey)
{
    CARRIEL_TRY(const crypto::Jws jws, crypto::readUnverifiedJws(order.statement));
    CARRIEL_TRY(const QJsonObject said, crypto::parseStrictObject(jws.payload));
    QJsonArray tries;
    for (const FailedTry &one : order.tries)
        tries.append(QJsonObject{
            {QStringLiteral("step"), one.step},
            {QStringLiteral("outcome"), one.outcome},
            {QStringLiteral("status"), one.status > 0 ? QJsonValue(one.status) : QJsonValue()},
            {QStringLiteral("code"), one.code.isEmpty() ? QJsonValue() : QJsonValue(one.code)},
            {QStringLiteral("first"), one.first.toSecsSinceEpoch()},
            {QStringLiteral("last"), one.last.toSecsSinceEpoch()},
            {QStringLiteral("count"), one.count},
            {QStringLiteral("server_time"),
             one.serverTime.isValid() ? QJsonValue(one.serverTime.toSecsSinceEpoch()) : QJsonValue()}});
    const QJsonObject payload{
        {QStringLiteral("v"), 1},
        {QStringLiteral("iss"), QString(QLatin1String(keyPrefix) + latin(deviceKey.publicKey().thumbprint()))},
        {QStringLiteral("id"), said.value(QLatin1String("id"))},
        {QStringLiteral("sub"), said.value(QLatin1String("sub"))},
        {QStringLiteral("iat"), order.now.toSecsSinceEpoch()},
        {QStringLiteral("aud"), order.audience},
        {QStringLiteral("entity"), said.value(QLatin1String("entity"))},
        {QStringLiteral("procedure"), said.value(QLatin1String("procedure"))},
        {QStringLiteral("request_sha256"), said.value(QLatin1String("request_sha256"))},
        {QStringLiteral("statement_sha256"), latin(digestOf(order.statement))},
        {QStringLiteral("package_sha256"),
         said.value(QLatin1String("package")).toObject().value(QLatin1String("sha256"))},
        {QStringLiteral("op"), order.op},
        {QStringLiteral("tries"), tries},
        {QStringLiteral("text"), QString::fromUtf8(words)}};
    return crypto::signJws(deviceKey, "carpeta-failure+json", QJsonDocument(payload).toJson(QJsonDocument::Compact));
}

Result<FailureRecord> readFailure(QByteArrayView compact)
{
    CARRIEL_TRY(const crypto::Jws jws, crypto::readUnverifiedJws(compact));
    CARRIEL_TRY(const QJsonObject payload, crypto::parseStrictObject(jws.payload));
    Claims claims(payload, "failure");
    claims.must(jws.header.value(QLatin1String("typ")).toString() == QLatin1String("carpeta-failure+json"), "typ");
    claims.number("v", 1, 1);
    FailureRecord out;
    const QString issuer = claims.text("iss", 100);
    claims.must(issuer.startsWith(QLatin1String(keyPrefix)), "iss");
    out.keyThumbprint = issuer.mid(qsizetype(sizeof keyPrefix) - 1).toLatin1();
    out.id = claims.text("id", 64);
    out.holder = claims.text("sub", 64);
    out.made = claims.time("iat");
    out.audience = claims.text("aud");
    out.entity = claims.text("entity", 100);
    out.procedure = claims.text("procedure", 64);
    out.request = claims.digest("request_sha256");
    out.statement = claims.digest("statement_sha256");
    out.package = claims.digest("package_sha256");
    out.op = claims.text("op", 64);
    for (const QJsonValue &value : claims.array("tries", mostTries)) {
        Claims one(value.toObject(), "failure.tries");
        FailedTry tried{one.text("step", 16), one.text("outcome", 16), 0, one.optional("code", 64), one.time("first"),
                        one.time("last"), int(one.number("count", 1, 1'000'000'000)), one.optionalTime("server_time")};
        if (value.toObject().value(QLatin1String("status")).isDouble())
            tried.status = int(one.number("status", 100, 599));
        one.must(isKnown(tried), "outcome");
        CARRIEL_CHECK(one.outcome());
        out.tries.append(tried);
    }
    claims.must(!out.tries.isEmpty(), "tries");
    CARRIEL_CHECK(claims.outcome());
    return out;
}

} // namespace carriel::evidence
