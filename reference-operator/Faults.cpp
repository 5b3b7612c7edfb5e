// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Never part of a release; see Faults.h.
//
// CARRIEL_CRASH_AT=name[:n]  ends the process the n-th time that it passes the place of that name.
// CARRIEL_FAULTS=FILE        rules, read again at each request: [{"method","path","skip","times","do", …}]. `path` is
// how the
//   request's path ends; `skip` requests pass first, then `times` (1) of them meet the fault:
//   "cut"        closed before anything is done      "lose"    done, and closed without an answer
//   "delay"      "ms" later                          "status"  "status" with "code" and "retry_after", nothing done
//   "captive"    200 with a page of HTML, nothing done
//   "mislabel"   the X-Request-Id of another request "flip"    a bit of the body is another, its digest as it was
//   "truncate"   JSON cut in the middle
#include "reference-operator/Faults.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <netinet/in.h>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

void crashPoint(const char *name)
{
    static const char *const wanted = std::getenv("CARRIEL_CRASH_AT");
    static std::atomic<int> passed = 0;
    if (!wanted)
        return;
    const std::string_view text(wanted);
    const size_t colon = text.find(':');
    if (text.substr(0, colon) != name)
        return;
    const int n = colon == std::string_view::npos ? 1 : std::atoi(wanted + colon + 1);
    if (++passed == n)
        ::_exit(137);
}

namespace {

// The library keeps a connection's descriptor to itself; it is found by its other end.
void closeConnection(const httplib::Request &request)
{
    for (int fd = 3; fd < 4096; ++fd) {
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        if (::getpeername(fd, reinterpret_cast<sockaddr *>(&peer), &size) == 0 && peer.sin_family == AF_INET &&
            ntohs(peer.sin_port) == request.remote_port)
            ::shutdown(fd, SHUT_RDWR);
    }
}

class Rule final : public FaultyRequest
{
public:
    explicit Rule(QJsonObject rule) : m_rule(std::move(rule)), m_do(m_rule.value("do"_L1).toString()) {}

    bool before(Exchange &ex) override
    {
        if (m_do == u"cut") {
            closeConnection(ex.request());
        } else if (m_do == u"delay") {
            std::this_thread::sleep_for(std::chrono::milliseconds(m_rule.value("ms"_L1).toInt()));
            return false;
        } else if (m_do == u"status") {
            ex.drain();
            if (m_rule.contains("retry_after"_L1))
                ex.header("Retry-After", QByteArray::number(m_rule.value("retry_after"_L1).toInt()));
            const int status = m_rule.value("status"_L1).toInt(503);
            ex.write(status, compact({{u"status"_s, status}, {u"code"_s, m_rule.value("code"_L1)}}),
                     "application/problem+json");
        } else if (m_do == u"captive") {
            ex.drain();
            ex.write(200, "<html><body>Bienvenido a la red del hotel</body></html>", "text/html");
        } else {
            return false;
        }
        return true;
    }

    void after(Exchange &ex) override
    {
        std::string &body = ex.response().body;
        if (m_do == u"lose")
            closeConnection(ex.request());
        else if (m_do == u"mislabel")
            ex.header("X-Request-Id", "de-otra-solicitud");
        else if (m_do == u"truncate")
            body.resize(body.size() / 2);
        else if (m_do == u"flip" && !body.empty())
            body[body.size() / 2] ^= 1;
        else if (m_do == u"flip" && ex.response().content_provider_)
            flipStream(ex.response());
    }

private:
    // Of what is streamed, the first byte.
    static void flipStream(httplib::Response &response)
    {
        const auto whole = response.content_provider_;
        response.content_provider_ = [whole](size_t offset, size_t length, httplib::DataSink &sink) {
            httplib::DataSink between;
            between.write = [&](const char *data, size_t size) {
                std::string bytes(data, size);
                if (offset == 0 && !bytes.empty())
                    bytes[0] ^= 1;
                return sink.write(bytes.data(), bytes.size());
            };
            between.done = sink.done;
            between.is_writable = sink.is_writable;
            return whole(offset, length, between);
        };
    }

    QJsonObject m_rule;
    QString m_do;
};

} // namespace

std::unique_ptr<FaultyRequest> faultsOf(const Exchange &ex)
{
    static const QString name = qEnvironmentVariable("CARRIEL_FAULTS");
    static std::mutex mutex;
    static QHash<QString, int> met; // by a rule's whole text
    QFile file(name);
    if (name.isEmpty() || !file.open(QIODevice::ReadOnly))
        return nullptr;
    const QJsonArray rules = QJsonDocument::fromJson(file.readAll()).array();
    const std::lock_guard lock(mutex);
    for (const QJsonValue &value : rules) {
        const QJsonObject rule = value.toObject();
        if (rule.value("method"_L1).toString().toLatin1() != ex.method() ||
            !ex.path().endsWith(rule.value("path"_L1).toString()))
            continue;
        const int now = met[QString::fromUtf8(compact(rule))]++;
        const int skip = rule.value("skip"_L1).toInt(0);
        if (now >= skip && now < skip + rule.value("times"_L1).toInt(1))
            return std::make_unique<Rule>(rule);
    }
    return nullptr;
}

} // namespace carriel::op
