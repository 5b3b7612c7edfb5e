// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/token/TokenService.h"

#include "core/base/BaseErrors.h"

#include <QJsonArray>

namespace carriel::signing {

namespace {

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

QJsonObject TokenService::answer(const QJsonObject &request)
{
    const Result<QJsonObject> result = done(request);
    if (result.ok())
        return result.value();
    const Error &error = result.error();
    return {{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), error.codeText()},
                                                  {QStringLiteral("params"), QJsonObject::fromVariantMap(error.params)},
                                                  {QStringLiteral("detail"), error.detail}}}};
}

Result<QJsonObject> TokenService::done(const QJsonObject &request)
{
    const QString act = request.value(QStringLiteral("do")).toString();
    const QString uri = request.value(QStringLiteral("uri")).toString();
    if (act == QLatin1String("list"))
        return list(uri);
    if (act == QLatin1String("open"))
        return open(uri, request.value(QStringLiteral("mayBeLast")).toBool());
    if (act != QLatin1String("sign") || !m_session)
        return Error{carriel::errors::internal, {}, QStringLiteral("unknown request")};
    CARRIEL_TRY(const QByteArray signature,
                m_session->sign(QByteArray::fromBase64(request.value(QStringLiteral("bytes")).toString().toLatin1())));
    return QJsonObject{{QStringLiteral("signature"), base64(signature)}};
}

Result<QJsonObject> TokenService::list(const QString &uri)
{
    CARRIEL_TRY(m_session, TokenSession::open(uri));
    CARRIEL_TRY(const QList<TokenFound> tokens, m_session->tokens());
    CARRIEL_TRY(const QList<KeyFound> keys, m_session->keys());
    QJsonArray told, found;
    for (const TokenFound &token : tokens) {
        const bool holdsOne = std::any_of(keys.begin(), keys.end(),
                                          [&](const KeyFound &key) { return key.token.slot == token.slot; });
        // A list of certificates that a system offers as a token has no PIN and no keys.
        if (!token.hasPin() && !holdsOne)
            continue;
        told += QJsonObject{{QStringLiteral("label"), token.label()},
                            {QStringLiteral("locked"), token.pinLocked()},
                            {QStringLiteral("lastTry"), token.lastTry()},
                            {QStringLiteral("pad"), token.asksItself()}};
    }
    for (const KeyFound &key : keys)
        found += QJsonObject{{QStringLiteral("uri"), key.uri},
                             {QStringLiteral("token"), key.token.label()},
                             {QStringLiteral("label"), QString::fromUtf8(key.label)},
                             {QStringLiteral("certificate"), base64(key.certificate.der())}};
    return QJsonObject{{QStringLiteral("tokens"), told}, {QStringLiteral("keys"), found}};
}

Result<QJsonObject> TokenService::open(const QString &uri, bool mayBeLast)
{
    CARRIEL_TRY(m_session, TokenSession::open(uri));
    CARRIEL_TRY(const KeyFound key, m_session->login(std::move(m_pin), mayBeLast));
    QJsonArray others;
    const QList<crypto::Certificate> all = m_session->others();
    for (const crypto::Certificate &one : all)
        others += base64(one.der());
    return QJsonObject{{QStringLiteral("certificate"), base64(key.certificate.der())},
                       {QStringLiteral("others"), others}};
}

} // namespace carriel::signing
