// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/Login.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/StrictJson.h"
#include "core/remote/RemoteErrors.h"

#include <QUrlQuery>

namespace carriel::remote {

namespace {
QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

Error refused(const QString &reason)
{
    // From the network: only what RFC 6749 §4.1.2.1 allows, and not too much of it.
    return {errors::loginRefused, {{QStringLiteral("reason"), reason.left(64)}}, {}};
}

QByteArray randomText(Random &random)
{
    return crypto::toBase64Url(random.bytes(32));
}

} // namespace

HttpRequest formPost(const QUrl &url, const QList<QPair<QString, QString>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        if (!body.isEmpty())
            body += '&';
        body += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    request.body = body;
    request.limits = {std::chrono::milliseconds(20000), std::chrono::milliseconds(40000), 256 * 1024};
    request.requireEcho = false;
    return request;
}

Login::Login(HttpTransport &transport, Random &random, OperatorDescription op, ProviderDescription provider, QObject *parent)
    : QObject(parent), m_transport(transport), m_random(random), m_operator(std::move(op)), m_provider(std::move(provider))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(Error{errors::loginTimeout, {}, {}}); });
}

void Login::start(LoginRequest request, std::function<void(QUrl)> openBrowser, Done done)
{
    m_request = std::move(request);
    m_done = std::move(done);
    const auto url = begin();
    if (!url.ok()) {
        QMetaObject::invokeMethod(this, [this, error = url.error()] { end(error); }, Qt::QueuedConnection);
        return;
    }
    m_patience.start(m_request.patience);
    openBrowser(url.value());
}

Result<QUrl> Login::begin()
{
    const QByteArray state = randomText(m_random);
    m_verifier = randomText(m_random);
    if (m_request.nonce.isEmpty())
        m_request.nonce = QString::fromLatin1(randomText(m_random));
    m_loopback = std::make_unique<Loopback>();
    CARRIEL_TRY(m_redirect, m_loopback->listen(state, [this](const Loopback::Parameters &p) { cameBack(p); }));

    QStringList scopes = m_operator.scopes;
    if (!m_request.stayLoggedIn)
        scopes.removeAll(QStringLiteral("offline_access"));
    QStringList prompt;
    if (m_request.maxAge)
        prompt += QStringLiteral("login");
    if (scopes.contains(QLatin1String("offline_access")))
        prompt += QStringLiteral("consent"); // OpenID Connect Core §11 asks for it

    QList<QPair<QString, QString>> fields{
        {QStringLiteral("response_type"), QStringLiteral("code")},
        {QStringLiteral("client_id"), m_operator.clientId},
        {QStringLiteral("redirect_uri"), m_redirect.toString()},
        {QStringLiteral("scope"), scopes.join(QLatin1Char(' '))},
        {QStringLiteral("state"), QString::fromLatin1(state)},
        {QStringLiteral("nonce"), m_request.nonce},
        {QStringLiteral("code_challenge"), QString::fromLatin1(crypto::toBase64Url(crypto::sha256(m_verifier)))},
        {QStringLiteral("code_challenge_method"), QStringLiteral("S256")},
        {QStringLiteral("ui_locales"), QStringLiteral("es-CO es")}};
    if (!m_operator.audience.isEmpty())
        fields.append({QStringLiteral("resource"), m_operator.audience}); // RFC 8707
    if (!m_request.acrValues.isEmpty())
        fields.append({QStringLiteral("acr_values"), m_request.acrValues.join(QLatin1Char(' '))});
    if (m_request.maxAge)
        fields.append({QStringLiteral("max_age"), QString::number(m_request.maxAge->count())});
    if (!prompt.isEmpty())
        fields.append({QStringLiteral("prompt"), prompt.join(QLatin1Char(' '))});

    QUrl url = m_provider.authorization;
    QStringList query;
    if (url.hasQuery())
        query += url.query(QUrl::FullyEncoded);
    for (const auto &[name, value] : fields)
        query += QString(encoded(name) + QLatin1Char('=') + encoded(value));
    url.setQuery(query.join(QLatin1Char('&')));
    return url;
}

void Login::cameBack(const Loopback::Parameters &parameters)
{
    const QString iss = parameters.value(QStringLiteral("iss"));
    // RFC 9207 §2.4: before anything else in the answer is looked at.
    if (iss != m_provider.issuer && (m_provider.sendsIssuer || parameters.contains(QStringLiteral("iss"))))
        return end(refused(QStringLiteral("iss")));
    if (parameters.contains(QStringLiteral("error")))
        return end(refused(parameters.value(QStringLiteral("error"))));
    const QString code = parameters.value(QStringLiteral("code"));
    if (code.isEmpty())
        return end(refused(QStringLiteral("code")));
    exchange(code);
}

void Login::exchange(const QString &code)
{
    QList<QPair<QString, QString>> fields{{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                                          {QStringLiteral("code"), code},
                                          {QStringLiteral("redirect_uri"), m_redirect.toString()},
                                          {QStringLiteral("client_id"), m_operator.clientId},
                                          {QStringLiteral("code_verifier"), QString::fromLatin1(m_verifier)}};
    if (!m_operator.audience.isEmpty())
        fields.append({QStringLiteral("resource"), m_operator.audience});
    m_call = m_transport.send(formPost(m_provider.token, fields), [this](Result<HttpResponse> r) { tokensCame(r); });
}

Result<LoginResult> Login::readTokens(const HttpResponse &response)
{
    const auto json = crypto::parseStrictObject(response.body);
    if (!response.isJson() || !json.ok())
        return refused(QStringLiteral("token_response"));
    const auto text = [&json](const char *name) { return json.value().value(QLatin1String(name)).toString(); };
    if (response.status != 200)
        return refused(text("error"));
    LoginResult out;
    out.accessToken = text("access_token").toLatin1();
    out.refreshToken = text("refresh_token").toLatin1();
    out.idToken = text("id_token").toLatin1();
    out.expiresIn = std::chrono::seconds(json.value().value(QLatin1String("expires_in")).toInteger(0));
    if (text("token_type").compare(QLatin1String("Bearer"), Qt::CaseInsensitive) != 0 || out.accessToken.isEmpty() ||
        out.idToken.isEmpty())
        return refused(QStringLiteral("token_response"));
    return out;
}

void Login::tokensCame(const Result<HttpResponse> &response)
{
    if (!response.ok())
        return end(providerError(response.error(), m_provider.token));
    auto tokens = readTokens(response.value());
    if (!tokens.ok())
        return end(tokens.error());
    m_result = std::move(tokens).value();
    m_providerNow = response.value().date();
    if (!m_providerNow.isValid()) // RFC 9110 §6.6.1; this computer's clock may be years off and is not asked
        return end(Error{errors::badProvider, {{QStringLiteral("what"), QStringLiteral("Date")}}, {}});
    HttpRequest request;
    request.url = m_provider.jwks;
    request.requireEcho = false;
    m_call = m_transport.send(std::move(request), [this](Result<HttpResponse> r) { keysCame(r); });
}

void Login::keysCame(const Result<HttpResponse> &response)
{
    if (!response.ok())
        return end(providerError(response.error(), m_provider.jwks));
    const auto keys = response.value().status == 200 ? crypto::JwkSet::parse(response.value().body)
                                                     : Result<crypto::JwkSet>(refused(QStringLiteral("jwks")));
    if (!keys.ok())
        return end(keys.error());
    const crypto::IdTokenExpectations expected{m_provider.issuer,   m_operator.clientId,  m_request.nonce, m_providerNow,
                                               m_request.subject,   m_request.acrValues,  m_request.maxAge};
    auto identity = crypto::verifyIdToken(m_result.idToken, keys.value(), expected);
    if (!identity.ok()) {
        const bool other = identity.error().code == crypto::errors::badIdToken &&
                           identity.error().params.value(QStringLiteral("claim")).toString() == QLatin1String("sub");
        return end(other ? Error{errors::otherPerson, {{QStringLiteral("expected"), m_request.subject.value_or(QString())}}, {}}
                         : identity.error());
    }
    m_result.identity = std::move(identity).value();
    m_result.keys = response.value().body;
    end(std::move(m_result));
}

void Login::end(Result<LoginResult> result)
{
    if (!m_done)
        return;
    m_patience.stop();
    // Not now: this may run inside one of its signals, and the person's page is still on its way.
    if (m_loopback)
        m_loopback.release()->deleteLater();
    const Done done = std::exchange(m_done, nullptr);
    done(std::move(result));
}

} // namespace carriel::remote
