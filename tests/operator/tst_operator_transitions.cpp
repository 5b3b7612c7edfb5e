// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Every act on a notification in every state that it can be in, over TLS.
#include "tests/operator/OpeningStage.h"

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorTransitions : public OpeningStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }

    // Every act in every state: what is allowed, what is answered otherwise, and that a refusal changes nothing.
    void everyActInEveryState_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("act");
        QTest::addColumn<QString>("answer"); // a problem's code; empty: done
        QTest::addColumn<QString>("after");
        const QStringList acts = {u"opening"_s,     u"acknowledge"_s, u"fetch"_s,  u"cancel"_s,
                                  u"other means"_s, u"certify"_s,     u"dispute"_s};
        const QMap<QString, QStringList> table = {
            {u"Submitted"_s,
             {u"not_found"_s, u"not_found"_s, u"not_found"_s, u"!Cancelled"_s, u"!OtherMeans"_s, u"not_available"_s,
              u"not_found"_s}},
            {u"Available"_s,
             {u"!Available"_s, u"!Accessed"_s, u"not_acknowledged"_s, u"!Cancelled"_s, u"!OtherMeans"_s,
              u"not_available"_s, u"not_available"_s}},
            {u"Accessed"_s,
             {u"already_acknowledged"_s, u"already_acknowledged"_s, u"!Accessed"_s, u"not_available"_s,
              u"not_available"_s, u"!Certified"_s, u"!Accessed"_s}},
            {u"Certified"_s,
             {u"already_acknowledged"_s, u"already_acknowledged"_s, u"!Certified"_s, u"not_available"_s,
              u"not_available"_s, u"already_exists"_s, u"!Certified"_s}},
            {u"Cancelled"_s,
             {u"cancelled"_s, u"cancelled"_s, u"not_acknowledged"_s, u"not_available"_s, u"not_available"_s,
              u"not_available"_s, u"not_available"_s}},
            {u"OtherMeans"_s,
             {u"not_available"_s, u"not_available"_s, u"not_acknowledged"_s, u"not_available"_s, u"not_available"_s,
              u"not_available"_s, u"not_available"_s}},
            {u"NotAccessed"_s,
             {u"not_available"_s, u"not_available"_s, u"not_acknowledged"_s, u"not_available"_s, u"not_available"_s,
              u"not_available"_s, u"not_available"_s}},
        };
        for (auto it = table.begin(); it != table.end(); ++it) {
            for (qsizetype i = 0; i < acts.size(); ++i) {
                const QString &cell = it.value().at(i);
                const bool done = cell.startsWith(u'!');
                QTest::newRow(qPrintable(QString(it.key() + u", "_s + acts[i])))
                    << it.key() << acts[i] << (done ? QString() : cell) << (done ? cell.mid(1) : it.key());
            }
        }
    }

    void everyActInEveryState()
    {
        QFETCH(QString, state);
        QFETCH(QString, act);
        QFETCH(QString, answer);
        QFETCH(QString, after);
        const TestEntity::Made made = arrive([&](QJsonObject &s) {
            if (state == u"Submitted")
                s.insert(u"not_before"_s, nowSeconds() + 3600);
            if (state == u"NotAccessed")
                s.insert(u"expires"_s, nowSeconds() + 2);
        });
        QJsonObject challenge;
        QByteArray receipt = "x";
        if (state != u"Submitted") {
            challenge = first.opening(made.id).json();
            receipt = first.receipt(first.get(made.id), challenge);
        }
        if (state == u"Accessed" || state == u"Certified")
            QCOMPARE(open(second, made.id).status, 201);
        if (state == u"Certified")
            QCOMPARE(certify(made.id).status, 201);
        if (state == u"Cancelled" || state == u"OtherMeans")
            QCOMPARE(close(made.id, state == u"Cancelled" ? u"cancelled"_s : u"other_means"_s).status, 201);
        const auto now = [&] {
            return entity.call("GET", QString(u"/entity/notifications/"_s + made.id))
                .json()
                .value("state"_L1)
                .toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(now(), state, 30000);
        const auto records = [&] {
            return entity.call("GET", QString(u"/entity/notifications/"_s + made.id))
                .json()
                .value("evidence"_L1)
                .toArray()
                .size();
        };
        const qsizetype before = records();
        const Reply reply = act == u"opening"       ? first.opening(made.id)
                            : act == u"acknowledge" ? first.acknowledge(made.id, receipt, freshKey())
                            : act == u"fetch"       ? second.fetch(made.id)
                            : act == u"cancel"      ? close(made.id)
                            : act == u"other means" ? close(made.id, u"other_means"_s)
                            : act == u"certify"     ? certify(made.id)
                                                    : complain(made);
        if (answer.isEmpty())
            QVERIFY2(reply.status == 200 || reply.status == 201, reply.body.constData());
        else
            QCOMPARE(reply.code(), answer);
        QCOMPARE(now(), after);
        const bool writes = answer.isEmpty() && act != u"opening" &&
                            act != u"fetch"; // the second device acknowledged: its fetch is no event
        QCOMPARE(records() - before, writes ? 1 : 0);
        QCOMPARE(effectsOf(u"access"_s, made.id), after == u"Accessed" || after == u"Certified" ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(TestOperatorTransitions)
#include "tst_operator_transitions.moc"
