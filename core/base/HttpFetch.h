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
    qint64 maxBytes = 1 << 20;
    std::chrono::milliseconds deadline{15000};
};

class HttpFetch
{
public:
    virtual ~HttpFetch() = default;
    // Answers once, in the caller's thread, from its event loop. Redirects are an error.
    virtual void fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done) = 0;
};

} // namespace carriel
