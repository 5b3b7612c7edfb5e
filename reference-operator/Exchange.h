// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One request and its answer, as the operator's own code sees them. Thread: the request's.
#pragma once

#include "reference-operator/Auth.h"
#include "reference-operator/Outcome.h"

#include <QJsonObject>
#include <QStringList>
#include <functional>

namespace httplib {
struct Request;
struct Response;
class ContentReader;
} // namespace httplib

namespace carriel::op {

class Exchange
{
public:
    Exchange(const httplib::Request &request, httplib::Response &response, const httplib::ContentReader *reader);

    // ---- the request
    QByteArray method() const;
    QString path() const; // decoded
    QByteArray header(const char *name) const; // empty: not there
    QString query(const char *name) const;
    bool hasQuery(const char *name) const;
    const QString &requestId() const { return m_requestId; }
    qint64 contentLength() const; // -1: not told
    bool isChunked() const;

    QByteArray body(qint64 most);               // throws too_large, after reading past it
    QJsonObject json(qint64 most, const char *mediaType = "application/json");
    void stream(const std::function<void(QByteArrayView)> &take); // whole body; an exception of `take` is thrown at its end
    void drain();                               // what is left of the body, so that the connection stays in step

    // ---- what routing and authorisation found
    QString route; // for log and metrics: "GET item"
    Principal who;
    QString folder;
    QStringList args; // item, upload, …

    QString arg(int n) const { return args.value(n); }
    QString key() const;      // Idempotency-Key; throws when missing or malformed
    void needIfNoneMatch() const; // throws precondition_required
    QByteArray needHeader(const char *name, const char *problem) const;
    qint64 number(const QByteArray &text) const; // throws invalid_request

    // ---- the answer
    void header(const char *name, const QByteArray &value);
    void json(int status, const QJsonObject &object);
    void write(int status, const QByteArray &body, const char *mediaType);
    void empty(int status);
    void send(const Outcome &outcome);
    void problem(const Problem &problem);
    httplib::Response &response() { return m_response; }
    const httplib::Request &request() const { return m_request; }
    // The body comes from a provider and the library must not cut it by the Range header itself.
    void ignoreRange();
    // Answers and closes the connection: what comes after is not to be trusted.
    void problemAndClose(const Problem &problem);

private:
    const httplib::Request &m_request;
    httplib::Response &m_response;
    const httplib::ContentReader *m_reader;
    QString m_requestId;
    bool m_read = false;
};

} // namespace carriel::op
