// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests to the operator's API: its origin and no other gets the access token, a refused token is renewed once and the same
// bytes are sent again. Thread: the engine's.
#pragma once

#include "core/remote/Pace.h"
#include "core/remote/ProblemCodec.h"
#include "core/remote/Tokens.h"

namespace carriel::remote {

struct ApiRequest {
    QByteArray method = "GET";
    QString path;             // below the API's base, encoded, with its query; or with `fromOrigin` from the origin's root
    bool fromOrigin = false;
    bool authorized = true;
    QList<HttpHeader> headers;
    QByteArray body;
    HttpLimits limits;
    bool paced = false; // bytes of documents
    std::function<Outcome(const HttpResponse &)> checkHead = {};
    std::function<bool(QByteArrayView)> sink = {};
};

class ApiClient
{
public:
    using Done = std::function<void(sync::Answer<HttpResponse>)>;

    // `transport` may be another than the one that `tokens` uses: an endless stream has its own connections.
    ApiClient(HttpTransport &transport, Tokens &tokens) : m_transport(transport), m_tokens(tokens) {}

    void setApi(const QUrl &api) { m_api = api; }
    const QUrl &api() const { return m_api; }
    void setPerSecond(int requests) { m_pace.setPerSecond(requests); } // 0: as fast as it goes
    // Called when the operator says that this device is no longer one of the folder's; no token helps then.
    void setOnDeviceRevoked(std::function<void()> told) { m_onDeviceRevoked = std::move(told); }
    // Bytes a second of all paced requests together; 0: no limit.
    void setBandwidth(qint64 up, qint64 down) { m_transport.setBandwidth(up, down); }

    // Only 2xx answers come as a response.
    [[nodiscard]] CallPtr send(ApiRequest request, Done done);

private:
    HttpTransport &m_transport;
    Tokens &m_tokens;
    QUrl m_api;
    SystemClock m_clock;
    Pace m_pace;
    std::function<void()> m_onDeviceRevoked;
};

} // namespace carriel::remote
