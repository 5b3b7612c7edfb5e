// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/Tokens.h"

#include "core/crypto/Jws.h"
#include "core/crypto/StrictJson.h"
#include "core/remote/RemoteErrors.h"

#include <QLoggingCategory>

namespace carriel::remote {

namespace {
Q_LOGGING_CATEGORY(lcTokens, "carriel.remote.tokens", QtWarningMsg)

constexpr std::chrono::seconds renewBefore{20};

Error loginNeeded()
{
    return {errors::loginNeeded, {}, {}};
}
} // namespace

Tokens::Tokens(HttpTransport &transport, TokenStore &store, const Clock &clock, QObject *parent)
    : QObject(parent), m_transport(transport), m_store(store), m_clock(clock)
{
    if (auto stored = m_store.load(); stored.ok() && stored.value())
        m_stored = *stored.value();
}

void Tokens::configure(OperatorDescription op, ProviderDescription provider)
{
    m_operator = std::move(op);
    m_provider = std::move(provider);
}

Outcome Tokens::adopt(const LoginResult &login)
{
    const bool samePerson = m_stored.subject == login.identity.subject;
    StoredTokens next{login.refreshToken, login.identity.subject, login.identity.claims.value(QLatin1String("iss")).toString(),
                      login.idToken, login.identity.acr};
    if (next.refreshToken.isEmpty() && samePerson)
        next.refreshToken = m_stored.refreshToken;
    CARRIEL_CHECK(m_store.save(next));
    m_stored = next;
    m_access = login.accessToken;
    m_renewAt = login.expiresIn > renewBefore ? m_clock.monotonic() + login.expiresIn - renewBefore : std::chrono::milliseconds(0);
    return {};
}

bool Tokens::loggedIn() const
{
    return !m_access.isEmpty() || !m_stored.refreshToken.isEmpty();
}

void Tokens::answerLater(QObject *context, Done done, Result<QByteArray> result)
{
    QMetaObject::invokeMethod(context, [done = std::move(done), result = std::move(result)] { done(result); }, Qt::QueuedConnection);
}

void Tokens::get(QObject *context, Done done)
{
    const bool nearlyOver = m_renewAt.count() > 0 && m_clock.monotonic() >= m_renewAt && !m_stored.refreshToken.isEmpty();
    if (!m_access.isEmpty() && !nearlyOver)
        return answerLater(context, std::move(done), m_access);
    m_waiting.append({context, std::move(done)});
    refresh();
}

void Tokens::renew(QObject *context, const QByteArray &bad, Done done)
{
    // Somebody else renewed it meanwhile.
    if (!m_access.isEmpty() && m_access != bad)
        return answerLater(context, std::move(done), m_access);
    m_access.clear();
    m_waiting.append({context, std::move(done)});
    refresh();
}

void Tokens::refresh()
{
    if (m_refreshing)
        return;
    if (m_stored.refreshToken.isEmpty() || !m_operator || !m_provider) {
        QMetaObject::invokeMethod(this, [this] { answer(loginNeeded()); }, Qt::QueuedConnection);
        return;
    }
    // A refresh uses the token up. Where its successor could not be kept (a full or read-only disk) the login would be lost.
    if (const Outcome room = m_store.canSave(); !room.ok()) {
        QMetaObject::invokeMethod(this, [this, room] { answer(room.error()); }, Qt::QueuedConnection);
        return;
    }
    QList<QPair<QString, QString>> fields{{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                                          {QStringLiteral("refresh_token"), QString::fromLatin1(m_stored.refreshToken)},
                                          {QStringLiteral("client_id"), m_operator->clientId}};
    if (!m_operator->audience.isEmpty())
        fields.append({QStringLiteral("resource"), m_operator->audience});
    m_refreshing = m_transport.send(formPost(m_provider->token, fields), [this](Result<HttpResponse> response) {
        const auto result = readRefreshed(response);
        m_refreshing.reset();
        answer(result);
    });
}

Result<QByteArray> Tokens::readRefreshed(const Result<HttpResponse> &response)
{
    if (!response.ok())
        return providerError(response.error(), m_provider->token);
    const auto json = crypto::parseStrictObject(response.value().body);
    const int status = response.value().status;
    const Error away{errors::providerAway, {{QStringLiteral("host"), m_provider->token.host()}}, QStringLiteral("token endpoint")};
    if (!response.value().isJson() || !json.ok() || status >= 500 || status == 408 || status == 429)
        return away;
    const auto text = [&json](const char *name) { return json.value().value(QLatin1String(name)).toString().toLatin1(); };
    // No answer of a token endpoint, or one that says "later": the person cannot help.
    if (text(status == 200 ? "access_token" : "error").isEmpty() || text("error") == "temporarily_unavailable" ||
        text("error") == "server_error")
        return away;
    if (status != 200) {
        qCInfo(lcTokens) << "refresh refused:" << text("error").left(64);
        // RFC 6749 §5.2. Anything but invalid_grant may be better tomorrow; the token is kept.
        if (text("error") == "invalid_grant") {
            m_stored.refreshToken.clear();
            (void)m_store.save(m_stored);
        }
        return loginNeeded();
    }
    const QByteArray idToken = text("id_token");
    if (!idToken.isEmpty()) {
        // It came over TLS from the token endpoint (OpenID Connect Core §12.2): what counts is that the person is the same.
        const auto jws = crypto::readUnverifiedJws(idToken);
        const auto claims = jws.ok() ? crypto::parseStrictObject(jws.value().payload) : Result<QJsonObject>(jws.error());
        if (!claims.ok() || claims.value().value(QLatin1String("sub")).toString() != m_stored.subject)
            return Error{errors::otherPerson, {{QStringLiteral("expected"), m_stored.subject}}, {}};
    }
    if (const QByteArray next = text("refresh_token"); !next.isEmpty())
        m_stored.refreshToken = next;
    // If this fails the old token is used up and the next start asks for a login; nothing else is lost.
    if (const Outcome saved = m_store.save(m_stored); !saved.ok())
        qCWarning(lcTokens) << "the new refresh token could not be kept:" << saved.error().codeText();
    m_access = text("access_token");
    const std::chrono::seconds life(json.value().value(QLatin1String("expires_in")).toInteger(0));
    m_renewAt = life > renewBefore ? m_clock.monotonic() + life - renewBefore : std::chrono::milliseconds(0);
    return m_access;
}

void Tokens::answer(const Result<QByteArray> &result)
{
    const QList<Waiter> waiting = std::exchange(m_waiting, {});
    for (const Waiter &waiter : waiting) {
        if (waiter.context)
            waiter.done(result);
    }
}

Outcome Tokens::logout(Revoked revoked)
{
    const QByteArray token = m_stored.refreshToken;
    m_access.clear();
    m_stored = {};
    m_refreshing.reset();
    answer(loginNeeded());
    const Outcome cleared = m_store.clear();
    revoke(token, std::move(revoked));
    return cleared;
}

void Tokens::revoke(const QByteArray &refreshToken, Revoked revoked)
{
    if (!revoked)
        revoked = [](bool) {};
    if (refreshToken.isEmpty() || !m_operator || !m_provider || m_provider->revocation.isEmpty()) {
        QMetaObject::invokeMethod(this, [revoked] { revoked(true); }, Qt::QueuedConnection);
        return;
    }
    const QList<QPair<QString, QString>> fields{{QStringLiteral("token"), QString::fromLatin1(refreshToken)},
                                                {QStringLiteral("token_type_hint"), QStringLiteral("refresh_token")},
                                                {QStringLiteral("client_id"), m_operator->clientId}};
    m_revoking = m_transport.send(formPost(m_provider->revocation, fields), [revoked](const Result<HttpResponse> &response) {
        // Any answer of its own is final (RFC 7009 §2.2), but for one that it could not do it now.
        revoked(response.ok() && response.value().status < 500);
    });
}

} // namespace carriel::remote
