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

void AccountMail::notifications(const QString &next, Done done)
{
    d.hold(m_api.notifications(folder(), next, std::move(done)));
}

void AccountMail::notification(const QString &id, Done done)
{
    d.hold(m_api.notification(folder(), id, std::move(done)));
}

void AccountMail::consents(const QString &next, Done done)
{
    d.hold(m_api.consents(folder(), next, std::move(done)));
}

void AccountMail::bytes(const QString &blob, qint64 size, BytesDone done)
{
    d.hold(m_api.bytes(folder(), blob, size, std::move(done)));
}

void AccountMail::prepareOpening(const QString &id, Done done)
{
    d.hold(m_api.prepareOpening(folder(), id, std::move(done)));
}

void AccountMail::acknowledge(const QString &id, const QString &key, const QByteArray &body, Done done)
{
    d.hold(m_api.acknowledge(folder(), id, key, body, std::move(done)));
}

void AccountMail::acknowledgement(const QString &id, const QString &challenge, Done done)
{
    d.hold(m_api.acknowledgement(folder(), id, challenge, d.store.deviceId(), std::move(done)));
}

void AccountMail::dispute(const QString &id, const QString &key, const QByteArray &body, Done done)
{
    d.hold(m_api.dispute(folder(), id, key, body, std::move(done)));
}

void AccountMail::giveConsent(const QString &id, const QString &key, const QByteArray &body, Done done)
{
    d.hold(m_api.consent(folder(), id, NotificationApi::ConsentAct::Give, key, body, std::move(done)));
}

void AccountMail::withdrawConsent(const QString &id, const QString &key, const QByteArray &body, Done done)
{
    d.hold(m_api.consent(folder(), id, NotificationApi::ConsentAct::Withdraw, key, body, std::move(done)));
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
        proven(answer ? Result<QByteArray>(answer.value().idToken) : Result<QByteArray>(answer.error()));
    });
}

} // namespace carriel
