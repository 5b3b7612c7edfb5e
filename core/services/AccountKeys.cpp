// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/AccountKeys.h"

#include "core/remote/RemoteErrors.h"
#include "core/services/ServiceErrors.h"

namespace carriel {

Result<sealed::OwnDevice> AccountKeys::self()
{
    const AccountStore::Holder holder = d.store.holder();
    if (holder.statement.isEmpty())
        return Error{errors::notLoggedIn, {}, {}};
    CARRIEL_TRY(remote::DeviceKeys keys, d.store.deviceKeys());
    return sealed::OwnDevice{holder.person, d.store.deviceId().text(), std::move(keys)};
}

void AccountKeys::keys(Done done)
{
    run(std::move(done), [&](auto came) { return m_api.keys(folder(), std::move(came)); });
}

void AccountKeys::add(int generation, const QJsonObject &body, Done done)
{
    run(std::move(done), [&](auto came) { return m_api.add(folder(), generation, body, std::move(came)); });
}

void AccountKeys::copy(int generation, const QString &reader, const QJsonObject &body, Done done)
{
    run(std::move(done), [&](auto came) { return m_api.copy(folder(), generation, reader, body, std::move(came)); });
}

void AccountKeys::device(const QString &id, Done done)
{
    run(std::move(done), [&](auto came) { return m_api.device(folder(), id, std::move(came)); });
}

void AccountKeys::pairing(const QString &device, Done done)
{
    run(std::move(done), [&](auto came) { return m_api.pairing(folder(), device, std::move(came)); });
}

void AccountKeys::step(const QString &device, const QString &step, const QJsonObject &body, Done done)
{
    run(std::move(done), [&](auto came) { return m_api.step(folder(), device, step, body, std::move(came)); });
}

void AccountKeys::addProof(int generation, const QJsonObject &body, Done done)
{
    run(std::move(done), [&](auto came) { return m_api.addProof(folder(), generation, body, std::move(came)); });
}

void AccountKeys::stepUp(std::function<void(Outcome)> done)
{
    d.q->stepUp(std::move(done));
}

void AccountKeys::proveKey(const QString &nonce, std::function<void(Result<QByteArray>)> proven)
{
    if (d.loginDone || !d.known)
        return proven(Error{errors::loginRunning, {}, {}});
    remote::LoginRequest request;
    request.nonce = nonce;
    request.acrValues = d.known->op.acrAtLeast(QStringLiteral("urn:carpeta:loa:high"));
    request.maxAge = std::chrono::seconds(300);
    request.subject = d.store.holder().person;
    request.stayLoggedIn = false;
    remote::OperatorDescription asked = d.known->op;
    asked.scopes = {QStringLiteral("openid")}; // others are shown the token: it holds the number, and nothing else of the person
    d.loginDone = [proven](const Outcome &cancelled) {
        if (!cancelled)
            proven(cancelled.error());
    };
    d.login = std::make_unique<remote::Login>(d.transport, d.random, asked, d.known->provider);
    d.login->start(request, d.openBrowser, [this, proven](Result<remote::LoginResult> answer) {
        d.login.release()->deleteLater(); // the Login that calls must not be destroyed by what it calls
        d.loginDone = {};
        proven(answer ? Result<QByteArray>(answer.value().idToken) : Result<QByteArray>(answer.error()));
    });
}

void AccountKeys::provider(std::function<void(Result<shares::Provider>)> done)
{
    if (!d.known)
        return done(Error{errors::notLoggedIn, {}, {}});
    remote::HttpRequest request;
    request.url = d.known->provider.jwks;
    request.requireEcho = false;
    const int number = ++m_last;
    m_calls[number] = d.transport.send(std::move(request), [this, number, done = std::move(done)](const Result<remote::HttpResponse> &response) {
        const auto ended = m_calls.extract(number);
        const QUrl url = d.known ? d.known->provider.jwks : QUrl();
        if (!response)
            return done(remote::providerError(response.error(), url));
        if (response.value().status != 200 || !d.known)
            return done(Error{remote::errors::badProvider, {{QStringLiteral("what"), QStringLiteral("jwks")}}, {}});
        done(shares::Provider{d.known->provider.issuer, d.known->op.clientId, response.value().body});
    });
}

} // namespace carriel
