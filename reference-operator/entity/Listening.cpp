// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// webhook: where the operator pushes delivery events to. listen: takes them there (RFC 8935), each checked and on the
// disk before it is answered. What was pushed while nobody listened is fetched from the feed, which is the truth.
#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/entity/Api.h"
#include "reference-operator/entity/Commands.h"
#include "reference-operator/entity/Events.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QLockFile>
#include <cstdio>
#include <mutex>

namespace carriel::entity {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t largestEvent = 262144;   // bytes
constexpr qint64 askKeysAgainAfter = 60; // seconds: whoever sends us false key names makes nobody work

// The keys by which the operator writes records; asked for again when one is met that is not among them.
class OperatorKeys
{
public:
    explicit OperatorKeys(Api &api) : m_api(api) { ask(); }
    op::KeyPtr of(const QString &kid)
    {
        if (!m_keys.contains(kid) && op::nowSeconds() - m_asked >= askKeysAgainAfter) {
            try {
                ask();
            } catch (const std::exception &) { // it is not known, then; the operator pushes again
            }
        }
        return m_keys.value(kid);
    }

private:
    void ask()
    {
        m_asked = op::nowSeconds();
        for (const QJsonValue &key : m_api.get(u"/operator-keys"_s).value("keys"_L1).toArray())
            m_keys.insert(key.toObject().value("kid"_L1).toString(), op::keyFromJwk(key.toObject()));
    }
    Api &m_api;
    QHash<QString, op::KeyPtr> m_keys;
    qint64 m_asked = 0;
};

// Prints what came, one line each; answers whether it is new.
bool told(const Invocation &in, const Events::Taken &one)
{
    if (!one.fresh())
        return false;
    const QString when = QDateTime::fromSecsSinceEpoch(one.happened, Qt::UTC).toString(Qt::ISODate);
    const QString line = QString(when + u' ' + one.notification + u' ' + QString::number(one.seq) + u' ' + one.event);
    print(in,
          {{u"id"_s, one.notification},
           {u"state"_s, one.state},
           {u"seq"_s, one.seq},
           {u"event"_s, one.event},
           {u"time"_s, when}},
          one.state == u"contradicts" ? QString(line + u"  CONTRADICE lo que el operador firmó antes en ese lugar"_s)
          : one.state == u"unconnected" ? QString(line + u"  (lo anterior no está aquí)"_s)
                                        : line);
    std::fflush(stdout);
    return true;
}

void answer(httplib::Response &response, const Events::Taken &taken)
{
    response.status = taken.refusal ? 400 : 202;
    if (taken.refusal)
        response.set_content(op::compact({{u"err"_s, QString::fromLatin1(taken.refusal)}, {u"description"_s, taken.why}})
                                 .toStdString(),
                             "application/json");
}

} // namespace

int webhookCommand(const Invocation &in)
{
    const Home home = openHome(in.home);
    Api api(home);
    if (!in.words.isEmpty()) {
        const bool off = in.words.at(0) == u"off";
        api.put(u"/entity/webhook"_s, {{u"url"_s, off ? QJsonValue() : QJsonValue(in.words.at(0))}}, op::newId());
    }
    const QJsonValue url = api.get(u"/entity"_s).value("webhook"_L1).toObject().value("url"_L1);
    print(in, {{u"url"_s, url}}, url.isNull() ? u"ninguno"_s : url.toString());
    return url.isNull() && in.words.isEmpty() ? 3 : 0;
}

int listenCommand(const Invocation &in)
{
    const QByteArray cert = in.need("cert").toLocal8Bit(), key = in.need("key").toLocal8Bit();
    const QString bind = in.has("bind") ? in.value("bind") : u"127.0.0.1:8443"_s;
    const qint64 enough = in.value("count").toLongLong(); // 0: until it is ended
    bool numeric = false;
    int port = bind.section(u':', -1).toInt(&numeric);
    if (!numeric || port < 0 || port > 65535)
        throw Usage(u"--bind ADDRESS:PORT"_s);
    const Home home = openHome(in.home);
    QLockFile alone(QDir(home.dir).filePath(u"events.lock"_s));
    alone.setStaleLockTime(0);
    if (!alone.tryLock())
        throw std::runtime_error("another one listens for this entity already");
    Api api(home);
    OperatorKeys keys(api);
    Events events(QDir(home.dir).filePath(u"events.jsonl"_s), api.api(), home.id,
                  [&keys](const QString &kid) { return keys.of(kid); });
    qint64 came = 0;
    bool good = true;
    for (bool more = true; more;) {
        const QJsonObject page = api.get(QString(u"/entity/events?since="_s + events.cursor()));
        for (const QJsonValue &one : page.value("events"_L1).toArray()) {
            const Events::Taken taken = events.take(one.toObject().value("jws"_L1).toString().toLatin1());
            if (taken.refusal)
                throw std::runtime_error("the feed has what is not the operator's word: " + taken.why.toStdString());
            came += told(in, taken) ? 1 : 0;
            good = good && taken.state != u"contradicts";
        }
        events.setCursor(page.value("new_cursor"_L1).toString());
        more = page.value("has_more"_L1).toBool();
    }
    httplib::SSLServer server(cert.constData(), key.constData());
    if (!server.is_valid())
        throw std::runtime_error("--cert and --key are no certificate and its key");
    server.set_payload_max_length(largestEvent);
    std::mutex mutex;
    server.Post(".*", [&](const httplib::Request &request, httplib::Response &response) {
        const std::lock_guard lock(mutex);
        Events::Taken taken;
        if (request.get_header_value("Content-Type").rfind("application/secevent+jwt", 0) != 0) {
            taken.refusal = "invalid_request";
            taken.why = u"the media type is application/secevent+jwt"_s;
            return answer(response, taken);
        }
        try {
            taken = events.take(QByteArray::fromStdString(request.body));
        } catch (const std::exception &e) { // not kept, so not taken: it comes again
            std::fprintf(stderr, "carriel-entity: %s\n", e.what());
            response.status = 500;
            return;
        }
        answer(response, taken);
        came += told(in, taken) ? 1 : 0;
        good = good && taken.state != u"contradicts";
        if (enough > 0 && came >= enough)
            server.stop();
    });
    const std::string host = bind.section(u':', 0, -2).toStdString();
    if (port == 0)
        port = server.bind_to_any_port(host.c_str());
    else if (!server.bind_to_port(host.c_str(), port))
        port = -1;
    if (port < 0)
        throw std::runtime_error(QString(bind + u": cannot be listened on"_s).toStdString());
    std::fprintf(stderr, "carriel-entity: listening on https://%s:%d\n", host.c_str(), port);
    if (enough == 0 || came < enough)
        server.listen_after_bind();
    return good ? 0 : 1;
}

} // namespace carriel::entity
