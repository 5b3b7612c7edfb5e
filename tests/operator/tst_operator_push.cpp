// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Delivery events pushed to an entity's address (RFC 8935): in order, again when they were not taken, and never to an
// address of our own network.
#include "reference-operator/Encoding.h"
#include "reference-operator/acts/Webhooks.h"
#include "tests/operator/TestEntity.h"
#include "tests/support/Patience.h"

#include <QtTest>
#include <mutex>
#include <thread>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorPush : public QObject
{
    Q_OBJECT

private:
    TestOperator op;
    TestEntity entity{op, u"co:NIT:900123456"_s, u"T-1"_s};
    TestEntity other{op, u"co:NIT:900777888"_s, u"T-2"_s};
    TestEntity third{op, u"co:NIT:900777999"_s, u"T-3"_s};
    std::unique_ptr<httplib::SSLServer> server;
    std::thread serving;
    int port = 0;
    std::mutex mutex;
    QList<QByteArray> taken;
    std::atomic<int> endless = 0, dripping = 0; // asked so often
    std::atomic<bool> over = false;
    std::string query; // of the last event taken
    int refuse = 0;    // so many are answered 500 first

    QString address() const { return QString(u"https://127.0.0.1:"_s + QString::number(port)); }
    QList<QByteArray> received()
    {
        const std::lock_guard lock(mutex);
        return taken;
    }
    QList<QByteArray> recorded()
    {
        QList<QByteArray> out;
        for (const QJsonValue &e : entity.call("GET", u"/entity/events?since=0"_s).json().value("events"_L1).toArray())
            out.append(e.toObject().value("jws"_L1).toString().toLatin1());
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QJsonObject holder{{u"id"_s, op.ana()}, {u"name"_s, u"Ana"_s}};
        const bool ready =
            op.seed({{u"entities"_s, QJsonArray{entity.registration(), other.registration(), third.registration()}},
                     {u"folders"_s, QJsonArray{QJsonObject{{u"id"_s, op.folder()}, {u"holder"_s, holder}}}}}) &&
            op.start({{u"webhook_ca"_s, u"cert.pem"_s}, {u"webhooks_anywhere"_s, true}});
        if (!ready && op.error() == u"no PostgreSQL here")
            QSKIP("no PostgreSQL here");
        QVERIFY2(ready, qPrintable(op.error()));
        const QDir dir(op.dir());
        server = std::make_unique<httplib::SSLServer>(dir.filePath(u"cert.pem"_s).toLatin1(),
                                                      dir.filePath(u"key.pem"_s).toLatin1());
        server->Post("/eventos", [&](const httplib::Request &request, httplib::Response &response) {
            const std::lock_guard lock(mutex);
            response.status =
                refuse > 0 || request.get_header_value("Content-Type") != "application/secevent+jwt" ? 500 : 202;
            if (refuse > 0)
                --refuse;
            else
                taken.append(QByteArray::fromStdString(request.body));
            query = request.get_param_value("clave");
        });
        const auto without = [this](std::atomic<int> &asked, size_t bytes, int pause) {
            return [this, &asked, bytes, pause](const httplib::Request &, httplib::Response &response) {
                ++asked;
                response.set_chunked_content_provider(
                    "text/plain", [this, bytes, pause](size_t, httplib::DataSink &sink) {
                        std::this_thread::sleep_for(std::chrono::milliseconds(pause));
                        return !over && sink.write(std::string(bytes, 'x').data(), bytes);
                    });
            };
        };
        server->Post("/sin-fin", without(endless, 1 << 20, 0));
        server->Post("/gota", without(dripping, 1, 500));
        port = server->bind_to_any_port("127.0.0.1");
        serving = std::thread([this] { server->listen_after_bind(); });
    }
    void cleanupTestCase()
    {
        over = true;
        if (server)
            server->stop();
        if (serving.joinable())
            serving.join();
    }

    void refusesWhatIsNoAddress()
    {
        for (const QString &url :
             {u"http://entidad.example/x"_s, u"https://u:p@entidad.example/"_s, u"ftp://entidad.example"_s, u"nada"_s})
            QCOMPARE(entity.call("PUT", u"/entity/webhook"_s, {{u"url"_s, url}}).status, 400);
        QVERIFY(!publicAddress(u"127.0.0.1"_s) && !publicAddress(u"10.1.2.3"_s) && !publicAddress(u"192.168.1.1"_s) &&
                !publicAddress(u"169.254.169.254"_s) && !publicAddress(u"::1"_s) && !publicAddress(u"fe80::1"_s) &&
                !publicAddress(u"::ffff:127.0.0.1"_s) && !publicAddress(u"100.64.0.1"_s) &&
                !publicAddress(u"0.0.0.0"_s) && !publicAddress(u"2002:7f00:1::1"_s) &&
                !publicAddress(u"2001:0:7f00:1::1"_s) && !publicAddress(u"2001:db8::1"_s));
        QCOMPARE(publicAddress(u"192.0.3.1"_s).value_or("?"), QByteArray("192.0.3.1"));
    }

    void pushesInOrderAndAgain()
    {
        const QString url = QString(u"https://127.0.0.1:"_s + QString::number(port) + u"/eventos"_s);
        QCOMPARE(entity.call("PUT", u"/entity/webhook"_s, {{u"url"_s, url}}).status, 200);
        QCOMPARE(entity.call("GET", u"/entity"_s).json().value("webhook"_L1).toObject().value("url"_L1).toString(),
                 url);
        {
            const std::lock_guard lock(mutex);
            refuse = 2;
        }
        for (int i = 0; i < 3; ++i)
            QCOMPARE(entity.deposit(entity.make(op.ana(), {})).status, 201);
        QTRY_COMPARE(received(), recorded());
        op.kill();
        QVERIFY2(op.start({{u"webhook_ca"_s, u"cert.pem"_s}, {u"webhooks_anywhere"_s, true}}), qPrintable(op.error()));
        QCOMPARE(entity.deposit(entity.make(op.ana(), {})).status, 201);
        // A deployment says the same address again; nothing that waits for it is passed over.
        QCOMPARE(entity.call("PUT", u"/entity/webhook"_s, {{u"url"_s, url}}).status, 200);
        // At least once, in order: the one that was answered in the moment of the end may come again, and no other.
        const auto once = [this] {
            QList<QByteArray> events = received();
            events.erase(std::unique(events.begin(), events.end()), events.end());
            return events;
        };
        QTRY_COMPARE(once(), recorded());
        QVERIFY(received().size() <= recorded().size() + 1);
    }

    // carriel-entity takes what is pushed: only the operator's word, once, and on its disk before it answers; what came
    // while it was away it fetches.
    void theEntitysProgramListens()
    {
        const QString program = QStringLiteral(CARRIEL_BINARY_DIR "/bin/carriel-entity");
        const QDir dir(op.dir());
        const QString id = u"co:NIT:900555333"_s;
        const QStringList common{u"--home"_s, dir.filePath(u"oyente"_s), u"--json"_s};
        const auto run = [&](const QStringList &words) {
            QProcess process;
            process.start(program, common + words);
            return process.waitForFinished(carriel::test::patienceMs) ? process.exitCode() : -1;
        };
        QFile procedures(dir.filePath(u"oyente.json"_s)), act(dir.filePath(u"oyente.txt"_s));
        QVERIFY(procedures.open(QIODevice::WriteOnly) && act.open(QIODevice::WriteOnly) && act.write("Hola.") > 0);
        procedures.write(R"([{"id":"oye","title":"Oye","classes":["communication"],"regimes":["comunicacion"]}])");
        procedures.close();
        act.close();
        const QString invitation = QJsonDocument::fromJson(op.output({u"invite"_s, u"--entity"_s, id}))
                                       .object()
                                       .value("invitation"_L1)
                                       .toString();
        const QString url = QString(u"https://127.0.0.1:"_s + QString::number(op.port()));
        QCOMPARE(run({u"register"_s, u"--id"_s, id, u"--name"_s, u"Oyente"_s, u"--operator"_s, url, u"--ca"_s,
                      dir.filePath(u"cert.pem"_s), u"--procedures"_s, procedures.fileName(), u"--invitation"_s,
                      invitation}),
                 0);
        const auto send = [&] {
            return run({u"send"_s, u"--procedure"_s, u"oye"_s, u"--to"_s, op.ana(), u"--title"_s, u"Aviso"_s,
                        u"--act"_s, act.fileName(), u"--class"_s, u"communication"_s});
        };
        QCOMPARE(run({u"webhook"_s}), 3); // none yet
        QCOMPARE(send(), 0);              // before anybody listens: two records, of the feed
        const QStringList listen = common + QStringList{u"listen"_s, u"--bind"_s, u"127.0.0.1:0"_s, u"--cert"_s,
                                                        dir.filePath(u"cert.pem"_s), u"--key"_s,
                                                        dir.filePath(u"key.pem"_s), u"--count"_s};
        const auto events = [](const QByteArray &out) {
            QList<QJsonObject> all;
            for (const QByteArray &line : out.trimmed().split('\n'))
                all.append(QJsonDocument::fromJson(line).object());
            return all;
        };
        QProcess first;
        first.start(program, listen + QStringList{u"4"_s});
        QByteArray said;
        QTRY_VERIFY((said += first.readAllStandardError()).contains("listening on"));
        const int at = said.mid(said.lastIndexOf(':') + 1).trimmed().toInt();
        const QString here = QString(u"https://127.0.0.1:"_s + QString::number(at) + u"/avisos"_s);

        // Strangers are answered as RFC 8935 says, and leave nothing.
        httplib::SSLClient stranger("127.0.0.1", at);
        stranger.enable_server_certificate_verification(false);
        const auto told = [&](const QByteArray &jws, const char *type = "application/secevent+jwt") {
            const auto answer = stranger.Post("/avisos", jws.toStdString(), type);
            return answer ? QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object().value("err"_L1).toString()
                          : QString();
        };
        const QByteArray foreign = recorded().first();
        QCOMPARE(told(foreign), u"invalid_audience"_s);
        QCOMPARE(told(foreign.left(foreign.size() - 8) + "AAAAAAAA"), u"authentication_failed"_s);
        QCOMPARE(told("x"), u"invalid_request"_s);
        QCOMPARE(told(foreign, "text/plain"), u"invalid_request"_s);

        QCOMPARE(run({u"webhook"_s, here}), 0);
        QCOMPARE(run({u"webhook"_s}), 0);
        QCOMPARE(send(), 0);
        QVERIFY(first.waitForFinished(carriel::test::patienceMs));
        QCOMPARE(first.exitCode(), 0);
        const QList<QJsonObject> four = events(first.readAllStandardOutput());
        QCOMPARE(four.size(), 4);
        for (const QJsonObject &one : four)
            QCOMPARE(one.value("state"_L1).toString(), u"good"_s);
        QCOMPARE(send(), 0); // nobody is there; the operator goes on trying
        QProcess second;
        second.start(program, listen + QStringList{u"2"_s});
        QVERIFY(second.waitForFinished(carriel::test::patienceMs));
        QCOMPARE(events(second.readAllStandardOutput()).size(), 2);
        QCOMPARE(run({u"webhook"_s, u"off"_s}), 0);
        QCOMPARE(run({u"webhook"_s}), 3);
    }

    // One receiver streams without end, one lets its answer drip: a third gets its events all the same.
    void aSlowReceiverKeepsNobodyWaiting()
    {
        QCOMPARE(other.call("PUT", u"/entity/webhook"_s, {{u"url"_s, QString(address() + u"/sin-fin"_s)}}).status, 200);
        QCOMPARE(third.call("PUT", u"/entity/webhook"_s, {{u"url"_s, QString(address() + u"/gota"_s)}}).status, 200);
        QCOMPARE(
            entity.call("PUT", u"/entity/webhook"_s, {{u"url"_s, QString(address() + u"/eventos?clave=1"_s)}}).status,
            200);
        QCOMPARE(other.deposit(other.make(op.ana(), {})).status, 201);
        QCOMPARE(third.deposit(third.make(op.ana(), {})).status, 201);
        QTRY_VERIFY(endless > 0 && dripping > 0);
        const qsizetype before = received().size();
        QCOMPARE(entity.deposit(entity.make(op.ana(), {})).status, 201);
        QTRY_COMPARE(received().size(), before + 2);
        QCOMPARE(query, std::string("1"));
        // Both are cut and asked again later.
        QTRY_VERIFY(endless > 1 && dripping > 1);
        QFile status(QString(u"/proc/"_s + QString::number(op.process().processId()) + u"/status"_s));
        if (status.open(QIODevice::ReadOnly)) {
            const QByteArray all = status.readAll();
            const QByteArray peak = all.mid(all.indexOf("VmHWM:") + 6).simplified();
            QVERIFY2(peak.left(peak.indexOf(' ')).toLongLong() < 200 * 1024, peak.left(20).constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestOperatorPush)
#include "tst_operator_push.moc"
