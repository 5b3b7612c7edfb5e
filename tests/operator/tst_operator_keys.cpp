// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's own keys lost or exchanged: nobody is notified of what cannot be handed over, and no evidence loses
// its signer.
#include "tests/operator/OpeningStage.h"

#include <QDir>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorKeys : public OpeningStage
{
    Q_OBJECT

private:
    QString file(const QString &name) const { return QString(op.dir() + u"/keys/"_s + name); }
    QJsonArray signers() const
    {
        return parseJws(op.call("GET", u"/directory"_s, {}, {}, "").json().value("directory"_L1).toString().toLatin1())
            ->payload.value("operator"_L1)
            .toObject()
            .value("keys"_L1)
            .toArray();
    }

private Q_SLOTS:
    void initTestCase() { begin(); }

    void startsWithItsKeysOrNotAtAll()
    {
        QVERIFY(op.stop());
        for (const QString &name : {u"operator-seal.pem"_s, u"operator-sign.pem"_s}) {
            QVERIFY(QFile::rename(file(name), file(u"aparte"_s)));
            QVERIFY(!op.start());
            QVERIFY2(op.error().contains(name), qPrintable(op.error()));
            QVERIFY(!QFile::exists(file(name)));
            QVERIFY(QFile::rename(file(u"aparte"_s), file(name)));
        }
        QVERIFY2(op.start(), qPrintable(op.error()));
    }

    void nothingIsOpenedThatCannotBeHandedOver()
    {
        const TestEntity::Made made = arrive();
        const QByteArray receipt = first.receipt(first.get(made.id), first.opening(made.id).json());
        const QStringList events = eventsIn(first.get(made.id));
        QVERIFY(op.stop());
        QVERIFY(QFile::rename(file(u"operator-seal.pem"_s), file(u"aparte"_s)));
        QVERIFY(QFile::copy(file(u"operator-token.pem"_s), file(u"operator-seal.pem"_s)));
        QVERIFY2(op.start(), qPrintable(op.error()));
        QCOMPARE(first.acknowledge(made.id, receipt, freshKey()).status, 503);
        QCOMPARE(effectsOf(u"access"_s, made.id), 0);
        QCOMPARE(eventsIn(first.get(made.id)), events);
        QVERIFY(op.stop());
        QVERIFY(QFile::remove(file(u"operator-seal.pem"_s)) &&
                QFile::rename(file(u"aparte"_s), file(u"operator-seal.pem"_s)));
        QVERIFY2(op.start(), qPrintable(op.error()));
        const Reply opened = first.acknowledge(made.id, receipt, freshKey()); // nothing was lost
        QCOMPARE(opened.status, 201);
        QCOMPARE(first.keyIn(opened), made.a);
    }

    void everyKeyThatSignedStaysInTheDirectory()
    {
        const QJsonArray before = signers();
        QVERIFY(op.stop());
        QVERIFY(QFile::remove(file(u"operator-sign.pem"_s)));
        QVERIFY(QFile::copy(file(u"operator-token.pem"_s), file(u"operator-sign.pem"_s)));
        QVERIFY2(op.start(), qPrintable(op.error()));
        const QJsonArray after = signers();
        QCOMPARE(after.size(), before.size() + 1);
        int ended = 0;
        for (const QJsonValue &key : after)
            ended +=
                key.toObject().value("use"_L1).toString() == u"sign" && !key.toObject().value("to"_L1).isNull() ? 1 : 0;
        QCOMPARE(ended, 1);
        QCOMPARE(op.call("GET", u"!/carpeta/v1/operator-keys"_s, {}, {}, "").json().value("keys"_L1).toArray().size(),
                 2);
    }
};

QTEST_GUILESS_MAIN(TestOperatorKeys)
#include "tst_operator_keys.moc"
