// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProvider.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace carriel::test {

namespace {
QByteArray compact(const QJsonObject &o)
{
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

void apply(QJsonObject &o, const QJsonObject &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.value().isNull())
            o.remove(it.key());
        else
            o.insert(it.key(), it.value());
    }
}
} // namespace

TestProvider::TestProvider(const TestAuthority &authority)
    : server(authority, [this](const ScriptedRequest &r) { return answer(r); }),
      key(crypto::PrivateKey::generate(crypto::KeyType::P256).value())
{
}

remote::ProviderDescription TestProvider::description() const
{
    return {issuer(), server.url(QStringLiteral("/auth")), server.url(QStringLiteral("/token")), server.url(QStringLiteral("/jwks")),
            server.url(QStringLiteral("/revoke")), true, {}};
}

remote::OperatorDescription TestProvider::op() const
{
    remote::OperatorDescription op;
    op.api = server.url(QStringLiteral("/carpeta/v1"));
    op.issuer = issuer();
    op.clientId = QStringLiteral("carriel-desktop");
    op.audience = op.api.toString();
    op.scopes = QStringList{QStringLiteral("openid"), QStringLiteral("offline_access"), QStringLiteral("folder")};
    op.acrOrder = QStringList{QStringLiteral("low"), QStringLiteral("high")};
    return op;
}

QUrl TestProvider::wayBack(const QUrl &authorization, const QHash<QString, QString> &changed)
{
    const QUrlQuery asked(authorization);
    nonce = asked.queryItemValue(QStringLiteral("nonce"));
    challenge = asked.queryItemValue(QStringLiteral("code_challenge"));
    QHash<QString, QString> fields{{QStringLiteral("code"), QStringLiteral("code-1")},
                                   {QStringLiteral("state"), asked.queryItemValue(QStringLiteral("state"))},
                                   {QStringLiteral("iss"), issuer()}};
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        fields.remove(it.key());
        if (!it.value().isEmpty())
            fields.insert(it.key(), it.value());
    }
    QUrl back(asked.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
    QUrlQuery query;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        query.addQueryItem(it.key(), QString::fromLatin1(QUrl::toPercentEncoding(it.value())));
    back.setQuery(query);
    return back;
}

void TestProvider::visit(const QUrl &url, QByteArray *page)
{
    auto *socket = new QTcpSocket;
    QObject::connect(socket, &QTcpSocket::connected, socket, [socket, url] {
        socket->write("GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    });
    QObject::connect(socket, &QTcpSocket::disconnected, socket, [socket, page] {
        if (page)
            *page = socket->readAll();
        socket->deleteLater();
    });
    socket->connectToHost(url.host(), quint16(url.port()));
}

QByteArray TestProvider::idToken() const
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QJsonObject payload{{QStringLiteral("iss"), issuer()}, {QStringLiteral("aud"), QStringLiteral("carriel-desktop")},
                        {QStringLiteral("sub"), subject},  {QStringLiteral("nonce"), nonce},
                        {QStringLiteral("exp"), now + 300}, {QStringLiteral("iat"), now},
                        {QStringLiteral("auth_time"), now - authAge}, {QStringLiteral("acr"), acr}};
    apply(payload, claims);
    const crypto::PrivateKey other = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
    QByteArray header = compact({{QStringLiteral("alg"), QStringLiteral("ES256")},
                                 {QStringLiteral("kid"), QString::fromLatin1(key.publicKey().thumbprint())}});
    QByteArray token = crypto::toBase64Url(header);
    token += '.';
    token += crypto::toBase64Url(compact(payload));
    const QByteArray signature = crypto::signEs256(signWithAnotherKey ? other : key, token).value();
    if (tamper) {
        payload.insert(QStringLiteral("sub"), QStringLiteral("co:CC:666"));
        token = token.left(token.indexOf('.') + 1) + crypto::toBase64Url(compact(payload));
    }
    token += '.';
    token += crypto::toBase64Url(signature);
    return token;
}

QString TestProvider::accessToken() const
{
    if (audience.isEmpty())
        return QStringLiteral("access-%1").arg(refreshes);
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QJsonObject payload{{QStringLiteral("iss"), issuer()},  {QStringLiteral("aud"), audience},
                              {QStringLiteral("sub"), subject},   {QStringLiteral("scope"), QStringLiteral("openid folder acts")},
                              {QStringLiteral("exp"), now + 600}, {QStringLiteral("iat"), now},
                              {QStringLiteral("acr"), acr},       {QStringLiteral("auth_time"), now - authAge}};
    return QString::fromLatin1(crypto::signJws(key, "at+jwt", compact(payload)).value());
}

ScriptedReply TestProvider::token(const ScriptedRequest &request)
{
    const auto form = request.form();
    const bool refresh = form.value(QStringLiteral("grant_type")) == QLatin1String("refresh_token");
    const QByteArray verifier = form.value(QStringLiteral("code_verifier")).toLatin1();
    const bool good = refresh ? form.value(QStringLiteral("refresh_token")) == refreshToken
                              : QString::fromLatin1(crypto::toBase64Url(crypto::sha256(verifier))) == challenge;
    if (!good)
        return ScriptedReply::answer(request, 400, "application/json", R"({"error":"invalid_grant"})");
    refreshes += refresh;
    refreshToken = QStringLiteral("refresh-%1").arg(refreshes);
    QJsonObject out{{QStringLiteral("access_token"), accessToken()},
                    {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                    {QStringLiteral("expires_in"), 300},
                    {QStringLiteral("refresh_token"), refreshToken},
                    {QStringLiteral("id_token"), QString::fromLatin1(idToken())}};
    apply(out, tokenAnswer);
    return ScriptedReply::answer(request, tokenStatus, "application/json", compact(out));
}

ScriptedReply TestProvider::answer(const ScriptedRequest &request)
{
    if (request.path() == "/token")
        return token(request);
    if (request.path() == "/jwks")
        return ScriptedReply::json(request, 200, compact({{QStringLiteral("keys"), QJsonArray{key.publicKey().toJwk()}}}));
    if (request.path() == "/.well-known/openid-configuration")
        return ScriptedReply::json(request, 200, compact({{QStringLiteral("issuer"), issuer()},
            {QStringLiteral("authorization_endpoint"), server.url(QStringLiteral("/auth")).toString()},
            {QStringLiteral("token_endpoint"), server.url(QStringLiteral("/token")).toString()},
            {QStringLiteral("jwks_uri"), server.url(QStringLiteral("/jwks")).toString()},
            {QStringLiteral("authorization_response_iss_parameter_supported"), true},
            {QStringLiteral("code_challenge_methods_supported"), QJsonArray{QStringLiteral("S256")}}}));
    return ScriptedReply::json(request, request.path() == "/revoke" ? 200 : 404, "{}");
}

} // namespace carriel::test
