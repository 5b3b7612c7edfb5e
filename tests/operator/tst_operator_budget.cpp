// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How much one entity may bring: what is too large or too much is refused before anything of it is kept, what was taken
// stands, and the entity's own program says when to go on.
#include "tests/operator/OpeningStage.h"
#include "tests/support/Patience.h"

#include <QFile>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorBudget : public OpeningStage
{
    Q_OBJECT

    void allow(const QJsonObject &limits)
    {
        QVERIFY(op.stop());
        QVERIFY2(op.start(limits.isEmpty() ? QJsonObject() : QJsonObject{{u"limits"_s, limits}}),
                 qPrintable(op.error()));
    }
    QString at(const char *name) const { return QString(op.dir() + u'/' + QLatin1StringView(name)); }
    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    struct Told
    {
        int code = -1;
        QJsonObject said;
    };
    // carriel-entity; what it says is an object on standard output, or on standard error when it failed.
    Told program(const QStringList &words) const
    {
        QProcess run;
        run.start(QStringLiteral(CARRIEL_BINARY_DIR "/bin/carriel-entity"),
                  QStringList{u"--home"_s, at("entidad"), u"--json"_s} + words);
        if (!run.waitForFinished(120'000))
            return {};
        const QByteArray out = run.readAllStandardOutput(); // a batch says there what it did, also when it failed in part
        return {run.exitCode(), QJsonDocument::fromJson(out.isEmpty() ? run.readAllStandardError() : out).object()};
    }

private Q_SLOTS:
    void initTestCase() { begin(); }

    // What is refused leaves rows, so there is an end to it; what was taken stands, and the wait is told.
    void refusalsAreBounded()
    {
        allow({{u"refusals_per_day"_s, 3}});
        const auto bad = [&] {
            return entity.make(op.ana(), consent, [](QJsonObject &s) { s.insert(u"regime"_s, u"otro"_s); });
        };
        const qsizetype before = effectsOf(u"refusal"_s);
        for (int i = 0; i < 3; ++i) { // the first of this entity: nothing was spent yet
            const Reply refused = entity.deposit(bad());
            QVERIFY2(refused.code() == u"deposit_refused"_s, refused.body.constData());
        }
        const Reply enough = entity.deposit(bad());
        QCOMPARE(enough.status, 429);
        QCOMPARE(enough.code(), u"rate_limited"_s);
        QCOMPARE(enough.json().value("reason"_L1).toString(), u"refusals"_s);
        const int wait = enough.header("Retry-After").toInt();
        QVERIFY2(wait > 0 && wait <= 28801, enough.header("Retry-After").constData());
        QCOMPARE(effectsOf(u"refusal"_s) - before, 3); // and a restart forgets nothing
        allow({{u"refusals_per_day"_s, 3}});
        QCOMPARE(entity.deposit(bad()).status, 429);
        // In a batch, too; the lines of the same request that were taken before stand.
        QCOMPARE(entity.call("PUT", u"/entity/batches/b3"_s, {{u"procedure"_s, u"T-1"_s}, {u"count"_s, 65}}).status,
                 200);
        QList<QByteArray> lines;
        for (int i = 0; i < 65; ++i) { // one more than go together in a transaction
            TestEntity::Made made = i == 64 ? bad() : entity.make(op.ana(), consent);
            made.body.insert(u"line"_s, i);
            made.body.insert(u"id"_s, made.id);
            lines.append(compact(made.body));
            m_refused = made.id; // the last
        }
        const auto post = [&] {
            return op.call("POST", u"/entity/batches/b3/deposits"_s, {{"Content-Type", "application/x-ndjson"}},
                           lines.join('\n'), entity.token());
        };
        QCOMPARE(post().status, 429);
        QCOMPARE(entity.call("GET", u"/entity/batches/b3"_s).json().value("accepted"_L1).toInt(), 64);
        allow({});
        // What was spent under the narrow limit comes back under the wide one in half a second.
        Reply last;
        QVERIFY(QTest::qWaitFor([&] { return (last = post()).status != 429; }, carriel::test::patienceMs));
        const QJsonObject whole = last.json().value("batch"_L1).toObject();
        QVERIFY(whole.value("complete"_L1).toBool());
        QCOMPARE(whole.value("refused"_L1).toInt(), 1);
        QVERIFY(!arrive().id.isEmpty());
    }

    // More than programs can open is not taken, before a byte of it came.
    void whatIsTooLargeIsRefusedAtTheDoor()
    {
        allow({{u"notification_bytes"_s, 1000}});
        QCOMPARE(op.call("GET", u"!/.well-known/carpeta-ciudadana"_s, {}, {}, "")
                     .json()
                     .value("limits"_L1)
                     .toObject()
                     .value("notification_bytes"_L1)
                     .toInt(),
                 1000);
        const auto begin = [&](qint64 size) {
            return op.call("POST", u"/entity/uploads"_s,
                           {{"Idempotency-Key", freshKey()},
                            {"Upload-Complete", "?0"},
                            {"Upload-Length", std::to_string(size)},
                            {"Repr-Digest", digestField(sha256(freshKey().data())).toStdString()}},
                           {}, entity.token());
        };
        QCOMPARE(begin(1000).status, 201);
        const Reply large = begin(1001);
        QCOMPARE(large.status, 413);
        QCOMPARE(large.code(), u"too_large"_s);
        QCOMPARE(large.json().value("limit"_L1).toInt(), 1000);
        const TestEntity::Made made = entity.make(op.ana(), consent, [](QJsonObject &s) {
            QJsonObject content = s.value("content"_L1).toObject();
            content.insert(u"cipher_size"_s, 1001);
            s.insert(u"content"_s, content);
        });
        Reply said; // each try is a deposit
        QVERIFY(QTest::qWaitFor([&] { return (said = entity.deposit(made)).status != 429; }, carriel::test::patienceMs));
        QCOMPARE(said.json().value("reason"_L1).toString(), u"content_size"_s);
        allow({});
    }

    void depositsBytesAndQuestionsAreBounded()
    {
        allow({{u"deposits_per_h"_s, 1}, {u"inquiries_per_h"_s, 1}});
        const TestEntity::Made one = entity.make(op.ana(), consent), two = entity.make(op.ana(), consent);
        const qsizetype before = effectsOf(u"deposit"_s);
        QVERIFY(QTest::qWaitFor([&] { return entity.deposit(one).status == 201; }, carriel::test::patienceMs));
        const std::string key = freshKey();
        const QString path = QString(u"/entity/notifications/"_s + two.id);
        QCOMPARE(entity.call("PUT", path, two.body, key).json().value("reason"_L1).toString(), u"deposits"_s);
        QCOMPARE(effectsOf(u"deposit"_s) - before, 1);
        const QJsonObject asked{{u"persons"_s, QJsonArray{op.ana()}}};
        const QString people = u"/entity/procedures/T-1/subscribers"_s;
        QVERIFY(QTest::qWaitFor([&] { return entity.call("POST", people, asked).status == 200; }, carriel::test::patienceMs));
        const Reply again = entity.call("POST", people, asked);
        QCOMPARE(again.status, 429);
        QCOMPARE(again.json().value("reason"_L1).toString(), u"inquiries"_s);
        allow({{u"entity_bytes_per_h"_s, 10}});
        QCOMPARE(entity.call("PUT", path, two.body, key).status, 201); // the same bytes, later
        QVERIFY(!entity.upload("0123456789").isEmpty());
        const Reply spent = op.call("POST", u"/entity/uploads"_s,
                                    {{"Idempotency-Key", freshKey()},
                                     {"Upload-Complete", "?0"},
                                     {"Upload-Length", "5"},
                                     {"Repr-Digest", digestField(sha256("otros")).toStdString()}},
                                    {}, entity.token());
        QCOMPARE(spent.status, 429);
        QCOMPARE(spent.json().value("reason"_L1).toString(), u"bytes"_s);
        allow({});
    }

    // The program of an entity looks before it seals, and says when there will be room again. What a batch has done
    // stands, and the same command goes on.
    void theEntitysProgramSaysSo()
    {
        write("acto.txt", "Por la cual se comunica.\n");
        write("grande.bin", QByteArray(3000, 'x'));
        QByteArray people;
        for (int i = 0; i < 4; ++i)
            people += op.ana().toLatin1() + '\n';
        write("todos.csv", people);
        write("tramites.json",
              R"([{"id":"avisos","title":"Avisos","classes":["communication"],"regimes":["comunicacion"]}])");
        const QByteArray invited = op.output({u"invite"_s, u"--entity"_s, u"co:NIT:900555666"_s});
        const QString invitation = QJsonDocument::fromJson(invited).object().value("invitation"_L1).toString();
        const QString url = QString(u"https://127.0.0.1:"_s + QString::number(op.port()));
        QCOMPARE(program({u"register"_s, u"--id"_s, u"co:NIT:900555666"_s, u"--name"_s, u"Entidad"_s, u"--operator"_s,
                          url, u"--ca"_s, at("cert.pem"), u"--procedures"_s, at("tramites.json"), u"--invitation"_s,
                          invitation})
                     .code,
                 0);
        const QStringList what{u"--procedure"_s, u"avisos"_s,      u"--title"_s, u"Aviso"_s,
                               u"--act"_s,       at("acto.txt"), u"--class"_s, u"communication"_s};
        const QStringList send = QStringList{u"send"_s, u"--to"_s, op.ana()} + what;
        allow({{u"notification_bytes"_s, 2000}});
        Told told = program(send + QStringList{u"--attach"_s, at("grande.bin")});
        QCOMPARE(told.code, 1);
        QCOMPARE(told.said.value("code"_L1).toString(), u"too_large"_s);
        QVERIFY(told.said.value("message"_L1).toString().contains(u"2000"_s));
        QVERIFY(!told.said.value("remedy"_L1).toString().isEmpty());

        // What nobody could read is not sealed either: it would be opened all the same, and cannot be taken back.
        for (const char *bad : {R"({"title":"","body":"x"})", R"({"body":"x","date":"ayer"})", R"({"body":""})",
                                R"({"body":"x","term":{"days":0}})", R"({"body":"x","term":{"for":5}})", R"({"body":"x","actions":[{"kind":"reply"}]})"}) {
            write("malo.json", bad);
            QStringList words = send;
            words[words.indexOf(at("acto.txt"))] = at("malo.json");
            told = program(words);
            QVERIFY2(told.code == 1 && told.said.value("message"_L1).toString().contains(u"the act has no proper"_s), bad);
            QVERIFY2(told.said.value("remedy"_L1).toString().contains(u"put it right"_s), bad); // the same again would not help
        }

        const QStringList batch = QStringList{u"batch"_s, u"--recipients"_s, at("todos.csv")} + what;
        allow({{u"deposits_per_h"_s, 2}}); // a batch that is begun is one of them
        told = program(batch);
        QCOMPARE(told.code, 1);
        QCOMPARE(told.said.value("code"_L1).toString(), u"rate_limited"_s);
        QVERIFY2(told.said.value("remedy"_L1).toString().contains(u"goes on where it was"_s),
                 qPrintable(told.said.value("remedy"_L1).toString()));
        allow({});
        told = program(batch);
        QCOMPARE(told.code, 0);
        QCOMPARE(told.said.value("accepted"_L1).toInt(), 4);
    }

    // A refusal has its reason and the operator's signed word; a batch that is over still says which lines, and why.
    void theEntitysProgramSaysWhy()
    {
        const QStringList what{u"--procedure"_s, u"avisos"_s,      u"--title"_s, u"Aviso"_s,
                               u"--act"_s,       at("acto.txt"), u"--class"_s, u"communication"_s};
        Told told = program(QStringList{u"send"_s, u"--to"_s, u"co:CC:1"_s} + what);
        QCOMPARE(told.code, 1);
        QCOMPARE(told.said.value("reason"_L1).toString(), u"recipient"_s);
        QVERIFY(!told.said.value("remedy"_L1).toString().isEmpty());
        QCOMPARE(told.said.value("evidence"_L1).toArray().size(), 1);
        write("algunos.csv", op.ana().toLatin1() + "\n\nco:CC:1;77\n");
        for (int run = 0; run < 2; ++run) { // the second finds all of it done
            told = program(QStringList{u"batch"_s, u"--recipients"_s, at("algunos.csv")} + what);
            QCOMPARE(told.code, 1);
            QCOMPARE(told.said.value("accepted"_L1).toInt(), 1);
            const QJsonArray refused = told.said.value("refusals"_L1).toArray();
            QCOMPARE(refused.size(), 1);
            QCOMPARE(refused.at(0).toObject().value("line"_L1).toInt(), 1);
            QCOMPARE(refused.at(0).toObject().value("file_line"_L1).toInt(), 3); // as an editor shows it
            QCOMPARE(refused.at(0).toObject().value("reason"_L1).toString(), u"recipient"_s);
        }
        write("nadie.csv", "basura\n");
        told = program(QStringList{u"batch"_s, u"--recipients"_s, at("nadie.csv")} + what);
        QCOMPARE(told.code, 64);
        QVERIFY(told.said.value("message"_L1).toString().contains(u"line 1"_s));
        QCOMPARE(program({u"track"_s, u"--procedure"_s, u"nada"_s}).code, 64);
        told = program({u"track"_s, u"--events"_s});
        QCOMPARE(told.code, 0);
        QVERIFY(!told.said.value("items"_L1).toArray().isEmpty());
        // The procedure may be named as for track, too.
        told = program({u"subscribers"_s, u"--procedure"_s, u"avisos"_s, op.ana()});
        QCOMPARE(told.code, 0);
        QCOMPARE(told.said.value("items"_L1).toArray().at(0).toObject().value("id"_L1).toString(), op.ana());
    }

    // The answers to refused lines are kept as long as keys are.
    void refusedLinesAreForgotten()
    {
        QVERIFY(op.stop());
        QVERIFY2(op.start({{u"retention"_s, QJsonObject{{u"idempotency_s"_s, -1}}}}), qPrintable(op.error()));
        const auto line = [&](const QString &id) {
            const QByteArray body = QJsonDocument(QJsonObject{{u"line"_s, 64}, {u"id"_s, id}, {u"seal"_s, u"x"_s},
                                                              {u"a"_s, u"x"_s}, {u"blob"_s, u"x"_s}})
                                        .toJson(QJsonDocument::Compact);
            return op.call("POST", u"/entity/batches/b3/deposits"_s, {{"Content-Type", "application/x-ndjson"}}, body,
                           entity.token())
                .json()
                .value("results"_L1)
                .toArray()
                .at(0)
                .toObject()
                .value("reason"_L1)
                .toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(line(m_refused), u"line_known"_s, carriel::test::patienceMs); // that it was refused, nobody knows any more
        QCOMPARE(entity.call("GET", u"/entity/batches/b3"_s).json().value("refused"_L1).toInt(), 1);
    }

private:
    QString m_refused; // the notification of a line that was refused
};

QTEST_GUILESS_MAIN(TestOperatorBudget)
#include "tst_operator_budget.moc"
