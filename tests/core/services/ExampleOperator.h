// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An operator that answers everything with one example of the protocol, and the client that asks it.
#pragma once

#include "core/remote/OperatorApi.h"
#include "tests/support/Await.h"
#include "tests/support/ScriptedServer.h"

#include <QJsonDocument>

namespace carriel::test {

class NoTokens final : public remote::TokenStore
{
public:
    Result<std::optional<remote::StoredTokens>> load() override { return std::optional<remote::StoredTokens>(); }
    Outcome save(const remote::StoredTokens &) override { return {}; }
    Outcome clear() override { return {}; }
};

class ExampleOperator
{
public:
    // The whole way of an answer: transport, echo, codec. `start(api, done)` asks.
    template <typename T, typename Start>
    sync::Answer<T> answered(const QJsonObject &body, Start start, int status = 200,
                             const QList<QPair<QByteArray, QByteArray>> &headers = {})
    {
        const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
        ScriptedServer server(m_authority,
                              [&](const ScriptedRequest &r) { return ScriptedReply::json(r, status, bytes, headers); });
        remote::HttpTransport transport(m_random, m_authority.trust());
        remote::Tokens tokens(transport, m_store, m_clock);
        remote::ApiClient client(transport, tokens);
        remote::OperatorApi api(client, client);
        remote::LoginResult login;
        login.accessToken = "token";
        login.identity.subject = QStringLiteral("co:CC:1");
        (void)tokens.adopt(login);
        client.setApi(server.url(QStringLiteral("/v1")));
        const sync::Limits limits;
        api.configure(FolderId(QStringLiteral("F")), limits);
        Await<sync::Answer<T>> await;
        const sync::CallPtr call = start(api, sync::Done<T>(await.take()));
        return await.wait() ? await.value() : sync::Answer<T>(sync::Trouble{});
    }

private:
    TestAuthority m_authority;
    SystemRandom m_random;
    SystemClock m_clock;
    NoTokens m_store;
};

} // namespace carriel::test
