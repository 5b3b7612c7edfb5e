// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand event streams at once: every one hears of every change, requests are served beside them, and what that takes of
// memory and time is printed.
#include "reference-operator/Encoding.h"
#include "tests/operator/TestOperator.h"
#include "tests/support/Patience.h"

#include <QtTest>
#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

// One stream, read without a thread of its own.
class Listener
{
public:
    Listener(SSL_CTX *context, int port, const QByteArray &request)
    {
        m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(uint16_t(port));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_ssl = SSL_new(context);
        SSL_set_fd(m_ssl, m_fd);
        m_open = ::connect(m_fd, reinterpret_cast<sockaddr *>(&to), sizeof to) == 0 && SSL_connect(m_ssl) == 1 &&
                 SSL_write(m_ssl, request.constData(), int(request.size())) == request.size();
        ::fcntl(m_fd, F_SETFL, ::fcntl(m_fd, F_GETFL) | O_NONBLOCK);
    }
    ~Listener()
    {
        SSL_free(m_ssl);
        ::close(m_fd);
    }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    int fd() const { return m_fd; }
    bool isOpen() const { return m_open; }
    // True when the text waited for has come.
    bool read(const QByteArray &wanted)
    {
        char bytes[4096];
        for (int n = 0; (n = SSL_read(m_ssl, bytes, sizeof bytes)) > 0;)
            m_text.append(bytes, n);
        if (!m_text.contains(wanted))
            return false;
        m_text.clear();
        return true;
    }

private:
    int m_fd = -1;
    SSL *m_ssl = nullptr;
    bool m_open = false;
    QByteArray m_text;
};

double at(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[qsizetype(double(values.size() - 1) * share)];
}

double ms(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

} // namespace

class TestOperatorStreams : public QObject
{
    Q_OBJECT

private:
    TestOperator op;
    std::vector<std::unique_ptr<Listener>> listeners;
    static constexpr int streams = 1000;

    qint64 memory() const // KiB resident
    {
        QFile status(QString(u"/proc/"_s + QString::number(op.process().processId()) + u"/status"_s));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        const qsizetype from = text.indexOf("VmRSS:") + 6;
        return text.mid(from, text.indexOf('k', from) - from).trimmed().toLongLong();
    }

    // Reads until all have heard; the times after `start` at which each did.
    QList<double> hear(const QByteArray &wanted, Clock::time_point start)
    {
        QList<double> times;
        std::vector<pollfd> waiting;
        for (const auto &listener : listeners)
            waiting.push_back({listener->fd(), POLLIN, 0});
        const auto end = Clock::now() + std::chrono::milliseconds(carriel::test::patienceMs);
        while (times.size() < streams && Clock::now() < end) {
            ::poll(waiting.data(), waiting.size(), 100);
            for (size_t i = 0; i < waiting.size(); ++i) {
                if (waiting[i].fd >= 0 && waiting[i].revents != 0 && listeners[i]->read(wanted)) {
                    times.append(ms(Clock::now() - start));
                    waiting[i].fd = -1;
                }
            }
        }
        return times;
    }
    QByteArray cursor() const
    {
        return op.call("GET", op.in(u"/items?snapshot=new&limit=1"_s)).json().value("cursor_at_start"_L1).toString().toLatin1();
    }

private Q_SLOTS:
    void initTestCase()
    {
        rlimit files{};
        ::getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
        if (files.rlim_cur < streams + 200)
            QSKIP("too few files may be open here");
        const QJsonObject json{{u"folders"_s, QJsonArray{QJsonObject{
            {u"id"_s, op.folder()}, {u"holder"_s, QJsonObject{{u"id"_s, op.ana()}, {u"name"_s, u"Ana"_s}}}}}}};
        const QJsonObject limits{{u"requests_per_s"_s, 1000000}, // as if each were another person's
                                 {u"streams_per_person"_s, 2000}, {u"parallel"_s, 2000}};
        const bool ready = op.seed(json) && op.start({{u"limits"_s, limits}});
        if (!ready && op.error() == u"no PostgreSQL here")
            QSKIP("no PostgreSQL here");
        QVERIFY2(ready, qPrintable(op.error()));
    }
    void cleanupTestCase() { listeners.clear(); }

    void aThousandHearEveryChange()
    {
        cursor();
        const qint64 before = memory();
        SSL_CTX *context = SSL_CTX_new(TLS_client_method()); // who answers is no question here
        SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
        const QByteArray request("GET " + QString(op.api() + op.in(u"/events?ping=300"_s)).toLatin1() +
                                 " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + op.token(op.ana()) + "\r\n\r\n");
        const auto opening = Clock::now();
        for (int i = 0; i < streams; ++i) {
            listeners.push_back(std::make_unique<Listener>(context, op.port(), request));
            QVERIFY2(listeners.back()->isOpen(), qPrintable(QString::number(i)));
        }
        QCOMPARE(hear("event: state", opening).size(), streams);
        const double opened = ms(Clock::now() - opening);
        SSL_CTX_free(context);
        const qint64 with = memory();

        // Small requests of somebody else all the while.
        std::atomic<bool> stop = false;
        QList<double> served;
        std::thread asker([&] {
            const auto client = op.client();
            const httplib::Headers headers{{"Authorization", "Bearer " + op.token(op.luis()).toStdString()}};
            while (!stop) {
                const auto start = Clock::now();
                const auto answer = client->Get("/carpeta/v1/folders", headers);
                if (answer && answer->status == 200)
                    served.append(ms(Clock::now() - start));
            }
        });
        QList<double> heard;
        constexpr int changes = 50;
        for (int n = 0; n < changes; ++n) {
            const auto start = Clock::now();
            QCOMPARE(op.mkdir(QString(u"s"_s + QString::number(n)), QString(u"Cambio "_s + QString::number(n))).status, 201);
            const QList<double> times = hear(QByteArray("data: {\"cursor\":\"" + cursor() + "\"}"), start);
            QCOMPARE(times.size(), streams);
            heard += times;
        }
        stop = true;
        asker.join();
        QVERIFY(served.size() > changes); // they did not wait for the streams
        qInfo("%d streams opened in %.0f ms; memory %lld -> %lld MiB, %.0f KiB each", streams, opened, before / 1024, with / 1024,
              double(with - before) / streams);
        qInfo("change to stream, %d changes to all of them: p50 %.1f ms, p99 %.1f ms, longest %.1f ms", changes, at(heard, 0.5),
              at(heard, 0.99), at(heard, 1));
        qInfo("requests meanwhile: %lld, p50 %.2f ms, p99 %.2f ms", qint64(served.size()), at(served, 0.5), at(served, 0.99));
    }

    void aThousandAndMoreAreAnsweredWithPatience()
    {
        // Above the limit the answer says when to come back, and nobody else's stream suffers.
        QVERIFY(op.call("GET", op.in(u"/items"_s)).status == 200);
        QVERIFY(op.stop());
        listeners.clear();
        QVERIFY(op.start({{u"limits"_s, QJsonObject{{u"streams"_s, 0}}}}));
        const Reply refused = op.call("GET", op.in(u"/events"_s));
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.header("Retry-After"), QByteArray("30"));
    }
};

QTEST_GUILESS_MAIN(TestOperatorStreams)
#include "tst_operator_streams.moc"
