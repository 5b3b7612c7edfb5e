// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an entity takes for the operator's word when it is pushed to its address, and what it keeps of it.
#include "reference-operator/Encoding.h"
#include "reference-operator/entity/Events.h"
#include "tests/operator/Pki.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace carriel;
using namespace carriel::entity;
using namespace Qt::StringLiterals;

class TestEntityEvents : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir dir;
    op::KeyPtr key = op::test::makeKey();
    const QString api = u"https://op.example/carpeta/v1"_s, entity = u"co:NIT:900123456"_s;
    int files = 0;

    QByteArray record(const QString &notification, int seq, const QByteArray &before, const QJsonObject &other = {},
                      const QString &typ = u"secevent+jwt"_s, const op::KeyPtr &by = {}) const
    {
        QJsonObject payload{{u"iss"_s, api},
                            {u"jti"_s, op::newId()},
                            {u"iat"_s, 1767600000},
                            {u"toe"_s, 1767600000},
                            {u"txn"_s, notification},
                            {u"seq"_s, seq},
                            {u"events"_s, QJsonObject{{u"urn:x"_s, QJsonObject{{u"entity"_s, entity}}}}}};
        if (!before.isEmpty())
            payload.insert(u"prev"_s, QString::fromLatin1(op::b64u(op::sha256(before))));
        for (auto it = other.begin(); it != other.end(); ++it)
            payload.insert(it.key(), it.value());
        return op::signJws(typ, u"k"_s, payload, by ? by : key);
    }
    QString file() { return dir.filePath(QString(u"e"_s + QString::number(++files))); }
    Events at(const QString &name)
    {
        return Events(name, api, entity, [this](const QString &kid) { return kid == u"k" ? key : op::KeyPtr(); });
    }

private Q_SLOTS:
    void onlyTheOperatorsWordIsTaken()
    {
        Events events = at(file());
        const auto refusal = [&](const QByteArray &jws) { return QByteArray(events.take(jws).refusal); };
        QCOMPARE(refusal("x"), "invalid_request");
        QCOMPARE(refusal(record(u"N"_s, 1, {}, {}, u"carpeta-seal+json"_s)), "invalid_request");
        QCOMPARE(refusal(record(u"N"_s, 0, {})), "invalid_request");
        QCOMPARE(refusal(record(u"N"_s, 1, {}, {{u"iss"_s, u"https://otro.example"_s}})), "invalid_issuer");
        QCOMPARE(refusal(record(u"N"_s, 1, {}, {}, u"secevent+jwt"_s, op::test::makeKey())), "authentication_failed");
        const QJsonObject foreign{{u"urn:x"_s, QJsonObject{{u"entity"_s, u"co:NIT:900777888"_s}}}};
        QCOMPARE(refusal(record(u"N"_s, 1, {}, {{u"events"_s, foreign}})), "invalid_audience");
        Events keyless(file(), api, entity, [](const QString &) { return op::KeyPtr(); });
        QCOMPARE(QByteArray(keyless.take(record(u"N"_s, 1, {})).refusal), "invalid_key");
        QVERIFY(events.take(record(u"N"_s, 1, {})).fresh()); // and nothing of those stands in its way
    }

    // What came twice is one event; what does not fit what is here is kept and told.
    void theChainIsFollowed()
    {
        const QString name = file();
        const QByteArray one = record(u"N"_s, 1, {}), two = record(u"N"_s, 2, one), three = record(u"N"_s, 3, two);
        {
            Events events = at(name);
            QCOMPARE(events.take(three).state, u"unconnected"_s);
            QCOMPARE(events.take(one).state, u"good"_s);
            QCOMPARE(events.take(one).state, u"known"_s);
            QCOMPARE(events.take(two).state, u"good"_s);
        }
        QFile broken(name); // the machine stopped while it was writing
        QVERIFY(broken.open(QIODevice::Append) && broken.write("eyJ") == 3);
        broken.close();
        Events events = at(name);
        for (const QByteArray &known : {one, two, three})
            QCOMPARE(events.take(known).state, u"known"_s);
        QCOMPARE(events.take(record(u"N"_s, 2, one)).state, u"contradicts"_s); // another in the place of the second
        QCOMPARE(events.take(record(u"N"_s, 4, one)).state, u"contradicts"_s); // follows another third
        const QByteArray later = record(u"M"_s, 2, record(u"M"_s, 1, {}));
        QCOMPARE(events.take(later).state, u"unconnected"_s);
        QCOMPARE(events.take(record(u"M"_s, 1, {})).state, u"contradicts"_s); // is not what the second followed
        QVERIFY(broken.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = broken.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 7); // all of it: it is what proves that the operator said both
        for (const QByteArray &line : lines)
            QVERIFY2(op::parseJws(line), line.left(20).constData()); // nothing grew onto the half line
    }
};

QTEST_GUILESS_MAIN(TestEntityEvents)
#include "tst_entity_events.moc"
