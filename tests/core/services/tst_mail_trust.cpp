// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a mailbox believes, and from which day it counts.
#include "core/services/mail/MailValues.h"
#include "tests/core/services/MailComputer.h"

using namespace carriel;
using namespace carriel::mail;
using namespace carriel::test;

class TestMailTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The term that the act grants is the one of every list, not the usual one of the regime.
    void theListTellsTheTermOfTheAct()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        QVERIFY(computer.open().ok());
        vault::NotificationRow row = computer.row();
        QCOMPARE(row.granted.days.value_or(0), 10); // the example's act says so
        QVERIFY(!row.granted.calendarDays);
        const QDate usual = entryOf(row)->lastDay.value();
        row.granted = {3, true};
        QVERIFY(computer.mailbox->rows().put(row).ok());
        row = computer.mailbox->rows().all().value().first();
        QVERIFY(row.granted.days == 3 && row.granted.calendarDays);
        const QDate last = entryOf(row)->lastDay.value();
        QVERIFY(last < usual);
        QCOMPARE(last, evidence::HolidayCalendar::shipped()
                           .value()
                           .localDate(*accessOf(readEnvelope(row.json).value()))
                           .addDays(3));
        row.granted = {5000, false}; // cannot be counted
        QVERIFY(!entryOf(row)->lastDay);
    }

    // What is deposited for a later day is sent on that day: no term runs before anybody can receive it.
    void depositedForALaterDay()
    {
        const test::Vector vector = test::Vector::read();
        Envelope envelope = readEnvelope(QJsonDocument(FakeOperator().notification).toJson()).value();
        evidence::Seal seal = evidence::readSeal(vector.proof.seal).value();
        seal.regime = QStringLiteral("cpaca-205");
        const QDate atOnce = termOf(seal, envelope, {})->made.value();
        const QDateTime deposited = evidence::readRecord(envelope.records.at(0).jws).value().happened;
        const QDateTime later = deposited.addDays(40);
        seal.notBefore = later;
        const auto made = [&] { return termOf(seal, envelope, {})->made.value(); };
        envelope.records[1].jws = test::Vector::again(
            envelope.records.at(1).jws, {{QStringLiteral("toe"), later.toSecsSinceEpoch()}}, vector.operatorKey);
        QVERIFY(made() >= atOnce.addDays(39));
        envelope.records.removeLast(); // it is not available yet
        QVERIFY(made() >= atOnce.addDays(39));
    }

    // Keys that changed without a word of the old ones are refused, until the person takes his trust in the old ones
    // back.
    void aPinIsTakenBack()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        const QByteArrayList first = computer.mailbox->anchors().value().keys;
        QVERIFY(!first.isEmpty());
        const crypto::PrivateKey fresh = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
        QJsonObject body = test::Vector::payload(op.directory);
        QJsonObject party = body.value(QLatin1String("operator")).toObject();
        QJsonArray keys = party.value(QLatin1String("keys")).toArray();
        QJsonObject key = fresh.publicKey().toJwk();
        key.insert(QStringLiteral("kid"), QString::fromLatin1(fresh.publicKey().thumbprint()));
        key.insert(QStringLiteral("use"), QStringLiteral("sign"));
        key.insert(QStringLiteral("from"), 0);
        key.insert(QStringLiteral("to"), QJsonValue());
        keys.append(key);
        party.insert(QStringLiteral("keys"), keys);
        op.directory = test::Vector::again(op.directory,
                                           {{QStringLiteral("operator"), party},
                                            {QStringLiteral("iat"), body.value(QLatin1String("iat")).toInt() + 1}},
                                           fresh);
        const auto again = [&] {
            QVERIFY(computer.mailbox->rows().recheck(id).ok());
            computer.end();
            computer.start();
            computer.settle();
        };
        again();
        QCOMPARE(computer.mailbox->anchors().value().keys, first);
        QVERIFY(computer.mailbox->forgetKeys().ok());
        computer.settle();
        QVERIFY(computer.mailbox->anchors().value().keys.contains(fresh.publicKey().thumbprint()));
        QVERIFY2(computer.row().verdict == 1, qPrintable(computer.row().findings));
    }

    // Whose time stamps are believed is the person's: when that changes, everything is looked at again.
    void otherAuthoritiesAreAnotherAnswer()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        QCOMPARE(computer.row().verdict, 1);
        QString print = QStringLiteral("one");
        int asked = 0;
        computer.mailbox->setAuthorities([&]() -> Result<Mailbox::Authorities> {
            ++asked;
            return Mailbox::Authorities{{}, print};
        });
        QVERIFY(computer.mailbox->authoritiesMoved().ok());
        QCOMPARE(computer.row().verdict, 0);
        computer.settle();
        QCOMPARE(computer.row().verdict, 1);
        QVERIFY(asked >= 2); // the check asked, too
        QVERIFY(computer.mailbox->authoritiesMoved().ok());
        QCOMPARE(computer.row().verdict, 1); // the same ones: nothing to do
    }
};

QTEST_GUILESS_MAIN(TestMailTrust)
#include "tst_mail_trust.moc"
