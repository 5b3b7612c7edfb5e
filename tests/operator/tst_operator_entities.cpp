// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whose an entity's keys, box, procedures and notifications are, and stay.
#include "tests/operator/OpeningStage.h"

#include <thread>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorEntities : public OpeningStage
{
    Q_OBJECT

private:
    std::string invitation(const QString &id) const
    {
        const QJsonObject invited = QJsonDocument::fromJson(op.output({u"invite"_s, u"--entity"_s, id})).object();
        return "Bearer " + invited.value("invitation"_L1).toString().toStdString();
    }
    Reply registerAs(const TestEntity &who, const std::string &bearer, const QJsonObject &body) const
    {
        return op.call("PUT", QString(u"/entity-registrations/"_s + who.id().section(u':', 2)),
                       {{"Authorization", bearer}, {"Content-Type", "application/json"}}, compact(body), "");
    }

private Q_SLOTS:
    void initTestCase() { begin(); }

    // A token for one procedure, as a subcontractor has it, reaches no other and not the entity as a whole.
    void aTokenReachesItsProcedures()
    {
        QCOMPARE(entity
                     .call("PUT", u"/entity/procedures/T-9"_s,
                           {{u"title"_s, u"Otro"_s},
                            {u"classes"_s, QJsonArray{u"communication"_s}},
                            {u"regimes"_s, QJsonArray{u"comunicacion"_s}}})
                     .status,
                 200);
        const TestEntity::Made theirs = arrive(); // of T-1
        QCOMPARE(entity.call("PUT", u"/entity/batches/b-t1"_s, {{u"procedure"_s, u"T-1"_s}, {u"count"_s, 1}}).status,
                 200);
        const Reply asked = entity.askToken(entity.assertion(), "procedure:T-9");
        const QByteArray narrow = asked.json().value("access_token"_L1).toString().toLatin1();
        QCOMPARE(asked.json().value("scope"_L1).toString(), u"procedure:T-9"_s);
        const QString one = QString(u"/entity/notifications/"_s + theirs.id);
        const auto send = [&](const char *method, const QString &path, const QJsonObject &body) {
            return op.json(method, path, {{"Idempotency-Key", freshKey()}, {"If-None-Match", "*"}}, body, narrow)
                .code();
        };
        const QString closed = QString(one + u"/closure"_s);
        const QJsonObject cancelled{{u"outcome"_s, u"cancelled"_s}, {u"reason"_s, u"x"_s}};
        QCOMPARE(op.call("GET", one, {}, {}, narrow).code(), u"scope_missing"_s);
        QCOMPARE(send("PUT", closed, cancelled), u"scope_missing"_s);
        QCOMPARE(send("PUT", QString(one + u"/certificate"_s), {{u"certificate"_s, u"x"_s}}), u"scope_missing"_s);
        QCOMPARE(op.call("GET", u"/entity/batches/b-t1"_s, {}, {}, narrow).code(), u"scope_missing"_s);
        QCOMPARE(send("PUT", u"/entity/batches/b-t1"_s, {{u"procedure"_s, u"T-1"_s}, {u"count"_s, 1}}),
                 u"scope_missing"_s);
        QCOMPARE(send("POST", u"/entity/procedures/T-1/subscribers"_s, {{u"persons"_s, QJsonArray{op.ana()}}}),
                 u"scope_missing"_s);
        QCOMPARE(send("PUT", u"/entity/webhook"_s, {{u"url"_s, u"https://ladron.example/x"_s}}), u"scope_missing"_s);
        QCOMPARE(send("PUT", u"/entity/procedures/T-1"_s, {{u"title"_s, u"x"_s}}), u"scope_missing"_s);
        const auto get = [&](const QString &path) { return op.call("GET", path, {}, {}, narrow).json(); };
        QVERIFY(get(u"/entity/notifications"_s).value("notifications"_L1).toArray().isEmpty());
        QCOMPARE(get(u"/entity/tracking"_s).value("total"_L1).toInt(-1), 0);
        const QJsonObject events = get(u"/entity/events?since=0"_s);
        QVERIFY(events.value("events"_L1).toArray().isEmpty());
        QCOMPARE(events.value("has_more"_L1).toBool(true), false);
        // And one for the whole of it sees all.
        QVERIFY(!entity.call("GET", u"/entity/events?since=0"_s).json().value("events"_L1).toArray().isEmpty());
        QCOMPARE(entity.call("GET", one).status, 200);
    }

    // Nothing is ever pushed to an address within a network, and the entity is told so at once.
    void aWebhookReachesNobodysOwnNetwork()
    {
        for (const QString &host : {u"127.0.0.1"_s, u"10.0.0.1"_s, u"[::1]"_s, u"169.254.169.254"_s, u"localhost"_s}) {
            const QJsonObject body{{u"url"_s, QString(u"https://"_s + host + u"/x"_s)}};
            QCOMPARE(entity.call("PUT", u"/entity/webhook"_s, body).code(), u"invalid_request"_s);
        }
        QCOMPARE(entity.call("PUT", u"/entity/webhook"_s, {{u"url"_s, u"https://192.0.3.1/x"_s}}).status, 200);
        QCOMPARE(entity.call("PUT", u"/entity/webhook"_s, {{u"url"_s, QJsonValue()}}).status, 200);
    }

    // An invitation is used once; whoever finds it in a log later changes nothing with it.
    void anOldInvitationUndoesNothing()
    {
        TestEntity before(op, u"co:NIT:900555111"_s, u"T-5"_s);
        TestEntity after(op, u"co:NIT:900555111"_s, u"T-5"_s); // the same entity with other keys
        const std::string first1 = invitation(before.id());
        QCOMPARE(registerAs(before, first1, before.registration()).status, 201);
        QCOMPARE(before.askToken(before.assertion()).status, 200);
        QCOMPARE(registerAs(after, invitation(after.id()), after.registration()).status, 201);
        QCOMPARE(before.askToken(before.assertion()).status, 401);
        QCOMPARE(registerAs(before, first1, before.registration()).status, 201); // answered, not done
        QCOMPARE(before.askToken(before.assertion()).status, 401);
        QCOMPARE(after.askToken(after.assertion()).status, 200);
        // A key that the registration in force does not name seals nothing.
        TestEntity::Made made = after.make(op.ana(), {});
        QCOMPARE(after.deposit(made).status, 201);
        made = after.make(op.ana(), {});
        made.body.insert(u"seal"_s, QString::fromLatin1(before.sign(u"carpeta-seal+json"_s, made.seal)));
        QCOMPARE(after.deposit(made).json().value("reason"_L1).toString(), u"seal_signature"_s);
        // The client's key is none of the signing keys, not even of an old one.
        QJsonObject mixed = after.registration();
        mixed.insert(u"client"_s, jwkOf(before.signKey()));
        QCOMPARE(registerAs(after, invitation(after.id()), mixed).code(), u"invalid_request"_s);
        QCOMPARE(after.askToken(after.assertion()).status, 200);
    }

    // A folder with the name of an entity's box is in nobody else's hands, or the entity is told so.
    void aBoxIsTheEntitysOwn()
    {
        const QJsonObject holder{{u"id"_s, u"co:CC:55"_s}, {u"name"_s, u"Otro"_s}};
        QVERIFY(op.seed(
            {{u"folders"_s, QJsonArray{QJsonObject{{u"id"_s, u"entity-900555222"_s}, {u"holder"_s, holder}}}}}));
        const TestEntity late(op, u"co:NIT:900555222"_s, u"T-6"_s);
        const std::string bearer = invitation(late.id());
        QCOMPARE(registerAs(late, bearer, late.registration()).code(), u"id_taken"_s);
        QCOMPARE(late.askToken(late.assertion()).status, 401);
        QVERIFY(!op.call("GET", u"/procedures"_s, {}, {}, "").body.contains("T-6"));
    }

    // Two entities announce the same procedure at once: it is one's, and nobody's text gets under the other's name.
    void aProcedureHasOneOwner()
    {
        const QByteArray tokens[] = {entity.token(), other.token()};
        const QString names[] = {u"de una"_s, u"de otra"_s};
        QList<std::array<int, 2>> answers(40);
        std::vector<std::thread> threads;
        for (size_t who = 0; who < 2; ++who) {
            threads.emplace_back([&, who] {
                const auto client = op.client();
                for (qsizetype i = 0; i < answers.size(); ++i) {
                    const QByteArray body = compact({{u"title"_s, names[who]},
                                                     {u"classes"_s, QJsonArray{u"alert"_s}},
                                                     {u"regimes"_s, QJsonArray{u"comunicacion"_s}}});
                    const auto path = QString(op.api() + u"/entity/procedures/P-"_s + QString::number(i)).toStdString();
                    const auto result = client->Put(path, {{"Authorization", "Bearer " + tokens[who].toStdString()}},
                                                    body.toStdString(), "application/json");
                    answers[i][who] = result ? result->status : 0;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        const QJsonArray list =
            op.call("GET", u"/procedures?limit=200"_s, {}, {}, "").json().value("procedures"_L1).toArray();
        int seen = 0;
        for (const QJsonValue &value : list) {
            const QJsonObject one = value.toObject();
            const QString id = one.value("id"_L1).toString();
            if (!id.startsWith("P-"_L1))
                continue;
            const auto &answer = answers[id.mid(2).toInt()];
            QCOMPARE(std::min(answer[0], answer[1]), 200);
            QCOMPARE(std::max(answer[0], answer[1]), 404);
            const size_t owner = answer[0] == 200 ? 0 : 1;
            QCOMPARE(one.value("title"_L1).toString(), names[owner]);
            QCOMPARE(one.value("entity"_L1).toObject().value("id"_L1).toString(),
                     owner == 0 ? entity.id() : other.id());
            ++seen;
        }
        QCOMPARE(seen, 40);
    }
};

QTEST_GUILESS_MAIN(TestOperatorEntities)
#include "tst_operator_entities.moc"
