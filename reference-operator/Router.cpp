// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Router.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Faults.h"
#include "reference-operator/Http.h"

#include <cerrno>
#include <chrono>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

const QString apiPath = u"/carpeta/v1"_s;

bool mutates(const QByteArray &method)
{
    return method != "GET" && method != "HEAD";
}

} // namespace

void Router::add(const char *method, const char *pattern, const char *name, Access access, Handler handler)
{
    const QString whole = QString(apiPath + QLatin1StringView(pattern));
    m_routes.push_back({method, whole.split(u'/', Qt::SkipEmptyParts), QString::fromLatin1(name), access, handler});
}

void Router::addRoot(const char *pattern, const char *name, Handler handler)
{
    m_routes.push_back(
        {"GET", QString::fromLatin1(pattern).split(u'/', Qt::SkipEmptyParts), QString::fromLatin1(name), Access::Public, handler});
}

const Router::Route &Router::find(Exchange &ex) const
{
    const QString path = ex.path();
    const QStringList segments = path.mid(1).split(u'/');
    const QByteArray method = ex.method();
    bool otherMethod = false;
    for (const Route &route : m_routes) {
        if (route.segments.size() != segments.size())
            continue;
        QStringList ids;
        bool fits = true;
        for (qsizetype i = 0; fits && i < segments.size(); ++i) {
            if (route.segments[i] == u"*") {
                fits = isId(segments[i]);
                ids.append(segments[i]);
            } else {
                fits = route.segments[i] == segments[i];
            }
        }
        if (!fits)
            continue;
        if (route.method != method && !(method == "HEAD" && route.method == "GET")) {
            otherMethod = true;
            continue;
        }
        if (route.access == Access::Folder)
            ex.folder = ids.takeFirst();
        ex.args = ids;
        return route;
    }
    throw Problem(otherMethod ? "method_not_allowed" : "not_found");
}

void Router::answer(Exchange &ex) const
{
    if (m_op.stopping)
        throw Problem("unavailable").retryAfter(2);
    const Route &route = find(ex);
    ex.route = route.name;
    if (route.access == Access::Public)
        return route.handler(m_op, ex);
    if (route.access == Access::Limited) {
        const Throttle::Ticket ticket(m_op.throttle, QString(u"address:"_s + QString::fromStdString(ex.request().remote_addr)),
                                      Throttle::Kind::Request);
        return route.handler(m_op, ex);
    }
    if (route.access == Access::Entity) {
        ex.who = m_op.entityTokens.bearer(ex.header("Authorization"));
        ex.folder = QString(u"entity-"_s + ex.who.entity.section(u':', 2));
    } else {
        ex.who = m_op.auth.bearer(ex.header("Authorization"));
        ex.who.needScope(u"folder"_s);
    }
    const Throttle::Ticket ticket(m_op.throttle, ex.who.sub, Throttle::Kind::Request);
    route.handler(m_op, ex);
}

void Router::serve(const httplib::Request &request, httplib::Response &response, const httplib::ContentReader *reader) const
{
    const auto start = std::chrono::steady_clock::now();
    const auto working = m_op.work();
    Exchange ex(request, response, reader);
    const auto refuse = [&](const Problem &problem) {
        try {
            ex.drain();
        } catch (...) { // the connection is gone; nobody hears the answer
        }
        ex.problem(problem);
    };
    if (!mutates(ex.method()) && (ex.contentLength() > 0 || ex.isChunked())) {
        ex.problemAndClose(Problem("invalid_request")); // its body would be taken for the next request
    } else if (ex.isChunked()) {
        refuse(Problem("length_required"));
    } else if (!ex.header("Content-Encoding").isEmpty()) {
        refuse(Problem("media_type_unsupported"));
    } else {
        const auto faulty = faultsOf(ex);
        try {
            if (!faulty || !faulty->before(ex))
                answer(ex);
            ex.drain();
        } catch (const Problem &problem) {
            refuse(problem);
        } catch (const DatabaseError &e) {
            qWarning("%s: database: %s", qPrintable(ex.requestId()), e.what());
            refuse(e.retryable() ? Problem("unavailable").retryAfter(2) : Problem("internal_error"));
        } catch (const FileError &e) {
            qWarning("%s: %s", qPrintable(ex.requestId()), e.what());
            refuse(e.error() == ENOSPC ? Problem("unavailable").retryAfter(60) : Problem("internal_error"));
        } catch (const std::exception &e) {
            qWarning("%s: %s", qPrintable(ex.requestId()), e.what());
            refuse(Problem("internal_error"));
        }
        if (faulty)
            faulty->after(ex);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const qint64 in = std::max<qint64>(0, ex.contentLength());
    const QString route = ex.route.isEmpty() ? u"unknown"_s : ex.route;
    m_op.metrics.bytesIn += in;
    m_op.metrics.request(route, response.status, took.count());
    m_op.log.request(ex.requestId(), route, ex.folder, response.status, in, took.count());
}

} // namespace carriel::op
