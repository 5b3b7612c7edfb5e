// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Exchange.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/StrictJson.h"

#include <QRegularExpression>

namespace carriel::op {

using namespace Qt::StringLiterals;

Exchange::Exchange(const httplib::Request &request, httplib::Response &response, const httplib::ContentReader *reader)
    : m_request(request), m_response(response), m_reader(reader)
{
    static const QRegularExpression allowed(u"^[A-Za-z0-9._-]{1,64}$"_s);
    const QString told = QString::fromLatin1(header("X-Request-Id"));
    m_requestId = allowed.match(told).hasMatch() ? told : newId();
    header("X-Request-Id", m_requestId.toLatin1());
    header("X-Content-Type-Options", "nosniff");
}

QByteArray Exchange::method() const
{
    return QByteArray::fromStdString(m_request.method);
}

QString Exchange::path() const
{
    return QString::fromStdString(m_request.path);
}

QByteArray Exchange::header(const char *name) const
{
    return QByteArray::fromStdString(m_request.get_header_value(name));
}

QString Exchange::query(const char *name) const
{
    const QString value = QString::fromStdString(m_request.get_param_value(name));
    if (value.contains(QChar(u'\0')))
        throw Problem("invalid_request").with("detail", QString::fromLatin1(name));
    return value;
}

bool Exchange::hasQuery(const char *name) const
{
    return m_request.has_param(name);
}

qint64 Exchange::contentLength() const
{
    bool ok = false;
    const qint64 length = header("Content-Length").toLongLong(&ok);
    return ok && length >= 0 ? length : -1;
}

bool Exchange::isChunked() const
{
    return m_request.has_header("Transfer-Encoding");
}

void Exchange::stream(const std::function<void(QByteArrayView)> &take)
{
    m_read = true;
    if (!m_reader || contentLength() == 0)
        return;
    std::exception_ptr failed;
    const auto each = [&](const char *data, size_t size) {
        if (!failed) {
            try {
                take(QByteArrayView(data, qsizetype(size)));
            } catch (...) {
                failed = std::current_exception(); // the rest is read and dropped
            }
        }
        return true;
    };
    bool whole = false;
    if (m_request.is_multipart_form_data())
        whole = (*m_reader)([](const httplib::MultipartFormData &) { return true; }, each);
    else
        whole = (*m_reader)(each);
    if (failed)
        std::rethrow_exception(failed);
    if (!whole) // cut, or the library refused it (its status stands)
        throw Problem("invalid_request").with("reason", u"body_cut"_s);
}

QByteArray Exchange::body(qint64 most)
{
    QByteArray out;
    if (contentLength() > 0 && contentLength() <= most)
        out.reserve(contentLength());
    stream([&](QByteArrayView bytes) {
        if (out.size() + bytes.size() > most)
            throw Problem("too_large");
        out.append(bytes);
    });
    return out;
}

QJsonObject Exchange::json(qint64 most, const char *mediaType)
{
    const QByteArray bytes = body(most);
    if (bytes.isEmpty())
        return {};
    if (header("Content-Type").split(';').value(0).trimmed().toLower() != mediaType)
        throw Problem("media_type_unsupported");
    const auto object = strictObject(bytes);
    if (!object)
        throw Problem("invalid_json");
    return *object;
}

void Exchange::drain()
{
    if (m_reader && !m_read)
        stream([](QByteArrayView) {});
}

QString Exchange::key() const
{
    QByteArray text = header("Idempotency-Key").trimmed();
    if (text.size() >= 2 && text.startsWith('"') && text.endsWith('"'))
        text = text.mid(1, text.size() - 2); // an sf-string
    const QString key = QString::fromLatin1(text);
    if (!isId(key))
        throw Problem("idempotency_key_required");
    return key;
}

void Exchange::needIfNoneMatch() const
{
    if (needHeader("If-None-Match", "precondition_required") != "*")
        throw Problem("precondition_required").with("detail", u"If-None-Match"_s);
}

QByteArray Exchange::needHeader(const char *name, const char *code) const
{
    const QByteArray value = header(name);
    if (value.isEmpty())
        throw Problem(code).with("detail", QString::fromLatin1(name));
    return value;
}

qint64 Exchange::number(const QByteArray &text) const
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok || value < 0)
        throw Problem("invalid_request");
    return value;
}

void Exchange::header(const char *name, const QByteArray &value)
{
    m_response.headers.erase(name);
    m_response.set_header(name, value.toStdString());
}

void Exchange::write(int status, const QByteArray &body, const char *mediaType)
{
    m_response.status = status;
    if (m_response.get_header_value("Cache-Control").empty())
        header("Cache-Control", "no-store");
    ignoreRange();
    m_response.set_content(body.constData(), size_t(body.size()), mediaType);
}

void Exchange::json(int status, const QJsonObject &object)
{
    write(status, compact(object), "application/json");
}

void Exchange::empty(int status)
{
    m_response.status = status;
    ignoreRange();
    header("Cache-Control", "no-store");
}

void Exchange::send(const Outcome &outcome)
{
    for (auto it = outcome.headers.begin(); it != outcome.headers.end(); ++it)
        header(it.key().toLatin1().constData(), it.value().toString().toLatin1());
    if (outcome.replayed)
        header("Idempotency-Replayed", "true");
    write(outcome.status, outcome.body, outcome.status < 400 ? "application/json" : "application/problem+json");
}

void Exchange::problem(const Problem &problem)
{
    for (const auto &[name, value] : problem.headers())
        header(name.constData(), value);
    write(problem.status(), compact(problem.json(m_requestId)), "application/problem+json");
}

void Exchange::ignoreRange()
{
    // The request object is the library's own, made per request and not const; it offers no other way to say "I did that".
    const_cast<httplib::Request &>(m_request).ranges.clear();
}

void Exchange::problemAndClose(const Problem &problem)
{
    this->problem(problem);
    header("Connection", "close");
    const std::string text = m_response.body;
    m_response.body.clear();
    m_response.headers.erase("Content-Type");
    // A provider that has written all and then fails is how this library is told to close.
    m_response.set_content_provider(text.size(), "application/problem+json",
                                    [text](size_t, size_t, httplib::DataSink &sink) {
                                        sink.write(text.data(), text.size());
                                        return false;
                                    });
}

} // namespace carriel::op
