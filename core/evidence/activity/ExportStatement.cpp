// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/activity/ExportStatement.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/StrictJson.h"
#include "core/evidence/records/Claims.h"
#include "core/evidence/records/Statements.h"

#include <QJsonDocument>

namespace carriel::evidence {

namespace {
constexpr char exportType[] = "carpeta-log-export+json";
constexpr char deviceType[] = "carpeta-device+json";
constexpr qint64 most = 1'000'000'000;

QString b64u(const QByteArray &bytes)
{
    return QString::fromLatin1(crypto::toBase64Url(bytes));
}

QByteArray raw(const QByteArray &digest)
{
    return crypto::fromBase64Url(digest).valueOr({});
}
} // namespace

Result<QByteArray> makeExport(const ExportStatement &said, const crypto::PrivateKey &deviceKey)
{
    QJsonArray logs;
    for (const LogHead &one : said.logs)
        logs += QJsonObject{{QStringLiteral("log"), one.log},
                            {QStringLiteral("seq"), one.seq},
                            {QStringLiteral("head"), b64u(one.hash)}};
    QJsonArray files;
    for (auto it = said.files.begin(); it != said.files.end(); ++it)
        files += QJsonObject{{QStringLiteral("name"), it.key()}, {QStringLiteral("sha256"), b64u(it.value())}};
    const QJsonObject payload{{QStringLiteral("v"), 1},
                              {QStringLiteral("folder"), said.folder},
                              {QStringLiteral("device"), said.device},
                              {QStringLiteral("iat"), said.made.toSecsSinceEpoch()},
                              {QStringLiteral("logs"), logs},
                              {QStringLiteral("files"), files}};
    return crypto::signJws(deviceKey, exportType, QJsonDocument(payload).toJson(QJsonDocument::Compact));
}

Result<ExportStatement> readExport(QByteArrayView compact, QByteArrayView device, const crypto::JwkSet &operatorKeys)
{
    CARRIEL_TRY(const DeviceStatement computer, readDevice(device));
    CARRIEL_TRY(const crypto::Jws jws, crypto::verifyJws(compact, computer.sign, exportType));
    CARRIEL_TRY(const QJsonObject object, crypto::parseStrictObject(jws.payload));
    ExportStatement out;
    Claims claims(object, "export");
    claims.number("v", 1, 1);
    out.folder = claims.text("folder", 64);
    out.device = claims.text("device", 64);
    claims.must(out.device == computer.device, "device");
    out.made = claims.time("iat");
    for (const QJsonValue &one : claims.array("logs", 1000)) {
        Claims head(one.toObject(), "export.logs");
        out.logs += LogHead{head.text("log", 100), head.number("seq", 1, most), raw(head.digest("head"))};
        CARRIEL_CHECK(head.outcome());
    }
    for (const QJsonValue &one : claims.array("files", 100)) {
        Claims file(one.toObject(), "export.files");
        out.files.insert(file.text("name", 100), raw(file.digest("sha256")));
        CARRIEL_CHECK(file.outcome());
    }
    CARRIEL_CHECK(claims.outcome());
    // A key that is not among those given vouches for nobody; under the name of one that is, it is a forgery.
    CARRIEL_TRY(const crypto::Jws word, crypto::readUnverifiedJws(device));
    if (const crypto::PublicKey *key = operatorKeys.find(word.kid, word.keyType())) {
        CARRIEL_CHECK(crypto::verifyJws(device, *key, deviceType));
        out.vouchedBy = key->thumbprint();
    }
    return out;
}

} // namespace carriel::evidence
