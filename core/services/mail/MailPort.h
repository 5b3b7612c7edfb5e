// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the mailbox needs of the operator and of the account. Private to core/services. Thread: the engine's.
#pragma once

#include "core/domain/Ids.h"
#include "core/remote/DeviceKeys.h"
#include "core/sync/OperatorPort.h"

#include <QJsonObject>

namespace carriel::mail {

// Who opens, and with what.
struct Identity
{
    QString holder; // co:CC:…
    DeviceId device;
    remote::DeviceKeys keys;
    QByteArray statement; // of the operator about this device
};

class MailPort
{
public:
    using Done = std::function<void(sync::Answer<QJsonObject>)>;
    using BytesDone = std::function<void(sync::Answer<QByteArray>)>;
    struct IdentityProof
    {
        QByteArray token; // the provider's ID token, compact
        QByteArray keys;  // his JWKS at that moment; may be empty
    };
    using Proven = std::function<void(Result<IdentityProof>)>;

    virtual ~MailPort() = default;
    virtual Result<Identity> identity() = 0;
    virtual void directory(Done done) = 0;
    virtual void warnings(Done done) = 0;
    virtual void procedures(const QString &next, Done done) = 0;
    virtual void notifications(const QString &next, Done done) = 0;
    virtual void notification(const QString &id, Done done) = 0;
    virtual void consents(const QString &next, Done done) = 0;
    virtual void bytes(const QString &blob, qint64 size, BytesDone done) = 0;
    virtual void prepareOpening(const QString &id, Done done) = 0;
    virtual void acknowledge(const QString &id, const QString &key, const QByteArray &body, Done done) = 0;
    virtual void acknowledgement(const QString &id, const QString &challenge, Done done) = 0;
    virtual void dispute(const QString &id, const QString &key, const QByteArray &body, Done done) = 0;
    virtual void giveConsent(const QString &id, const QString &key, const QByteArray &body, Done done) = 0;
    virtual void withdrawConsent(const QString &id, const QString &key, const QByteArray &body, Done done) = 0;
    // A login of the person, at once, whose ID token carries this nonce: he means this very act.
    virtual void proveAct(const QString &nonce, const QString &acr, int maxAge, Proven proven) = 0;
};

} // namespace carriel::mail
