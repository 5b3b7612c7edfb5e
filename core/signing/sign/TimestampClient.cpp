// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/TimestampClient.h"

#include "core/base/Random.h"
#include "core/signing/SigningErrors.h"

namespace carriel::signing {

namespace {

Error refused(const QString &reason)
{
    return {errors::timestampRefused, {{QStringLiteral("reason"), reason}}, {}};
}

Result<QByteArray> checkedToken(const QByteArray &response, const QByteArray &imprint, const QByteArray &nonce)
{
    const auto token = crypto::Timestamp::tokenOf(response);
    if (!token.ok())
        return refused(token.error().params.value(QStringLiteral("what")).toString());
    const auto stamp = crypto::Timestamp::parse(token.value());
    if (!stamp.ok())
        return refused(QStringLiteral("token"));
    if (stamp.value().digest() != crypto::HashKind::Sha256 || stamp.value().imprint() != imprint)
        return refused(QStringLiteral("imprint"));
    if (stamp.value().nonce() != nonce)
        return refused(QStringLiteral("nonce"));
    if (!stamp.value().authority().mayMakeTimestamps())
        return refused(QStringLiteral("authority"));
    return token.value();
}

} // namespace

void askTimestamp(HttpFetch &fetch, const QUrl &authority, const QByteArray &imprint,
                  std::function<void(Result<QByteArray>)> done)
{
    QByteArray nonce = SystemRandom().bytes(8);
    nonce[0] = char((uchar(nonce[0]) & 0x7f) | 0x40); // positive, and no leading zero that an authority might drop
    HttpFetchRequest request;
    request.url = authority;
    request.body = crypto::timestampRequest(imprint, nonce);
    request.contentType = "application/timestamp-query";
    request.maxBytes = 256 * 1024;
    fetch.fetch(std::move(request), [imprint, nonce, done = std::move(done)](Result<QByteArray> answer) {
        if (!answer.ok())
            return done(answer.error());
        done(checkedToken(answer.value(), imprint, nonce));
    });
}

} // namespace carriel::signing
