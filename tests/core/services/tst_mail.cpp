// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a notification, with the network cut and the program ended at every step: one access, one receipt, and the
// content nowhere before.
#include "tests/core/services/MailComputer.h"
#include "tests/support/Patience.h"

using namespace carriel;
using namespace carriel::mail;
using namespace carriel::test;

class TestMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrivesSealedAndChecked()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        const vault::NotificationRow row = computer.row();
        QCOMPARE(row.state, QStringLiteral("Available"));
        QVERIFY2(row.verdict == 1, qPrintable(row.findings));
        QVERIFY(row.cipherHere);
        QCOMPARE(op.challenges, 0);
        QCOMPARE(op.handovers, 0);
        QVERIFY(computer.mailbox->rows().content(id).value().isEmpty() && row.key.isEmpty() && row.words.isEmpty());
        QVERIFY(computer.mailbox->rows().search(QStringLiteral("resoluc")).value().isEmpty());
    }

    void opensOnThePersonsWordAlone()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        std::optional<Outcome> outcome;
        computer.opener->open(id, "another text", [&](Outcome result) { outcome = result; });
        QTRY_VERIFY(outcome.has_value());
        QCOMPARE(outcome->error().code, errors::notUnderstood);
        QCOMPARE(op.challenges, 0);
        QVERIFY(computer.open().ok());
        isOpen(computer, op);
        QCOMPARE(computer.mailbox->rows().search(QStringLiteral("resoluc")).value(), QStringList{id});
        QVERIFY(computer.open().ok()); // again: nothing more happens
        QCOMPARE(op.handovers, 1);
        op.notification.insert(QStringLiteral("rev"), 9); // what the feed brings afterwards fits
        QVERIFY(computer.mailbox->upsert(QJsonDocument(op.notification).toJson(QJsonDocument::Compact)).ok());
        QVERIFY(computer.row().rewritten.isEmpty());
        isOpen(computer, op);
    }

    void offlineNothingIsSigned()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        computer.port.offline = true;
        QCOMPARE(computer.open().error().code, errors::needsNetwork);
        QCOMPARE(int(computer.row().opening), int(OpeningState::None));
        QVERIFY(computer.row().receipt.isEmpty());
        computer.port.offline = false;
        computer.end();
        computer.start();
        computer.settle();
        QCOMPARE(op.challenges, 0); // an opening never fires later by itself
        QVERIFY(computer.open().ok());
        isOpen(computer, op);
    }

    // An operator that does not answer holds nobody: nothing is signed yet.
    void whoDoesNotWantToWaitLeavesItSealed()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        computer.port.held = true;
        std::optional<Outcome> ended;
        const auto seal = evidence::readSeal(readEnvelope(computer.row().json).value().seal).value();
        computer.opener->open(id, seal.warning, [&ended](const Outcome &one) { ended = one; });
        QTRY_VERIFY(!computer.port.answers.empty());
        computer.opener->leave(QStringLiteral("another one"));
        QVERIFY(!ended);
        computer.opener->leave(id);
        QVERIFY(ended);
        QCOMPARE(ended->error().codeText(), QLatin1String("CAR-BAS-002")); // cancelled
        computer.port.held = false;
        for (const auto &answer : std::exchange(computer.port.answers, {}))
            answer(); // it comes after all, and nobody waits for it
        computer.settle();
        QCOMPARE(int(computer.row().opening), int(OpeningState::None));
        QVERIFY(computer.row().receipt.isEmpty());
        QVERIFY(computer.open().ok());
        isOpen(computer, op);
    }

    // Cut each call, the request or the answer, and go on; or end the program there and start it again.
    void cutAtEveryStep_data()
    {
        QTest::addColumn<int>("call");
        QTest::addColumn<bool>("answer");
        QTest::addColumn<bool>("killed");
        QTest::addColumn<bool>("stepUp");
        for (int call = 0; call < 4; ++call) {
            for (int bits = 0; bits < 8; ++bits)
                QTest::addRow("call %d %s %s %s", call, bits & 1 ? "answer" : "request", bits & 2 ? "killed" : "cut",
                              bits & 4 ? "step-up" : "plain")
                    << call << bool(bits & 1) << bool(bits & 2) << bool(bits & 4);
        }
    }
    void cutAtEveryStep()
    {
        QFETCH(int, call);
        QFETCH(bool, answer);
        QFETCH(bool, killed);
        QFETCH(bool, stepUp);
        FakeOperator op;
        op.wantsStepUp = stepUp;
        Computer computer(op);
        computer.settle();
        computer.port.cutAt = computer.port.calls + call;
        computer.port.cut = answer ? FakePort::Cut::Answer : FakePort::Cut::Request;
        computer.port.endless = killed;
        (void)computer.open();
        if (killed) {
            computer.end();
            computer.start();
        }
        computer.port.cutAt = -1;
        computer.settle();
        QVERIFY(op.handovers <= 1);
        // Whatever the row says, it is one of the states that an ended opening may have.
        const OpeningState state = computer.row().opening;
        QVERIFY(state == OpeningState::None || state == OpeningState::Void || state == OpeningState::Sent ||
                state == OpeningState::Verified);
        QCOMPARE(state == OpeningState::Verified, op.handovers == 1);
        if (state == OpeningState::Void)
            QCOMPARE(op.handovers, 0);
        QVERIFY(computer.open().ok());
        computer.settle();
        isOpen(computer, op);
    }

    void aDeadChallengeIsVoidForEver()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        computer.port.cutAt = computer.port.calls + 1;
        computer.port.cut = FakePort::Cut::Request;
        computer.port.endless = true;
        (void)computer.open();
        QCOMPARE(int(computer.row().opening), int(OpeningState::Sent));
        computer.end();
        op.alive.clear(); // it answered "dead": never accepted again
        computer.start();
        computer.settle();
        QCOMPARE(int(computer.row().opening), int(OpeningState::Void));
        QCOMPARE(op.handovers, 0);
        QVERIFY(computer.open().ok());
        isOpen(computer, op);
    }

    void twoDevicesMakeOneAccess()
    {
        FakeOperator op;
        Computer first(op), second(op);
        first.settle();
        second.settle();
        const auto seal = evidence::readSeal(op.vector.proof.seal).value();
        int done = 0, good = 0;
        const auto count = [&](const Outcome &outcome) {
            ++done;
            good += outcome ? 1 : 0;
        };
        first.opener->open(id, seal.warning, count);
        second.opener->open(id, seal.warning, count);
        QTRY_COMPARE(done, 2);
        QCOMPARE(good, 2);
        QCOMPARE(op.handovers, 1);
        QCOMPARE(op.answers.size(), 1);
        first.settle();
        second.settle();
        for (Computer *one : {&first, &second}) {
            QCOMPARE(int(one->row().opening), int(OpeningState::Verified));
            isOpen(*one, op); // the proof is whole at once, also where another device opened it
        }
    }

    void stepUpNamesTheReceipt()
    {
        FakeOperator op;
        op.wantsStepUp = true;
        Computer computer(op);
        computer.settle();
        QVERIFY(computer.open().ok());
        QCOMPARE(computer.port.logins, 1);
        isOpen(computer, op);
        // The provider's keys of that moment stay with it: years later they are published nowhere.
        const vault::NotificationRow row = computer.row();
        evidence::Proof proof = proofOf(row, readEnvelope(row.json).value(), op.directory, {});
        proof.content = computer.mailbox->rows().content(id).value();
        QVERIFY(!proof.idProviderKeys.isEmpty() && !proof.idToken.isEmpty());
        proof.idToken += "AA"; // a signature by somebody else
        const evidence::ProofReport report = evidence::verifyProof(proof, computer.mailbox->anchors().value());
        QVERIFY(report.has(QStringLiteral("bad_signature")));
    }

    void aWrongKeyIsDisputedAndNeverShown()
    {
        FakeOperator op;
        op.wrongKey = true;
        Computer computer(op);
        computer.settle();
        QCOMPARE(computer.open().error().code, evidence::errors::wrongContent);
        computer.settle();
        const vault::NotificationRow row = computer.row();
        QCOMPARE(int(row.opening), int(OpeningState::Mismatch));
        QCOMPARE(row.reason, QStringLiteral("key"));
        QVERIFY(computer.mailbox->rows().content(id).value().isEmpty() && row.disputeSent);
        QCOMPARE(computer.port.disputes.size(), 1);
        const QByteArray dispute = computer.port.disputes.first().value(QLatin1String("dispute")).toString().toLatin1();
        QVERIFY(crypto::verifyJws(dispute, op.vector.deviceKey.publicKey(), "carpeta-dispute+json").ok());
        QVERIFY(!computer.open().ok());
        QCOMPARE(op.handovers, 1);
    }

    void rewrittenHistoryStopsTheOpening()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        QJsonArray chain = op.notification.value(QLatin1String("evidence")).toArray();
        QJsonObject second = chain.at(1).toObject();
        second.insert(QStringLiteral("jws"),
                      test::b64(test::Vector::again(second.value(QLatin1String("jws")).toString().toLatin1(),
                                                    {{QStringLiteral("toe"), 1767600001}}, op.vector.operatorKey)));
        chain.replace(1, second);
        op.set("evidence", chain);
        QVERIFY(computer.mailbox->upsert(QJsonDocument(op.notification).toJson(QJsonDocument::Compact)).ok());
        const Outcome opened = computer.open();
        QCOMPARE(opened.error().code, errors::evidenceBroken);
        QVERIFY(
            opened.error().params.value(QStringLiteral("defects")).toString().contains(QStringLiteral("rewritten")));
        QCOMPARE(op.handovers, 0);
    }

    void theVaultItselfKeepsTheRules()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        vault::NotificationRow row = computer.row();
        QVERIFY(!computer.mailbox->rows().putOpened(row, "content before the opening").ok());
        QVERIFY(computer.mailbox->rows().content(id).value().isEmpty());
        QVERIFY(computer.open().ok());
        row = computer.row();
        row.opening = OpeningState::None;
        row.words.clear();
        row.key.clear();
        QVERIFY(!computer.mailbox->rows().put(row).ok());
        QVERIFY(!computer.store->database().query("DELETE FROM notification").run().ok());
    }
};

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
