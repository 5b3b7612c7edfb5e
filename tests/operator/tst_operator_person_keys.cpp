// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The person's keys at the operator: kept, forwarded, in order, and nobody else's.
#include "reference-operator/Encoding.h"
#include "tests/operator/OpeningStage.h"
#include "tests/operator/Pki.h"

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorPersonKeys : public OpeningStage
{
    Q_OBJECT

    QString reader() const { return QString::fromLatin1(b64u(randomBytes(32))); }
    QJsonObject request(const QJsonArray &copies) const
    {
        return {{u"enc"_s, x25519Jwk()}, {u"sig"_s, jwkOf(makeKey())}, {u"copies"_s, copies}};
    }
    QJsonObject copyFor(const QString &reader) const { return {{u"for"_s, reader}, {u"jwe"_s, u"YQ.Yg.Yw.ZA.ZQ"_s}}; }
    Reply put(const QString &path, const QJsonObject &body, const QByteArray &token = "own") const
    {
        return op.json("PUT", op.in(path), {{"If-None-Match", "*"}}, body, token);
    }
    QJsonArray keys() const { return op.call("GET", op.in(u"/keys"_s)).json().value("keys"_L1).toArray(); }

private Q_SLOTS:
    void initTestCase() { ready(); }
    void generationsComeInOrderWithTheirCopies()
    {
        QCOMPARE(keys(), QJsonArray());
        const QString one = reader(), two = reader();
        const QJsonObject key = request({copyFor(one)});
        QCOMPARE(put(u"/keys/2"_s, key).status, 400); // there is no first
        QCOMPARE(put(u"/keys/1"_s, request({})).status, 400); // nobody would have it
        QCOMPARE(put(u"/keys/1"_s, key).status, 201);
        QCOMPARE(put(u"/keys/1"_s, request({copyFor(two)})).status, 412); // the slower of two computers
        QCOMPARE(keys().size(), 1);
        QCOMPARE(keys().first()["enc"_L1].toObject(), key.value("enc"_L1).toObject());
        QCOMPARE(put(QString(u"/keys/1/copies/"_s + two), {{u"jwe"_s, u"YQ.Yg.Yw.ZA.eA"_s}}).status, 200);
        QCOMPARE(put(QString(u"/keys/1/copies/"_s + two), {{u"jwe"_s, u"YQ.Yg.Yw.ZA.eQ"_s}}).status, 200);
        QCOMPARE(keys().first()["copies"_L1].toArray().size(), 2);
        QCOMPARE(put(QString(u"/keys/7/copies/"_s + two), {{u"jwe"_s, u"YQ.Yg.Yw.ZA.eA"_s}}).status, 404);
        QCOMPARE(put(u"/keys/1/copies/corto"_s, {{u"jwe"_s, u"YQ.Yg.Yw.ZA.eA"_s}}).status, 400);
        for (const QString &jwe : {QString(), u"YQ.Yg.Yw.ZA"_s, u"Y<Q.Yg.Yw.ZA.eA"_s, QString(9000, u'a')})
            QCOMPARE(put(QString(u"/keys/1/copies/"_s + two), {{u"jwe"_s, jwe}}).status, 400);
        QVERIFY(keys().first()["continuity"_L1].isNull());
        QJsonObject next = request({copyFor(one)});
        for (const QString &jws : {QString(), u"a.b"_s, u"a.b.<c"_s, QString(9000, u'.')}) {
            next.insert(u"continuity"_s, jws);
            QCOMPARE(put(u"/keys/2"_s, next).status, 400);
        }
        next.insert(u"continuity"_s, u"YQ.Yg.Yw"_s);
        QCOMPARE(put(u"/keys/2"_s, next).status, 201);
        QCOMPARE(keys().last()["continuity"_L1].toString(), u"YQ.Yg.Yw"_s);
        // A stolen token puts nobody's key in the place of the person's; the first needs no more than the login.
        for (const QJsonObject &weak : {QJsonObject{{u"acr"_s, u"urn:carpeta:loa:medium"_s}}, QJsonObject{{u"auth_time"_s, nowSeconds() - 600}}})
            QCOMPARE(put(u"/keys/3"_s, request({copyFor(one)}), op.token(op.ana(), weak)).code(), u"insufficient_user_authentication"_s);
        QCOMPARE(put(u"/keys/2"_s, request({copyFor(one)}), op.token(op.ana(), {{u"acr"_s, u"urn:carpeta:loa:medium"_s}})).status, 412); // it is there
        QCOMPARE(keys().size(), 2);
        QCOMPARE(put(u"/keys/3"_s, request({copyFor(one)})).status, 201); // begins anew: the person's computers judge that
        QVERIFY(keys().last()["continuity"_L1].isNull());
        // Another person's folder is none of hers.
        QCOMPARE(op.call("GET", op.in(u"/keys"_s), {}, {}, op.token(u"co:CC:52000111"_s)).status, 404);
    }

    void aPairingGoesInOrderAndEachNumberIsSaidOnce()
    {
        const TestDevice old(op, op.folder(), op.ana(), u"equipo-viejo"_s), fresh(op, op.folder(), op.ana(), u"equipo-nuevo"_s);
        QCOMPARE(old.bind().status, 201);
        QCOMPARE(fresh.bind().status, 201);
        const QString path = u"/devices/equipo-nuevo/pairing"_s;
        const auto step = [&](const QString &name, const QJsonObject &body) { return put(QString(path + u'/' + name), body); };
        const QJsonObject one{{u"value"_s, reader()}}, two{{u"value"_s, reader()}};
        QJsonObject commit{{u"value"_s, reader()}, {u"by"_s, u"equipo-viejo"_s}};
        QVERIFY(op.call("GET", op.in(path)).json().value("commit"_L1).isNull());
        QCOMPARE(step(u"new"_s, one).status, 400); // before anybody began
        QCOMPARE(step(u"commit"_s, one).status, 404); // by nobody
        QCOMPARE(step(u"commit"_s, commit).status, 200);
        QCOMPARE(step(u"reveal"_s, one).status, 400); // before the other said anything
        QCOMPARE(step(u"new"_s, one).status, 200);
        QCOMPARE(step(u"new"_s, one).status, 200); // the same once more, because the answer was lost
        QCOMPARE(step(u"new"_s, two).status, 412);
        QCOMPARE(step(u"reveal"_s, two).status, 200);
        QCOMPARE(step(u"reveal"_s, one).status, 412);
        QCOMPARE(step(u"guess"_s, one).status, 404);
        QCOMPARE(step(u"new"_s, {{u"value"_s, u"AA"_s}}).status, 400);
        QCOMPARE(op.call("GET", op.in(path)).json().value("new"_L1).toString(), one.value("value"_L1).toString());
        QCOMPARE(step(u"commit"_s, commit).status, 200); // begins anew
        QVERIFY(op.call("GET", op.in(path)).json().value("new"_L1).isNull());
        commit.insert(u"by"_s, u"equipo-nuevo"_s);
        QCOMPARE(step(u"commit"_s, commit).status, 400); // with itself
    }
};

QTEST_GUILESS_MAIN(TestOperatorPersonKeys)
#include "tst_operator_person_keys.moc"
