// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an owner asks of whoever read a share, and the answer, at the operator, over TLS.
#include "tests/operator/OpeningStage.h"
#include "tests/operator/Sharing.h"

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorErasure : public OpeningStage
{
    Q_OBJECT

    using Sent = Sharing::Made;
    Sharing steps{op, first, stranger};

private Q_SLOTS:
    void initTestCase()
    {
        ready();
        if (!QTest::currentTestFailed() && op.process().state() != QProcess::NotRunning)
            QCOMPARE(steps.allow(true).status, 200);
    }

    // Asking is not erasing: it is passed on once, also after the end, and what comes back is the other's word.
    void theOwnerAsksToEraseAndIsAnswered()
    {
        const Sent sent = steps.make({steps.document("que lo borre")});
        QCOMPARE(steps.send(sent).status, 201);
        QCOMPARE(steps.answer(sent).status, 201);
        QCOMPARE(steps.askErasure(sent).json().value("reason"_L1).toString(), u"unread"_s);
        QCOMPARE(steps.take(sent.id).status, 200);
        QCOMPARE(steps.revoke(sent).status, 200);
        QCOMPARE(steps.answerErasure(sent, {{u"answer"_s, u"erased"_s}}).json().value("reason"_L1).toString(), u"not_asked"_s);
        const Reply asked = steps.askErasure(sent);
        QVERIFY2(asked.status == 200, asked.body.constData());
        QCOMPARE(steps.askErasure(sent).code(), u"already_exists"_s);
        QCOMPARE(effectsOf(u"share-erasure-request"_s, sent.id), 1);
        QVERIFY(steps.recordOf(stranger).contains(u"share.erasure-asked"_s));
        const QJsonObject told = steps.theirs(sent.id).json().value("erasure"_L1).toObject();
        QVERIFY(parseJws(told.value("request"_L1).toString().toLatin1()));
        QVERIFY(told.value("answer"_L1).isNull());
        QCOMPARE(steps.answerErasure(sent, {{u"answer"_s, u"kept"_s}}).code(), u"statement_invalid"_s); // without a reason
        const Reply kept = steps.answerErasure(sent, {{u"answer"_s, u"kept"_s}, {u"reason"_s, u"La ley lo manda"_s}});
        QVERIFY2(kept.status == 201, kept.body.constData());
        QCOMPARE(steps.answerErasure(sent, {{u"answer"_s, u"erased"_s}}).code(), u"already_exists"_s);
        const QJsonObject mine = steps.mine(sent.id).json();
        const auto answer = parseJws(mine.value("erasure"_L1).toObject().value("answer"_L1).toString().toLatin1());
        QCOMPARE(answer->payload.value("reason"_L1).toString(), u"La ley lo manda"_s);
        QVERIFY(isChain(mine));
        QStringList events = eventsIn(mine);
        for (QString &one : events)
            one = one.section(u':', -1);
        QCOMPARE(events.mid(3), (QStringList{u"ShareRevoked"_s, u"ShareErasureAsked"_s, u"ShareErasureAnswered"_s}));
        QCOMPARE(mine.value("state"_L1).toString(), u"Revoked"_s);

        const Sent link = steps.make({steps.document("de un enlace")}, {});
        QCOMPARE(steps.send(link).status, 201);
        QCOMPARE(steps.askErasure(link).json().value("reason"_L1).toString(), u"recipient"_s);
    }
};

QTEST_GUILESS_MAIN(TestOperatorErasure)
#include "tst_operator_erasure.moc"
