// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Hundreds of openings with the operator killed during them and between all their steps, each request repeated, two
// devices at once and a stranger: exactly one access each, counted in the operator's log of effects. Prints what it
// did. CARRIEL_OPENINGS: how many (500).
#include "tests/operator/OpeningStage.h"

#include <chrono>
#include <random>
#include <thread>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorManyOpenings : public OpeningStage
{
    Q_OBJECT

private:
    int killed = 0, repeated = 0, cut = 0;

    Reply put(const TestDevice &device, const QString &id, const QByteArray &receipt, const std::string &key) const
    {
        const QByteArray statement = device.statement(); // by the connection that all share
        return send(device, statement, id, receipt, key);
    }
    Reply send(const TestDevice &device, const QByteArray &statement, const QString &id, const QByteArray &receipt,
               const std::string &key) const
    {
        Reply reply; // with a connection of its own: it may break
        const auto client = op.client();
        const QByteArray body = compact({{u"receipt"_s, QString::fromLatin1(receipt)},
                                         {u"device"_s, QString::fromLatin1(statement)},
                                         {u"id_token"_s, QJsonValue()}});
        const httplib::Headers headers{{"Authorization", "Bearer " + device.token().toStdString()},
                                       {"Idempotency-Key", key},
                                       {"If-None-Match", "*"}};
        const auto path = QString(op.api() + device.in(QString(u"/notifications/"_s + id + u"/acknowledgement"_s)));
        if (const auto result = client->Put(path.toStdString(), headers, body.toStdString(), "application/json")) {
            reply.status = result->status;
            reply.body = QByteArray::fromStdString(result->body);
        }
        return reply;
    }
    void again()
    {
        restart();
        ++killed;
    }

private Q_SLOTS:
    void initTestCase() { begin(); }

    void oneAccessEach()
    {
        const int openings =
            qEnvironmentVariableIsSet("CARRIEL_OPENINGS") ? qEnvironmentVariableIntValue("CARRIEL_OPENINGS") : 500;
        std::mt19937 random(7);
        const auto one = [&random](int of) { return random() % unsigned(of) == 0; };
        QStringList ids;
        for (int i = 0; i < openings; ++i) {
            const TestEntity::Made made = arrive();
            ids.append(made.id);
            if (one(4))
                again();
            const bool both = one(3);
            const QString challenge = first.opening(made.id).json().value("challenge"_L1).toString();
            const QJsonObject told = first.get(made.id);
            const QJsonObject asked = first.opening(made.id).json();
            const QByteArray receipt = first.receipt(told, asked);
            QCOMPARE(stranger.acknowledge(made.id, receipt, freshKey()).code(), u"not_found"_s);
            if (one(4))
                again();
            const std::string key = freshKey();
            Reply mine, hers;
            const QByteArray theirs = both ? second.receipt(told, second.opening(made.id).json()) : QByteArray();
            const QByteArray statements[] = {first.statement(), second.statement()};
            std::thread sending([&] { mine = send(first, statements[0], made.id, receipt, key); });
            std::thread sendingToo([&] {
                if (both)
                    hers = send(second, statements[1], made.id, theirs, freshKey());
            });
            const bool during = one(2);
            if (during) {
                std::this_thread::sleep_for(std::chrono::microseconds(random() % 6000));
                op.kill();
                ++killed;
            }
            sending.join();
            sendingToo.join();
            if (during)
                QVERIFY2(op.start(), qPrintable(op.error()));
            cut += mine.status == 0;
            // The program's rule: ask, and send the same bytes only while the receipt may still have an effect.
            Reply outcome = first.fetch(made.id, asked.value("challenge"_L1).toString());
            if (outcome.status == 404) {
                QVERIFY(outcome.json().value("challenge_alive"_L1).toBool());
                QVERIFY(mine.status != 201 && hers.status != 201);
                if (one(3))
                    again();
                outcome = put(first, made.id, receipt, key);
                ++repeated;
                QVERIFY2(outcome.status == 201 || outcome.code() == u"already_acknowledged", outcome.body.constData());
                outcome = first.fetch(made.id);
            }
            QCOMPARE(outcome.status, 200);
            QCOMPARE(first.keyIn(outcome), made.a);
            for (int n = 0; n < 2; ++n) { // duplicates that come late
                const Reply late = put(first, made.id, receipt, key);
                QVERIFY(late.status == 201 || late.code() == u"already_acknowledged");
            }
            QVERIFY(!first.fetch(made.id, challenge).body.contains("challenge_alive"));
            if (one(4))
                again();
            QCOMPARE(second.keyIn(second.fetch(made.id)), made.a);
            const QJsonObject n = first.get(made.id);
            QVERIFY(isChain(n));
            QCOMPARE(eventsIn(n).count(u"ContentHandover"_s), 1);
            QCOMPARE(n.value("state"_L1).toString(), u"Accessed"_s);
        }
        QHash<QString, int> accesses;
        for (const QJsonObject &effect : op.effects()) {
            if (effect.value("kind"_L1).toString() == u"access")
                ++accesses[effect.value("subject"_L1).toString()];
        }
        QCOMPARE(accesses.size(), openings);
        for (const QString &id : std::as_const(ids))
            QCOMPARE(accesses.value(id), 1);
        qInfo("%d openings: %d kills of the operator, %d answers cut, %d receipts sent again, %d accesses; %s",
              openings, killed, cut, repeated, int(accesses.size()),
              qPrintable(qEnvironmentVariable("CARRIEL_TEST_DATABASE", u"sqlite"_s)));
    }
};

QTEST_GUILESS_MAIN(TestOperatorManyOpenings)
#include "tst_operator_many_openings.moc"
