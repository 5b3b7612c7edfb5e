// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/NetworkFetch.h"

#include "core/remote/RemoteErrors.h"

namespace carriel::remote {

void NetworkFetch::fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done)
{
    if (!request.authorization.isEmpty() && !mayCarrySecrets(request.url))
        return done(Error{errors::refused, {{QStringLiteral("host"), request.url.host()}}, QStringLiteral("not https")});
    HttpRequest http;
    http.url = request.url;
    http.requireEcho = false;
    http.limits = {std::chrono::milliseconds(10000), request.deadline, request.maxBytes};
    if (!request.body.isEmpty()) {
        http.method = "POST";
        http.body = request.body;
        http.headers = {{"Content-Type", request.contentType}};
    }
    if (!request.authorization.isEmpty())
        http.headers.append({"Authorization", request.authorization});
    const quint64 number = ++m_calls->last;
    const std::weak_ptr<Calls> calls = m_calls;
    CallPtr call = m_transport.send(std::move(http), [calls, number, host = request.url.host(), done = std::move(done)](Result<HttpResponse> response) {
        if (const auto alive = calls.lock())
            alive->running.erase(number);
        if (!response.ok())
            return done(response.error());
        const int status = response.value().status;
        if (status != 200)
            return done(Error{errors::refused, {{QStringLiteral("status"), status}, {QStringLiteral("host"), host}}, {}});
        done(std::move(response.value().body));
    });
    m_calls->running.emplace(number, std::move(call));
}

} // namespace carriel::remote
