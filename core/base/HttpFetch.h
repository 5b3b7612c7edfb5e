// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What `crypto` and `signing` may ask of the network: one whole small object by http(s). `remote` implements it.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QUrl>
#include <chrono>
#include <functional>

namespace carriel {

struct HttpFetchRequest {
    QUrl url;
    QByteArray body;        // empty: GET, otherwise POST
    QByteArray contentType; // of the body
    QByteArray authorization = {}; // of a service that knows the person; over https or to this computer alone
    qint64 maxBytes = 1 << 20;
    std::chrono::milliseconds deadline{15000};
};

// Whether what only the person may have can be sent there: over TLS, or without leaving this computer.
inline bool mayCarrySecrets(const QUrl &url)
{
    const QString host = url.host();
    return url.scheme() == QLatin1String("https") ||
           (url.scheme() == QLatin1String("http") && (host == QLatin1String("127.0.0.1") || host == QLatin1String("::1")));
}

class HttpFetch
{
public:
    virtual ~HttpFetch() = default;
    // Answers once, in the caller's thread, from its event loop. Redirects are an error.
    virtual void fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done) = 0;
};

} // namespace carriel
