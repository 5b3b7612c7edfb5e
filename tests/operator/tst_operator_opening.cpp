// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The opening over TLS: nothing before a receipt, exactly one access whatever arrives how often and when, every step in
// every state, and the operator killed between the steps.
#include "tests/operator/OpeningStage.h"

#include <thread>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorOpening : public OpeningStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }

    // Every address that a person, another person or an entity can ask, with everything in hand but a receipt.
    void nothingIsReleasedBeforeAReceipt()
    {
        const TestEntity::Made made = arrive();
        const QJsonObject told = first.get(made.id);
        const QJsonObject challenge = first.opening(made.id).json();
        const QByteArray receipt = first.receipt(told, challenge);
        const QString n = QString(u"/notifications/"_s + made.id);
        const QString blob = told.value("blob"_L1).toObject().value("id"_L1).toString();
        const auto holdsTheKey = [&](const QByteArray &body) {
            return body.contains(b64u(made.a)) || body.contains(b64(made.a)) || body.contains(made.a) ||
                   body.contains(made.a.toHex()) || body.contains("\"key\"");
        };
        for (const QString &path :
             {n, QString(n + u"/opening"_s), QString(n + u"/content"_s),
              QString(n + u"/acknowledgement?device=equipo-1"_s),
              QString(n + u"/acknowledgement?device=equipo-1&challenge="_s +
                      challenge.value("challenge"_L1).toString()),
              QString(n + u"/key"_s), QString(n + u"/a"_s), u"/notifications"_s, u"/changes?since="_s,
              QString(u"/blobs/"_s + blob), u"/items?snapshot=new"_s, u"/items?parent=root"_s, u"/consents"_s,
              u"/inquiries"_s, u"/devices"_s, QString()}) {
            for (const auto &[device, token] :
                 {std::pair{&first, first.token()}, {&stranger, stranger.token()}, {&first, entity.token()}}) {
                const Reply reply = op.call("GET", device->in(path), {}, {}, token);
                QVERIFY2(!holdsTheKey(reply.body), qPrintable(path));
            }
        }
        for (const QString &path :
             {QString(u"/entity/notifications/"_s + made.id), u"/entity/events?since=0"_s, u"/entity/notifications"_s})
            QVERIFY2(!holdsTheKey(entity.call("GET", path).body), qPrintable(path));
        // A receipt by somebody else, for something else, over something else.
        QCOMPARE(first.acknowledge(made.id, "nada", freshKey()).code(), u"challenge_expired"_s);
        QCOMPARE(first.acknowledge(made.id, second.receipt(told, first.opening(made.id).json()), freshKey()).code(),
                 u"receipt_invalid"_s);
        QCOMPARE(stranger.acknowledge(made.id, receipt, freshKey()).code(), u"not_found"_s);
        const auto wrong = [&](const Change &change) {
            // Each over a challenge of its own: one whose receipt was answered void is dead.
            return first.acknowledge(made.id, first.receipt(told, first.opening(made.id).json(), change), freshKey());
        };
        const auto inEvent = [](QLatin1StringView member, const QJsonValue &value) {
            return Change([=](QJsonObject &p) {
                QJsonObject events = p.value("events"_L1).toObject();
                const QString name = events.keys().at(0);
                QJsonObject e = events.value(name).toObject();
                e.insert(member, value);
                events.insert(name, e);
                p.insert(u"events"_s, events);
            });
        };
        for (const Change &change : {Change([](QJsonObject &p) { p.remove("iat"_L1); }),
                                     Change([](QJsonObject &p) { p.insert(u"jti"_s, QString(65, u'x')); })})
            QCOMPARE(wrong(change).code(), u"receipt_invalid"_s);
        for (const auto &[member, reason] : {std::pair{"notification"_L1, u"notification"_s},
                                             {"seal_sha256"_L1, u"seal_sha256"_s},
                                             {"head"_L1, u"head"_s},
                                             {"warning_sha256"_L1, u"warning_sha256"_s},
                                             {"regime"_L1, u"regime"_s}}) {
            const Reply reply = wrong(inEvent(member, u"otro"_s));
            QCOMPARE(reply.code(), u"receipt_invalid"_s);
            QCOMPARE(reply.json().value("reason"_L1).toString(), reason);
        }
        QCOMPARE(wrong(inEvent("challenge"_L1, u"otro"_s)).code(), u"challenge_expired"_s);
        QCOMPARE(wrong([](QJsonObject &p) { p.insert(u"sub"_s, u"co:CC:1"_s); }).json().value("reason"_L1).toString(),
                 u"sub"_s);
        QCOMPARE(wrong([](QJsonObject &p) {
                     p.insert(u"act"_s, QJsonObject{{u"sub"_s, u"co:CC:1"_s}});
                 })
                     .json()
                     .value("reason"_L1)
                     .toString(),
                 u"mandate"_s);
        // A login that is not sure or not fresh enough, and one without the right to legal acts.
        const auto with = [&](const QJsonObject &claims) {
            return op.json("PUT", first.in(QString(n + u"/acknowledgement"_s)),
                           {{"Idempotency-Key", freshKey()}, {"If-None-Match", "*"}},
                           {{u"receipt"_s, QString::fromLatin1(receipt)},
                            {u"device"_s, QString::fromLatin1(first.statement())},
                            {u"id_token"_s, QJsonValue()}},
                           first.token(claims));
        };
        QCOMPARE(with({{u"acr"_s, u"urn:carpeta:loa:medium"_s}}).code(), u"insufficient_user_authentication"_s);
        QCOMPARE(with({{u"auth_time"_s, nowSeconds() - 301}}).code(), u"insufficient_user_authentication"_s);
        QCOMPARE(with({{u"scope"_s, u"openid folder"_s}}).code(), u"scope_missing"_s);
        QCOMPARE(eventsIn(first.get(made.id)).size(), 2);
        QCOMPARE(effectsOf(u"access"_s, made.id), 0);
        // And then it opens, with the very same receipt.
        const Reply opened = first.acknowledge(made.id, receipt, freshKey());
        QCOMPARE(opened.status, 201);
        QCOMPARE(first.keyIn(opened), made.a);
    }

    void whatWasAcceptedIsNeverRejected()
    {
        TestEntity::Made made = arrive();
        made.body.insert(u"a"_s, u"x"_s);
        const Reply again = entity.deposit(made);
        QCOMPARE(again.code(), u"already_exists"_s);
        QVERIFY(!again.json().contains("evidence"_L1) && !again.body.contains("SubmissionRejection"));
        QCOMPARE(entity.call("PUT", u"/entity/batches/b9"_s, {{u"procedure"_s, u"T-1"_s}, {u"count"_s, 1}}).status,
                 200);
        made.body.insert(u"id"_s, made.id);
        made.body.insert(u"line"_s, 0);
        const Reply line = op.call("POST", u"/entity/batches/b9/deposits"_s, {{"Content-Type", "application/x-ndjson"}},
                                   compact(made.body) + '\n', entity.token());
        const QJsonObject result = line.json().value("results"_L1).toArray().at(0).toObject();
        QCOMPARE(result.value("result"_L1).toString(), u"refused"_s);
        QVERIFY2(!result.contains("evidence"_L1), line.body.constData());
    }

    // Where the entities' uploads are, nobody enrols.
    void entitiesPlacesAreTheirs()
    {
        const Reply reply = op.json("PUT", u"/folders/entity-900777888"_s,
                                    {{"Idempotency-Key", freshKey()}, {"If-None-Match", "*"}}, {}, first.token());
        QCOMPARE(reply.code(), u"id_taken"_s);
    }

    void aStepUpNamesTheReceipt()
    {
        const TestEntity::Made made = arrive();
        QByteArray receipt = first.receipt(first.get(made.id), first.opening(made.id).json());
        const QByteArray wrong = op.idToken(op.ana(), b64u(sha256("otro")));
        QCOMPARE(first.acknowledge(made.id, receipt, freshKey(), wrong).json().value("reason"_L1).toString(),
                 u"id_token"_s);
        receipt = first.receipt(first.get(made.id), first.opening(made.id).json());
        const QByteArray foreign = op.idToken(op.luis(), b64u(sha256(receipt)));
        QCOMPARE(first.acknowledge(made.id, receipt, freshKey(), foreign).json().value("reason"_L1).toString(),
                 u"id_token"_s);
        receipt = first.receipt(first.get(made.id), first.opening(made.id).json());
        const QByteArray good = op.idToken(op.ana(), b64u(sha256(receipt)),
                                           {{u"acr"_s, u"urn:carpeta:loa:high"_s}, {u"auth_time"_s, nowSeconds()}});
        const Reply opened = first.acknowledge(made.id, receipt, freshKey(), good);
        QCOMPARE(opened.status, 201);
        const QJsonObject e1 =
            parseJws(
                opened.json().value("evidence"_L1).toArray().at(0).toObject().value("jws"_L1).toString().toLatin1())
                ->payload;
        QCOMPARE(e1.value("refs"_L1).toArray().size(), 4);
    }

    void fourArrivalsAreOneAccess()
    {
        const TestEntity::Made made = arrive();
        const QByteArray receipt = first.receipt(first.get(made.id), first.opening(made.id).json());
        const std::string key = freshKey();
        for (int i = 0; i < 4; ++i) {
            const Reply reply = first.acknowledge(made.id, receipt, key);
            QCOMPARE(reply.status, 201);
            QCOMPARE(first.keyIn(reply), made.a); // wrapped anew
            QCOMPARE(reply.header("Idempotency-Replayed").isEmpty(), i == 0);
        }
        QVERIFY(second.keyIn(first.fetch(made.id)).isEmpty()); // it is for the first device alone
        QCOMPARE(effectsOf(u"access"_s, made.id), 1);
        // Another key, another device: told that it is open, and the key by GET.
        const Reply late = second.acknowledge(made.id, receipt, freshKey());
        QCOMPARE(late.code(), u"already_acknowledged"_s);
        QVERIFY(!late.body.contains("\"key\""));
        QCOMPARE(late.json().value("current"_L1).toObject().value("state"_L1).toString(), u"Accessed"_s);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(second.keyIn(second.fetch(made.id)), made.a);
        QCOMPARE(first.keyIn(first.fetch(made.id)), made.a);
        QCOMPARE(op.call("GET",
                         first.in(QString(u"/notifications/"_s + made.id + u"/acknowledgement?device=equipo-2"_s)), {},
                         {}, first.token())
                     .code(),
                 u"device_binding_invalid"_s);
        const QJsonObject n = first.get(made.id);
        QCOMPARE(eventsIn(n), (QStringList{u"SubmissionAcceptance"_s, u"NotificationForAcceptance"_s,
                                           u"ContentHandover"_s, u"ContentAccessTracking"_s}));
        QVERIFY(isChain(n));
        QVERIFY(!QJsonDocument(n).toJson().contains(b64u(made.a)));
    }

    void twoDevicesAtOnceAreOneAccess()
    {
        for (int round = 0; round < 10; ++round) {
            const TestEntity::Made made = arrive();
            const QJsonObject told = first.get(made.id);
            const std::pair<const TestDevice *, QByteArray> both[] = {
                {&first, first.receipt(told, first.opening(made.id).json())},
                {&second, second.receipt(told, second.opening(made.id).json())}};
            const QByteArray statements[] = {first.statement(), second.statement()};
            int status[2] = {};
            std::vector<std::thread> threads;
            for (size_t i = 0; i < 2; ++i) {
                threads.emplace_back([&, i] {
                    const auto client = op.client();
                    const QByteArray body = compact({{u"receipt"_s, QString::fromLatin1(both[i].second)},
                                                     {u"device"_s, QString::fromLatin1(statements[i])},
                                                     {u"id_token"_s, QJsonValue()}});
                    const httplib::Headers headers{{"Authorization", "Bearer " + both[i].first->token().toStdString()},
                                                   {"Idempotency-Key", freshKey()},
                                                   {"If-None-Match", "*"}};
                    const auto path =
                        QString(op.api() +
                                both[i].first->in(QString(u"/notifications/"_s + made.id + u"/acknowledgement"_s)))
                            .toStdString();
                    if (const auto result = client->Put(path, headers, body.toStdString(), "application/json"))
                        status[i] = result->status;
                });
            }
            for (std::thread &thread : threads)
                thread.join();
            QCOMPARE(std::min(status[0], status[1]), 201);
            QCOMPARE(std::max(status[0], status[1]), 412);
            QCOMPARE(eventsIn(first.get(made.id)).count(u"ContentHandover"_s), 1);
            QCOMPARE(effectsOf(u"access"_s, made.id), 1);
            QCOMPARE(first.keyIn(first.fetch(made.id)), made.a);
            QCOMPARE(second.keyIn(second.fetch(made.id)), made.a);
        }
    }

    void aChallengeThatWasCalledDeadStaysDead()
    {
        const TestEntity::Made made = arrive();
        const QJsonObject challenge = first.opening(made.id).json();
        const QString text = challenge.value("challenge"_L1).toString();
        const Reply alive = first.fetch(made.id, text);
        QCOMPARE(alive.code(), u"not_acknowledged"_s);
        QCOMPARE(alive.json().value("challenge_alive"_L1).toBool(), true);
        QCOMPARE(first.fetch(made.id, u"nunca"_s).json().value("challenge_alive"_L1).toBool(true), false);
        const QByteArray receipt = first.receipt(first.get(made.id), challenge);
        QCOMPARE(close(made.id).status, 201);
        QCOMPARE(first.fetch(made.id, text).json().value("challenge_alive"_L1).toBool(true), false);
        QCOMPARE(first.acknowledge(made.id, receipt, freshKey()).code(), u"cancelled"_s);
    }

    // The program takes a receipt that was refused for void: then the same bytes, late on another way, open nothing.
    void aReceiptAnsweredVoidStaysVoid()
    {
        const TestEntity::Made made = arrive();
        const QJsonObject challenge = first.opening(made.id).json();
        const QByteArray receipt = first.receipt(first.get(made.id), challenge);
        const QByteArray wrong = op.idToken(op.ana(), b64u(sha256("otro")));
        QCOMPARE(first.acknowledge(made.id, receipt, freshKey(), wrong).status, 422);
        QCOMPARE(first.acknowledge(made.id, receipt, freshKey()).code(), u"challenge_expired"_s);
        QCOMPARE(first.fetch(made.id, challenge.value("challenge"_L1).toString())
                     .json()
                     .value("challenge_alive"_L1)
                     .toBool(true),
                 false);
        QCOMPARE(effectsOf(u"access"_s, made.id), 0);
        QCOMPARE(open(first, made.id).status, 201); // a new one does
    }

    // One notification cannot fill the operator: of many challenges only some live, and the newest does.
    void onlySoManyChallengesLive()
    {
        const TestEntity::Made made = arrive();
        QList<QJsonObject> all;
        for (int i = 0; i < 40; ++i)
            all.append(first.opening(made.id).json());
        const auto lives = [&](const QJsonObject &challenge) {
            const Reply reply = first.fetch(made.id, challenge.value("challenge"_L1).toString());
            return reply.json().value("challenge_alive"_L1).toBool();
        };
        QCOMPARE(std::count_if(all.begin(), all.end(), lives), 16);
        const QByteArray receipt = first.receipt(first.get(made.id), all.last());
        QCOMPARE(first.acknowledge(made.id, receipt, freshKey()).status, 201);
    }

    // What a dispute says goes into the chain for ever, so it says only what every reader of it knows.
    void aDisputeSaysWhatIsKnown()
    {
        const TestEntity::Made made = arrive();
        QCOMPARE(open(first, made.id).status, 201);
        const QStringList events = eventsIn(first.get(made.id));
        for (const auto &[member, value] : {std::pair{"reason"_L1, QJsonValue(QJsonObject{{u"x"_s, 1}})},
                                            {"reason"_L1, QJsonValue(QString(100000, u'x'))},
                                            {"reason"_L1, QJsonValue()},
                                            {"a"_L1, QJsonValue(QJsonValue::Undefined)},
                                            {"a"_L1, QJsonValue(u"AAAA"_s)},
                                            {"v"_L1, QJsonValue(2)}}) {
            const Reply reply = complain(made, [&, name = member, worth = value](QJsonObject &p) {
                if (worth.isUndefined())
                    p.remove(name);
                else
                    p.insert(name, worth);
            });
            QCOMPARE(reply.code(), u"statement_invalid"_s);
        }
        QCOMPARE(eventsIn(first.get(made.id)), events);
        QCOMPARE(complain(made).status, 201);
    }

    // Killed after each step; what was answered stands, and the next step goes on.
    void restartsBetweenAllSteps()
    {
        const TestEntity::Made made = entity.make(op.ana(), consent);
        restart();
        QCOMPARE(entity.deposit(made).status, 201);
        restart();
        const QJsonObject challenge = first.opening(made.id).json();
        restart();
        const QByteArray receipt = first.receipt(first.get(made.id), challenge);
        const std::string key = freshKey();
        const Reply opened = first.acknowledge(made.id, receipt, key);
        QCOMPARE(opened.status, 201);
        restart();
        const Reply again = first.acknowledge(made.id, receipt, key);
        QCOMPARE(again.json().value("evidence"_L1), opened.json().value("evidence"_L1));
        QCOMPARE(first.keyIn(again), made.a);
        restart();
        QCOMPARE(first.keyIn(first.fetch(made.id)), made.a);
        restart();
        QCOMPARE(certify(made.id).status, 201);
        restart();
        const QJsonObject n = first.get(made.id);
        QCOMPARE(n.value("state"_L1).toString(), u"Certified"_s);
        QVERIFY(isChain(n));
        QCOMPARE(effectsOf(u"access"_s, made.id), 1);
    }

    void aTicketGivesANumberAndNothingElse()
    {
        const Reply taken =
            op.json("POST", first.in(u"/count-tickets"_s), {{"Idempotency-Key", freshKey()}}, {}, first.token());
        const QByteArray ticket = taken.json().value("ticket"_L1).toString().toLatin1();
        const auto count = [&] { return op.call("GET", u"/counts"_s, {}, {}, ticket); };
        const int before = count().json().value("new"_L1).toInt(-1);
        QVERIFY(before >= 0);
        arrive();
        QCOMPARE(count().json(), (QJsonObject{{u"new"_s, before + 1}}));
        QCOMPARE(op.call("GET", first.in(u"/notifications"_s), {}, {}, ticket).code(), u"token_invalid"_s);
        QCOMPARE(op.call("GET", u"/counts"_s, {}, {}, first.token()).code(), u"token_invalid"_s);
        QCOMPARE(op.json("POST", first.in(u"/count-tickets/end"_s), {}, {}, first.token()).status, 204);
        QCOMPARE(count().code(), u"token_invalid"_s);
        const QByteArray ended =
            op.json("POST", second.in(u"/count-tickets"_s), {{"Idempotency-Key", freshKey()}}, {}, second.token())
                .json()
                .value("ticket"_L1)
                .toString()
                .toLatin1();
        QCOMPARE(op.json("POST", first.in(u"/devices/equipo-2/revocation"_s), {{"Idempotency-Key", freshKey()}}, {},
                         first.token())
                     .status,
                 200);
        QCOMPARE(op.call("GET", u"/counts"_s, {}, {}, ended).code(), u"device_revoked"_s);
    }
};

QTEST_GUILESS_MAIN(TestOperatorOpening)
#include "tst_operator_opening.moc"
