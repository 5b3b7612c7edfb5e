// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One login in the person's browser: OAuth 2 code with PKCE (RFC 7636) for a native program (RFC 8252), OpenID Connect.
// Thread: the engine's. It answers once, later; destroying it ends the wait.
#pragma once

#include "core/base/SecretBytes.h"
#include "core/crypto/IdToken.h"
#include "core/remote/Discovery.h"
#include "core/remote/Loopback.h"

#include <QTimer>

namespace carriel::remote {

struct LoginRequest {
    QString nonce;                          // empty: random. A device binding or an act's digest otherwise
    QStringList acrValues;                  // asked for, and one of them required
    std::optional<std::chrono::seconds> maxAge; // a step-up: log in again if it was longer ago
    std::optional<QString> subject;         // a step-up: this person, nobody else (otherPerson)
    bool stayLoggedIn = true;               // ask for a refresh token; a step-up does not need one
    std::chrono::milliseconds patience{300000};
};

struct LoginResult {
    QByteArray accessToken;
    std::chrono::seconds expiresIn{0}; // a hint; the operator alone decides
    QByteArray refreshToken;           // empty if none was given
    QByteArray idToken;                // compact, as it came: it is evidence
    crypto::IdToken identity;
    QByteArray keys; // JWKS of the provider that verified it, as it came
};

class Login final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<LoginResult>)>;

    // `openBrowser` shows the address to the person; it returns at once.
    Login(HttpTransport &transport, Random &random, OperatorDescription op, ProviderDescription provider, QObject *parent = nullptr);

    void start(LoginRequest request, std::function<void(QUrl)> openBrowser, Done done);

private:
    Result<QUrl> begin();
    void cameBack(const Loopback::Parameters &parameters);
    void exchange(const QString &code);
    void tokensCame(const Result<HttpResponse> &response);
    void keysCame(const Result<HttpResponse> &response);
    Result<LoginResult> readTokens(const HttpResponse &response);
    void end(Result<LoginResult> result);

    HttpTransport &m_transport;
    Random &m_random;
    OperatorDescription m_operator;
    ProviderDescription m_provider;
    LoginRequest m_request;
    Done m_done;
    QTimer m_patience;
    std::unique_ptr<Loopback> m_loopback;
    QUrl m_redirect;
    QByteArray m_verifier;
    CallPtr m_call;
    LoginResult m_result;
    QDateTime m_providerNow;
};

// Form-encoded POST, as token endpoints take it.
HttpRequest formPost(const QUrl &url, const QList<QPair<QString, QString>> &fields);

} // namespace carriel::remote
