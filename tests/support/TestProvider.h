// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An identity provider and an operator's login side for tests of the client: signs what it is told to sign, right or wrong.
// The real provider stands in the sandbox; this one exists for the answers that a real one never gives.
#pragma once

#include "core/crypto/Jws.h"
#include "core/remote/Discovery.h"
#include "tests/support/ScriptedServer.h"

#include <QTcpSocket>

namespace carriel::test {

class TestProvider
{
public:
    explicit TestProvider(const TestAuthority &authority);

    ScriptedServer server;
    crypto::PrivateKey key;       // published
    QString subject = QStringLiteral("co:CC:1020304050");
    QJsonObject claims;           // over the right ones; null removes
    QJsonObject tokenAnswer;      // over the right one; null removes
    int tokenStatus = 200;
    bool signWithAnotherKey = false;
    bool tamper = false;
    QString nonce;                // of the login under way
    QString challenge;
    QString audience;             // not empty: access tokens are JWTs for it (RFC 9068)
    QString acr = QStringLiteral("high");
    qint64 authAge = 0;           // seconds since the person typed a password
    int refreshes = 0;
    QString refreshToken = QStringLiteral("refresh-0");

    QString issuer() const { return server.url().toString(); }
    remote::ProviderDescription description() const;
    remote::OperatorDescription op() const; // its API is the same server

    // What the person's browser does: goes to `authorization`, logs in, comes back. `changed` replaces parameters of the way back.
    QUrl wayBack(const QUrl &authorization, const QHash<QString, QString> &changed = {});
    // The browser's request to the loopback; its answer comes in `page`.
    static void visit(const QUrl &url, QByteArray *page = nullptr);

    ScriptedReply answer(const ScriptedRequest &request);

    QString accessToken() const; // of the login under way, as its answer brings it

private:
    QByteArray idToken() const;
    ScriptedReply token(const ScriptedRequest &request);
};

} // namespace carriel::test
