// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes at the real operator: uploads that are cut, resumed, false; ranges; bundles; quota.
#include "reference-operator/Multipart.h"
#include "tests/operator/UploadSteps.h"

#include <QJsonArray>
#include <QtTest>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorBytes : public QObject
{
    Q_OBJECT

private:
    TestOperator op;

    const UploadSteps step{op};

private Q_SLOTS:
    void initTestCase()
    {
        const QJsonObject json{{u"folders"_s, QJsonArray{QJsonObject{
            {u"id"_s, op.folder()}, {u"holder"_s, QJsonObject{{u"id"_s, op.ana()}, {u"name"_s, u"Ana"_s}}}}}}};
        const bool ready = op.seed(json) && op.start();
        if (!ready && op.error() == u"no PostgreSQL here")
            QSKIP("no PostgreSQL here");
        QVERIFY2(ready, qPrintable(op.error()));
    }

    void uploadsInAppends()
    {
        const QByteArray bytes = noise(300001, 1);
        const std::string key = freshKey();
        const Reply made = step.create(bytes, key);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.header("Upload-Complete"), QByteArray("?0"));
        QVERIFY(made.header("Upload-Limit").contains("max-append-size=8388608"));
        QCOMPARE(step.create(bytes, key).header("Location"), made.header("Location")); // twice the same, one upload
        QCOMPARE(step.create(noise(9, 1), key).code(), u"idempotency_key_reused"_s);

        const Reply one = step.append(step.url(made), 0, bytes.left(100000), false);
        QCOMPARE(one.status, 204);
        QCOMPARE(one.header("Upload-Offset"), QByteArray("100000"));
        const Reply wrong = step.append(step.url(made), 0, bytes.left(100000), false);
        QCOMPARE(wrong.status, 409);
        QCOMPARE(wrong.code(), u"mismatching_upload_offset"_s);
        QCOMPARE(wrong.header("Upload-Offset"), QByteArray("100000"));
        const Reply bad = step.append(step.url(made), 100000, bytes.mid(100000, 1000), false, "otra cosa");
        QCOMPARE(bad.status, 422);
        QCOMPARE(bad.code(), u"digest_mismatch"_s);
        const Reply head = op.call("HEAD", step.url(made));
        QCOMPARE(head.status, 204);
        QCOMPARE(head.header("Upload-Offset"), QByteArray("100000"));
        QCOMPARE(head.header("Upload-Complete"), QByteArray("?0"));
        QCOMPARE(head.header("Upload-Length"), QByteArray("300001"));
        QCOMPARE(head.header("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(op.call("PATCH", step.url(made), {{"Content-Type", "application/partial-upload"}, {"Upload-Offset", "100000"}, {"Upload-Complete", "?0"}},
                         "x").code(),
                 u"digest_required"_s);

        const Reply done = step.append(step.url(made), 100000, bytes.mid(100000), true);
        QCOMPARE(done.status, 201);
        QCOMPARE(done.header("Upload-Complete"), QByteArray("?1"));
        const Reply replay = step.append(step.url(made), 300001, {}, true); // the 201 was lost
        QCOMPARE(replay.status, 201);
        QCOMPARE(step.blobOf(replay), step.blobOf(done));
        QCOMPARE(op.call("HEAD", step.url(made)).header("Upload-Complete"), QByteArray("?1"));
        QCOMPARE(step.blob(step.blobOf(done)).body, bytes);

        const Reply known = step.create(bytes);
        QCOMPARE(known.status, 200);
        QCOMPARE(step.blobOf(known), step.blobOf(done));
        QCOMPARE(op.call("HEAD", op.in(u"/uploads/nada"_s)).status, 404);
    }

    void storesTheEmptyDocument()
    {
        const Reply made = step.create({});
        QCOMPARE(made.status, 200);
        const Reply got = step.blob(step.blobOf(made));
        QCOMPARE(got.status, 200);
        QCOMPARE(got.header("Content-Length"), QByteArray("0"));
        QCOMPARE(got.body, QByteArray());
    }

    void dropsAnUploadThatIsNotWhatItSaid()
    {
        const QByteArray bytes = noise(5000, 2);
        const Reply made = step.create(bytes);
        const Reply false_ = step.append(step.url(made), 0, noise(5000, 3), true);
        QCOMPARE(false_.status, 422);
        QCOMPARE(false_.json().value("reason"_L1).toString(), u"repr"_s);
        QCOMPARE(step.append(step.url(made), 0, bytes, true).status, 410);
        QCOMPARE(step.append(step.url(step.create(bytes)), 0, bytes, true).status, 201);
    }

    void refusesTooMuch()
    {
        const Reply big = op.call("POST", op.in(u"/uploads"_s),
                                  {{"Idempotency-Key", freshKey()}, {"Upload-Complete", "?0"}, {"Upload-Length", "99999999999"},
                                   {"Repr-Digest", digestField(sha256("x")).toStdString()}});
        QCOMPARE(big.code(), u"too_large"_s);
        const Reply made = step.create(noise(5000, 4));
        QCOMPARE(step.append(step.url(made), 0, noise(6000, 4), true).status, 413);
        QCOMPARE(step.append(step.url(made), 0, noise(5000, 4).left(4000), true).status, 400); // says it is the last and is not
        QCOMPARE(op.json("PUT", op.in(u"/items/grande"_s), {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}},
                         {{u"x"_s, QString(2000000, u'x')}}).status,
                 413);
        QCOMPARE(op.call("GET", op.in(u"/items?snapshot=new"_s)).status, 200); // the connection is still in step
    }

    void survivesACutAppend()
    {
        const QByteArray bytes = noise(200000, 5);
        const Reply made = step.create(bytes);
        {
            const auto cut = op.client();
            size_t sent = 0;
            httplib::Headers headers{{"Authorization", "Bearer " + op.token(op.ana()).toStdString()},
                                     {"Upload-Offset", "0"},
                                     {"Upload-Complete", "?1"},
                                     {"Content-Digest", digestField(sha256(bytes)).toStdString()}};
            const auto result = cut->Patch(made.header("Location").toStdString().c_str(), headers, size_t(bytes.size()),
                       [&](size_t offset, size_t, httplib::DataSink &sink) {
                           if (offset >= 50000)
                               return false; // the network is gone
                           sink.write(bytes.constData() + offset, 10000);
                           sent += 10000;
                           return true;
                       },
                       "application/partial-upload");
            QVERIFY(!result);
        }
        Reply again; // the cut one may still be arriving, and is told to give way then, or we are
        do
            again = step.append(step.url(made), 0, bytes, true);
        while (again.code() == u"upload_busy"_s);
        QCOMPARE(again.status, 201);
        QCOMPARE(step.blob(step.blobOf(again)).body, bytes);
    }

    void servesRanges()
    {
        const QByteArray bytes = noise(10000, 6);
        const QString id = op.putBlob(bytes);
        const std::string etag = quoted(id).toStdString();
        const Reply whole = step.blob(id);
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.header("ETag").toStdString(), etag);
        QCOMPARE(whole.header("Repr-Digest"), digestField(sha256(bytes)));
        QCOMPARE(whole.header("Cache-Control"), QByteArray("private, immutable, max-age=31536000"));
        const auto range = [&](const char *wanted, int status, const QByteArray &expected, const char *contentRange) {
            const Reply part = step.blob(id, {{"Range", wanted}});
            QCOMPARE(part.status, status);
            QCOMPARE(part.body, expected);
            QCOMPARE(part.header("Content-Range"), QByteArray(contentRange));
            QCOMPARE(part.header("Content-Digest"), digestField(sha256(expected)));
            QCOMPARE(part.header("Repr-Digest"), digestField(sha256(bytes)));
        };
        range("bytes=2500-", 206, bytes.mid(2500), "bytes 2500-9999/10000");
        range("bytes=0-0", 206, bytes.left(1), "bytes 0-0/10000");
        range("bytes=9990-20000", 206, bytes.mid(9990), "bytes 9990-9999/10000");
        range("bytes=-100", 206, bytes.right(100), "bytes 9900-9999/10000");
        QCOMPARE(step.blob(id, {{"Range", "bytes=10000-"}}).status, 416);
        QCOMPARE(step.blob(id, {{"Range", "bytes=5000-"}, {"If-Range", etag}}).status, 206);
        const Reply changed = step.blob(id, {{"Range", "bytes=5000-"}, {"If-Range", "\"otro\""}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.body, bytes);
        QCOMPARE(step.blob(u"nada"_s).status, 404);
    }

    void carriesBundles()
    {
        QList<std::pair<QByteArray, QByteArray>> parts;
        for (int i = 0; i < 40; ++i)
            parts.append({QByteArray("doc-" + QByteArray::number(i)), noise(i == 7 ? 0 : 20000 + i, quint32(100 + i))});
        parts.append({"doble", parts[3].second});
        QByteArray body = step.multipart(parts, "xyz");
        const Reply sent = step.bundle(body);
        QCOMPARE(sent.status, 200);
        const QJsonArray items = sent.json().value("items"_L1).toArray();
        QCOMPARE(items.size(), parts.size());
        QJsonArray ids;
        for (qsizetype i = 0; i < items.size(); ++i) {
            QCOMPARE(items[i].toObject().value("content_id"_L1).toString().toLatin1(), parts[i].first);
            ids.append(items[i].toObject().value("blob"_L1).toObject().value("id"_L1));
        }
        QCOMPARE(ids.at(40), ids.at(3));
        QCOMPARE(step.bundle(body).json(), sent.json()); // harmless again

        body.replace(body.size() / 2, 1, body.at(body.size() / 2) == 'a' ? "b" : "a"); // one byte of one part
        const QJsonArray damaged = step.bundle(body).json().value("items"_L1).toArray();
        int refused = 0;
        for (const QJsonValue &item : damaged)
            refused += item.toObject().value("problem"_L1).toObject().value("code"_L1).toString() == u"digest_mismatch" ? 1 : 0;
        QCOMPARE(refused, 1);
        QCOMPARE(step.bundle(step.multipart(parts, "xyz").left(5000)).status, 400);
        QCOMPARE(step.bundle(step.multipart({{"grande", QByteArray(1048577, 'x')}}, "xyz")).status, 413);

        ids.insert(2, u"no-existe"_s);
        const Reply got = op.json("POST", op.in(u"/blobs/bundle"_s), {}, {{u"blobs"_s, ids}});
        QCOMPARE(got.status, 200);
        QCOMPARE(got.header("Content-Length").toInt(), int(got.body.size()));
        QList<Part> back;
        MultipartReader reader(MultipartReader::boundaryOf(got.header("Content-Type")), 1 << 20, 1 << 26, [&](Part p) { back.append(std::move(p)); });
        reader.add(got.body);
        QVERIFY(reader.finished());
        QCOMPARE(back.size(), ids.size());
        QCOMPARE(back[2].headers.value("content-type"), QByteArray("application/problem+json"));
        back.removeAt(2);
        for (qsizetype i = 0; i < back.size(); ++i)
            QCOMPARE(back[i].bytes, parts[i].second);
    }

    void readsMultipartInAnyPieces()
    {
        const QByteArray body = step.multipart({{"a", "uno\r\n--xyz--\r\n"}, {"b", ""}, {"c", "tres"}}, "xyz");
        for (qsizetype cut = 0; cut <= body.size(); ++cut) {
            QByteArrayList seen;
            MultipartReader reader("xyz", 100, 10000, [&](Part p) { seen.append(p.bytes); });
            reader.add(body.left(cut));
            reader.add(body.mid(cut));
            QVERIFY(reader.finished());
            QCOMPARE(seen, (QByteArrayList{"uno\r\n--xyz--\r\n", "", "tres"}));
        }
    }

    void countsQuotaAndRefusesAboveIt()
    {
        const auto used = [&] { return op.call("GET", op.in(u""_s)).json().value("quota"_L1).toObject().value("used"_L1).toInt(); };
        const int before = used();
        QCOMPARE(op.put(u"cuota"_s, u"cuota.bin"_s, noise(1000, 7)).status, 201);
        QCOMPARE(used(), before + 1000);
        QVERIFY(op.stop());
        QVERIFY(op.start({{u"limits"_s, QJsonObject{{u"quota_bytes"_s, before + 1500}}}}));
        const Reply refused = step.create(noise(2000, 8));
        QCOMPARE(refused.status, 507);
        QCOMPARE(refused.code(), u"quota_exceeded"_s);
        QVERIFY(op.stop() && op.start());
    }
};

QTEST_GUILESS_MAIN(TestOperatorBytes)
#include "tst_operator_bytes.moc"
