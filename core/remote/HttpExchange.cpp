// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/HttpExchange.h"

#include "core/base/BaseErrors.h"
#include "core/remote/NoDelay.h"
#include "core/remote/OneShotBody.h"
#include "core/remote/RemoteErrors.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

namespace carriel::remote {

namespace {
constexpr qint64 sinkBuffer = 256 * 1024;

QNetworkRequest networkRequest(const HttpRequest &request, const QList<QSslCertificate> &trust, const QByteArray &requestId)
{
    QNetworkRequest out(request.url);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    out.setTransferTimeout(int(request.limits.inactivity.count()));

    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setCaCertificates(trust);
    out.setSslConfiguration(tls);

    out.setRawHeader("User-Agent", "Carriel/" CARRIEL_VERSION);
    out.setRawHeader("X-Request-Id", requestId);
    out.setRawHeader("Accept-Encoding", "identity"); // a compressed body that was cut looks whole to Qt
    for (const HttpHeader &header : request.headers)
        out.setRawHeader(header.name, header.value);
    return out;
}

// One that has its error already, a 404 whose head is enough, complains on the terminal of a second one; its end stops it as well.
void letGo(QNetworkReply *reply)
{
    if (reply->isRunning() && reply->error() == QNetworkReply::NoError)
        reply->abort();
    reply->deleteLater();
}
} // namespace

HttpExchange::HttpExchange(HttpTransport &transport, std::shared_ptr<QNetworkAccessManager> manager, HttpRequest request, Done done)
    : QObject(&transport), m_transport(transport), m_manager(std::move(manager)), m_request(std::move(request)),
      m_done(std::move(done))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpExchange::timeIsUp);
}

HttpExchange::~HttpExchange()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    letGo(m_reply);
}

void HttpExchange::start(const QList<QSslCertificate> &trust, const QByteArray &requestId)
{
    m_requestId = requestId;
    QNetworkRequest request = networkRequest(m_request, trust, requestId);
    if (m_request.method == "GET") {
        m_reply = m_manager->get(request);
    } else if (m_request.method == "HEAD") {
        m_reply = m_manager->head(request);
    } else {
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        auto *body = new OneShotBody(std::move(m_request.body), m_request.paced ? &m_transport.m_up : nullptr);
        m_reply = m_manager->sendCustomRequest(request, m_request.method, body);
        body->setParent(m_reply);
        m_body = body;
    }
    // With a limit a small one: bytes that wait long in it would look like a network that stands still.
    if (m_request.sink)
        m_reply->setReadBufferSize(m_request.paced && m_transport.m_down.isOn() ? sinkBuffer / 8 : sinkBuffer);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finish);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &problems) {
        if (!problems.isEmpty())
            m_tlsProblem = problems.first().errorString();
    });
    // A new connection. The body is asked of this thread, so this comes before any of it is sent.
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { setNoDelay(m_request.url.port(443)); });
    if (m_request.limits.total.count() > 0)
        m_deadline.start(m_request.limits.total);
}

// The time in which the person's own limit let nothing through does not count: the network, or the other side, has its
// deadline with a limit too, so that one that gives a byte now and then holds nothing up for ever.
void HttpExchange::timeIsUp()
{
    std::chrono::milliseconds held = std::exchange(m_held, {});
    if (m_waits)
        held += std::chrono::milliseconds(m_waitsSince.restart());
    if (m_body)
        held += m_body->takeHeld();
    if (held.count() > 0)
        return m_deadline.start(held);
    end(Error{errors::deadline, hostParams(), {}});
}

void HttpExchange::failLater(const Error &error)
{
    QMetaObject::invokeMethod(this, [this, error] { end(error); }, Qt::QueuedConnection);
}

void HttpExchange::cancel()
{
    if (!m_done)
        return; // it is answering right now, and goes by itself
    m_done = nullptr;
    delete this;
}

QVariantMap HttpExchange::hostParams() const
{
    return {{QStringLiteral("host"), m_request.url.host()}};
}

Error HttpExchange::protocolError(const char *reason)
{
    m_transport.dropConnections();
    const QString text = QString::fromLatin1(reason);
    return {errors::protocol, {{QStringLiteral("reason"), text}}, text};
}

Outcome HttpExchange::checkHead()
{
    m_headChecked = true;
    m_response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto pairs = m_reply->rawHeaderPairs();
    for (const auto &pair : pairs)
        m_response.headers.append({pair.first, pair.second});

    const int status = m_response.status;
    // Qt 6.4 takes 103 for the final answer and hands the real one to the next request on the connection.
    if (status < 200)
        return protocolError("interim answer");
    const QByteArray echo = m_response.header("X-Request-Id");
    // A gateway that answers for the operator does not know the id; an id of another request is worse than none.
    const bool gateway = status >= 502 && status <= 504 && echo.isEmpty();
    if (m_request.requireEcho && echo != m_requestId && !gateway)
        return protocolError("request id");
    if (status < 400 && status >= 300) {
        m_transport.dropConnections();
        return Error{errors::redirected, hostParams(), {}};
    }
    const QByteArray coding = m_response.header("Content-Encoding").toLower();
    if (!coding.isEmpty() && coding != "identity")
        return protocolError("content coding");
    if (m_response.success() && m_request.checkHead)
        return m_request.checkHead(m_response);
    return {};
}

void HttpExchange::takeBytes()
{
    if (!m_headChecked) {
        if (const Outcome head = checkHead(); !head.ok())
            return end(head.error());
    }
    // A copy, because the sink may destroy the call, and this object with it.
    const auto sink = m_response.success() ? m_request.sink : nullptr;
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const qint64 some = std::min(sinkBuffer, m_reply->bytesAvailable());
        const qint64 allowed = m_request.paced ? m_transport.m_down.take(some) : some;
        if (allowed == 0) {
            goOnLater();
            return;
        }
        const QByteArray bytes = m_reply->read(allowed);
        m_received += bytes.size();
        if (sink) {
            const QPointer<HttpExchange> alive(this);
            const bool more = sink(bytes);
            if (!alive)
                return;
            if (!more)
                return end(Error{carriel::errors::cancelled, {}, {}});
        } else {
            if (m_received > m_request.limits.maxBody)
                return end(Error{errors::tooLarge, hostParams(), {}});
            m_response.body += bytes;
        }
    }
}

// Its bandwidth is used up. The socket is not read meanwhile, so that the other side waits too.
void HttpExchange::goOnLater()
{
    if (std::exchange(m_waits, true))
        return;
    m_waitsSince.start();
    QTimer::singleShot(Pacer::pause, this, [this] {
        m_waits = false;
        m_held += std::chrono::milliseconds(m_waitsSince.elapsed());
        if (m_reply && m_reply->isFinished())
            finish();
        else if (m_reply)
            takeBytes();
    });
}

Error HttpExchange::networkError() const
{
    QVariantMap params = hostParams();
    const QString detail = m_reply->errorString();
    switch (m_reply->error()) {
    case QNetworkReply::SslHandshakeFailedError:
        params.insert(QStringLiteral("reason"), m_tlsProblem.isEmpty() ? detail : m_tlsProblem);
        return {errors::untrusted, params, detail};
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
        params.insert(QStringLiteral("not_sent"), true);
        return {errors::unreachable, params, detail};
    case QNetworkReply::OperationCanceledError: // Qt's inactivity timer aborts
    case QNetworkReply::TimeoutError:
        return {errors::deadline, params, detail};
    default:
        return {errors::unreachable, params, detail};
    }
}

void HttpExchange::finish()
{
    const auto error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Qt reports 4xx and 5xx as errors too. Those are answers; a lost connection, even after the status line, is none.
    const int number = error;
    const bool fromStatus = error != QNetworkReply::ContentReSendError &&
                            ((number >= QNetworkReply::ContentAccessDenied && number <= QNetworkReply::UnknownContentError) ||
                             (number >= QNetworkReply::InternalServerError && number <= QNetworkReply::UnknownServerError) ||
                             (status >= 400 && error == QNetworkReply::ProtocolInvalidOperationError)); // 400 and 418
    if (status == 0 || (error != QNetworkReply::NoError && !fromStatus)) {
        if (status > 0 && status < 200)
            return end(protocolError("interim answer"));
        return end(networkError());
    }
    const QPointer<HttpExchange> alive(this);
    takeBytes();
    if (!alive || !m_reply || m_waits)
        return;
    const auto length = m_response.number("Content-Length");
    if (length && m_request.method != "HEAD" && m_response.status != 204 && *length != m_received)
        return end(Error{errors::unreachable, hostParams(), QStringLiteral("the body was cut")});
    end(std::move(m_response));
}

void HttpExchange::end(Result<HttpResponse> result)
{
    if (!m_done)
        return;
    m_deadline.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        letGo(std::exchange(m_reply, nullptr));
    }
    const Done done = std::exchange(m_done, nullptr);
    setParent(nullptr); // the transport may go while the answer is looked at
    deleteLater();
    done(std::move(result));
}

} // namespace carriel::remote
