// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/Router.h"
#include "reference-operator/Schema.h"
#include "reference-operator/acts/ActivityLog.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

void changes(Operator &op, Exchange &ex)
{
    if (!ex.hasQuery("since"))
        throw Problem("cursor_invalid");
    const qint64 limit = op.pageLimit(ex);
    QByteArray head;
    const QJsonObject answer = op.read(ex, [&](Connection &c) {
        head = activityHead(c, ex.folder);
        QJsonObject page = changesSince(c, op.config, ex.folder, ex.query("since"), limit);
        if (ex.query("count") == u"1" && !page.value("has_more"_L1).toBool())
            page.insert(u"count"_s, countAt(c, ex.folder, page.value("new_cursor"_L1).toString()));
        return page;
    });
    ex.header("Activity-Head", head);
    ex.json(200, answer);
}

// One event stream: says the newest cursor, then waits for newer ones, and pings in between so that both ends know the other lives.
class Stream
{
public:
    Stream(Operator &op, const Exchange &ex, QString epoch, qint64 seq)
        : m_op(op), m_topic(op.hub.topic(ex.folder)), m_ticket(op.throttle, ex.who.sub, Throttle::Kind::Stream),
          m_epoch(std::move(epoch)), m_folder(ex.folder), m_who(ex.who), m_current(seq), m_expires(ex.who.expires),
          m_closeAfterState(ex.query("closeafter") == u"state")
    {
        const qint64 ping = ex.hasQuery("ping") ? ex.number(ex.query("ping").toLatin1()) : 30;
        m_ping = std::chrono::seconds(std::clamp<qint64>(ping, 1, 300));
        if (ex.header("Last-Event-ID") != cursorText(m_epoch, seq).toLatin1())
            m_told = -1;
        else
            m_told = seq;
        if (++m_op.metrics.streams > op.config.limits.streams) {
            --m_op.metrics.streams;
            throw Problem("unavailable").retryAfter(30);
        }
    }
    ~Stream() { --m_op.metrics.streams; }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    bool write(httplib::DataSink &sink)
    {
        if (!m_begun) {
            m_begun = true;
            return put(sink, "retry: 5000\n\n");
        }
        if (m_told != m_current) {
            m_op.database.read([&](Connection &c) {
                needDeviceInForce(c, m_who); // it may be the very news that it is no more: then the stream ends
                return 0;
            });
            m_told = m_current;
            const QByteArray cursor = cursorText(m_epoch, m_current).toLatin1();
            if (!put(sink, QByteArray("id: " + cursor + "\nevent: state\ndata: {\"cursor\":\"" + cursor + "\"}\n\n")))
                return false;
            if (m_closeAfterState)
                sink.done();
            return true;
        }
        const auto now = std::chrono::steady_clock::now();
        const auto left = std::chrono::seconds(m_expires - nowSeconds());
        if (m_topic->closed() || left.count() <= 0) {
            sink.done();
            return true;
        }
        m_current = m_topic->wait(m_told, now + std::min(m_ping, left));
        if (m_current != m_told || m_topic->closed())
            return true;
        // Another operator process on the same database may have changed the folder.
        m_current = m_op.database.read([&](Connection &c) { return lastSeq(c, m_folder); });
        return put(sink, QByteArray("event: ping\ndata: {\"interval\":" + QByteArray::number(qint64(m_ping.count())) + "}\n\n"));
    }

private:
    static bool put(httplib::DataSink &sink, const QByteArray &text) { return sink.write(text.constData(), size_t(text.size())); }

    Operator &m_op;
    std::shared_ptr<Hub::Topic> m_topic;
    Throttle::Ticket m_ticket;
    QString m_epoch;
    QString m_folder;
    Principal m_who;
    qint64 m_current;
    qint64 m_told = -1;
    qint64 m_expires;
    std::chrono::seconds m_ping{30};
    bool m_closeAfterState;
    bool m_begun = false;
};

void events(Operator &op, Exchange &ex)
{
    // The topic first, the state after: a change in between is seen by at least one of them.
    const auto topic = op.hub.topic(ex.folder);
    const auto [now, seq] = op.read(ex, [&](Connection &c) { return std::pair(epoch(c), lastSeq(c, ex.folder)); });
    auto stream = std::make_shared<Stream>(op, ex, now, seq);
    ex.header("Cache-Control", "no-store");
    ex.header("X-Accel-Buffering", "no");
    ex.response().status = 200;
    ex.response().set_chunked_content_provider("text/event-stream",
                                               [stream, working = op.work()](size_t, httplib::DataSink &sink) {
                                                   try {
                                                       return stream->write(sink);
                                                   } catch (...) { // the database is away: the client comes back
                                                       return false;
                                                   }
                                               });
}

} // namespace

void addFeedRoutes(Router &router)
{
    router.add("GET", "/folders/*/changes", "GET changes", Access::Folder, changes);
    router.add("GET", "/folders/*/events", "GET events", Access::Folder, events);
}

} // namespace carriel::op
