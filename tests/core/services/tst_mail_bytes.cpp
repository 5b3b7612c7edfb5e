// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is sealed and what was opened, as bytes: how large it may be, how it lies in the vault, and a disk that changed it.
#include "core/evidence/proof/SealedPackage.h"
#include "core/vault/Migrations.h"
#include "tests/core/services/MailComputer.h"

using namespace carriel;
using namespace carriel::mail;
using namespace carriel::test;

class TestMailBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Neither fetched nor opened, and the reason is told at once.
    void whatIsTooLargeIsSaid()
    {
        FakeOperator op;
        QJsonObject content =
            Vector::payload(op.vector.proof.seal).value(QLatin1String("content")).toObject();
        content.insert(QStringLiteral("cipher_size"), evidence::maxPackage + 1);
        op.reseal({{QStringLiteral("content"), content}});
        Computer computer(op);
        computer.settle();
        QVERIFY2(computer.row().verdict == 1, qPrintable(computer.row().findings));
        QVERIFY(!computer.row().cipherHere);
        const Outcome may = computer.opener->mayOpen(id);
        QVERIFY(!may);
        QCOMPARE(may.error().code, errors::tooLarge);
        QCOMPARE(may.error().params.value(QStringLiteral("limit")).toLongLong(), evidence::maxPackage);
        QCOMPARE(computer.open().error().code, errors::tooLarge);
        QCOMPARE(op.challenges, 0);
    }

    // It came as it was sealed. That it no longer is, nobody but this disk did: nobody is accused, and it is fetched
    // again.
    void aDiskThatChangedItAccusesNobody()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        QVERIFY(computer.row().cipherHere);
        QVERIFY(computer.store->database()
                    .query("UPDATE notification_part SET bytes=zeroblob(length(bytes)) WHERE kind=0 AND n=0")
                    .run()
                    .ok());
        QCOMPARE(computer.open().error().code, errors::notHereYet);
        QCOMPARE(op.handovers, 1);
        QCOMPARE(int(computer.row().opening), int(OpeningState::Released));
        QVERIFY(computer.row().dispute.isEmpty());
        computer.settle();
        QVERIFY(computer.row().cipherHere);
        QVERIFY(computer.open().ok());
        isOpen(computer, op);
        QVERIFY(computer.port.disputes.isEmpty());
    }

    // In parts, which a change of state does not move; read back whole, and in order.
    void itLiesInParts()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        vault::NotificationStore &rows = computer.mailbox->rows();
        for (const qint64 size : {qint64(0), qint64(1), qint64(262144), qint64(262145), qint64(3 << 20)}) {
            QByteArray bytes(size, '\0');
            for (qsizetype i = 0; i < bytes.size(); ++i)
                bytes[i] = char(i * 31 + i / 262144);
            QVERIFY(rows.putCipher(id, bytes).ok());
            QCOMPARE(rows.cipher(id).value(), bytes);
            qsizetype longest = 0;
            QByteArray read;
            QVERIFY(rows.readCipher(id, [&](QByteArrayView part) -> Outcome {
                            longest = std::max(longest, part.size());
                            read.append(part);
                            return {};
                        }).ok());
            QCOMPARE(read, bytes);
            QVERIFY(longest <= 262144);
        }
        QVERIFY(rows.put(computer.row()).ok());
        QCOMPARE(rows.cipher(id).value().size(), 3 << 20);
    }

    // A vault of before has them in columns.
    void anOlderVaultIsTakenOver()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        QVERIFY(computer.open().ok());
        vault::Database &db = computer.store->database();
        QByteArray cipher(600000, 'c');
        cipher[599999] = 'z';
        const QByteArray content = computer.mailbox->rows().content(id).value();
        QVERIFY(db.query("UPDATE notification SET cipher=?,content=? WHERE id=?", cipher, content, id).run().ok());
        QVERIFY(db.exec("DROP TRIGGER content_sealed; DROP TABLE notification_part").ok());
        QVERIFY(db.exec("PRAGMA user_version=10").ok());
        QVERIFY(vault::migrate(db, vault::migrations().first(11)).ok()); // what came later is there already
        QCOMPARE(computer.mailbox->rows().cipher(id).value(), cipher);
        QCOMPARE(computer.mailbox->rows().content(id).value(), content);
        auto left = db.query("SELECT count(*) FROM notification WHERE cipher IS NOT NULL OR content IS NOT NULL");
        QVERIFY(left.next().value() && left.integer(0) == 0);
    }
};

QTEST_GUILESS_MAIN(TestMailBytes)
#include "tst_mail_bytes.moc"
