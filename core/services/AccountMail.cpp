// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/AccountMail.h"

#include "core/services/ServiceErrors.h"

namespace carriel {

using remote::NotificationApi;

Result<mail::Identity> AccountMail::identity()
{
    const AccountStore::Holder holder = d.store.holder();
    if (holder.statement.isEmpty())
        return Error{errors::notLoggedIn, {}, {}};
    CARRIEL_TRY(remote::DeviceKeys keys, d.store.deviceKeys());
    return mail::Identity{holder.person, d.store.deviceId(), std::move(keys), holder.statement};
}

void AccountMail::directory(Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_api.directory(std::move(came)); });
}

void AccountMail::warnings(Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_api.warnings(std::move(came)); });
}

void AccountMail::procedures(const QString &next, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_api.procedures(next, std::move(came)); });
}

void AccountMail::notifications(const QString &next, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_api.notifications(folder(), next, std::move(came)); });
}

void AccountMail::notification(const QString &id, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_api.notification(folder(), id, std::move(came)); });
}

void AccountMail::consents(const QString &next, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_api.consents(folder(), next, std::move(came)); });
}

void AccountMail::bytes(const QString &blob, qint64 size, BytesDone done)
{
    run<QByteArray>(std::move(done), [&](auto came) { return m_api.bytes(folder(), blob, size, std::move(came)); });
}

void AccountMail::prepareOpening(const QString &id, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_api.prepareOpening(folder(), id, std::move(came)); });
}

void AccountMail::acknowledge(const QString &id, const QString &key, const QByteArray &body, Done done)
{
    run<QJsonObject>(std::move(done),
                     [&](auto came) { return m_api.acknowledge(folder(), id, key, body, std::move(came)); });
}

void AccountMail::acknowledgement(const QString &id, const QString &challenge, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) {
        return m_api.acknowledgement(folder(), id, challenge, d.store.deviceId(), std::move(came));
    });
}

void AccountMail::dispute(const QString &id, const QString &key, const QByteArray &body, Done done)
{
    run<QJsonObject>(std::move(done),
                     [&](auto came) { return m_api.dispute(folder(), id, key, body, std::move(came)); });
}

void AccountMail::giveConsent(const QString &id, const QString &key, const QByteArray &body, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) {
        return m_api.consent(folder(), id, NotificationApi::ConsentAct::Give, key, body, std::move(came));
    });
}

void AccountMail::withdrawConsent(const QString &id, const QString &key, const QByteArray &body, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) {
        return m_api.consent(folder(), id, NotificationApi::ConsentAct::Withdraw, key, body, std::move(came));
    });
}

void AccountMail::proveAct(const QString &nonce, const QString &acr, int maxAge, Proven proven)
{
    if (d.loginDone || !d.known)
        return proven(Error{errors::loginRunning, {}, {}});
    remote::LoginRequest request;
    request.nonce = nonce;
    request.acrValues = d.known->op.acrAtLeast(QLatin1String("urn:carpeta:loa:") + acr);
    request.maxAge = std::chrono::seconds(maxAge);
    request.subject = d.store.holder().person;
    request.stayLoggedIn = false;
    d.loginDone = [proven](const Outcome &cancelled) {
        if (!cancelled)
            proven(cancelled.error());
    };
    d.login = std::make_unique<remote::Login>(d.transport, d.random, d.known->op, d.known->provider);
    d.login->start(request, d.openBrowser, [this, proven](Result<remote::LoginResult> answer) {
        // The Login that calls must not be destroyed by what it calls.
        d.login.release()->deleteLater();
        d.loginDone = {};
        // The token itself is not kept: this login proves one act and nothing else.
        proven(answer ? Result<IdentityProof>(IdentityProof{answer.value().idToken, answer.value().keys})
                      : Result<IdentityProof>(answer.error()));
    });
}

} // namespace carriel
