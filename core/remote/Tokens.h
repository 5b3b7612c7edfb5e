// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The access token for the operator, and how to get the next one. One refresh at a time, however many ask; the refresh token
// rotates, and the new one is stored before the access token beside it is used.
// Thread: the engine's.
#pragma once

#include "core/base/Clock.h"
#include "core/remote/Login.h"

#include <QPointer>

namespace carriel::remote {

// What survives the program. Lives in the vault.
struct StoredTokens {
    QByteArray refreshToken; // empty: none
    QString subject;         // co:CC:…
    QString issuer;
    QByteArray idToken;      // of the login, compact
    QString acr;
};

class TokenStore
{
public:
    virtual ~TokenStore() = default;
    virtual Result<std::optional<StoredTokens>> load() = 0;
    virtual Outcome save(const StoredTokens &tokens) = 0;
    virtual Outcome clear() = 0;
    // Whether a save() would succeed now. Asked before a refresh, which uses up the token that is kept.
    virtual Outcome canSave() { return {}; }
};

class Tokens final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<QByteArray>)>;

    Tokens(HttpTransport &transport, TokenStore &store, const Clock &clock, QObject *parent = nullptr);

    // After discovery; until then nothing can be refreshed (loginNeeded).
    void configure(OperatorDescription op, ProviderDescription provider);

    // After a login. A step-up of the same person keeps the refresh token that there is.
    Outcome adopt(const LoginResult &login);

    bool loggedIn() const; // there is a token, or one to get the next with
    QString subject() const { return m_stored.subject; }

    // A token that is believed to be good; refreshed before if its time is nearly over. Answers later, once;
    // loginNeeded if only the person can help, else the network's error. Dropped when `context` dies.
    void get(QObject *context, Done done);
    // `bad` was refused by the operator: get another.
    void renew(QObject *context, const QByteArray &bad, Done done);

    // Forgets everything, here first, then at the provider (RFC 7009) as far as it can be reached. `revoked` is told later,
    // once: true if the provider knows, or has nothing to know.
    using Revoked = std::function<void(bool)>;
    Outcome logout(Revoked revoked = {});
    // A refresh token of a login that was forgotten here while the provider could not be reached.
    void revoke(const QByteArray &refreshToken, Revoked revoked);

private:
    struct Waiter {
        QPointer<QObject> context;
        Done done;
    };
    void refresh();
    Result<QByteArray> readRefreshed(const Result<HttpResponse> &response);
    void answer(const Result<QByteArray> &result);
    void answerLater(QObject *context, Done done, Result<QByteArray> result);

    HttpTransport &m_transport;
    TokenStore &m_store;
    const Clock &m_clock;
    std::optional<OperatorDescription> m_operator;
    std::optional<ProviderDescription> m_provider;
    StoredTokens m_stored;
    QByteArray m_access;
    std::chrono::milliseconds m_renewAt{0}; // monotonic; 0: not known
    QList<Waiter> m_waiting;
    CallPtr m_refreshing;
    CallPtr m_revoking;
};

} // namespace carriel::remote
