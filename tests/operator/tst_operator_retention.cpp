// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator keeps for how long: answers to keys, uploads under way, cursors, the trash. Time passes by starting
// it again with a retention of nothing; its first sweep comes with the start.
#include "reference-operator/Encoding.h"
#include "tests/operator/UploadSteps.h"
#include "tests/support/Patience.h"

#include <QtTest>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorRetention : public QObject
{
    Q_OBJECT

private:
    TestOperator op;
    const UploadSteps step{op};

    QString item(const QString &id, const char *verb = "") const
    {
        return op.in(QString(u"/items/"_s + id + QLatin1StringView(verb)));
    }
    Reply act(const QString &id, const char *verb) const
    {
        return op.json(
            "POST", item(id, verb),
            {{"If-Match", op.call("GET", item(id)).header("ETag").toStdString()}, {"Idempotency-Key", freshKey()}}, {});
    }
    QString cursor() const
    {
        return op.call("GET", op.in(u"/items?snapshot=new&limit=1"_s)).json().value("cursor_at_start"_L1).toString();
    }
    Reply since(const QString &cursor) const { return op.call("GET", op.in(QString(u"/changes?since="_s + cursor))); }
    bool again(const char *retention = nullptr, qint64 seconds = 0)
    {
        return op.stop() &&
               op.start(retention
                            ? QJsonObject{{u"retention"_s, QJsonObject{{QString::fromLatin1(retention), seconds}}}}
                            : QJsonObject());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QJsonObject json{
            {u"folders"_s,
             QJsonArray{QJsonObject{{u"id"_s, op.folder()},
                                    {u"holder"_s, QJsonObject{{u"id"_s, op.ana()}, {u"name"_s, u"Ana"_s}}}}}}};
        const bool ready = op.seed(json) && op.start();
        if (!ready && op.error() == u"no PostgreSQL here")
            QSKIP("no PostgreSQL here");
        QVERIFY2(ready, qPrintable(op.error()));
    }

    void keepsAnswersOverRestarts()
    {
        const QJsonObject retention =
            op.call("GET", u"!/.well-known/carpeta-ciudadana"_s, {}, {}, "").json().value("retention"_L1).toObject();
        QVERIFY(retention.value("idempotency_s"_L1).toInteger() >= 30 * 86400);
        QVERIFY(retention.value("cursor_s"_L1).toInteger() >= 90 * 86400);
        const std::string key = freshKey();
        const auto make = [&](const char *condition, const QString &name) {
            return op.json("PUT", item(u"clave"_s), {{condition, "*"}, {"Idempotency-Key", key}},
                           {{u"type"_s, u"folder"_s}, {u"parent"_s, u"root"_s}, {u"name"_s, name}});
        };
        const Reply first = make("If-None-Match", u"Clave"_s);
        QCOMPARE(first.status, 201);
        QVERIFY(again());
        const Reply replay = make("If-None-Match", u"Clave"_s);
        QCOMPARE(replay.status, 201);
        QCOMPARE(replay.body, first.body);
        QCOMPARE(replay.header("ETag"), first.header("ETag"));
        QCOMPARE(replay.header("Idempotency-Replayed"), QByteArray("true"));
        // The look-up comes before the preconditions: without them too it is the stored answer.
        QCOMPARE(make("X-None", u"Clave"_s).status, 201);
        QCOMPARE(make("If-None-Match", u"Otra"_s).code(), u"idempotency_key_reused"_s);
        // Kept 30 days: nothing of today goes with a retention of that.
        QVERIFY(again("idempotency_s", 30 * 86400));
        QCOMPARE(make("If-None-Match", u"Clave"_s).header("Idempotency-Replayed"), QByteArray("true"));
        // When it is forgotten the precondition still holds the line.
        QVERIFY(again("idempotency_s", -10));
        QTRY_COMPARE(make("If-None-Match", u"Clave"_s).code(), u"already_exists"_s);
        QVERIFY(again());
    }

    void endsUploads()
    {
        const QByteArray bytes = noise(100000, 1);
        const Reply made = step.create(bytes);
        QCOMPARE(step.append(step.url(made), 0, bytes.left(40000), false).status, 204);
        QVERIFY(again());
        QCOMPARE(op.call("HEAD", step.url(made)).header("Upload-Offset"),
                 QByteArray("40000")); // a restart ends nothing
        const Reply wrong = step.append(step.url(made), 30000, bytes.mid(30000), true);
        QCOMPARE(wrong.status, 409);
        QCOMPARE(wrong.code(), u"mismatching_upload_offset"_s);
        QCOMPARE(wrong.header("Upload-Offset"), QByteArray("40000"));
        QCOMPARE(op.call("HEAD", QString(step.url(made) + u'x')).status, 404);

        QVERIFY(again("upload_s", -10));
        const Reply old = step.create(noise(50000, 2)); // its time is over when it begins
        // Over, and perhaps taken away already by the sweep of this very start.
        const auto isOver = [](int status) { return status == 410 || status == 404; };
        QVERIFY(isOver(op.call("HEAD", step.url(old)).status));
        const Reply gone = step.append(step.url(old), 0, noise(50000, 2), true);
        QVERIFY(isOver(gone.status));
        QCOMPARE(gone.code(), gone.status == 410 ? u"upload_gone"_s : u"not_found"_s);
        QVERIFY(again()); // its sweep takes what is over
        QTRY_COMPARE(op.call("HEAD", step.url(old)).status, 404);
        QCOMPARE(op.call("HEAD", step.url(made)).status, 204);
        // Step 1 again, with a new key, begins anew.
        QCOMPARE(step.create(noise(50000, 2)).status, 201);
    }

    void emptiesTheTrash()
    {
        op.mkdir(u"viejos"_s, u"Viejos"_s);
        op.put(u"viejo"_s, u"viejo.txt"_s, "se va solo", u"viejos"_s);
        QCOMPARE(act(u"viejos"_s, "/trash").status, 200);
        QVERIFY(again());
        QCOMPARE(op.call("GET", item(u"viejo"_s)).json().value("state"_L1).toString(), u"trashed"_s);
        const QString start = cursor();
        QVERIFY(again("trash_s", -10));
        QTRY_COMPARE(op.call("GET", item(u"viejo"_s)).status, 410);
        int expired = 0;
        for (const QJsonValue &change : since(start).json().value("changes"_L1).toArray())
            expired += change.toObject().value("reason"_L1).toString() == u"expired" ? 1 : 0;
        QCOMPARE(expired, 2);
        QVERIFY(again());
    }

    // A cursor that is older than the tombstones says so, and the snapshot takes over where it began.
    void sendsOldCursorsToTheSnapshot()
    {
        op.put(u"queda"_s, u"queda.txt"_s, "queda");
        const QString old = cursor();
        op.put(u"sale"_s, u"sale.txt"_s, "sale");
        QCOMPARE(act(u"sale"_s, "/trash").status, 200);
        QCOMPARE(act(u"sale"_s, "/purge").status, 200);
        const QString current = cursor();
        QVERIFY(again("cursor_s", -10));
        QTRY_COMPARE(since(old).status, 410);
        const QJsonObject problem = since(old).json();
        QCOMPARE(problem.value("code"_L1).toString(), u"cursor_expired"_s);
        QCOMPARE(problem.value("reason"_L1).toString(), u"too_old"_s);
        QCOMPARE(since(current).status, 200);
        const QJsonObject first =
            op.call("GET", op.in(QString(problem.value("snapshot"_L1).toString() + u"&limit=1"_s))).json();
        const QString start = first.value("cursor_at_start"_L1).toString();
        op.mkdir(u"durante"_s, u"Durante"_s); // between the pages
        QStringList ids;
        QJsonObject page = first;
        for (;;) {
            for (const QJsonValue &value : page.value("items"_L1).toArray())
                ids.append(value.toObject().value("id"_L1).toString());
            if (page.value("next"_L1).isNull())
                break;
            page = op.call("GET", op.in(page.value("next"_L1).toString())).json();
            QCOMPARE(page.value("cursor_at_start"_L1).toString(), start);
        }
        QVERIFY(ids.contains(u"queda"_s) && !ids.contains(u"sale"_s));
        QStringList later;
        for (const QJsonValue &change : since(start).json().value("changes"_L1).toArray())
            later.append(change.toObject().value("id"_L1).toString());
        QCOMPARE(later, QStringList{u"durante"_s});

        QVERIFY(op.stop() && op.run({u"new-epoch"_s}) && op.start());
        const QJsonObject restored = since(start).json();
        QCOMPARE(restored.value("reason"_L1).toString(), u"epoch_changed"_s);
        QCOMPARE(restored.value("epoch"_L1),
                 op.call("GET", u"!/.well-known/carpeta-ciudadana"_s, {}, {}, "").json().value("epoch"_L1));
        QCOMPARE(op.call("GET", op.in(QString(u"/items?snapshot="_s + start))).code(), u"cursor_expired"_s);
    }

    // After a restore an item comes to the same revision with something else in it; what was read before must not pass
    // for it.
    void tagsOfTwoHistoriesDiffer()
    {
        if (qEnvironmentVariable("CARRIEL_TEST_DATABASE") == u"postgres")
            QSKIP("a backup by copy");
        const QString backup = QDir(op.dir()).filePath(u"backup"_s);
        const auto copy = [this, backup](bool back) {
            for (const QString &name : {u"operator.sqlite"_s, u"operator.sqlite-wal"_s, u"operator.sqlite-shm"_s}) {
                const QString there = QDir(op.dir()).filePath(name), kept = QString(backup + name);
                if (back)
                    QFile::remove(there);
                const QString from = back ? kept : there;
                if (QFile::exists(from) && !QFile::copy(from, back ? there : kept))
                    return false;
            }
            return true;
        };
        op.mkdir(u"dos"_s, u"Dos"_s);
        const auto rename = [this](const QString &name, const QByteArray &tag) {
            return op.json("PATCH", item(u"dos"_s), {{"If-Match", tag.toStdString()}, {"Idempotency-Key", freshKey()}},
                           {{u"name"_s, name}});
        };
        const auto tag = [this] { return op.call("GET", item(u"dos"_s)).header("ETag"); };
        QVERIFY(op.stop() && copy(false) && op.start());
        QCOMPARE(rename(u"Una historia"_s, tag()).status, 200);
        const QByteArray before = tag();
        QVERIFY(op.stop() && copy(true));
        QVERIFY(op.run({u"new-epoch"_s}) && op.start());
        const Reply other = rename(u"Otra historia"_s, tag());
        QVERIFY2(other.json().value("rev"_L1).toInt() == 2, other.body.constData());
        QVERIFY(before.startsWith("\"dos-2-") && tag().startsWith("\"dos-2-") && tag() != before);
        const Reply late = rename(u"De antes"_s, before);
        QCOMPARE(late.status, 412);
        QCOMPARE(late.json().value("epoch"_L1),
                 op.call("GET", u"!/.well-known/carpeta-ciudadana"_s, {}, {}, "").json().value("epoch"_L1));
    }
};

QTEST_GUILESS_MAIN(TestOperatorRetention)
#include "tst_operator_retention.moc"
