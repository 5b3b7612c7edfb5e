// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a mailbox believes, and from which day it counts.
#include "core/services/EvidenceCheck.h"
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

    // Opened at another computer, it is not known here whether the act gives less than the general rule: no day of this
    // list may be taken for the last one.
    void whatWasOpenedElsewhereHasNoLastDayYet()
    {
        FakeOperator op;
        Computer first(op), second(op);
        first.settle();
        QVERIFY(first.open().ok());
        second.settle();
        vault::NotificationRow row = second.row();
        QCOMPARE(row.state, QStringLiteral("Accessed"));
        const auto entry = entryOf(row);
        QVERIFY(entry->accessedUtc.isValid() && !entry->lastDay);
        QCOMPARE(*entry->lastDayIfToday, *entryOf(first.row())->lastDay); // the example's act gives what the rule gives
    }

    // What the operator hands out is not what was sealed: its term may run all the same, so it is not "on its way".
    void whatCannotArriveIsSaid()
    {
        FakeOperator op;
        const QByteArray sealed = op.vector.cipher;
        op.vector.cipher[100] = char(op.vector.cipher.at(100) ^ 1);
        Computer computer(op);
        computer.settle();
        QVERIFY(!computer.row().cipherHere);
        QVERIFY(!entryOf(computer.row())->mismatch.isEmpty());
        QCOMPARE(computer.open().error().code, mail::errors::spoilt);
        QCOMPARE(op.handovers, 0);
        op.vector.cipher = sealed; // its disk was mended
        computer.mailbox->wake();
        computer.settle();
        QVERIFY(computer.row().cipherHere);
        QVERIFY(entryOf(computer.row())->mismatch.isEmpty());
        QVERIFY(computer.open().ok());
    }

    // What a sealed one says of the term that runs anyhow is what is said once it was read.
    void theStartOfATermIsTheSameBeforeAndAfter()
    {
        const test::Vector vector = test::Vector::read();
        const Envelope envelope = readEnvelope(QJsonDocument(FakeOperator().notification).toJson()).value();
        evidence::Seal seal = evidence::readSeal(vector.proof.seal).value();
        seal.regime = QStringLiteral("et-566-1");
        const auto sealed = termOf(seal, envelope, {});
        QCOMPARE(*sealed->begins, QDate(2026, 1, 14)); // Monday 5 January; the 12th is Epiphany
        QVERIFY(!sealed->beginsIfBusiness);
        const auto read = termOf(seal, envelope, {}, vault::GrantedTerm{4, true});
        QCOMPARE(*read->begins, *sealed->begins);
        QCOMPARE(*read->lastDay, QDate(2026, 1, 17)); // a Saturday
        QCOMPARE(*read->extended, QDate(2026, 1, 19));
        QCOMPARE(read->steps.last().kind, QStringLiteral("extended"));
        seal.regime = QStringLiteral("cpaca-56"); // opened on a Friday evening in Colombia, when it is Saturday elsewhere
        const QDateTime friday({2026, 1, 10}, {2, 0}, Qt::UTC);
        const auto today = termOf(seal, envelope, friday);
        QCOMPARE(*today->begins, QDate(2026, 1, 10));
        QCOMPARE(*today->beginsIfBusiness, QDate(2026, 1, 13));
        const auto after = termOf(seal, envelope, friday, vault::GrantedTerm{});
        QCOMPARE(*after->begins, QDate(2026, 1, 13));
        QVERIFY(!after->beginsIfBusiness);
        QCOMPARE(*after->lastDay, *today->lastDay);
    }

    // The operator's key as he publishes it, as openssl writes it, and as it lies in keys/ of a package.
    void aKeyIsTakenAsItIsWritten()
    {
        const test::Vector vector = test::Vector::complete();
        const QByteArray wanted = vector.operatorKey.publicKey().thumbprint();
        QTemporaryDir dir;
        const auto file = [&dir](const char *name, const QByteArray &bytes) {
            QFile out(dir.filePath(QLatin1String(name)));
            if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
                qFatal("no file");
            return out.fileName();
        };
        const auto believed = [&](const QString &path) {
            evidence::Anchors anchors;
            return addTrust(anchors, path).ok() ? anchors.keys : QByteArrayList{"refused"};
        };
        QByteArray pem;
        const auto package = evidence::EvidencePackage::of(vector.proof);
        for (const auto &[name, content] : package.value().files()) {
            if (name == QLatin1String("keys/") + QString::fromLatin1(wanted) + QLatin1String(".pem"))
                pem = content;
        }
        QVERIFY(pem.startsWith("-----BEGIN PUBLIC KEY-----"));
        QCOMPARE(believed(file("one.pem", pem)), QByteArrayList{wanted});
        QCOMPARE(believed(file("two.txt", "# two of them\r\n" + pem.replace("\n", "\r\n") + pem)),
                 (QByteArrayList{wanted, wanted}));
        QCOMPARE(believed(file("one.jwk", QJsonDocument(vector.operatorKey.publicKey().toJwk()).toJson())),
                 QByteArrayList{wanted});
        QCOMPARE(believed(file("cut.pem", pem.chopped(20))), QByteArrayList{"refused"});
        QByteArray spoilt = pem;
        spoilt[40] = '*';
        QCOMPARE(believed(file("spoilt.pem", spoilt)), QByteArrayList{"refused"});
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
