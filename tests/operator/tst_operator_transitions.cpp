// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Every act on a notification in every state that it can be in, over TLS, and every address of the protocol before it
// is opened.
#include "tests/operator/OpeningStage.h"
#include "tests/support/Patience.h"

#include <QFile>
#include <QRegularExpression>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorTransitions : public OpeningStage
{
    Q_OBJECT

private:
    static inline const QStringList states = {u"Submitted"_s, u"Available"_s,  u"Accessed"_s,   u"Certified"_s,
                                              u"Cancelled"_s, u"OtherMeans"_s, u"NotAccessed"_s};

    // A notification in that state, with a challenge and a receipt from before it.
    TestEntity::Made reach(const QString &state, QJsonObject &challenge, QByteArray &receipt)
    {
        const TestEntity::Made made = arrive([&](QJsonObject &s) {
            if (state == u"Submitted")
                s.insert(u"not_before"_s, nowSeconds() + 3600);
            if (state == u"NotAccessed")
                s.insert(u"expires"_s, nowSeconds() + 2);
        });
        const auto must = [](const Reply &reply) {
            if (reply.status != 201)
                qFatal("%s", reply.body.constData());
        };
        if (state != u"Submitted") {
            challenge = first.opening(made.id).json();
            receipt = first.receipt(first.get(made.id), challenge);
        }
        if (state == u"Accessed" || state == u"Certified")
            must(open(second, made.id));
        if (state == u"Certified")
            must(certify(made.id));
        if (state == u"Cancelled" || state == u"OtherMeans")
            must(close(made.id, state == u"Cancelled" ? u"cancelled"_s : u"other_means"_s));
        return made;
    }

private Q_SLOTS:
    void initTestCase() { begin(); }

    // Every act in every state: what is allowed, what is answered otherwise, and that a refusal changes nothing.
    void everyActInEveryState_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("act");
        QTest::addColumn<QString>("answer"); // a problem's code; empty: done
        QTest::addColumn<QString>("after");
        const QStringList acts = {u"opening"_s,     u"acknowledge"_s, u"fetch"_s,  u"cancel"_s,
                                  u"other means"_s, u"certify"_s,     u"dispute"_s};
        const QMap<QString, QStringList> table = {
            {u"Submitted"_s,
             {u"not_found"_s, u"not_found"_s, u"not_found"_s, u"!Cancelled"_s, u"!OtherMeans"_s, u"not_available"_s,
              u"not_found"_s}},
            {u"Available"_s,
             {u"!Available"_s, u"!Accessed"_s, u"not_acknowledged"_s, u"!Cancelled"_s, u"!OtherMeans"_s,
              u"not_available"_s, u"not_available"_s}},
            {u"Accessed"_s,
             {u"already_acknowledged"_s, u"already_acknowledged"_s, u"!Accessed"_s, u"not_available"_s,
              u"not_available"_s, u"!Certified"_s, u"!Accessed"_s}},
            {u"Certified"_s,
             {u"already_acknowledged"_s, u"already_acknowledged"_s, u"!Certified"_s, u"not_available"_s,
              u"not_available"_s, u"already_exists"_s, u"!Certified"_s}},
            {u"Cancelled"_s,
             {u"cancelled"_s, u"cancelled"_s, u"not_acknowledged"_s, u"not_available"_s, u"not_available"_s,
              u"not_available"_s, u"not_available"_s}},
            {u"OtherMeans"_s,
             {u"not_available"_s, u"not_available"_s, u"not_acknowledged"_s, u"not_available"_s, u"not_available"_s,
              u"not_available"_s, u"not_available"_s}},
            {u"NotAccessed"_s,
             {u"not_available"_s, u"not_available"_s, u"not_acknowledged"_s, u"not_available"_s, u"not_available"_s,
              u"not_available"_s, u"not_available"_s}},
        };
        for (auto it = table.begin(); it != table.end(); ++it) {
            for (qsizetype i = 0; i < acts.size(); ++i) {
                const QString &cell = it.value().at(i);
                const bool done = cell.startsWith(u'!');
                QTest::newRow(qPrintable(QString(it.key() + u", "_s + acts[i])))
                    << it.key() << acts[i] << (done ? QString() : cell) << (done ? cell.mid(1) : it.key());
            }
        }
    }

    void everyActInEveryState()
    {
        QFETCH(QString, state);
        QFETCH(QString, act);
        QFETCH(QString, answer);
        QFETCH(QString, after);
        QJsonObject challenge;
        QByteArray receipt = "x";
        const TestEntity::Made made = reach(state, challenge, receipt);
        const auto now = [&] {
            return entity.call("GET", QString(u"/entity/notifications/"_s + made.id))
                .json()
                .value("state"_L1)
                .toString();
        };
        QTRY_COMPARE(now(), state);
        const auto records = [&] {
            return entity.call("GET", QString(u"/entity/notifications/"_s + made.id))
                .json()
                .value("evidence"_L1)
                .toArray()
                .size();
        };
        const qsizetype before = records();
        const Reply reply = act == u"opening"       ? first.opening(made.id)
                            : act == u"acknowledge" ? first.acknowledge(made.id, receipt, freshKey())
                            : act == u"fetch"       ? second.fetch(made.id)
                            : act == u"cancel"      ? close(made.id)
                            : act == u"other means" ? close(made.id, u"other_means"_s)
                            : act == u"certify"     ? certify(made.id)
                                                    : complain(made);
        if (answer.isEmpty())
            QVERIFY2(reply.status == 200 || reply.status == 201, reply.body.constData());
        else
            QCOMPARE(reply.code(), answer);
        QCOMPARE(now(), after);
        const bool writes = answer.isEmpty() && act != u"opening" &&
                            act != u"fetch"; // the second device acknowledged: its fetch is no event
        QCOMPARE(records() - before, writes ? 1 : 0);
        QCOMPARE(effectsOf(u"access"_s, made.id), after == u"Accessed" || after == u"Certified" ? 1 : 0);
    }

    // Whoever is not the one whom an act belongs to, in every state: refused, and nothing changes and nothing is given.
    void nobodyElseInAnyState_data()
    {
        QTest::addColumn<QString>("state");
        for (const QString &state : states)
            QTest::newRow(qPrintable(state)) << state;
    }

    void nobodyElseInAnyState()
    {
        QFETCH(QString, state);
        QJsonObject challenge;
        QByteArray receipt = "x";
        const TestEntity::Made made = reach(state, challenge, receipt);
        const QString own = QString(u"/entity/notifications/"_s + made.id);
        const auto now = [&] { return entity.call("GET", own).json(); };
        QTRY_COMPARE(now().value("state"_L1).toString(), state);
        const QJsonObject before = now(), told = first.get(made.id);
        const qsizetype effects = op.effects().size();
        const auto as = [&](const char *method, const QString &path, const QByteArray &token, const QJsonObject &body = {}) {
            return body.isEmpty() ? op.call(method, path, {}, {}, token)
                                  : op.json(method, path, {{"Idempotency-Key", freshKey()}, {"If-None-Match", "*"}}, body, token);
        };
        const QString theirs = QString(u"/notifications/"_s + made.id), closure = QString(own + u"/closure"_s),
                      certificate = QString(own + u"/certificate"_s);
        const QJsonObject acknowledgement{{u"receipt"_s, QString::fromLatin1(receipt)}, {u"device"_s, first.id()}};
        const QJsonObject cancel{{u"outcome"_s, u"cancelled"_s}, {u"reason"_s, u"error"_s}};
        const QJsonObject dispute{{u"dispute"_s, u"a.b.c"_s}, {u"device"_s, first.id()}};
        int tried = 0;
        const auto refused = [&](const char *who, const Reply &reply) {
            ++tried;
            QVERIFY2(reply.status == 401 || reply.status == 403 || reply.status == 404,
                     qPrintable(QStringLiteral("%1 in %2: %3 %4").arg(QLatin1StringView(who), state).arg(reply.status).arg(QString::fromUtf8(reply.body))));
            QVERIFY2(!reply.body.contains(b64u(made.a)) && !reply.body.contains("\"key\"") && !reply.body.contains("\"seal\""), who);
        };
        // Another person, in her own folder and in this one; an entity, the very one too; nobody, in this folder.
        const std::pair<const char *, QByteArray> others[]{
            {"stranger", stranger.token()}, {"its entity", entity.token()}, {"other entity", other.token()}, {"nobody", "x.y.z"}};
        for (const auto &[who, token] : others) {
            for (const TestDevice *device : {&first, &stranger}) {
                if (device == &stranger && token != others[0].second)
                    continue;
                refused(who, as("GET", device->in(theirs), token));
                refused(who, as("GET", device->in(QString(theirs + u"/opening"_s)), token));
                refused(who, as("PUT", device->in(QString(theirs + u"/acknowledgement"_s)), token, acknowledgement));
                refused(who, as("GET", device->in(QString(theirs + u"/acknowledgement?device=equipo-1"_s)), token));
                refused(who, as("PUT", device->in(QString(theirs + u"/dispute"_s)), token, dispute));
            }
        }
        // Another entity, and the persons themselves, at the entity's.
        const std::pair<const char *, QByteArray> outside[]{
            {"other entity", other.token()}, {"its person", first.token()}, {"stranger", stranger.token()}, {"nobody", "x.y.z"}};
        for (const auto &[who, token] : outside) {
            refused(who, as("GET", own, token));
            refused(who, as("PUT", closure, token, cancel));
            refused(who, as("PUT", certificate, token, {{u"certificate"_s, u"a.b.c"_s}}));
        }
        QCOMPARE(tried, 37);
        QCOMPARE(now(), before);
        const QJsonObject seen = first.get(made.id);
        for (const QString &member : {u"state"_s, u"evidence"_s, u"rev"_s, u"code"_s})
            QCOMPARE(seen.value(member), told.value(member));
        QCOMPARE(op.effects().size(), effects);
    }

    // Every address and method of the protocol's file, by whoever has a token: nothing gives the key, and nothing opens
    // it.
    void everyEndpointOfTheProtocolIsTried()
    {
        const TestEntity::Made made = arrive();
        const QJsonObject told = first.get(made.id);
        QFile file(QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/openapi.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression path(u"^  (/[^:]*):$"_s), method(u"^    (get|put|post|patch|delete|head):$"_s);
        QString where;
        int tried = 0;
        for (const QByteArray &raw : file.readAll().split('\n')) {
            const QString line = QString::fromUtf8(raw);
            if (const auto match = path.match(line); match.hasMatch())
                where = match.captured(1);
            const auto match = method.match(line);
            if (!match.hasMatch() || where.isEmpty() || where.endsWith(u"/folders/{folder}/events"_s)) // a stream
                continue;
            QString at = where;
            at.replace(u"{folder}"_s, u"carpeta-ana"_s).replace(u"{notification}"_s, made.id);
            at.replace(u"{blob}"_s, told.value("blob"_L1).toObject().value("id"_L1).toString());
            at.replace(u"{entity}"_s, entity.id()).replace(u"{procedure}"_s, entity.procedure());
            at.replace(QRegularExpression(u"\\{[a-z]+\\}"_s), u"otro"_s);
            const QByteArray verb = match.captured(1).toUpper().toLatin1();
            for (const QByteArray &token : {first.token(), stranger.token(), entity.token()}) {
                const Reply reply =
                    verb == "GET" || verb == "HEAD"
                        ? op.call(verb.constData(), at, {}, {}, token)
                        : op.json(verb.constData(), at, {{"Idempotency-Key", freshKey()}, {"If-None-Match", "*"}},
                                  {{u"device"_s, first.id()}, {u"notification"_s, made.id}}, token);
                ++tried;
                QVERIFY2(!reply.body.contains(b64u(made.a)) && !reply.body.contains(b64(made.a)) &&
                             !reply.body.contains(made.a) && !reply.body.contains(made.a.toHex()),
                         qPrintable(QString(match.captured(1) + u' ' + at)));
            }
        }
        QVERIFY2(tried > 200, qPrintable(QString::number(tried)));
        QCOMPARE(eventsIn(first.get(made.id)), eventsIn(told));
        QCOMPARE(effectsOf(u"access"_s, made.id), 0);
        QCOMPARE(open(first, made.id).status, 201);
    }
};

QTEST_GUILESS_MAIN(TestOperatorTransitions)
#include "tst_operator_transitions.moc"
