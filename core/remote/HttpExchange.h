// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/remote: one request under way.
#pragma once

#include "core/remote/HttpTransport.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

namespace carriel::remote {

class OneShotBody;

class HttpExchange final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<HttpResponse>)>;
    HttpExchange(HttpTransport &transport, std::shared_ptr<QNetworkAccessManager> manager, HttpRequest request, Done done);
    ~HttpExchange() override;

    void start(const QList<QSslCertificate> &trust, const QByteArray &requestId);
    void failLater(const Error &error);
    void cancel();

private:
    Outcome checkHead();
    Error protocolError(const char *reason);
    Error networkError() const;
    QVariantMap hostParams() const;
    void takeBytes();
    void goOnLater();
    void timeIsUp();
    void finish();
    void end(Result<HttpResponse> result);

    HttpTransport &m_transport;
    std::shared_ptr<QNetworkAccessManager> m_manager;
    HttpRequest m_request;
    Done m_done;
    QByteArray m_requestId;
    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    HttpResponse m_response;
    QString m_tlsProblem;
    qint64 m_received = 0;
    bool m_headChecked = false;
    bool m_waits = false; // for its share of the bandwidth
    QElapsedTimer m_waitsSince;
    std::chrono::milliseconds m_held{0}; // it waited so since the deadline was set last
    QPointer<OneShotBody> m_body;
};

} // namespace carriel::remote
