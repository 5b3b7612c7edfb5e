// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What else may happen to an opening and to a mailbox: the account goes away, lists are cut, the directory is late, the
// operator tells less than it told.
#include "core/services/mail/MailValues.h"
#include "tests/core/services/MailComputer.h"
#include "tests/support/Patience.h"

using namespace carriel;
using namespace carriel::mail;
using namespace carriel::test;

class TestMailTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Logged out, or in again by another way, at each step: the wait ends, nothing is signed over, one access.
    void thePortGoesAwayAtEveryStep_data()
    {
        QTest::addColumn<int>("call");
        QTest::addColumn<bool>("late");
        for (int call = 0; call < 3; ++call) {
            for (const bool late : {false, true})
                QTest::addRow("call %d, %s", call, late ? "answer comes late" : "no answer") << call << late;
        }
    }
    void thePortGoesAwayAtEveryStep()
    {
        QFETCH(int, call);
        QFETCH(bool, late);
        FakeOperator op;
        op.wantsStepUp = true;
        Computer computer(op);
        computer.settle();
        std::optional<Outcome> outcome;
        computer.port.held = true;
        computer.opener->open(id, evidence::readSeal(op.vector.proof.seal).value().warning,
                              [&](Outcome result) { outcome = std::move(result); });
        for (int i = 0; i < call; ++i) {
            QTRY_COMPARE(int(computer.port.answers.size()), 1);
            std::exchange(computer.port.answers, {}).front()();
        }
        QTRY_COMPARE(int(computer.port.answers.size()), 1);
        const QByteArray signedBefore = computer.row().receipt;
        computer.mailbox->setPort(nullptr);
        computer.opener->setPort();
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().code, call == 0 ? errors::needsNetwork : errors::outcomeUnknown);
        if (late)
            std::exchange(computer.port.answers, {}).front()();
        computer.port.answers.clear();
        QCOMPARE(computer.row().receipt, signedBefore);
        computer.port.held = false;
        computer.mailbox->setPort(&computer.port);
        computer.opener->setPort();
        computer.settle();
        QVERIFY(op.handovers <= 1);
        QVERIFY(computer.open().ok());
        isOpen(computer, op);
    }

    // What was cut is settled before anything else is told, and an opening right after it finds it done.
    void settlingIsWaitedFor()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        computer.port.cutAt = computer.port.calls + 1;
        computer.port.cut = FakePort::Cut::Answer;
        computer.port.endless = true;
        (void)computer.open();
        QCOMPARE(int(computer.row().opening), int(OpeningState::Sent));
        computer.end();
        computer.port.cutAt = -1;
        computer.start();
        bool done = false;
        computer.mailbox->settled([&done] { done = true; });
        QTRY_VERIFY(done);
        QCOMPARE(int(computer.row().opening), int(OpeningState::Verified));
        QVERIFY(computer.open().ok());
        isOpen(computer, op);
    }

    void whatDoesNotSayDeadIsNotDead()
    {
        FakeOperator op;
        op.silentOnDeath = true;
        Computer computer(op);
        computer.settle();
        computer.port.cutAt = computer.port.calls + 1;
        computer.port.cut = FakePort::Cut::Request;
        QCOMPARE(computer.open().error().code, errors::outcomeUnknown);
        QCOMPARE(int(computer.row().opening), int(OpeningState::Sent));
        op.silentOnDeath = false;
        QVERIFY(computer.open().ok());
        isOpen(computer, op);
    }

    // The program asks by itself what became of a receipt; the person who presses meanwhile waits for that answer.
    void aQuestionOfItsOwnRefusesNobody_data()
    {
        QTest::addColumn<bool>("answered");
        QTest::newRow("the answer comes") << true;
        QTest::newRow("the account goes away") << false;
    }
    void aQuestionOfItsOwnRefusesNobody()
    {
        QFETCH(bool, answered);
        FakeOperator op;
        op.silentOnDeath = true;
        Computer computer(op);
        computer.settle();
        computer.port.cutAt = computer.port.calls + 1;
        computer.port.cut = FakePort::Cut::Request;
        QCOMPARE(computer.open().error().code, errors::outcomeUnknown);
        computer.settle();
        QCOMPARE(int(computer.row().opening), int(OpeningState::Sent));
        computer.port.held = true;
        computer.opener->settle(id, [](const Outcome &) {});
        QTRY_COMPARE(int(computer.port.answers.size()), 1);
        std::optional<Outcome> outcome;
        computer.opener->open(id, evidence::readSeal(op.vector.proof.seal).value().warning,
                              [&](Outcome result) { outcome = std::move(result); });
        QVERIFY(!outcome);
        op.silentOnDeath = false;
        computer.port.held = false;
        if (answered) {
            std::exchange(computer.port.answers, {}).front()();
            QTRY_VERIFY(outcome);
            QVERIFY(outcome->ok());
            isOpen(computer, op);
        } else {
            computer.mailbox->setPort(nullptr);
            computer.opener->setPort();
            QVERIFY(outcome && !*outcome);
            QCOMPARE(outcome->error().code, errors::needsNetwork);
        }
    }

    // It asked only; that the receipt turns out dead is no leave to sign another.
    void whoOnlyAsksSignsNothing_data()
    {
        QTest::addColumn<bool>("waits");
        QTest::addColumn<bool>("digest");
        QTest::newRow("behind the program's own question") << true << true;
        QTest::newRow("behind it, without the warning") << true << false;
        QTest::newRow("dead before it was pressed") << false << false;
    }
    void whoOnlyAsksSignsNothing()
    {
        QFETCH(bool, waits);
        QFETCH(bool, digest);
        FakeOperator op;
        op.silentOnDeath = true;
        Computer computer(op);
        computer.settle();
        computer.port.cutAt = computer.port.calls + 1;
        computer.port.cut = FakePort::Cut::Request;
        QCOMPARE(computer.open().error().code, errors::outcomeUnknown);
        computer.settle();
        QCOMPARE(int(computer.row().opening), int(OpeningState::Sent));
        const QByteArray receipt = computer.row().receipt;
        op.silentOnDeath = false;
        op.alive.clear(); // the challenge's time has passed
        bool settled = false;
        computer.port.held = waits;
        computer.opener->settle(id, [&](const Outcome &) { settled = true; });
        if (waits)
            QTRY_COMPARE(int(computer.port.answers.size()), 1);
        else
            QTRY_VERIFY(settled);
        std::optional<Outcome> outcome;
        computer.opener->open(id, digest ? evidence::readSeal(op.vector.proof.seal).value().warning : QByteArray(),
                              [&](Outcome result) { outcome = std::move(result); });
        computer.port.held = false;
        for (const auto &answer : std::exchange(computer.port.answers, {}))
            answer();
        QTRY_VERIFY(outcome);
        QVERIFY(!*outcome);
        QCOMPARE(outcome->error().code, waits ? errors::openingRefused : errors::notUnderstood);
        computer.settle();
        QCOMPARE(int(computer.row().opening), int(OpeningState::Void));
        QCOMPARE(computer.row().receipt, receipt);
        QCOMPARE(op.challenges, 1);
        QCOMPARE(op.handovers, 0);
        QVERIFY(computer.open().ok()); // the person says it anew
        isOpen(computer, op);
    }

    // A key without the operator's signed record of the moment shows nothing; the record may still come.
    void noContentWithoutTheOperatorsRecord_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("nothing") << 0;
        QTest::newRow("another event") << 1;
        QTest::newRow("a stranger's signature") << 2;
    }
    void noContentWithoutTheOperatorsRecord()
    {
        QFETCH(int, kind);
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        const QByteArray foreign = test::Vector::again(op.vector.proof.records.at(2).jws, {}, op.vector.deviceKey);
        op.otherRecords = kind == 0   ? QJsonArray()
                          : kind == 1 ? QJsonArray{op.notification.value(QLatin1String("evidence")).toArray().at(1)}
                                      : QJsonArray{QJsonObject{{QStringLiteral("jws"), test::b64(foreign)},
                                                               {QStringLiteral("tst"), QJsonValue()}}};
        computer.port.cutAt = computer.port.calls + 2; // it is asked for, and not told
        computer.port.cut = FakePort::Cut::Answer;
        computer.port.endless = true; // or the program would ask again by itself
        QVERIFY(!computer.open().ok());
        QCOMPARE(int(computer.row().opening), int(OpeningState::Released));
        QVERIFY(computer.mailbox->rows().content(computer.row().id).value().isEmpty());
        QVERIFY(computer.row().rewritten.isEmpty());
        computer.end();
        computer.port.cutAt = -1;
        computer.port.endless = false;
        computer.start();
        QVERIFY(computer.open().ok());
        isOpen(computer, op);
    }

    // The operator has the receipt and gave the key: nobody may say that it was not opened, nor that it is.
    void withoutTheRecordItIsNotKnown()
    {
        FakeOperator op;
        op.withholds = true;
        Computer computer(op);
        computer.settle();
        QCOMPARE(computer.open().error().code, errors::handoverUnproven);
        QCOMPARE(int(computer.row().opening), int(OpeningState::Released));
        QCOMPARE(int(entryOf(computer.row())->step), int(NotificationStep::Unknown));
        computer.settle();
        computer.port.held = true;
        std::optional<Outcome> outcome;
        computer.opener->open(id, {}, [&](Outcome result) { outcome = std::move(result); });
        QTRY_COMPARE(int(computer.port.answers.size()), 1);
        computer.mailbox->setPort(nullptr);
        computer.opener->setPort();
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().code, errors::outcomeUnknown);
        computer.port.answers.clear();
        computer.port.held = false;
        op.withholds = false;
        computer.mailbox->setPort(&computer.port);
        computer.opener->setPort();
        computer.settle();
        isOpen(computer, op);
    }

    // What was signed and never sent has no effect, and to know that needs no network.
    void whatWasNeverSentIsDroppedWithoutNetwork()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        vault::NotificationRow row = computer.row();
        row.opening = OpeningState::Signed;
        row.receipt = "firmado";
        QVERIFY(computer.mailbox->rows().put(row).ok());
        computer.end();
        computer.start();
        computer.mailbox->setPort(nullptr);
        computer.opener->setPort();
        int told = 0;
        connect(computer.mailbox.get(), &Mailbox::changed, this, [&told] { ++told; });
        computer.settle();
        QCOMPARE(int(computer.row().opening), int(OpeningState::Void));
        QVERIFY(told > 0);
    }

    void aBetterKeyOpensAfterAWrongOne()
    {
        FakeOperator op;
        op.wrongKey = true;
        Computer first(op), second(op);
        first.settle();
        second.settle();
        QCOMPARE(first.open().error().code, evidence::errors::wrongContent);
        QCOMPARE(second.open().error().code, evidence::errors::wrongContent);
        for (Computer *one : {&first, &second}) {
            one->settle();
            QCOMPARE(one->port.disputes.size(), 1); // also by the one that did not open it
        }
        op.wrongKey = false;
        QVERIFY(first.open().ok());
        isOpen(first, op);
    }

    // One lost answer, an entity that is new: the directory is asked again, and what it says is looked at again.
    void theDirectoryComesLater_data()
    {
        QTest::addColumn<bool>("lost");
        QTest::newRow("lost") << true;
        QTest::newRow("a new entity") << false;
    }
    void theDirectoryComesLater()
    {
        QFETCH(bool, lost);
        FakeOperator op;
        Computer computer(op);
        const QByteArray whole = op.directory;
        if (lost) {
            computer.port.cutAt = 2; // after the two lists
            computer.port.cut = FakePort::Cut::Answer;
        } else {
            op.directory = test::Vector::again(
                whole,
                {{QStringLiteral("entities"), QJsonArray()},
                 {QStringLiteral("iat"), test::Vector::payload(whole).value(QLatin1String("iat")).toInt() - 1}},
                op.vector.operatorKey);
        }
        computer.settle();
        if (!lost) {
            QVERIFY2(computer.row().verdict == 3, qPrintable(computer.row().findings));
            QCOMPARE(computer.open().error().code, errors::evidenceBroken);
        }
        op.directory = whole;
        computer.end();
        computer.start();
        computer.settle();
        QVERIFY2(computer.row().verdict == 1, qPrintable(computer.row().findings));
        QVERIFY(computer.open().ok());
        isOpen(computer, op);
        // An older list takes nothing back.
        op.directory = test::Vector::again(
            whole,
            {{QStringLiteral("entities"), QJsonArray()},
             {QStringLiteral("iat"), test::Vector::payload(whole).value(QLatin1String("iat")).toInt() - 1}},
            op.vector.operatorKey);
        op.set("evidence", op.notification.value(QLatin1String("evidence")));
        QVERIFY(computer.store
                    ->transact([&](sync::Writer &writer) {
                        return writer.putOther({QStringLiteral("notification"), id, 9,
                                                QJsonDocument(op.notification).toJson(QJsonDocument::Compact)});
                    })
                    .ok());
        computer.settle();
        isOpen(computer, op);
    }

    // The lists are whole or they are asked for again.
    void aCutListIsReadAgain()
    {
        for (int call = 0; call < 2; ++call) {
            FakeOperator op;
            Computer computer(op);
            computer.port.cutAt = call;
            computer.port.cut = FakePort::Cut::Answer;
            computer.settle();
            computer.port.cutAt = -1;
            computer.settle();
            QCOMPARE(computer.mailbox->rows().arrivals(5).value().size(), 0);
            QVERIFY(computer.row().cipherHere);
            QVERIFY(computer.port.calls >= 4);
        }
    }

    // Nothing of the evidence goes away again, and nothing that is older than the opening accuses anybody.
    void whatWasToldStays()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        QJsonObject older = op.notification;
        older.insert(QStringLiteral("rev"), 7);
        QVERIFY(computer.open().ok());
        QVERIFY(computer.mailbox->upsert(QJsonDocument(older).toJson(QJsonDocument::Compact)).ok());
        QVERIFY(computer.row().rewritten.isEmpty());
        isOpen(computer, op);
        op.notification.insert(QStringLiteral("rev"), 8);
        QJsonArray chain = op.notification.value(QLatin1String("evidence")).toArray();
        QJsonObject stamped = chain.at(2).toObject();
        stamped.insert(QStringLiteral("tst"), QStringLiteral("c2VsbG8="));
        chain.replace(2, stamped);
        op.set("evidence", chain);
        const auto take = [&](const QJsonObject &told) {
            return computer.mailbox->upsert(QJsonDocument(told).toJson(QJsonDocument::Compact)).ok();
        };
        QVERIFY(take(op.notification));
        QVERIFY(computer.row().rewritten.isEmpty());
        stamped.insert(QStringLiteral("tst"), QJsonValue());
        chain.replace(2, stamped);
        op.set("evidence", chain);
        QVERIFY(take(op.notification));
        QVERIFY(!computer.row().rewritten.isEmpty());
        QVERIFY(readEnvelope(computer.row().json).value().records.at(2).stamp == "sello");
    }
};

QTEST_GUILESS_MAIN(TestMailTroubles)
#include "tst_mail_troubles.moc"
