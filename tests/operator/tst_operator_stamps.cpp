// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Time stamps of the operator: kept only when every verifier will take them, and shown to nobody who was not to see the
// notification.
#include "reference-operator/Encoding.h"
#include "tests/operator/TestEntity.h"
#include "tests/operator/TestTsa.h"
#include "tests/support/Patience.h"

#include <QtTest>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorStamps : public QObject
{
    Q_OBJECT

private:
    TestTsa tsa;
    TestOperator op;
    TestEntity entity{op, u"co:NIT:900123456"_s, u"T-1"_s};

    // A communication that is closed at once: A.1, perhaps C.1, and the closure, which is to be stamped.
    QString closed(qint64 from)
    {
        const TestEntity::Made made =
            entity.make(op.ana(), {}, [&](QJsonObject &s) { s.insert(u"not_before"_s, nowSeconds() + from); });
        const bool done = entity.deposit(made).status == 201 &&
                          entity.call("PUT", QString(u"/entity/notifications/"_s + made.id + u"/closure"_s),
                                      {{u"outcome"_s, u"cancelled"_s}, {u"reason"_s, u"Error"_s}})
                                  .status == 201;
        return done ? made.id : QString();
    }
    bool stamped(const QString &id)
    {
        const QJsonArray evidence =
            entity.call("GET", QString(u"/entity/notifications/"_s + id)).json().value("evidence"_L1).toArray();
        return evidence.last().toObject().value("tst"_L1).isString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QJsonObject holder{{u"id"_s, op.ana()}, {u"name"_s, u"Ana"_s}};
        const bool ready =
            op.seed({{u"entities"_s, QJsonArray{entity.registration()}},
                     {u"folders"_s, QJsonArray{QJsonObject{{u"id"_s, op.folder()}, {u"holder"_s, holder}}}}}) &&
            op.start({{u"tsa"_s, tsa.url()}});
        if (!ready && op.error() == u"no PostgreSQL here")
            QSKIP("no PostgreSQL here");
        QVERIFY2(ready, qPrintable(op.error()));
    }

    void keepsWhatEveryVerifierTakes()
    {
        const QString id = closed(0);
        QTRY_VERIFY(stamped(id));
    }

    void keepsNothingElse_data()
    {
        QTest::addColumn<qint64>("shift");
        QTest::addColumn<bool>("forged");
        QTest::addColumn<bool>("purpose");
        QTest::newRow("before the event") << qint64(-3600) << false << true;
        QTest::newRow("a day later") << qint64(90000) << false << true;
        QTest::newRow("a signature that does not hold") << qint64(0) << true << true;
        QTest::newRow("a certificate for something else") << qint64(0) << false << false;
    }

    void keepsNothingElse()
    {
        QFETCH(qint64, shift);
        QFETCH(bool, forged);
        QFETCH(bool, purpose);
        tsa.shift = shift;
        tsa.forged = forged;
        tsa.purpose = purpose;
        const QString id = closed(0);
        QVERIFY(!id.isEmpty());
        const int before = tsa.asked;
        QTRY_VERIFY(tsa.asked >= before + 2); // the first answer was looked at: it is asked again
        QVERIFY(!stamped(id));
        tsa.shift = 0;
        tsa.forged = false;
        tsa.purpose = true;
        QTRY_VERIFY(stamped(id)); // and a good one is still taken
    }

    // Withdrawn before it was ever available: the stamp of that is not news for the person.
    void aStampShowsNothingThatWasHidden()
    {
        const QString cursor =
            op.call("GET", op.in(u"/items?snapshot=new"_s)).json().value("cursor_at_start"_L1).toString();
        const QString id = closed(3600);
        QTRY_VERIFY(stamped(id));
        QCOMPARE(op.call("GET", op.in(QString(u"/notifications/"_s + id))).code(), u"not_found"_s);
        QVERIFY(!op.call("GET", op.in(u"/notifications"_s)).body.contains(id.toLatin1()));
        QVERIFY(op.call("GET", op.in(QString(u"/changes?since="_s + cursor)))
                    .json()
                    .value("changes"_L1)
                    .toArray()
                    .isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOperatorStamps)
#include "tst_operator_stamps.moc"
