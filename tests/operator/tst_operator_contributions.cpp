// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signed requests and contributions at the operator, over TLS: what is taken, what is refused, once however often it
// is tried.
#include "reference-operator/Http.h"
#include "tests/operator/Contributing.h"
#include "tests/operator/OpeningStage.h"

#include <thread>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorContributions : public OpeningStage
{
    Q_OBJECT

    using Sent = Contributing::Made;
    Contributing steps{op, entity, first};
    static QString at(const QString &id, const char *what = "") { return Contributing::at(id, what); }

    Sent delivered()
    {
        const Sent sent = steps.make(steps.request());
        if (steps.send(sent).status != 201 || entity.call("GET", at(sent.id, "/package")).status != 200)
            qFatal("a contribution was not taken");
        return sent;
    }

private Q_SLOTS:
    void initTestCase() { ready(); }

    void isTakenHandedOverAndFiledOnce()
    {
        const Sent sent = steps.make(steps.request());
        const std::string key = freshKey();
        const Reply one = steps.send(sent, key);
        QVERIFY2(one.status == 201, one.body.constData());
        QCOMPARE(one.json().value("state"_L1).toString(), u"Submitted"_s);
        // A second, third and fourth time: the same answer, no further effect.
        QCOMPARE(steps.send(sent, key).body, one.body);
        QCOMPARE(steps.send(sent, key).header("Idempotency-Replayed"), QByteArray("true"));
        QCOMPARE(steps.send(sent).code(), u"already_exists"_s);
        QCOMPARE(effectsOf(u"contribution"_s, sent.id), 1);

        QCOMPARE(steps.acknowledge(sent, u"R-0"_s).code(), u"not_available"_s); // not before it was taken
        const QJsonArray list =
            entity.call("GET", u"/entity/contributions"_s).json().value("contributions"_L1).toArray();
        QCOMPARE(list.at(0).toObject().value("id"_L1).toString(), sent.id);
        const Reply package = entity.call("GET", at(sent.id, "/package"));
        QCOMPARE(package.status, 200);
        QCOMPARE(package.body, sent.package);
        QCOMPARE(entity.call("GET", at(sent.id, "/package")).body, sent.package);

        const std::string filingKey = freshKey();
        const Reply filed = steps.acknowledge(sent, u"R-1"_s, filingKey);
        QVERIFY2(filed.status == 201, filed.body.constData());
        QCOMPARE(filed.json().value("filing_number"_L1).toString(), u"R-1"_s);
        QCOMPARE(steps.acknowledge(sent, u"R-2"_s).code(), u"already_exists"_s);
        QCOMPARE(effectsOf(u"filing"_s, sent.id), 1);

        const QJsonObject mine =
            op.call("GET", first.in(QString(u"/contributions/"_s + sent.id)), {}, {}, first.token()).json();
        QCOMPARE(mine.value("state"_L1).toString(), u"Filed"_s);
        QVERIFY(isChain(mine));
        QCOMPARE(eventsIn(mine), (QStringList{u"SubmissionAcceptance"_s, u"ContentHandover"_s,
                                              u"ContentAccessTracking"_s, u"urn:carpeta:event:Filing"_s}));
        restart();
        QCOMPARE(steps.send(sent, key).body, one.body);
        QCOMPARE(op.call("GET", first.in(QString(u"/contributions/"_s + sent.id)), {}, {}, first.token()).json(), mine);
    }

    void aRequestThatIsNotRightIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("reason");
        const qint64 now = nowSeconds();
        QTest::newRow("expired") << u"exp"_s << QJsonValue(now - 1) << u"expired"_s;
        QTest::newRow("too long for one") << u"exp"_s << QJsonValue(now + 2 * 86400) << u"dates"_s;
        QTest::newRow("from tomorrow") << u"iat"_s << QJsonValue(now + 86400) << u"dates"_s;
        QTest::newRow("another operator") << u"aud"_s << QJsonValue(u"https://otro.example/x"_s) << u"audience"_s;
        QTest::newRow("another person") << u"sub"_s << QJsonValue(op.luis()) << u"recipient"_s;
        QTest::newRow("another's procedure") << u"procedure"_s << QJsonValue(u"T-2"_s) << u"procedure"_s;
        QTest::newRow("another entity") << u"iss"_s << QJsonValue(u"co:NIT:900777888"_s) << u"signature"_s;
        QTest::newRow("no documents") << u"documents"_s << QJsonValue(QJsonArray()) << u"form"_s;
        QTest::newRow("no purpose") << u"purpose"_s << QJsonValue(u" "_s) << u"form"_s;
        QTest::newRow("answers elsewhere") << u"response"_s << QJsonValue(u"https://malo.example"_s) << u"form"_s;
        QTest::newRow("returns elsewhere") << u"return"_s << QJsonValue(u"https://malo.example/x"_s) << u"return"_s;
        QTest::newRow("for many, to one") << u"once"_s << QJsonValue(false) << u"form"_s;
    }

    void aRequestThatIsNotRightIsRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, reason);
        const Sent sent = steps.make(steps.request([&](QJsonObject &p) { p.insert(member, value); }));
        const Reply reply = steps.send(sent);
        QCOMPARE(reply.code(), u"request_invalid"_s);
        QCOMPARE(reply.json().value("reason"_L1).toString(), reason);
        QCOMPARE(effectsOf(u"contribution"_s, sent.id), 0);
    }

    void onlyWhatWasConsentedToIsTaken()
    {
        const auto refused = [&](const QString &code, const QString &reason, const Change &change,
                                 const Change &envelope = {}) {
            const Reply reply = steps.send(steps.make(steps.request(), change, envelope));
            QCOMPARE(reply.code(), code);
            QCOMPARE(reply.json().value("reason"_L1).toString(), reason);
        };
        const auto set = [](const QString &name, const QJsonValue &value) {
            return Change([=](QJsonObject &p) { p.insert(name, value); });
        };
        refused(u"statement_invalid"_s, u"sub"_s, set(u"sub"_s, op.luis()));
        refused(u"statement_invalid"_s, u"id"_s, set(u"id"_s, u"otro"_s));
        refused(u"statement_invalid"_s, u"request_sha256"_s, set(u"request_sha256"_s, digestText("otra")));
        refused(u"contribution_invalid"_s, u"code"_s, set(u"code_sha256"_s, digestText("x")));
        refused(u"contribution_invalid"_s, u"documents"_s, set(u"documents"_s, QJsonArray()));
        refused(u"contribution_invalid"_s, u"missing"_s, [](QJsonObject &p) {
            QJsonObject one = p.value("documents"_L1).toArray().at(0).toObject();
            one.insert(u"ask"_s, u"otro"_s);
            p.insert(u"documents"_s, QJsonArray{one});
        });
        refused(u"contribution_invalid"_s, u"package"_s, {},
                [&](QJsonObject &body) { body.insert(u"blob"_s, op.putBlob("otros bytes")); });
        refused(u"statement_invalid"_s, u"signature"_s, {}, [&](QJsonObject &body) {
            body.insert(u"statement"_s, QString::fromLatin1(second.sign(
                                            u"carpeta-contribution+json"_s,
                                            parseJws(body.value("statement"_L1).toString().toLatin1())->payload)));
        });
        refused(u"blob_missing"_s, {}, {}, set(u"blob"_s, u"nada"_s));
        const QByteArray good = steps.request();
        const Sent tampered = steps.make(good, {}, [&](QJsonObject &body) {
            QByteArray bytes = good;
            bytes[bytes.size() - 3] = bytes.at(bytes.size() - 3) == 'A' ? 'B' : 'A';
            body.insert(u"request"_s, QString::fromLatin1(bytes));
        });
        QCOMPARE(steps.send(tampered).json().value("reason"_L1).toString(), u"signature"_s);
    }

    // Two computers answer the same request at once: one contribution, whoever wins.
    void oneRequestIsAnsweredOnce()
    {
        const QByteArray request = steps.request();
        const QList<Sent> both{steps.make(request), steps.make(request)};
        std::vector<Reply> replies(2);
        {
            const std::string token = "Bearer " + first.token().toStdString();
            std::vector<std::thread> threads;
            for (int i = 0; i < 2; ++i)
                threads.emplace_back([&, i] {
                    const auto answer = op.client()->Put(
                        QString(op.api() + first.in(QString(u"/contributions/"_s + both[i].id))).toStdString(),
                        {{"Authorization", token}, {"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}},
                        compact(both[i].body).toStdString(), "application/json");
                    if (answer)
                        replies[size_t(i)] = {answer->status, answer->headers, QByteArray::fromStdString(answer->body)};
                });
            for (std::thread &thread : threads)
                thread.join();
        }
        const size_t winner = replies[0].status == 201 ? 0 : 1;
        QVERIFY2(replies[winner].status == 201, replies[winner].body.constData());
        QCOMPARE(replies[1 - winner].code(), u"request_used"_s);
        QCOMPARE(replies[1 - winner].json().value("existing"_L1).toString(), both[qsizetype(winner)].id);
        QCOMPARE(effectsOf(u"contribution"_s, both[0].id) + effectsOf(u"contribution"_s, both[1].id), 1);
    }

    void nobodyElseSeesIt()
    {
        const Sent sent = delivered();
        for (const char *what : {"", "/package"})
            QCOMPARE(other.call("GET", at(sent.id, what)).code(), u"not_found"_s);
        QCOMPARE(op.call("GET", stranger.in(QString(u"/contributions/"_s + sent.id)), {}, {}, stranger.token()).code(),
                 u"not_found"_s);
        QCOMPARE(other.call("GET", u"/entity/contributions"_s).json().value("contributions"_L1).toArray().size(), 0);
    }

    void whatTheEntityAnswersIsChecked()
    {
        const Sent sent = delivered();
        const auto reason = [&](const QString &member, const QJsonValue &value) {
            return steps.acknowledge(sent, u"R-77"_s, freshKey(), [&](QJsonObject &p) { p.insert(member, value); })
                .json()
                .value("reason"_L1)
                .toString();
        };
        QCOMPARE(reason(u"id"_s, u"otro"_s), u"id"_s);
        QCOMPARE(reason(u"package_sha256"_s, digestText("x")), u"package_sha256"_s);
        QCOMPARE(reason(u"statement_sha256"_s, digestText("x")), u"statement_sha256"_s);
        QCOMPARE(reason(u"filing_number"_s, u""_s), u"filing_number"_s);
        QCOMPARE(steps.acknowledge(sent, u"R-77"_s).status, 201);
        const Sent next = delivered();
        QCOMPARE(steps.acknowledge(next, u"R-77"_s).code(), u"filing_number_taken"_s);
        QCOMPARE(steps.reject(next, u""_s).json().value("reason"_L1).toString(), u"reason"_s);
        QCOMPARE(steps.reject(next, u"Falta la firma del rector"_s).json().value("state"_L1).toString(), u"Rejected"_s);
        QCOMPARE(steps.acknowledge(next, u"R-78"_s).code(), u"already_exists"_s);
    }

    void theCatalogueHasPublishedRequests()
    {
        const QByteArray request = steps.request(Contributing::forMany);
        const QString id = parseJws(request)->payload.value("jti"_L1).toString();
        const QString path = QString(u"/entity/requests/"_s + id);
        QCOMPARE(steps.send(steps.make(request)).json().value("reason"_L1).toString(), u"unpublished"_s);
        const QJsonObject body{{u"request"_s, QString::fromLatin1(request)}};
        QCOMPARE(other.call("PUT", path, body).code(), u"request_invalid"_s); // another entity's
        const Reply made = entity.call("PUT", path, body);
        QVERIFY2(made.status == 201, made.body.constData());
        QCOMPARE(entity.call("PUT", path, body).code(), u"already_exists"_s);
        const QJsonArray list =
            op.call("GET", u"/requests?procedure=T-1"_s, {}, {}, "").json().value("requests"_L1).toArray();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.at(0).toObject().value("request"_L1).toString().toLatin1(), request);
        QCOMPARE(op.call("GET", QString(u"/requests/"_s + id), {}, {}, "").status, 200);
        QCOMPARE(steps.send(steps.make(request)).status, 201);
        QCOMPARE(steps.send(steps.make(request)).status, 201); // for many, and for one again
    }
};

QTEST_GUILESS_MAIN(TestOperatorContributions)
#include "tst_operator_contributions.moc"
