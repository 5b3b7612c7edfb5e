// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A person at a running reference operator: the whole client below the engine, put together as the program does it.
#pragma once

#include "core/crypto/Digest.h"
#include "core/remote/AccountApi.h"
#include "core/remote/OperatorApi.h"
#include "tests/support/Await.h"
#include "tests/support/RealOperator.h"

namespace carriel::test {

using namespace carriel::remote;
using namespace carriel::sync;

class NoTokens final : public TokenStore
{
public:
    Result<std::optional<StoredTokens>> load() override { return std::optional<StoredTokens>(); }
    Outcome save(const StoredTokens &) override { return {}; }
    Outcome clear() override { return {}; }
};

inline const QString highAcr = QStringLiteral("urn:carpeta:loa:high");

class OperatorFixture
{
protected:
    TestAuthority m_authority;
    SystemRandom m_random;
    SystemClock m_clock;
    NoTokens m_store;
    std::unique_ptr<TestProvider> m_provider;
    std::unique_ptr<RealOperator> m_operator;
    std::unique_ptr<HttpTransport> m_transport;
    std::unique_ptr<HttpTransport> m_eventTransport;
    std::unique_ptr<Tokens> m_tokens;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<ApiClient> m_events;
    std::unique_ptr<AccountApi> m_account;
    std::unique_ptr<OperatorApi> m_api;
    OperatorDescription m_description;
    ProviderDescription m_providerDescription;
    FolderId m_folder{QStringLiteral("folder-1")};
    std::optional<DeviceKeys> m_keys;
    int m_keyCount = 0;

    OpKey key() { return OpKey(QStringLiteral("op-%1").arg(++m_keyCount)); }

    // Runs one call and gives its answer.
    template <typename T, typename Start> Answer<T> ask(Start start)
    {
        Await<Answer<T>> await;
        const CallPtr call = start(Done<T>(await.take()));
        if (!await.wait())
            qFatal("no answer");
        return await.value();
    }

    template <typename T> static QString trouble(const Answer<T> &answer)
    {
        const auto *t = std::get_if<Trouble>(&answer);
        return t ? QString(t->error.codeText() + QLatin1Char(' ') + t->error.detail) : QString();
    }

    Result<LoginResult> logIn(LoginRequest request)
    {
        Login login(*m_transport, m_random, m_description, m_providerDescription);
        Await<Result<LoginResult>> await;
        login.start(std::move(request), [&](const QUrl &url) { TestProvider::visit(m_provider->wayBack(url)); }, await.take());
        if (!await.wait())
            qFatal("no login");
        return std::move(await.value());
    }

    DeviceRegistration registration(const QString &id, const DeviceKeys &keys)
    {
        const DeviceBinding binding = bindingFor(keys, m_random);
        LoginRequest request;
        request.nonce = binding.nonce;
        const LoginResult login = logIn(request).value();
        if (!m_tokens->adopt(login).ok())
            qFatal("tokens");
        return {DeviceId(id), QStringLiteral("Equipo ") + id, keys, binding, login.idToken, login.identity.subject, key()};
    }

    OpRow frozen(const Intent &intent)
    {
        const FrozenRequest request = m_api->freeze(intent).value();
        OpRow op;
        op.key = key();
        op.kind = intent.kind;
        op.target = intent.item.id;
        op.method = request.method;
        op.path = request.path;
        op.ifMatch = request.ifMatch;
        op.contentType = request.contentType;
        op.body = request.body;
        op.bodySha256 = crypto::sha256(request.body);
        return op;
    }

    static Intent newFolder(const QString &id, const QString &name)
    {
        Intent intent;
        intent.kind = OpKind::CreateFolder;
        intent.item.id = ItemId(id);
        intent.item.type = ItemType::Folder;
        intent.item.local.name = name;
        return intent;
    }

    static Intent newDocument(const QString &id, const QString &name, const RemoteBlobId &blob, const QByteArray &bytes)
    {
        Intent intent;
        intent.kind = OpKind::CreateDocument;
        intent.item.id = ItemId(id);
        intent.item.local.name = name;
        intent.item.local.meta.setLabels(QStringList{QStringLiteral("hogar")});
        intent.version = VersionRow{};
        intent.version->mediaType = QStringLiteral("text/plain");
        intent.blob = BlobRow{};
        intent.blob->remoteId = blob;
        intent.blob->sha256 = crypto::sha256(bytes);
        return intent;
    }

    // The row as the engine keeps it after the operator's answer.
    static ItemRow rowOf(const RemoteItem &item)
    {
        ItemRow row;
        row.id = item.id;
        row.type = item.type;
        row.remote = row.base = item.fields;
        row.local = item.fields;
        row.etag = item.etag;
        row.facts = item.facts;
        return row;
    }

    Answer<OpResult> send(const OpRow &op)
    {
        return ask<OpResult>([&](auto done) { return m_api->send(op, done); });
    }

    RemoteBlobId upload(const QByteArray &bytes)
    {
        const auto created = ask<UploadCreated>([&](auto done) { return m_api->createUpload(key(), bytes.size(), crypto::sha256(bytes), done); });
        const auto &upload = std::get<UploadCreated>(created);
        if (!upload.blob.isEmpty())
            return upload.blob;
        const auto end = ask<UploadProgress>([&](auto done) { return m_api->append(upload.url, 0, bytes, true, done); });
        return std::get<UploadProgress>(end).blob;
    }

    void setUp(const QJsonObject &limits = {}, const QUrl &announced = {})
    {
        m_provider = std::make_unique<TestProvider>(m_authority);
        m_provider->acr = highAcr;
        m_operator = std::make_unique<RealOperator>(m_authority, *m_provider, limits, announced);
        m_transport = std::make_unique<HttpTransport>(m_random, m_authority.trust());
        m_eventTransport = std::make_unique<HttpTransport>(m_random, m_authority.trust());

        Await<Result<OperatorDescription>> op;
        const CallPtr first = discoverOperator(*m_transport, m_operator->url(), std::nullopt, op.take());
        if (!op.wait())
            qFatal("no answer");
        if (!op.value().ok())
            qFatal("no operator");
        m_description = op.value().value();
        m_provider->audience = m_description.audience;
        Await<Result<ProviderDescription>> provider;
        const CallPtr second = discoverProvider(*m_transport, m_description.issuer, provider.take());
        if (!provider.wait() || !provider.value().ok())
            qFatal("no provider");
        m_providerDescription = provider.value().value();

        m_tokens = std::make_unique<Tokens>(*m_transport, m_store, m_clock);
        m_tokens->configure(m_description, m_providerDescription);
        m_client = std::make_unique<ApiClient>(*m_transport, *m_tokens);
        m_client->setApi(m_description.api);
        m_events = std::make_unique<ApiClient>(*m_eventTransport, *m_tokens);
        m_events->setApi(m_description.api);
        m_account = std::make_unique<AccountApi>(*m_client);
        m_api = std::make_unique<OperatorApi>(*m_client, *m_events);
    }
};

} // namespace carriel::test
