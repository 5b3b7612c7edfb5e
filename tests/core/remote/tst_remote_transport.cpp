// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What QNetworkAccessManager does when a server misbehaves, seen at a real TLS socket.
#include "core/base/BaseErrors.h"
#include "core/remote/NetworkFetch.h"
#include "core/remote/RemoteErrors.h"
#include "tests/support/Await.h"
#include "tests/support/Patience.h"
#include "tests/support/ScriptedServer.h"

#include <QSemaphore>
#include <QTcpServer>
#include <QTest>
#include <QThread>

using namespace carriel;
using namespace carriel::remote;
using namespace carriel::test;

class RemoteTransport : public QObject
{
    Q_OBJECT

    TestAuthority m_authority;
    SystemRandom m_random;

    static HttpRequest request(const ScriptedServer &server, const QByteArray &method, const QByteArray &body = {})
    {
        HttpRequest r;
        r.method = method;
        r.url = server.url(QStringLiteral("/x"));
        r.body = body;
        r.headers = {{"Authorization", "Bearer secret"}};
        r.limits = {std::chrono::milliseconds(patienceMs), std::chrono::milliseconds(patienceMs), 1 << 20};
        return r;
    }

    Result<HttpResponse> ask(HttpTransport &transport, HttpRequest r)
    {
        Await<Result<HttpResponse>> await;
        const CallPtr call = transport.send(std::move(r), await.take());
        if (!await.wait())
            return Error{{"no answer"}, {}, {}};
        QTest::qWait(20); // a second answer would come now
        return await.times() == 1 ? await.value() : Result<HttpResponse>(Error{{"two answers"}, {}, {}});
    }

    static QByteArray replyWith(const ScriptedRequest &r, const QByteArray &headers, const QByteArray &body)
    {
        return "HTTP/1.1 200 OK\r\nX-Request-Id: " + r.headers.value("x-request-id") + "\r\n" + headers + "\r\n" + body;
    }

private Q_SLOTS:
    void mutationsArriveOnceWhenTheServerClosesWithoutAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        for (const char *method : {"POST", "PUT", "PATCH"}) {
            QTest::newRow(qPrintable(QString::fromLatin1(method) + QLatin1String(" empty"))) << QByteArray(method) << QByteArray();
            QTest::newRow(qPrintable(QString::fromLatin1(method) + QLatin1String(" small"))) << QByteArray(method) << QByteArray("{}");
            QTest::newRow(qPrintable(QString::fromLatin1(method) + QLatin1String(" big"))) << QByteArray(method) << QByteArray(3 << 20, 'x');
        }
    }
    void mutationsArriveOnceWhenTheServerClosesWithoutAnAnswer()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        ScriptedServer server(m_authority, [](const ScriptedRequest &) { return ScriptedReply::cut(); });
        HttpTransport transport(m_random, m_authority.trust());
        const auto answer = ask(transport, request(server, method, body));
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, remote::errors::unreachable);
        QTest::qWait(100);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().first().body, body);
        QCOMPARE(server.requests().first().headers.value("content-length"), QByteArray::number(body.size()));
    }

    void connectionsAreUsedAgainAndOneThatWasClosedMeanwhileCostsNothing()
    {
        bool close = false;
        ScriptedServer server(m_authority, [&close](const ScriptedRequest &r) {
            ScriptedReply reply = ScriptedReply::json(r, 200, "{}");
            reply.close = close;
            return reply;
        });
        HttpTransport transport(m_random, m_authority.trust());
        QVERIFY(ask(transport, request(server, "PUT", "{}")).ok());
        close = true;
        QVERIFY(ask(transport, request(server, "PUT", "{}")).ok());
        QCOMPARE(server.requests().at(1).connection, 1);
        QTest::qWait(100);
        QVERIFY(ask(transport, request(server, "PUT", "{}")).ok());
        QCOMPARE(server.requests().last().connection, 2);
        QVERIFY(server.requests().first().headers.value("x-request-id") != server.requests().last().headers.value("x-request-id"));
    }

    void interimAnswerIsDroppedAndTheNextRequestGetsItsOwn()
    {
        ScriptedServer server(m_authority, [](const ScriptedRequest &r) {
            if (r.method == "GET")
                return ScriptedReply::json(r, 200, "\"own\"");
            ScriptedReply reply = ScriptedReply::json(r, 201, "{}", {{"Location", "/uploads/other"}});
            reply.pieces.prepend({"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", 0});
            reply.pieces[1].waitMs = 50;
            return reply;
        });
        HttpTransport transport(m_random, m_authority.trust());
        const auto post = ask(transport, request(server, "POST", "{}"));
        // Either the real answer, from a Qt that waits for it, or none.
        if (post.ok())
            QCOMPARE(post.value().status, 201);
        else
            QCOMPARE(post.error().code, remote::errors::protocol);
        const auto get = ask(transport, request(server, "GET"));
        QVERIFY(get.ok());
        QCOMPARE(get.value().body, QByteArray("\"own\""));
    }

    void answerWithAnotherRequestIdIsNotBelieved()
    {
        bool wrong = true;
        ScriptedServer server(m_authority, [&wrong](const ScriptedRequest &r) {
            ScriptedRequest other = r;
            if (wrong)
                other.headers.insert("x-request-id", "of-another");
            return ScriptedReply::json(other, 200, "{}");
        });
        HttpTransport transport(m_random, m_authority.trust());
        QCOMPARE(ask(transport, request(server, "GET")).error().code, remote::errors::protocol);
        wrong = false;
        QVERIFY(ask(transport, request(server, "GET")).ok());
        QCOMPARE(server.requests().last().connection, 2); // nothing of the old connection is used
    }

    void missingRequestIdIsAProtocolErrorUnlessAGatewayAnswers()
    {
        int status = 200;
        ScriptedServer server(m_authority, [&status](const ScriptedRequest &) {
            return ScriptedReply::raw("HTTP/1.1 " + QByteArray::number(status) + " S\r\nContent-Length: 2\r\n\r\n{}");
        });
        HttpTransport transport(m_random, m_authority.trust());
        QCOMPARE(ask(transport, request(server, "GET")).error().code, remote::errors::protocol);
        HttpRequest provider = request(server, "GET");
        provider.requireEcho = false;
        QVERIFY(ask(transport, provider).ok());
        status = 503;
        QCOMPARE(ask(transport, request(server, "GET")).value().status, 503);
    }

    void redirectIsRefusedAndTheTokenGoesNowhereElse()
    {
        ScriptedServer other(m_authority, [](const ScriptedRequest &r) { return ScriptedReply::json(r, 200, "{}"); });
        for (const int status : {301, 302, 303, 307, 308}) {
            ScriptedServer server(m_authority, [&other, status](const ScriptedRequest &r) {
                return ScriptedReply::json(r, status, "{}", {{"Location", other.url(QStringLiteral("/stolen")).toEncoded()}});
            });
            HttpTransport transport(m_random, m_authority.trust());
            QCOMPARE(ask(transport, request(server, "GET")).error().code, remote::errors::redirected);
            QCOMPARE(ask(transport, request(server, "POST", "{}")).error().code, remote::errors::redirected);
        }
        QCOMPARE(other.requests().size(), 0);
    }

    void bodiesThatAreNotWholeAreNoAnswers_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("short") << QByteArray("Content-Length: 100\r\n") << QByteArray("{}") << QByteArray("CAR-REM-001");
        QTest::newRow("chunked cut") << QByteArray("Transfer-Encoding: chunked\r\n") << QByteArray("a\r\n{\"a\":") << QByteArray("CAR-REM-001");
        QTest::newRow("compressed") << QByteArray("Content-Length: 2\r\nContent-Encoding: gzip\r\n") << QByteArray("{}") << QByteArray("CAR-REM-002");
        QTest::newRow("too large") << QByteArray("Content-Length: 2000000\r\n") << QByteArray(2000000, 'x') << QByteArray("CAR-REM-006");
        QTest::newRow("too large, no length") << QByteArray("Connection: close\r\n") << QByteArray(2000000, 'x') << QByteArray("CAR-REM-006");
    }
    void bodiesThatAreNotWholeAreNoAnswers()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, code);
        ScriptedServer server(m_authority, [&](const ScriptedRequest &r) { return ScriptedReply::raw(replyWith(r, headers, body), true); });
        HttpTransport transport(m_random, m_authority.trust());
        const auto answer = ask(transport, request(server, "GET"));
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().codeText().toLatin1(), code);
    }

    void silenceAndDrippingEndAtTheirDeadlines()
    {
        ScriptedServer server(m_authority, [](const ScriptedRequest &r) {
            if (r.method == "GET")
                return ScriptedReply::silence();
            ScriptedReply drip = ScriptedReply::raw(replyWith(r, "Content-Length: 1000\r\n", {}));
            for (int i = 0; i < 1000; ++i)
                drip.pieces.append({"x", 50});
            return drip;
        });
        HttpTransport transport(m_random, m_authority.trust());
        HttpRequest silent = request(server, "GET");
        silent.limits.inactivity = std::chrono::milliseconds(300);
        QCOMPARE(ask(transport, silent).error().code, remote::errors::deadline);
        HttpRequest dripping = request(server, "POST", "{}");
        dripping.limits.inactivity = std::chrono::milliseconds(5000);
        dripping.limits.total = std::chrono::milliseconds(600);
        QCOMPARE(ask(transport, dripping).error().code, remote::errors::deadline);
    }

    // The person's own limit is no excuse for the other side: only the time it costs itself is added.
    void aLimitOfBandwidthTakesNoDeadlineAway()
    {
        const QByteArray much(90'000, 'x');
        ScriptedServer server(m_authority, [&much](const ScriptedRequest &r) {
            if (r.path() != "/drip")
                return ScriptedReply::answer(r, 200, "application/octet-stream", r.method == "GET" ? much : QByteArray());
            ScriptedReply drip = ScriptedReply::raw(replyWith(r, "Content-Length: 1000\r\n", {}));
            for (int i = 0; i < 1000; ++i)
                drip.pieces.append({"x", 50});
            return drip;
        });
        HttpTransport transport(m_random, m_authority.trust());
        transport.setBandwidth(12'000, 12'000); // twice as long as the deadline
        HttpRequest dripping = request(server, "GET");
        dripping.url.setPath(QStringLiteral("/drip"));
        dripping.paced = true;
        dripping.limits.total = std::chrono::milliseconds(600);
        QCOMPARE(ask(transport, dripping).error().code, remote::errors::deadline);
        QByteArray got;
        HttpRequest down = request(server, "GET");
        down.paced = true;
        down.limits.total = std::chrono::milliseconds(4000);
        down.sink = [&got](QByteArrayView bytes) {
            got.append(bytes.data(), bytes.size());
            return true;
        };
        const auto came = ask(transport, down);
        QVERIFY2(came.ok(), qPrintable(came.ok() ? QString() : came.error().codeText()));
        QVERIFY(got == much);
        HttpRequest up = request(server, "POST", much);
        up.paced = true;
        up.limits.total = std::chrono::milliseconds(4000);
        const auto sent = ask(transport, up);
        QVERIFY2(sent.ok(), qPrintable(sent.ok() ? QString() : sent.error().codeText()));
        QVERIFY(server.requests().last().body == much);
    }

    void serverOfAnotherAuthorityIsNotTrusted()
    {
        const TestAuthority foreign;
        ScriptedServer server(foreign, [](const ScriptedRequest &r) { return ScriptedReply::json(r, 200, "{}"); });
        HttpTransport transport(m_random, m_authority.trust());
        const auto answer = ask(transport, request(server, "POST", "{}"));
        QCOMPARE(answer.error().code, remote::errors::untrusted);
        QCOMPARE(server.requests().size(), 0);
        transport.setTrust(foreign.trust());
        QVERIFY(ask(transport, request(server, "POST", "{}")).ok());

        QCOMPARE(readCaFile(foreign.caFile()).value().size(), 1);
        QCOMPARE(readCaFile(QStringLiteral("/nowhere")).error().code, remote::errors::caFile);
        QCOMPARE(readCaFile(QStringLiteral(CARRIEL_SOURCE_DIR "/CMakeLists.txt")).error().code, remote::errors::caFile);
    }

    void plainHttpAndNobodyThere()
    {
        HttpTransport transport(m_random, m_authority.trust());
        HttpRequest r;
        r.url = QUrl(QStringLiteral("http://127.0.0.1:1/x"));
        QCOMPARE(ask(transport, r).error().code, remote::errors::unreachable);
        quint16 port = 0;
        {
            QTcpServer taken;
            QVERIFY(taken.listen(QHostAddress(QHostAddress::LocalHost), 0));
            port = taken.serverPort();
        }
        r.url = QUrl(QStringLiteral("https://127.0.0.1:%1/x").arg(port));
        QCOMPARE(ask(transport, r).error().code, remote::errors::unreachable);
    }

    void answersWithAnErrorStatusKeepTheirBody()
    {
        for (const int status : {400, 401, 403, 404, 409, 410, 412, 422, 423, 428, 429, 500, 502, 503, 504, 507}) {
            ScriptedServer server(m_authority, [status](const ScriptedRequest &r) {
                return ScriptedReply::json(r, status, "{\"code\":\"x\"}", {{"WWW-Authenticate", "Bearer error=\"invalid_token\""}});
            });
            HttpTransport transport(m_random, m_authority.trust());
            for (const QByteArray &method : {QByteArray("GET"), QByteArray("PUT")}) {
                const auto answer = ask(transport, request(server, method, "{}"));
                QVERIFY2(answer.ok(), qPrintable(QString::number(status)));
                QCOMPARE(answer.value().status, status);
                QCOMPARE(answer.value().body, QByteArray("{\"code\":\"x\"}"));
            }
        }
    }

    void headAnswersWithoutABody()
    {
        ScriptedServer server(m_authority, [](const ScriptedRequest &r) { return ScriptedReply::answer(r, 200, {}, QByteArray(100, 'x')); });
        HttpTransport transport(m_random, m_authority.trust());
        QCOMPARE(ask(transport, request(server, "HEAD")).value().number("Content-Length"), 100);
    }

    void bytesStreamToTheirSinkWhichMayStopThem()
    {
        const QByteArray bytes(5 << 20, 'b');
        ScriptedServer server(m_authority, [&bytes](const ScriptedRequest &r) {
            return ScriptedReply::answer(r, 200, "application/octet-stream", bytes);
        });
        HttpTransport transport(m_random, m_authority.trust());
        HttpRequest r = request(server, "GET");
        QByteArray got;
        qsizetype largest = 0;
        r.sink = [&](QByteArrayView piece) {
            got.append(piece.data(), piece.size());
            largest = std::max(largest, piece.size());
            return true;
        };
        QVERIFY(ask(transport, r).ok());
        QCOMPARE(got.size(), bytes.size());
        QVERIFY(largest <= 256 * 1024);
        int pieces = 0;
        r.sink = [&pieces](QByteArrayView) { return ++pieces < 2; };
        QCOMPARE(ask(transport, r).error().code, carriel::errors::cancelled);
        QCOMPARE(pieces, 2);
    }

    void oneObjectIsFetchedForOthers()
    {
        ScriptedServer server(m_authority, [](const ScriptedRequest &r) {
            return r.path() == "/ocsp" ? ScriptedReply::answer(r, 200, "application/ocsp-response", r.method + ' ' + r.body)
                                       : ScriptedReply::answer(r, 404, {}, {});
        });
        HttpTransport transport(m_random, m_authority.trust(), HttpTransport::Plain::Allow);
        NetworkFetch fetch(transport);
        const auto get = [&](HttpFetchRequest r) {
            Await<Result<QByteArray>> await;
            fetch.fetch(std::move(r), await.take());
            return await.wait() ? await.value() : Result<QByteArray>(Error{{"no answer"}, {}, {}});
        };
        QCOMPARE(get({server.url(QStringLiteral("/ocsp")), {}, {}}).value(), QByteArray("GET "));
        QCOMPARE(get({server.url(QStringLiteral("/ocsp")), "asked", "application/ocsp-request"}).value(), QByteArray("POST asked"));
        QCOMPARE(server.requests().last().headers.value("content-type"), QByteArray("application/ocsp-request"));
        QCOMPARE(get({server.url(QStringLiteral("/none")), {}, {}}).error().code, remote::errors::refused);
        HttpFetchRequest small{server.url(QStringLiteral("/ocsp")), {}, {}};
        small.maxBytes = 2;
        QCOMPARE(get(small).error().code, remote::errors::tooLarge);
    }

    // Documents are written into the vault in the thread that sends them: they leave meanwhile, not afterwards.
    void aBodyLeavesWhileTheThreadThatSendsItIsBusy()
    {
        QSemaphore arrived;
        ScriptedServer server(m_authority, [&arrived](const ScriptedRequest &r) {
            arrived.release();
            return ScriptedReply::json(r, 200, "{}");
        });
        const HttpRequest put = request(server, "PUT", QByteArray(3 << 20, 'x'));
        bool left = false, answered = false;
        const std::unique_ptr<QThread> busy(QThread::create([&] {
            HttpTransport transport(m_random, m_authority.trust());
            Await<Result<HttpResponse>> await;
            const CallPtr call = transport.send(put, await.take());
            left = arrived.tryAcquire(1, patienceMs); // no event of this thread is handled before
            answered = await.wait() && await.value().ok();
        }));
        busy->start();
        QTRY_VERIFY(busy->isFinished());
        QVERIFY(left);
        QVERIFY(answered);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().first().body, put.body);
    }

    void destroyedCallNeverAnswers()
    {
        ScriptedServer server(m_authority, [](const ScriptedRequest &r) { return ScriptedReply::json(r, 200, "{}"); });
        HttpTransport transport(m_random, m_authority.trust());
        int answers = 0;
        {
            const auto count = [&answers](const Result<HttpResponse> &) { ++answers; };
            const CallPtr call = transport.send(request(server, "GET"), count);
            const CallPtr large = transport.send(request(server, "PUT", QByteArray(200'000, 'x')), count);
        }
        CallPtr inside;
        HttpRequest r = request(server, "GET");
        r.sink = [&inside](QByteArrayView) {
            inside.reset(); // while its bytes are coming
            return true;
        };
        inside = transport.send(r, [&answers](const Result<HttpResponse> &) { ++answers; });
        QVERIFY(ask(transport, request(server, "GET")).ok());
        QTRY_VERIFY(!inside);
        QTest::qWait(100);
        QCOMPARE(answers, 0);
    }
};

QTEST_GUILESS_MAIN(RemoteTransport)
#include "tst_remote_transport.moc"
