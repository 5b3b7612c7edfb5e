// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What two computers of one person need of the operator: versions side by side, space told in the feed, proof that what
// was entrusted is still there.
#include "reference-operator/Encoding.h"
#include "tests/operator/UploadSteps.h"

#include <QDirIterator>
#include <QtTest>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorSync : public QObject
{
    Q_OBJECT

private:
    TestOperator op;
    const UploadSteps step{op};

    QString item(const QString &id, const char *verb = "") const
    {
        return op.in(QString(u"/items/"_s + id + QLatin1StringView(verb)));
    }
    Reply get(const QString &id) const { return op.call("GET", item(id)); }
    QString head(const QString &id) const
    {
        return get(id).json().value("head"_L1).toObject().value("version"_L1).toString();
    }
    Reply version(const QString &id, const QByteArray &bytes, const QJsonObject &more = {}, QByteArray etag = {}) const
    {
        QJsonObject body{{u"blob"_s, op.putBlob(bytes)}, {u"sha256"_s, QString::fromLatin1(b64(sha256(bytes)))}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        if (etag.isNull())
            etag = get(id).header("ETag");
        return op.json("POST", item(id, "/versions"),
                       {{"If-Match", etag.toStdString()}, {"Idempotency-Key", freshKey()}}, body);
    }
    QJsonArray versions(const QString &id) const
    {
        return op.call("GET", item(id, "/versions")).json().value("versions"_L1).toArray();
    }
    QString cursor() const
    {
        return op.call("GET", op.in(u"/items?snapshot=new&limit=1"_s)).json().value("cursor_at_start"_L1).toString();
    }
    QJsonObject since(const QString &cursor, const QString &more = {}) const
    {
        return op.call("GET", op.in(QString(u"/changes?since="_s + cursor + more))).json();
    }
    qint64 used() const
    {
        return op.call("GET", op.in(u""_s)).json().value("quota"_L1).toObject().value("used"_L1).toInteger();
    }
    void act(const QString &id, const char *verb) const
    {
        QCOMPARE(op.json("POST", item(id, verb),
                         {{"If-Match", get(id).header("ETag").toStdString()}, {"Idempotency-Key", freshKey()}}, {})
                     .status,
                 200);
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

    // Two computers make a new version of the same one: the first becomes the head, the second is kept beside it.
    void keepsBothVersions()
    {
        op.put(u"acta"_s, u"acta.txt"_s, "uno");
        const QString base = head(u"acta"_s);
        const QByteArray etag = get(u"acta"_s).header("ETag");
        const Reply theirs = version(u"acta"_s, "la de ellos", {{u"base"_s, base}});
        QCOMPARE(theirs.status, 201);
        QCOMPARE(theirs.json().value("made"_L1).toObject().value("version"_L1).toString(), head(u"acta"_s));
        QCOMPARE(version(u"acta"_s, "la de este", {{u"base"_s, base}}, etag).code(),
                 u"version_conflict"_s); // they look again first
        const QString start = cursor();
        const Reply ours =
            version(u"acta"_s, "la de este", {{u"base"_s, base}, {u"label"_s, u"Versión de este equipo"_s}});
        QCOMPARE(ours.status, 201);
        QCOMPARE(head(u"acta"_s), theirs.json().value("made"_L1).toObject().value("version"_L1).toString());
        QCOMPARE(ours.json().value("head"_L1), theirs.json().value("head"_L1));
        QCOMPARE(ours.json().value("versions"_L1).toInt(), 3);
        const QJsonArray all = versions(u"acta"_s);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].toObject().value("version"_L1), ours.json().value("made"_L1).toObject().value("version"_L1));
        QCOMPARE(all[0].toObject().value("label"_L1).toString(), u"Versión de este equipo"_s);
        QCOMPARE(all[0].toObject().value("base"_L1).toString(), base);
        QCOMPARE(step.blob(all[0].toObject().value("blob"_L1).toString()).body, QByteArray("la de este"));
        // The feed says that it happened and by which key.
        const QJsonArray changes = since(start).value("changes"_L1).toArray();
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0].toObject().value("caused_by"_L1), ours.json().value("caused_by"_L1));
        // A base of another document is not believed.
        op.put(u"otra"_s, u"otra.txt"_s, "otra");
        QCOMPARE(version(u"otra"_s, "dos", {{u"base"_s, base}}).code(), u"invalid_request"_s);
    }

    void putsAnEarlierVersionBack()
    {
        op.put(u"hoja"_s, u"hoja.bin"_s, noise(5000, 1));
        const QJsonObject first = versions(u"hoja"_s)[0].toObject();
        QCOMPARE(version(u"hoja"_s, noise(6000, 2)).status, 201);
        const qint64 before = used();
        const Reply back =
            op.json("POST", item(u"hoja"_s, "/versions"),
                    {{"If-Match", get(u"hoja"_s).header("ETag").toStdString()}, {"Idempotency-Key", freshKey()}},
                    {{u"blob"_s, first.value("blob"_L1)}, {u"sha256"_s, first.value("sha256"_L1)}});
        QCOMPARE(back.status, 201);
        QCOMPARE(back.json().value("head"_L1).toObject().value("blob"_L1), first.value("blob"_L1));
        QVERIFY(back.json().value("head"_L1).toObject().value("version"_L1) !=
                first.value("version"_L1)); // append-only
        QCOMPARE(used(), before);           // the same bytes count once
        act(u"hoja"_s, "/trash");
        act(u"hoja"_s, "/purge");
        QCOMPARE(used(), before - 11000);
    }

    void tellsOfSpaceInTheFeed()
    {
        op.put(u"grande"_s, u"grande.bin"_s, noise(4000, 3));
        QVERIFY(op.run({u"quota"_s, u"--folder"_s, op.folder(), u"--bytes"_s, QString::number(used() + 100)}));
        const Reply refused = step.create(noise(2000, 4));
        QCOMPARE(refused.status, 507);
        QCOMPARE(refused.code(), u"quota_exceeded"_s);
        const QByteArray small = noise(90, 5);
        QCOMPARE(op.put(u"cabe"_s, u"cabe.bin"_s, small).status, 201);
        // Bytes that came in by a bundle, where nothing is counted yet, are counted when they get a name.
        const QByteArray big = noise(500, 6);
        QCOMPARE(step.bundle(step.multipart({{"g", big}}, "xyz")).status, 200);
        QCOMPARE(op.put(u"nocabe"_s, u"nocabe.bin"_s, big).code(), u"quota_exceeded"_s);

        const QString start = cursor();
        const auto news = [&] {
            QJsonObject found;
            for (const QJsonValue &change : since(start).value("changes"_L1).toArray()) {
                if (change.toObject().value("kind"_L1) == u"folder"_s)
                    found = change.toObject();
            }
            return found;
        };
        QVERIFY(news().isEmpty());
        act(u"grande"_s, "/trash");
        QVERIFY(news().isEmpty()); // the trash takes space too
        act(u"grande"_s, "/purge");
        QCOMPARE(news().value("id"_L1).toString(), op.folder());
        QCOMPARE(news().value("folder"_L1).toObject().value("quota"_L1).toObject().value("used"_L1).toInteger(),
                 used());
        QCOMPARE(op.put(u"nocabe"_s, u"nocabe.bin"_s, big).status, 201);

        const qint64 rev = news().value("rev"_L1).toInteger();
        QVERIFY(op.run({u"quota"_s, u"--folder"_s, op.folder()}));
        QVERIFY(news().value("rev"_L1).toInteger() > rev);
        QVERIFY(!op.run({u"quota"_s, u"--folder"_s, u"nadie"_s}));
        // Another limit for all is told to all, once.
        QVERIFY(op.stop() && op.start({{u"limits"_s, QJsonObject{{u"quota_bytes"_s, 123456789}}}}));
        QCOMPARE(news().value("folder"_L1).toObject().value("quota"_L1).toObject().value("limit"_L1).toInteger(),
                 123456789);
        const QString later = cursor();
        QVERIFY(op.stop() && op.start({{u"limits"_s, QJsonObject{{u"quota_bytes"_s, 123456789}}}}));
        QVERIFY(since(later).value("changes"_L1).toArray().isEmpty());
        QVERIFY(op.stop() && op.start());
    }

    void countsWhatItHolds()
    {
        const auto count = [&] { return since(cursor(), u"&count=1"_s).value("count"_L1).toObject(); };
        QVERIFY(!since(cursor()).contains("count"_L1));
        const QJsonObject before = count();
        op.mkdir(u"c1"_s, u"Contados"_s);
        op.put(u"c2"_s, u"uno.txt"_s, "uno contado", u"c1"_s);
        op.put(u"c3"_s, u"dos.txt"_s, "dos contado");
        version(u"c2"_s, "uno contado otra vez");
        act(u"c3"_s, "/trash");
        const QJsonObject after = count();
        QCOMPARE(after.value("active"_L1).toInt(), before.value("active"_L1).toInt() + 2);
        QCOMPARE(after.value("trashed"_L1).toInt(), before.value("trashed"_L1).toInt() + 1);
        QCOMPARE(after.value("versions"_L1).toInt(), before.value("versions"_L1).toInt() + 3);
    }

    void provesItsBytes()
    {
        const QByteArray bytes = noise(700000, 9);
        const QString blob = op.putBlob(bytes);
        const QByteArray nonce = randomBytes(32);
        const auto ask = [&](const QJsonArray &ranges, const QByteArray &with) {
            return op.json("POST", op.in(u"/fixity"_s), {},
                           {{u"nonce"_s, QString::fromLatin1(b64u(with))}, {u"ranges"_s, ranges}});
        };
        const auto range = [&](qint64 from, qint64 size) {
            return QJsonObject{{u"blob"_s, blob}, {u"from"_s, from}, {u"size"_s, size}};
        };
        const QJsonArray ranges{range(0, 700000), range(262143, 2), range(699990, 11),
                                QJsonObject{{u"blob"_s, u"nada"_s}, {u"from"_s, 0}, {u"size"_s, 1}}};
        const Reply reply = ask(ranges, nonce);
        QCOMPARE(reply.status, 200);
        const QJsonArray answers = reply.json().value("answers"_L1).toArray();
        QCOMPARE(answers.size(), 4);
        const auto digest = [&](int n) { return answers[n].toObject().value("digest"_L1).toString().toLatin1(); };
        QCOMPARE(digest(0), b64(sha256(QByteArray(nonce + bytes))));
        QCOMPARE(digest(1), b64(sha256(QByteArray(nonce + bytes.mid(262143, 2)))));
        QCOMPARE(answers[2].toObject().value("problem"_L1).toObject().value("code"_L1).toString(), u"range_invalid"_s);
        QCOMPARE(answers[3].toObject().value("problem"_L1).toObject().value("code"_L1).toString(), u"not_found"_s);
        QCOMPARE(ask(ranges, "short").status, 400);
        QCOMPARE(ask({}, nonce).status, 400);

        // One byte changed behind its back, and then all of them gone.
        QString file;
        for (QDirIterator it(QString(op.dir() + u"/blobs"_s), QDir::Files, QDirIterator::Subdirectories);
             it.hasNext();) {
            if (it.next(); it.fileInfo().size() == bytes.size())
                file = it.filePath();
        }
        QVERIFY(!file.isEmpty());
        QFile changed(file);
        QVERIFY(changed.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && changed.open(QIODevice::ReadWrite) &&
                changed.seek(500000));
        changed.write("x");
        changed.close();
        const QByteArray now = ask({range(0, 700000)}, nonce)
                                   .json()
                                   .value("answers"_L1)
                                   .toArray()[0]
                                   .toObject()
                                   .value("digest"_L1)
                                   .toString()
                                   .toLatin1();
        QVERIFY(!now.isEmpty() && now != digest(0));
        QVERIFY(QFile::remove(file));
        QCOMPARE(ask({range(0, 10)}, nonce)
                     .json()
                     .value("answers"_L1)
                     .toArray()[0]
                     .toObject()
                     .value("problem"_L1)
                     .toObject()
                     .value("reason"_L1)
                     .toString(),
                 u"bytes_lost"_s);
    }
};

QTEST_GUILESS_MAIN(TestOperatorSync)
#include "tst_operator_sync.moc"
