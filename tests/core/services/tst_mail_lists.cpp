// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the mailbox is told by an operator that does not keep to the protocol, and whoever waits while the way to it
// changes.
#include "core/services/Indexer.h"
#include "core/services/mail/MailValues.h"
#include "tests/core/services/MailComputer.h"
#include "tests/support/Patience.h"

using namespace carriel;
using namespace carriel::mail;
using namespace carriel::test;

namespace {

// Reads plain text, and counts how often it was asked.
class Reader final : public TextExtractor
{
public:
    Result<QString> extract(const QByteArray &bytes, const QString &) override
    {
        ++asked;
        return QString::fromUtf8(bytes);
    }
    bool handles(const QString &mediaType) const override { return mediaType == QLatin1String("text/plain"); }
    std::atomic<int> asked = 0;
};

} // namespace

class TestMailLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Found by the words of the act and of its documents, once it was opened; before that nobody reads them.
    void theWordsOfOpenedOnesAreFound()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        const auto reader = std::make_shared<Reader>();
        const auto read = [&] {
            Indexer indexer(*computer.store, reader);
            bool done = false;
            indexer.whenDone([&done] { done = true; });
            indexer.wake();
            QTRY_VERIFY(done);
        };
        const auto found = [&computer](const char *words) {
            return computer.mailbox->rows().search(QString::fromUtf8(words)).value();
        };
        read();
        QCOMPARE(int(reader->asked), 0);
        QVERIFY(found("concede").isEmpty() && found("resolucion").isEmpty());
        QVERIFY(computer.open().ok());
        QCOMPARE(found("reposición 118"), QStringList{id}); // the act itself at once
        QVERIFY(found("concede").isEmpty());
        read();
        QCOMPARE(int(reader->asked), 1);
        QCOMPARE(found("CONCEDE"), QStringList{id});            // only in its document
        QCOMPARE(found("reposicion solicit"), QStringList{id}); // of both
        QVERIFY(found("concede nada").isEmpty());
        QVERIFY(found("\"* OR").isEmpty() && found(" ,").isEmpty()); // words, not a language
        read();
        QCOMPARE(int(reader->asked), 1); // once
        computer.end();
        computer.start(); // what the feed brings later keeps it
        op.notification.insert(QStringLiteral("rev"), 9);
        QVERIFY(computer.mailbox->upsert(QJsonDocument(op.notification).toJson(QJsonDocument::Compact)).ok());
        QCOMPARE(found("concede"), QStringList{id});
    }

    // What a list asks for at every change says the same of each row as the row itself, and reads none of the envelopes.
    void whatIsListedIsWhatIsThere()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        const auto same = [&computer] {
            const auto listed = computer.mailbox->rows().listed().value(), all = computer.mailbox->rows().all().value();
            QCOMPARE(listed.size(), all.size());
            for (qsizetype i = 0; i < listed.size(); ++i) {
                const vault::NotificationRow &one = listed.at(i), &whole = all.at(i);
                QVERIFY(one.json.isEmpty() && !whole.json.isEmpty());
                QVERIFY(one.id == whole.id && one.rev == whole.rev && one.state == whole.state && one.verdict == whole.verdict &&
                        one.findings == whole.findings && one.receivedUtc == whole.receivedUtc &&
                        one.cipherHere == whole.cipherHere && one.opening == whole.opening && one.reason == whole.reason);
                QVERIFY(one.granted.days == whole.granted.days && one.granted.calendarDays == whole.granted.calendarDays &&
                        one.granted.purpose == whole.granted.purpose && one.granted.asked == whole.granted.asked);
                QCOMPARE(computer.mailbox->rows().brief(one.id).value()->json, whole.json);
            }
        };
        same();
        QVERIFY(computer.open().ok());
        same();
        QCOMPARE(computer.row().granted.purpose, QStringLiteral("recurso de reposición"));
        QCOMPARE(entryOf(computer.row())->termFor, QStringLiteral("recurso de reposición"));
        const QList<AskedDay> asked = entryOf(computer.row())->asked;
        QVERIFY(asked.size() == 1 && asked.first().day == QDate(2026, 1, 20) && asked.first().kind == QLatin1String("reply") &&
                asked.first().label == QLatin1String("Interponer recurso") && asked.first().number == 0);
        auto plan = computer.store->database().query(
            "EXPLAIN QUERY PLAN SELECT id,rev,state,verdict,findings,received,cipher_ok,opening,reason FROM notification "
            "ORDER BY received DESC, id DESC");
        QVERIFY(plan.next().value());
        QVERIFY2(plan.text(3).contains(QLatin1String("COVERING INDEX notification_listed")), qPrintable(plan.text(3)));
    }

    // A list whose pages lead round in a circle ends, and what was in it is here.
    void aListThatLeadsInACircleEnds()
    {
        FakeOperator op;
        op.circles = true;
        Computer computer(op);
        computer.settle();
        QVERIFY(computer.row().cipherHere);
        QCOMPARE(computer.mailbox->rows().arrivals(5).value().size(), 0);
        QVERIFY(computer.port.calls < 20);
    }

    // Its answers are dropped with the port, and nobody waits for them.
    void whoWaitsIsToldWhenThePortGoesAway()
    {
        FakeOperator op;
        Computer computer(op);
        computer.port.held = true;
        bool done = false;
        computer.mailbox->settled([&done] { done = true; });
        QTRY_COMPARE(int(computer.port.answers.size()), 1);
        computer.mailbox->setPort(nullptr);
        QTRY_VERIFY(done);
    }

    // What cannot be read any more is not passed over: until it is explained the notification is not good.
    void aChangeThatCannotBeReadIsKept()
    {
        FakeOperator op;
        Computer computer(op);
        computer.settle();
        QCOMPARE(computer.row().verdict, 1);
        QJsonObject change = op.notification;
        change.insert(QStringLiteral("rev"), 9);
        change.insert(QStringLiteral("blob"), QJsonValue());
        change.insert(QStringLiteral("seal"), QJsonValue());
        QVERIFY(!computer.mailbox->upsert(QJsonDocument(change).toJson(QJsonDocument::Compact)).ok());
        computer.settle();
        QCOMPARE(computer.row().verdict, 3);
        QVERIFY2(computer.row().findings.contains(QStringLiteral("rewritten@chain")),
                 qPrintable(computer.row().findings));
        QCOMPARE(computer.open().error().code, errors::evidenceBroken);
        QVERIFY(!computer.mailbox->upsert("{\"id\":\"nadie\"}").ok()); // of one that was never there nothing is kept
        QCOMPARE(computer.mailbox->rows().all().value().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMailLists)
#include "tst_mail_lists.moc"
