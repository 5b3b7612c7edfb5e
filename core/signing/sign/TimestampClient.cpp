// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/TimestampClient.h"

#include "core/base/BaseErrors.h"
#include "core/base/Random.h"
#include "core/crypto/Cms.h"
#include "core/signing/SigningErrors.h"

namespace carriel::signing {

namespace {

Error refused(const QString &host, const QString &reason, const QString &detail = {})
{
    return {errors::timestampRefused, {{QStringLiteral("host"), host}, {QStringLiteral("reason"), reason}}, detail};
}

// In what the authority failed: nobody looks for a fault of the network where one answered.
QString causeOf(const Error &error)
{
    const QString code = error.codeText();
    if (const int status = error.params.value(QStringLiteral("status")).toInt(); status > 0)
        return QStringLiteral("HTTP %1").arg(status);
    return code == QLatin1String("CAR-REM-003")   ? QStringLiteral("timeout")
           : code == QLatin1String("CAR-REM-004") ? QStringLiteral("untrusted")
           : code == QLatin1String("CAR-REM-005") ? QStringLiteral("redirected")
           : code == QLatin1String("CAR-REM-006") ? QStringLiteral("endless")
           : code == QLatin1String("CAR-REM-002") ? QStringLiteral("token")
                                                  : QStringLiteral("unreachable");
}

Result<QByteArray> checkedToken(const QString &host, const QByteArray &response, const QByteArray &imprint,
                                const QByteArray &nonce)
{
    const auto token = crypto::Timestamp::tokenOf(response);
    if (!token.ok()) {
        const QString said = token.error().params.value(QStringLiteral("what")).toString();
        return refused(host, said == QLatin1String("timestamp response") ? QStringLiteral("token") : said);
    }
    const auto stamp = crypto::Timestamp::parse(token.value());
    if (!stamp.ok())
        return refused(host, QStringLiteral("token"));
    if (stamp.value().digest() != crypto::HashKind::Sha256 || stamp.value().imprint() != imprint)
        return refused(host, QStringLiteral("imprint"));
    if (stamp.value().nonce() != nonce)
        return refused(host, QStringLiteral("nonce"));
    if (!stamp.value().authority().mayMakeTimestamps())
        return refused(host, QStringLiteral("authority"));
    return token.value();
}

} // namespace

void askTimestamp(HttpFetch *fetch, const QUrl &authority, const QByteArray &imprint,
                  std::function<void(Result<QByteArray>)> done)
{
    if (!fetch || authority.isEmpty() || !authority.isValid())
        return done(refused(authority.host(), QStringLiteral("no authority")));
    QByteArray nonce = SystemRandom().bytes(8);
    nonce[0] = char((uchar(nonce[0]) & 0x7f) | 0x40); // positive, and no leading zero that an authority might drop
    HttpFetchRequest request;
    request.url = authority;
    request.body = crypto::timestampRequest(imprint, nonce);
    request.contentType = "application/timestamp-query";
    request.maxBytes = 256 * 1024;
    const QString host =
        authority.port() < 0 ? authority.host() : QString(authority.host() + u':' + QString::number(authority.port()));
    fetch->fetch(std::move(request), [host, imprint, nonce, done = std::move(done)](Result<QByteArray> answer) {
        // The network's own words speak of the operator, who has no part in this.
        if (!answer.ok() && answer.error().code != carriel::errors::cancelled)
            return done(
                refused(host, causeOf(answer.error()), answer.error().codeText() + u' ' + answer.error().detail));
        if (!answer.ok())
            return done(answer.error());
        done(checkedToken(host, answer.value(), imprint, nonce));
    });
}

void stampSignature(HttpFetch *fetch, const QUrl &authority, const QByteArray &cms,
                    std::function<void(Result<QByteArray>)> done)
{
    const auto parsed = crypto::CmsSignature::parse(cms);
    if (!parsed.ok())
        return done(parsed.error());
    askTimestamp(fetch, authority, crypto::hashOf(crypto::HashKind::Sha256, parsed.value().signatureValue()),
                 [cms, done = std::move(done)](const Result<QByteArray> &token) {
                     done(token.ok() ? crypto::withSignatureTimestamp(cms, token.value()) : token);
                 });
}

} // namespace carriel::signing
