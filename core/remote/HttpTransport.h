// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// HTTPS as the protocol needs it, on QNetworkAccessManager: bodies that are sent once, no redirects, no cookies, HTTP/1.1,
// identity coding, our request id echoed, an inactivity and a total deadline, TLS 1.2 or newer.
//
// Thread: its own, which needs an event loop. Every exchange answers once, later - or never, if its Call is destroyed.
// Errors: CAR-REM-001 to 006, CAR-BAS-002. Any answer below 400 that is no redirect, and any answer from 400 on, is a response.
#pragma once

#include "core/base/Random.h"
#include "core/remote/Http.h"
#include "core/remote/Pacer.h"
#include "core/sync/OperatorPort.h"

#include <QObject>
#include <QSslCertificate>
#include <memory>

class QNetworkAccessManager;

namespace carriel::remote {

using sync::Call;
using sync::CallPtr;
class BodyThread;

// The certificates of a PEM file, all of them certificates (CAR-REM-017).
Result<QList<QSslCertificate>> readCaFile(const QString &path);

// The roots of the operating system, each once. Reads files for about 0.1 s: ask once and share.
QList<QSslCertificate> systemTrust();

class HttpTransport final : public QObject
{
    Q_OBJECT
public:
    enum class Plain { Refuse, Allow }; // http:// as well, for what carries its own signature (OCSP, CRL, time stamps)

    // `trust`: the roots that are believed, all of them: systemTrust() and what the person added.
    HttpTransport(Random &random, QList<QSslCertificate> trust, Plain plain = Plain::Refuse, QObject *parent = nullptr);
    ~HttpTransport() override;

    [[nodiscard]] CallPtr send(HttpRequest request, std::function<void(Result<HttpResponse>)> done);

    // Later requests open new connections; those under way go on with theirs. Called by itself after an answer that does not
    // belong to its request, because what still comes on that connection cannot be trusted.
    void dropConnections();

    void setTrust(QList<QSslCertificate> trust); // drops the connections
    using TrustSource = std::function<QList<QSslCertificate>()>;
    void setTrust(TrustSource source); // asked at the first request: who sends none does not pay for reading the system's roots

    // Bytes a second of all paced exchanges together, from now on; 0: no limit.
    void setBandwidth(qint64 up, qint64 down);

    // Every deadline passes so many times sooner than the request says: a test need not wait for minutes.
    void setHaste(int factor) { m_haste = factor; }

private:
    friend class HttpExchange;
    friend class BodyThread;
    [[nodiscard]] CallPtr begin(HttpRequest request, const QList<QSslCertificate> &trust, const QByteArray &requestId,
                                std::function<void(Result<HttpResponse>)> done);

    std::shared_ptr<QNetworkAccessManager> m_manager;
    QList<QSslCertificate> m_trust;
    TrustSource m_trustSource; // until it was asked
    Random &m_random;
    Plain m_plain;
    int m_haste = 1;
    Pacer m_up;
    Pacer m_down;
    qint64 m_upRate = 0;
    std::unique_ptr<BodyThread> m_bodies; // from the first body of some size on
};

} // namespace carriel::remote
