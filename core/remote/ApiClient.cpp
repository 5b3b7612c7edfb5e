// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/ApiClient.h"

#include "core/remote/RemoteErrors.h"

#include <QTimer>

namespace carriel::remote {

namespace {
// Get a token, send, and once more with another token if that one was refused.
class ApiCall final : public QObject, public Call
{
public:
    ApiCall(HttpTransport &transport, Tokens &tokens, HttpRequest request, bool authorized,
            std::function<void()> onDeviceRevoked, ApiClient::Done done)
        : m_transport(transport), m_tokens(tokens), m_request(std::move(request)), m_authorized(authorized),
          m_onDeviceRevoked(std::move(onDeviceRevoked)), m_done(std::move(done))
    {
    }

    void startAfter(std::chrono::milliseconds wait)
    {
        if (wait.count() == 0)
            start();
        else
            QTimer::singleShot(wait, this, &ApiCall::start);
    }

    void start()
    {
        if (!m_authorized)
            return send({});
        m_tokens.get(this, [this](const Result<QByteArray> &token) { tokenCame(token); });
    }

    void failLater(const Trouble &trouble)
    {
        QMetaObject::invokeMethod(this, [this, trouble] { end(trouble); }, Qt::QueuedConnection);
    }

private:
    void tokenCame(const Result<QByteArray> &token)
    {
        if (!token.ok()) {
            Trouble trouble = troubleOf(token.error());
            trouble.notSent = !m_renewed; // without a token the request itself has not left
            return end(trouble);
        }
        send(token.value());
    }

    void send(const QByteArray &token)
    {
        m_token = token;
        HttpRequest request = m_request; // bodies are shared, not copied
        if (m_authorized)
            request.headers.append({"Authorization", "Bearer " + token});
        m_step = m_transport.send(std::move(request), [this](Result<HttpResponse> response) { answerCame(std::move(response)); });
    }

    void answerCame(Result<HttpResponse> response)
    {
        if (!response.ok())
            return end(troubleOf(response.error()));
        if (response.value().success())
            return end(std::move(response).value());
        const Trouble trouble = troubleOf(response.value());
        if (trouble.error.code == errors::deviceRevoked) {
            if (m_onDeviceRevoked)
                m_onDeviceRevoked();
            return end(trouble);
        }
        if (trouble.kind != TroubleKind::AuthNeeded || !m_authorized || m_renewed)
            return end(trouble);
        m_renewed = true;
        m_tokens.renew(this, m_token, [this](const Result<QByteArray> &token) { tokenCame(token); });
    }

    void end(sync::Answer<HttpResponse> answer)
    {
        const ApiClient::Done done = std::exchange(m_done, nullptr);
        done(std::move(answer)); // may delete this
    }

    HttpTransport &m_transport;
    Tokens &m_tokens;
    HttpRequest m_request;
    bool m_authorized;
    bool m_renewed = false;
    std::function<void()> m_onDeviceRevoked;
    ApiClient::Done m_done;
    QByteArray m_token;
    CallPtr m_step;
};

// The path is put behind the base as text, so that nothing in it can lead to another host or above the base.
QUrl addressOf(const QUrl &api, const ApiRequest &request)
{
    const QString path = request.path.section(QLatin1Char('?'), 0, 0);
    if (!path.startsWith(QLatin1Char('/')) || path.contains(QLatin1String("//")) || path.contains(QLatin1String("..")))
        return {};
    const QString base = request.fromOrigin ? api.toString(QUrl::RemovePath | QUrl::RemoveQuery) : api.toString();
    return QUrl(QString(base + request.path), QUrl::StrictMode);
}
} // namespace

CallPtr ApiClient::send(ApiRequest request, Done done)
{
    const bool ready = !m_api.isEmpty() && !request.path.isEmpty();
    HttpRequest http;
    http.url = addressOf(m_api, request);
    const bool good = http.url.isValid() && sameOrigin(http.url, m_api);
    http.method = std::move(request.method);
    http.headers = std::move(request.headers);
    http.body = std::move(request.body);
    http.limits = request.limits;
    http.paced = request.paced;
    http.checkHead = std::move(request.checkHead);
    http.sink = std::move(request.sink);
    auto call = std::make_unique<ApiCall>(m_transport, m_tokens, std::move(http), request.authorized, m_onDeviceRevoked,
                                          std::move(done));
    if (good)
        call->startAfter(m_pace.take(m_clock.monotonic()));
    else
        call->failLater(ready ? protocolTrouble(QStringLiteral("address")) : troubleOf(Error{errors::loginNeeded, {}, {}}));
    return call;
}

} // namespace carriel::remote
