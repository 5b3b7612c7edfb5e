// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One exchange over HTTP as values: what is asked, what was answered.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QUrl>
#include <chrono>
#include <functional>
#include <optional>

namespace carriel::remote {

struct HttpHeader {
    QByteArray name; // any case
    QByteArray value;
};

struct HttpResponse {
    int status = 0;
    QList<HttpHeader> headers;
    QByteArray body; // empty if the bytes went to a sink

    QByteArray header(QByteArrayView name) const;              // trimmed; empty if absent
    std::optional<qint64> number(QByteArrayView name) const;   // decimal, not negative
    QDateTime date() const;                                    // the server's clock, invalid if it does not say
    bool success() const { return status >= 200 && status < 300; }
    bool isJson() const; // application/json or application/problem+json
};

// Limits of one exchange. Zero: none.
struct HttpLimits {
    std::chrono::milliseconds inactivity{30000};
    std::chrono::milliseconds total{120000};
    qint64 maxBody = 1 << 20; // of what is collected; a sink decides for itself
};

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    QList<HttpHeader> headers;
    QByteArray body;
    HttpLimits limits;
    bool paced = false;       // bytes of documents: they share the bandwidth that the person allows, and have no deadline then
    bool requireEcho = true; // the answer must carry our X-Request-Id (the operator); false for others

    // Called once before any byte of a 2xx answer; an error ends the exchange with it.
    std::function<Outcome(const HttpResponse &)> checkHead = {};
    // Takes the bytes of a 2xx answer as they come; false ends the exchange (CAR-BAS-002).
    std::function<bool(QByteArrayView)> sink = {};
};

// scheme, host and port are the same.
bool sameOrigin(const QUrl &a, const QUrl &b);

} // namespace carriel::remote
