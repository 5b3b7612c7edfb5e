// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening what asks for a certificate: by it and by nothing else, with the key slow, refusing, or never answering.
#include "core/crypto/CertifiedJws.h"
#include "tests/core/services/MailComputer.h"
#include "tests/core/signing/SigningPki.h"
#include "tests/support/Patience.h"

using namespace carriel;
using namespace carriel::mail;
using namespace carriel::test;

class TestMailCertified : public QObject
{
    Q_OBJECT

private:
    SigningPki pki;
    using Answer = std::function<void(Result<QByteArray>)>;

    static void ask(FakeOperator &op, const QStringList &signers)
    {
        QJsonObject open = Vector::payload(op.vector.proof.seal).value(QLatin1String("open")).toObject();
        open.insert(QStringLiteral("signer"), QJsonArray::fromStringList(signers));
        op.reseal({{QStringLiteral("open"), open}});
    }
    Certified by(const QString &name) const
    {
        const auto key = pki.key(name);
        return {crypto::chainFor(key->certificate(), key->chain()),
                [key](const QByteArray &text, const Answer &done) { key->sign(text, done); }};
    }
    static std::shared_ptr<std::optional<Outcome>> open(Computer &computer, std::optional<Certified> by)
    {
        auto ended = std::make_shared<std::optional<Outcome>>();
        const auto seal = evidence::readSeal(readEnvelope(computer.row().json).value().seal).value();
        computer.opener->open(
            id, seal.warning, [ended](const Outcome &one) { *ended = one; }, {}, std::move(by));
        return ended;
    }
    static ErrorCode codeOf(Computer &computer, std::optional<Certified> by)
    {
        const auto ended = open(computer, std::move(by));
        return QTest::qWaitFor([&] { return ended->has_value(); }, patienceMs) && !(*ended)->ok()
                   ? (*ended)->error().code
                   : ErrorCode{"none"};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void byItAndByNothingElse()
    {
        FakeOperator op;
        ask(op, {QStringLiteral("certificate")});
        Computer computer(op);
        computer.settle();
        QCOMPARE(codeOf(computer, {}), errors::needsCertificate);
        QCOMPARE(codeOf(computer, by(QStringLiteral("ocsp"))), errors::certificateUnfit); // in nobody's name
        QCOMPARE(op.challenges, 0);
        QCOMPARE(int(computer.row().opening), int(OpeningState::None));
        const auto ended = open(computer, by(QStringLiteral("ana")));
        QTRY_VERIFY(ended->has_value());
        QVERIFY2((*ended)->ok(), (*ended)->ok() ? "" : qPrintable((*ended)->error().codeText()));
        const vault::NotificationRow row = computer.row();
        QCOMPARE(int(row.opening), int(OpeningState::Verified));
        QCOMPARE(evidence::readReceipt(row.receipt).value().signer.chain.first(),
                 pki.key(QStringLiteral("ana"))->certificate().der());
        QCOMPARE(op.handovers, 1);
        // Who gave that certificate nobody here has declared to trust; nothing else is open.
        QCOMPARE(computer.mailbox->check(id).value().verdict, evidence::ProofVerdict::Unanchored);
        // Another computer of hers reads it all the same, and signs nothing.
        Computer second(op);
        second.settle();
        QVERIFY2(second.open().ok(), qPrintable(second.row().findings));
        QCOMPARE(op.handovers, 1);
    }

    void whereTheDeviceIsAskedForItIsNotUsed()
    {
        FakeOperator op;
        ask(op, {QStringLiteral("device")});
        Computer computer(op);
        computer.settle();
        QCOMPARE(codeOf(computer, by(QStringLiteral("ana"))), errors::certificateUnfit);
        QCOMPARE(op.challenges, 0);
        QVERIFY(computer.open().ok());
        isOpen(computer, op);
    }

    // A PIN pad that nobody touches: she leaves it, or the program ends; what the card says afterwards signs nothing.
    void aKeyThatWaits_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::newRow("left") << false;
        QTest::newRow("the program ends") << true;
    }
    void aKeyThatWaits()
    {
        QFETCH(bool, killed);
        FakeOperator op;
        ask(op, {QStringLiteral("certificate")});
        Computer computer(op);
        computer.settle();
        Answer late;
        QByteArray text;
        Certified slow = by(QStringLiteral("eva"));
        const auto sign = std::exchange(slow.sign, [&](const QByteArray &asked, const Answer &done) {
            text = asked;
            late = done;
        });
        const auto ended = open(computer, slow);
        QTRY_VERIFY(late);
        QCOMPARE(int(computer.row().opening), int(OpeningState::None)); // nothing is signed yet
        if (killed) {
            computer.end();
            computer.start();
        } else {
            computer.opener->leave(id);
            QVERIFY(ended->has_value());
        }
        sign(text, late);
        computer.settle();
        QCOMPARE(int(computer.row().opening), int(OpeningState::None));
        QVERIFY(computer.row().receipt.isEmpty());
        QCOMPARE(op.handovers, 0);
        const auto again = open(computer, by(QStringLiteral("eva")));
        QTRY_VERIFY(again->has_value());
        QVERIFY((*again)->ok());
        QCOMPARE(op.handovers, 1);
    }

    void aKeyThatRefuses()
    {
        FakeOperator op;
        ask(op, {QStringLiteral("certificate"), QStringLiteral("device")});
        Computer computer(op);
        computer.settle();
        Certified gone = by(QStringLiteral("eva"));
        gone.sign = [](const QByteArray &, const Answer &done) { done(Error{ErrorCode{"CAR-SGN-013"}, {}, {}}); };
        QCOMPARE(codeOf(computer, gone), ErrorCode{"CAR-SGN-013"});
        // A value that is not of this certificate goes nowhere.
        Certified wrong = by(QStringLiteral("eva"));
        wrong.sign = [this](const QByteArray &text, const Answer &done) {
            pki.key(QStringLiteral("rob"))->sign(text, done);
        };
        QVERIFY(codeOf(computer, wrong) != ErrorCode{"none"});
        QCOMPARE(int(computer.row().opening), int(OpeningState::None));
        QCOMPARE(op.handovers, 0);
        QVERIFY(computer.open().ok()); // where both are asked for, this computer signs
        isOpen(computer, op);
    }
};

QTEST_GUILESS_MAIN(TestMailCertified)
#include "tst_mail_certified.moc"
