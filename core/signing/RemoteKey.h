// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that lie at a signing service (CSC API 2.0.0.2, Cloud Signature Consortium). The person logs in once to see the
// certificates (OAuth 2, scope "service"), and allows the signatures by themselves (scope "credential"), several
// documents at once if the service does that: what is allowed is bound to the digests (SCAL 2). The document never
// leaves this computer. Thread: one with an event loop; everything answers there.
#pragma once

#include "core/base/HttpFetch.h"
#include "core/signing/SignTogether.h"

#include <QJsonObject>
#include <memory>

namespace carriel::signing {

// How the person is asked in the browser. remote and the window's thread stand behind it.
class RemoteDoor
{
public:
    virtual ~RemoteDoor() = default;
    virtual HttpFetch &fetch() = 0;
    struct Back
    {
        QString code;
        QUrl redirect;
    };
    // Shows `address` with redirect_uri and state added; answers once with the code that came back. remoteRefused for a
    // person who said no, or did not answer in time.
    virtual void authorise(QUrl address, std::function<void(Result<Back>)> done) = 0;
};

struct RemoteCredential
{
    QString id;
    crypto::Certificate certificate;
    QList<crypto::Certificate> chain;
    QString algorithm; // OID
    bool enabled = true;
    int together = 1; // most signatures by one permission
};

class RemoteService : public std::enable_shared_from_this<RemoteService>
{
public:
    using Entered = std::function<void(Result<std::shared_ptr<RemoteService>>)>;
    // `address` of the API, such as https://firma.example.co/csc/v2; https, or http on this computer. remoteRefused,
    // badInput, network errors. The login is kept as long as the object.
    static void enter(const QUrl &address, const QString &client, std::shared_ptr<RemoteDoor> door, Entered done);

    const QList<RemoteCredential> &credentials() const { return m_credentials; }
    // Null if there is none of that id. Its sign() asks the service again for its certificate, and then the person.
    std::shared_ptr<KeySource> key(const QString &id);
    // Most documents by one permission; 1 if there is none of that id.
    int together(const QString &id) const;
    // For documents that are signed side by side, at most as many: the person is asked once for
    // all of them (SignTogether). Empty if there is none of that id.
    QList<std::shared_ptr<KeySource>> keys(const QString &id, int count);

private:
    RemoteService(QUrl address, QString client, std::shared_ptr<RemoteDoor> door);
    using Token = std::function<void(Result<QByteArray>)>;
    void authorise(const QList<std::pair<QString, QString>> &what, Token done);
    void call(const QString &method, const QJsonObject &body, std::function<void(Result<QJsonObject>)> done);
    void describe(const QString &id, std::function<void(Result<RemoteCredential>)> done);
    void list(QStringList ids, Entered done);
    void sign(const RemoteCredential &with, const QByteArrayList &toBeSigned, SignTogether::Values done);

    QUrl m_address, m_oauth;
    QString m_client;
    std::shared_ptr<RemoteDoor> m_door;
    QByteArray m_bearer;
    QList<RemoteCredential> m_credentials;
};

} // namespace carriel::signing
