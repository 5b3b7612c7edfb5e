// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An operator with two entities, a person who consented, her two devices and a stranger's: what the tests of entities,
// deposits and openings share.
#pragma once

#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "tests/operator/TestEntity.h"

#include <QJsonDocument>
#include <QtTest>

namespace carriel::op::test {

using namespace Qt::StringLiterals;

class OpeningStage : public QObject
{
    Q_OBJECT

protected:
    TestOperator op;
    TestEntity entity{op, u"co:NIT:900123456"_s, u"T-1"_s};
    TestEntity other{op, u"co:NIT:900777888"_s, u"T-2"_s};
    TestDevice first{op, u"carpeta-ana"_s, TestOperator::ana(), u"equipo-1"_s};
    TestDevice second{op, u"carpeta-ana"_s, TestOperator::ana(), u"equipo-2"_s};
    TestDevice stranger{op, u"carpeta-luis"_s, TestOperator::luis(), u"equipo-luis"_s};
    QJsonObject consent;

    TestEntity::Made arrive(const Change &change = {})
    {
        const TestEntity::Made made = entity.make(op.ana(), consent, change);
        const Reply reply = entity.deposit(made);
        if (reply.status != 201)
            qFatal("%s", reply.body.constData());
        return made;
    }
    qsizetype effectsOf(const QString &kind, const QString &subject = {}) const
    {
        const QList<QJsonObject> all = op.effects();
        return std::count_if(all.begin(), all.end(), [&](const QJsonObject &e) {
            return e.value("kind"_L1).toString() == kind &&
                   (subject.isNull() || e.value("subject"_L1).toString() == subject);
        });
    }
    static QStringList eventsIn(const QJsonObject &notification)
    {
        QStringList out;
        for (const QJsonValue &e : notification.value("evidence"_L1).toArray())
            out.append(parseJws(e.toObject().value("jws"_L1).toString().toLatin1())
                           ->payload.value("events"_L1)
                           .toObject()
                           .keys()
                           .value(0)
                           .section(u'/', -1));
        return out;
    }
    static bool isChain(const QJsonObject &notification)
    {
        QByteArray before;
        int seq = 0;
        for (const QJsonValue &e : notification.value("evidence"_L1).toArray()) {
            const QByteArray jws = e.toObject().value("jws"_L1).toString().toLatin1();
            const QJsonObject p = parseJws(jws)->payload;
            if (p.value("seq"_L1).toInt() != ++seq ||
                p.value("prev"_L1).toString().toLatin1() != (before.isEmpty() ? QByteArray() : b64u(sha256(before))))
                return false;
            before = jws;
        }
        return seq > 0;
    }
    Reply open(const TestDevice &device, const QString &id, const std::string &key = freshKey()) const
    {
        return device.acknowledge(id, device.receipt(device.get(id), device.opening(id).json()), key);
    }
    Reply close(const QString &id, const QString &outcome = u"cancelled"_s)
    {
        return entity.call("PUT", QString(u"/entity/notifications/"_s + id + u"/closure"_s),
                           {{u"outcome"_s, outcome}, {u"reason"_s, u"error"_s}});
    }
    Reply certify(const QString &id, const Change &change = {}, const QJsonArray &x5c = {})
    {
        const QJsonObject n = second.get(id);
        QByteArray handover;
        const QStringList events = eventsIn(n);
        if (const qsizetype at = events.indexOf(u"ContentHandover"_s); at >= 0)
            handover = n.value("evidence"_L1).toArray().at(at).toObject().value("jws"_L1).toString().toLatin1();
        const auto jws = parseJws(handover);
        QJsonObject payload{{u"v"_s, 1},
                            {u"id"_s, id},
                            {u"iss"_s, entity.id()},
                            {u"sub"_s, op.ana()},
                            {u"iat"_s, nowSeconds()},
                            {u"accessed_at"_s, jws ? jws->payload.value("toe"_L1) : QJsonValue(0)},
                            {u"evidence_sha256"_s, QString::fromLatin1(b64u(sha256(handover)))}};
        if (change)
            change(payload);
        return entity.call(
            "PUT", QString(u"/entity/notifications/"_s + id + u"/certificate"_s),
            {{u"certificate"_s, QString::fromLatin1(entity.sign(u"carpeta-certificate+json"_s, payload, x5c))}});
    }
    Reply complain(const TestEntity::Made &made, const Change &change = {})
    {
        const QJsonObject n = first.get(made.id);
        QByteArray handover;
        if (const qsizetype at = eventsIn(n).indexOf(u"ContentHandover"_s); at >= 0)
            handover = n.value("evidence"_L1).toArray().at(at).toObject().value("jws"_L1).toString().toLatin1();
        QJsonObject payload{
            {u"v"_s, 1},
            {u"id"_s, made.id},
            {u"sub"_s, op.ana()},
            {u"iat"_s, nowSeconds()},
            {u"reason"_s, u"plain"_s},
            {u"seal_sha256"_s, QString::fromLatin1(b64u(sha256(n.value("seal"_L1).toString().toLatin1())))},
            {u"evidence_sha256"_s, QString::fromLatin1(b64u(sha256(handover)))},
            {u"a"_s, QString::fromLatin1(b64u(made.a))}};
        if (change)
            change(payload);
        return op.json("PUT", first.in(QString(u"/notifications/"_s + made.id + u"/dispute"_s)),
                       {{"Idempotency-Key", freshKey()}, {"If-None-Match", "*"}},
                       {{u"dispute"_s, QString::fromLatin1(first.sign(u"carpeta-dispute+json"_s, payload))},
                        {u"device"_s, first.id()}},
                       first.token());
    }
    void restart()
    {
        op.kill();
        QVERIFY2(op.start(), qPrintable(op.error()));
    }

    void ready()
    {
        const auto folder = [](const QString &id, const QString &holder) {
            return QJsonObject{{u"id"_s, id}, {u"holder"_s, QJsonObject{{u"id"_s, holder}, {u"name"_s, holder}}}};
        };
        const bool started =
            op.seed(
                {{u"entities"_s, QJsonArray{entity.registration(), other.registration()}},
                 {u"folders"_s, QJsonArray{folder(op.folder(), op.ana()), folder(u"carpeta-luis"_s, op.luis())}}}) &&
            op.start();
        if (!started && op.error() == u"no PostgreSQL here")
            QSKIP("no PostgreSQL here");
        QVERIFY2(started, qPrintable(op.error()));
        for (const TestDevice *device : {&first, &second, &stranger})
            QCOMPARE(device->bind().status, 201);
    }
    void begin()
    {
        ready();
        if (QTest::currentTestFailed() || op.process().state() == QProcess::NotRunning) // failed, or skipped
            return;
        QCOMPARE(first.giveConsent(u"c1"_s, entity).status, 201);
        consent = entity.consentOf(op.ana());
    }
};

} // namespace carriel::op::test
