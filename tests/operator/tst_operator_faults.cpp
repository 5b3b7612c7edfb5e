// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The faults that tests may ask for do what they say in the build made for that, and are not in the one that people
// get.
#include "reference-operator/Encoding.h"
#include "tests/operator/UploadSteps.h"

#include <QtTest>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorFaults : public QObject
{
    Q_OBJECT

private:
    TestOperator op;

    static QByteArray program(const char *name)
    {
        QFile file(QString(QStringLiteral(CARRIEL_BINARY_DIR "/") + QLatin1StringView(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void fault(const char *method, const QString &path, QJsonObject rule) const
    {
        rule.insert(u"method"_s, QString::fromLatin1(method));
        rule.insert(u"path"_s, path);
        rule.insert(u"id"_s, newId()); // each call a rule of its own
        op.setFaults({rule});
    }
    Reply make(const QString &id, const std::string &key) const
    {
        return op.json("PUT", op.in(QString(u"/items/"_s + id)), {{"If-None-Match", "*"}, {"Idempotency-Key", key}},
                       {{u"type"_s, u"folder"_s}, {u"parent"_s, u"root"_s}, {u"name"_s, id}});
    }
    int get(const QString &id) const { return op.call("GET", op.in(QString(u"/items/"_s + id))).status; }

private Q_SLOTS:
    void initTestCase()
    {
        const QJsonObject json{
            {u"folders"_s,
             QJsonArray{QJsonObject{{u"id"_s, op.folder()},
                                    {u"holder"_s, QJsonObject{{u"id"_s, op.ana()}, {u"name"_s, u"Ana"_s}}}}}}};
        op.useFaults();
        const bool ready = op.seed(json) && op.start();
        if (!ready && op.error() == u"no PostgreSQL here")
            QSKIP("no PostgreSQL here");
        QVERIFY2(ready, qPrintable(op.error()));
    }
    void cleanup() { op.setFaults({}); }

    void areNotInTheRelease()
    {
        const QByteArray released = program("bin/carriel-operator");
        const QByteArray ours = program("tests/carriel-operator-with-faults");
        QVERIFY(!released.isEmpty() && !ours.isEmpty());
        for (const char *text : {"CARRIEL_CRASH_AT", "CARRIEL_FAULTS", "de-otra-solicitud"}) {
            QVERIFY2(ours.contains(text) ||
                         ours.contains(QByteArray(reinterpret_cast<const char *>(QString::fromLatin1(text).utf16()),
                                                  qsizetype(2 * strlen(text)))),
                     text);
            QVERIFY2(!released.contains(text), text);
            QVERIFY2(!released.contains(QByteArray(reinterpret_cast<const char *>(QString::fromLatin1(text).utf16()),
                                                   qsizetype(2 * strlen(text)))),
                     text);
        }
    }

    void cutsBeforeAndAfter()
    {
        const std::string key = freshKey();
        fault("PUT", u"/cortado"_s, {{u"do"_s, u"cut"_s}});
        QCOMPARE(make(u"cortado"_s, key).status, 0);
        QCOMPARE(get(u"cortado"_s), 404);
        fault("PUT", u"/cortado"_s, {{u"do"_s, u"lose"_s}});
        QCOMPARE(make(u"cortado"_s, key).status, 0);
        QCOMPARE(get(u"cortado"_s), 200); // it happened
        const Reply replay = make(u"cortado"_s, key);
        QCOMPARE(replay.status, 201);
        QCOMPARE(replay.header("Idempotency-Replayed"), QByteArray("true"));
    }

    void answersWhatItIsTold()
    {
        fault("GET", u"/items"_s,
              {{u"do"_s, u"status"_s},
               {u"status"_s, 503},
               {u"code"_s, u"unavailable"_s},
               {u"retry_after"_s, 7},
               {u"skip"_s, 1}});
        const auto list = [&] { return op.call("GET", op.in(u"/items"_s)); };
        QCOMPARE(list().status, 200);
        const Reply away = list();
        QCOMPARE(away.status, 503);
        QCOMPARE(away.header("Retry-After"), QByteArray("7"));
        QCOMPARE(list().status, 200);
        fault("GET", u"/items"_s, {{u"do"_s, u"captive"_s}});
        QCOMPARE(list().header("Content-Type"), QByteArray("text/html"));
        fault("GET", u"/items"_s, {{u"do"_s, u"mislabel"_s}});
        QCOMPARE(list().header("X-Request-Id"), QByteArray("de-otra-solicitud"));
        fault("GET", u"/items"_s, {{u"do"_s, u"truncate"_s}});
        QVERIFY(list().json().isEmpty());
    }

    void liesAboutBytes()
    {
        const QByteArray bytes = noise(300000, 3);
        const QString blob = op.putBlob(bytes);
        fault("GET", QString(u"/blobs/"_s + blob), {{u"do"_s, u"flip"_s}});
        const UploadSteps step{op};
        const Reply flipped = step.blob(blob);
        QCOMPARE(flipped.status, 200);
        QVERIFY(flipped.body != bytes);
        QCOMPARE(flipped.header("Repr-Digest"), digestField(sha256(bytes)));
        QCOMPARE(step.blob(blob).body, bytes);
    }
};

QTEST_GUILESS_MAIN(TestOperatorFaults)
#include "tst_operator_faults.moc"
