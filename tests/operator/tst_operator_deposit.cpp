// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Entities over TLS: registration, tokens, consents, deposits, batches, the events they follow.
#include "tests/operator/OpeningStage.h"

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

namespace {

QString eventOf(const QJsonValue &evidence)
{
    return parseJws(evidence.toObject().value("jws"_L1).toString().toLatin1())
        ->payload.value("events"_L1)
        .toObject()
        .keys()
        .value(0)
        .section(u'/', -1);
}

} // namespace

class TestOperatorDeposit : public OpeningStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ready(); }

    void anInvitationRegistersOneEntityOnce()
    {
        const QJsonObject invited =
            QJsonDocument::fromJson(op.output({u"invite"_s, u"--entity"_s, other.id()})).object();
        const std::string bearer = "Bearer " + invited.value("invitation"_L1).toString().toStdString();
        const auto put = [&](const QString &number, const std::string &authorization, const QJsonObject &body) {
            return op.call("PUT", QString(u"/entity-registrations/"_s + number),
                           {{"Authorization", authorization}, {"Content-Type", "application/json"}}, compact(body), "");
        };
        QCOMPARE(put(u"900777888"_s, "Bearer falso", other.registration()).code(), u"invitation_invalid"_s);
        QCOMPARE(put(u"900777889"_s, bearer, other.registration()).code(), u"invitation_invalid"_s);
        const Reply made = put(u"900777888"_s, bearer, other.registration());
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json().value("client_id"_L1).toString(), u"entity-900777888"_s);
        QCOMPARE(put(u"900777888"_s, bearer, other.registration()).status, 201); // a repetition of the same
        QJsonObject another = other.registration();
        another.insert(u"name"_s, u"Otra"_s);
        QCOMPARE(put(u"900777888"_s, bearer, another).code(), u"invitation_invalid"_s);
        const auto directory =
            parseJws(op.call("GET", u"/directory"_s, {}, {}, "").json().value("directory"_L1).toString().toLatin1());
        QVERIFY(directory);
        QCOMPARE(directory->payload.value("entities"_L1).toArray().size(), 2);
    }

    void tokensAreForAssertionsUsedOnce()
    {
        const QByteArray good = entity.assertion();
        const Reply asked = entity.askToken(good);
        QCOMPARE(asked.status, 200);
        QCOMPARE(asked.json().value("scope"_L1).toString(), u"entity procedure:T-1"_s);
        QCOMPARE(entity.askToken(good).json().value("error"_L1).toString(), u"invalid_client"_s); // jti
        QCOMPARE(entity.askToken(good).status, 401);
        const auto refused = [&](const Change &change) { return entity.askToken(entity.assertion(change)).status; };
        QCOMPARE(refused([](QJsonObject &c) { c.insert(u"aud"_s, u"https://otro.example"_s); }), 401);
        QCOMPARE(refused([](QJsonObject &c) { c.insert(u"exp"_s, nowSeconds() - 100); }), 401);
        QCOMPARE(refused([](QJsonObject &c) { c.insert(u"exp"_s, nowSeconds() + 3600); }), 401);
        QCOMPARE(refused([](QJsonObject &c) { c.insert(u"sub"_s, u"entity-900777888"_s); }), 401);
        QCOMPARE(refused([](QJsonObject &c) {
                     c.insert(u"iss"_s, u"entity-900777888"_s);
                     c.insert(u"sub"_s, u"entity-900777888"_s);
                 }),
                 401);
        QCOMPARE(entity.askToken(entity.assertion(), "procedure:T-2").json().value("error"_L1).toString(),
                 u"invalid_scope"_s);
        // A person's token is none here, and an entity's none there.
        QCOMPARE(op.call("GET", u"/entity"_s).code(), u"token_invalid"_s);
        QCOMPARE(op.call("GET", u"/folders"_s, {}, {}, entity.token()).code(), u"token_invalid"_s);
        QCOMPARE(op.call("GET", u"/folders/entity-900123456/items?parent=root"_s).code(), u"not_found"_s);
        QCOMPARE(entity.call("GET", u"/entity"_s).json().value("id"_L1).toString(), entity.id());
    }

    void consentIsSignedAndWithdrawn()
    {
        QVERIFY(entity.consentOf(op.ana()).isEmpty());
        QCOMPARE(
            first.giveConsent(u"c1"_s, entity, [](QJsonObject &s) { s.insert(u"text_sha256"_s, u"otro"_s); }).code(),
            u"consent_text_outdated"_s);
        QCOMPARE(first.giveConsent(u"c1"_s, entity, [](QJsonObject &s) { s.insert(u"sub"_s, u"co:CC:1"_s); }).code(),
                 u"statement_invalid"_s);
        const Reply given = first.giveConsent(u"c1"_s, entity);
        QCOMPARE(given.status, 201);
        QCOMPARE(given.json().value("text"_L1).toObject().value("text"_L1).toString(), TestEntity::consentText());
        QCOMPARE(first.giveConsent(u"c2"_s, entity).code(), u"consent_exists"_s);
        QCOMPARE(entity.consentOf(op.ana()).value("sha256"_L1), given.json().value("sha256"_L1));
        QCOMPARE(first.withdraw(u"c1"_s, entity).json().value("state"_L1).toString(), u"withdrawn"_s);
        QVERIFY(entity.consentOf(op.ana()).isEmpty());
        QCOMPARE(first.giveConsent(u"c3"_s, entity).status, 201);
        consent = entity.consentOf(op.ana());
        QVERIFY(entity.consentOf(u"co:CC:99999"_s).isEmpty()); // nobody here: no, as well
        const QJsonArray asked = op.call("GET", op.in(u"/inquiries"_s)).json().value("inquiries"_L1).toArray();
        QCOMPARE(asked.size(), 4); // of Ana, and told to Ana
        QCOMPARE(asked.at(0).toObject().value("subscribed"_L1).toBool(), true);
        QCOMPARE(asked.at(1).toObject().value("subscribed"_L1).toBool(), false);
    }

    void aDepositArrivesInTheFeed()
    {
        const QString cursor =
            op.call("GET", op.in(u"/items?snapshot=new"_s)).json().value("cursor_at_start"_L1).toString();
        const TestEntity::Made made = entity.make(op.ana(), consent);
        const std::string key = freshKey();
        Reply answer;
        for (int i = 0; i < 4; ++i)
            answer = entity.call("PUT", QString(u"/entity/notifications/"_s + made.id), made.body, key);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.header("Idempotency-Replayed"), QByteArray("true"));
        const QJsonArray evidence = answer.json().value("evidence"_L1).toArray();
        QCOMPARE(evidence.size(), 2);
        QCOMPARE(eventOf(evidence.at(0)), u"SubmissionAcceptance"_s);
        QCOMPARE(eventOf(evidence.at(1)), u"NotificationForAcceptance"_s);
        const QByteArray accepted = evidence.at(0).toObject().value("jws"_L1).toString().toLatin1();
        QCOMPARE(parseJws(evidence.at(1).toObject().value("jws"_L1).toString().toLatin1())
                     ->payload.value("prev"_L1)
                     .toString()
                     .toLatin1(),
                 b64u(sha256(accepted)));
        QCOMPARE(effectsOf(u"deposit"_s), 1);
        QCOMPARE(entity.deposit(made).code(), u"already_exists"_s); // another key

        const QJsonArray changes =
            op.call("GET", op.in(QString(u"/changes?since="_s + cursor))).json().value("changes"_L1).toArray();
        QCOMPARE(changes.size(), 1);
        const QJsonObject told = changes.at(0).toObject().value("notification"_L1).toObject();
        QCOMPARE(told.value("state"_L1).toString(), u"Available"_s);
        QCOMPARE(told.value("rev"_L1).toInt(), 1);
        QCOMPARE(told.value("evidence"_L1).toArray(), evidence);
        const QString blob = told.value("blob"_L1).toObject().value("id"_L1).toString();
        QCOMPARE(op.call("GET", op.in(QString(u"/blobs/"_s + blob))).body, made.cipher);
        // Neither another person nor another entity has it.
        QCOMPARE(
            op.call("GET", QString(u"/folders/carpeta-luis/notifications/"_s + made.id), {}, {}, op.token(op.luis()))
                .code(),
            u"not_found"_s);
        QCOMPARE(other.call("GET", QString(u"/entity/notifications/"_s + made.id)).code(), u"not_found"_s);
        QCOMPARE(
            entity.call("GET", QString(u"/entity/notifications/"_s + made.id)).json().value("evidence"_L1).toArray(),
            evidence);
        const QJsonObject events = entity.call("GET", u"/entity/events?since=0"_s).json();
        QCOMPARE(events.value("events"_L1).toArray().size(), 2);
        QCOMPARE(events.value("new_cursor"_L1).toString(), u"2"_s);
        QCOMPARE(entity.call("GET", u"/entity/tracking"_s).json().value("states"_L1).toObject(),
                 (QJsonObject{{u"Available"_s, 1}}));
    }

    void whatIsNotDueIsNotThere()
    {
        const TestEntity::Made made =
            entity.make(op.ana(), consent, [](QJsonObject &s) { s.insert(u"not_before"_s, nowSeconds() + 3600); });
        QCOMPARE(entity.deposit(made).json().value("evidence"_L1).toArray().size(), 1);
        QCOMPARE(first.get(made.id).value("code"_L1).toString(), u"not_found"_s);
        QCOMPARE(first.opening(made.id).code(), u"not_found"_s);
        const QByteArray list = op.call("GET", op.in(u"/notifications"_s)).body;
        QVERIFY(!list.contains(made.id.toLatin1()));
        QCOMPARE(entity.call("GET", u"/entity/notifications?state=Submitted"_s)
                     .json()
                     .value("notifications"_L1)
                     .toArray()
                     .size(),
                 1);
    }

    void aBatchGoesOnWhereItWasCut()
    {
        const Reply begun = entity.call("PUT", u"/entity/batches/b1"_s, {{u"procedure"_s, u"T-1"_s}, {u"count"_s, 6}});
        QCOMPARE(begun.json().value("received"_L1).toInt(), 0);
        QList<QByteArray> lines;
        for (int i = 0; i < 6; ++i) {
            TestEntity::Made made =
                entity.make(i == 3 ? u"co:CC:1"_s : op.ana(),
                            i == 4 ? QJsonObject{{u"id"_s, u"c1"_s}, {u"sha256"_s, u""_s}} : consent);
            made.body.insert(u"line"_s, i);
            made.body.insert(u"id"_s, made.id);
            lines.append(compact(made.body));
        }
        const auto send = [&](int from, int to) {
            return op.call("POST", u"/entity/batches/b1/deposits"_s, {{"Content-Type", "application/x-ndjson"}},
                           lines.mid(from, to - from).join('\n'), entity.token());
        };
        const qsizetype before = effectsOf(u"deposit"_s);
        QCOMPARE(send(1, 3).status, 400); // a gap: nothing happened
        QCOMPARE(send(0, 2).json().value("batch"_L1).toObject().value("received"_L1).toInt(), 2);
        op.kill();
        QVERIFY2(op.start(), qPrintable(op.error()));
        QCOMPARE(entity.call("GET", u"/entity/batches/b1"_s).json().value("received"_L1).toInt(), 2);
        const QJsonObject rest = send(0, 6).json();
        QStringList results;
        for (const QJsonValue &r : rest.value("results"_L1).toArray())
            results.append(r.toObject().value("result"_L1).toString());
        QCOMPARE(results,
                 (QStringList{u"known"_s, u"known"_s, u"accepted"_s, u"refused"_s, u"refused"_s, u"accepted"_s}));
        QCOMPARE(rest.value("results"_L1).toArray().at(3).toObject().value("reason"_L1).toString(), u"consent"_s);
        QCOMPARE(rest.value("results"_L1).toArray().at(4).toObject().value("reason"_L1).toString(), u"consent"_s);
        const QJsonObject batch = rest.value("batch"_L1).toObject();
        QVERIFY(batch.value("complete"_L1).toBool());
        QCOMPARE(batch.value("accepted"_L1).toInt(), 4);
        QCOMPARE(effectsOf(u"deposit"_s) - before, 4);
        // Whoever lost the answer gets the same reasons, with the same evidence.
        const QJsonArray again1 = send(0, 6).json().value("results"_L1).toArray();
        for (const int i : {3, 4}) {
            QCOMPARE(again1.at(i), rest.value("results"_L1).toArray().at(i));
            QCOMPARE(again1.at(i).toObject().value("evidence"_L1).toArray().size(), 1);
        }
        // And so does whoever asks for the refusals alone, a page at a time.
        QJsonArray refusals;
        for (QJsonValue next = u"/entity/batches/b1/refusals?limit=1"_s; next.isString();) {
            const QJsonObject page = entity.call("GET", next.toString()).json();
            QCOMPARE(page.value("refusals"_L1).toArray().size(), 1);
            refusals.append(page.value("refusals"_L1).toArray().at(0));
            next = page.value("next"_L1);
        }
        QCOMPARE(refusals, (QJsonArray{again1.at(3), again1.at(4)}));
        QCOMPARE(other.call("GET", u"/entity/batches/b1/refusals"_s).status, 404);
        // A line that names another line's notification is not that one.
        {
            QJsonObject wrong = QJsonDocument::fromJson(lines[1]).object();
            wrong.insert(u"id"_s, QJsonDocument::fromJson(lines[2]).object().value("id"_L1));
            const QJsonObject answer =
                op.call("POST", u"/entity/batches/b1/deposits"_s, {{"Content-Type", "application/x-ndjson"}},
                        compact(wrong), entity.token())
                    .json();
            QCOMPARE(answer.value("results"_L1).toArray().at(0).toObject().value("reason"_L1).toString(),
                     u"line_known"_s);
        }
        // Whoever was killed between sending and remembering makes the same line with another signature: the first
        // stands.
        const QString id = QJsonDocument::fromJson(lines[0]).object().value("id"_L1).toString();
        TestEntity::Made again = entity.make(
            op.ana(), consent, [&](QJsonObject &s) { s.insert(u"id"_s, id); },
            [&](QJsonObject &s) { s.insert(u"notification"_s, id); });
        again.body.insert(u"line"_s, 0);
        again.body.insert(u"id"_s, id);
        lines[0] = compact(again.body);
        QCOMPARE(send(0, 1).json().value("results"_L1).toArray().at(0).toObject().value("result"_L1).toString(),
                 u"known"_s);
        QCOMPARE(effectsOf(u"deposit"_s) - before, 4);
        QCOMPARE(entity.call("GET", u"/entity/tracking?batch=b1"_s).json().value("total"_L1).toInt(), 4);
    }

    // One line that cannot be taken does not keep the others.
    void aBatchGetsPastWhatItCannotTake()
    {
        QCOMPARE(entity.call("PUT", u"/entity/batches/b2"_s, {{u"procedure"_s, u"T-1"_s}, {u"count"_s, 4}}).status,
                 200);
        const TestEntity::Made known = entity.make(op.ana(), consent);
        QCOMPARE(entity.deposit(known).status, 201);
        QList<QByteArray> lines;
        for (int i = 0; i < 4; ++i) {
            TestEntity::Made made = i == 2 ? known : entity.make(op.ana(), consent);
            made.body.insert(u"line"_s, i);
            made.body.insert(u"id"_s, made.id);
            if (i == 0)
                made.body.insert(u"reference"_s, QString(u"a"_s + QChar(u'\0')));
            if (i == 1)
                made.body.insert(u"blob"_s, u"../otro"_s);
            lines.append(compact(made.body));
        }
        const QJsonArray results = op.call("POST", u"/entity/batches/b2/deposits"_s,
                                           {{"Content-Type", "application/x-ndjson"}}, lines.join('\n'), entity.token())
                                       .json()
                                       .value("results"_L1)
                                       .toArray();
        QStringList reasons;
        for (const QJsonValue &r : results)
            reasons.append(r.toObject().value("reason"_L1).toString());
        QCOMPARE(reasons, (QStringList{u"line_form"_s, u"line_form"_s, u"already_exists"_s, QString()}));
        QVERIFY(!results.at(2).toObject().contains("evidence"_L1)); // it was accepted: no rejection of it
        QCOMPARE(results.at(3).toObject().value("result"_L1).toString(), u"accepted"_s);
    }
};

QTEST_GUILESS_MAIN(TestOperatorDeposit)
#include "tst_operator_deposit.moc"
