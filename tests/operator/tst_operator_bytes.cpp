// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes at the real operator: uploads that are cut, resumed, false; ranges; bundles; and SIGKILL in the middle.
#include "reference-operator/Encoding.h"
#include "reference-operator/Multipart.h"
#include "tests/operator/TestOperator.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QtTest>
#include <thread>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray noise(qint64 size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray out(size, Qt::Uninitialized);
    for (qint64 i = 0; i + 4 <= size; i += 4) {
        const quint32 v = random.generate();
        memcpy(out.data() + i, &v, 4);
    }
    for (qint64 i = size & ~3; i < size; ++i)
        out[i] = char(random.generate());
    return out;
}

} // namespace

class TestOperatorBytes : public QObject
{
    Q_OBJECT

private:
    TestOperator op;

    Reply create(const QByteArray &bytes, const std::string &key = freshKey()) const
    {
        return op.call("POST", op.in(u"/uploads"_s),
                       {{"Idempotency-Key", key},
                        {"Upload-Complete", "?0"},
                        {"Upload-Length", std::to_string(bytes.size())},
                        {"Repr-Digest", digestField(sha256(bytes)).toStdString()}});
    }
    static QString url(const Reply &created) { return QString(u'!' + QString::fromLatin1(created.header("Location"))); }
    Reply append(const QString &url, qint64 offset, const QByteArray &bytes, bool last, const QByteArray &digestOf = {}) const
    {
        return op.call("PATCH", url,
                       {{"Content-Type", "application/partial-upload"},
                        {"Upload-Offset", std::to_string(offset)},
                        {"Upload-Complete", last ? "?1" : "?0"},
                        {"Content-Digest", digestField(sha256(digestOf.isNull() ? bytes : digestOf)).toStdString()}},
                       bytes);
    }
    Reply blob(const QString &id, Headers headers = {}) const { return op.call("GET", op.in(QString(u"/blobs/"_s + id)), headers); }
    static QString blobOf(const Reply &reply) { return reply.json().value("blob"_L1).toObject().value("id"_L1).toString(); }

    static QByteArray multipart(const QList<std::pair<QByteArray, QByteArray>> &parts, const QByteArray &boundary)
    {
        QByteArray out;
        for (const auto &[id, bytes] : parts)
            out += QByteArray("--" + boundary + "\r\nContent-ID: <" + id + ">\r\nContent-Length: " + QByteArray::number(bytes.size()) +
                              "\r\nRepr-Digest: " + digestField(sha256(bytes)) + "\r\n\r\n" + bytes + "\r\n");
        return QByteArray(out + "--" + boundary + "--\r\n");
    }
    Reply bundle(const QByteArray &body) const
    {
        return op.call("POST", op.in(u"/uploads/bundle"_s), {{"Content-Type", "multipart/mixed; boundary=xyz"}}, body);
    }

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
        const Reply made = create(bytes, key);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.header("Upload-Complete"), QByteArray("?0"));
        QVERIFY(made.header("Upload-Limit").contains("max-append-size=8388608"));
        QCOMPARE(create(bytes, key).header("Location"), made.header("Location")); // twice the same, one upload
        QCOMPARE(create(noise(9, 1), key).code(), u"idempotency_key_reused"_s);

        const Reply one = append(url(made), 0, bytes.left(100000), false);
        QCOMPARE(one.status, 204);
        QCOMPARE(one.header("Upload-Offset"), QByteArray("100000"));
        const Reply wrong = append(url(made), 0, bytes.left(100000), false);
        QCOMPARE(wrong.status, 409);
        QCOMPARE(wrong.code(), u"mismatching_upload_offset"_s);
        QCOMPARE(wrong.header("Upload-Offset"), QByteArray("100000"));
        const Reply bad = append(url(made), 100000, bytes.mid(100000, 1000), false, "otra cosa");
        QCOMPARE(bad.status, 422);
        QCOMPARE(bad.code(), u"digest_mismatch"_s);
        const Reply head = op.call("HEAD", url(made));
        QCOMPARE(head.status, 204);
        QCOMPARE(head.header("Upload-Offset"), QByteArray("100000"));
        QCOMPARE(head.header("Upload-Complete"), QByteArray("?0"));
        QCOMPARE(head.header("Upload-Length"), QByteArray("300001"));
        QCOMPARE(head.header("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(op.call("PATCH", url(made), {{"Content-Type", "application/partial-upload"}, {"Upload-Offset", "100000"}, {"Upload-Complete", "?0"}},
                         "x").code(),
                 u"digest_required"_s);

        const Reply done = append(url(made), 100000, bytes.mid(100000), true);
        QCOMPARE(done.status, 201);
        QCOMPARE(done.header("Upload-Complete"), QByteArray("?1"));
        const Reply replay = append(url(made), 300001, {}, true); // the 201 was lost
        QCOMPARE(replay.status, 201);
        QCOMPARE(blobOf(replay), blobOf(done));
        QCOMPARE(op.call("HEAD", url(made)).header("Upload-Complete"), QByteArray("?1"));
        QCOMPARE(blob(blobOf(done)).body, bytes);

        const Reply known = create(bytes);
        QCOMPARE(known.status, 200);
        QCOMPARE(blobOf(known), blobOf(done));
        QCOMPARE(op.call("HEAD", op.in(u"/uploads/nada"_s)).status, 404);
    }

    void storesTheEmptyDocument()
    {
        const Reply made = create({});
        QCOMPARE(made.status, 200);
        const Reply got = blob(blobOf(made));
        QCOMPARE(got.status, 200);
        QCOMPARE(got.header("Content-Length"), QByteArray("0"));
        QCOMPARE(got.body, QByteArray());
    }

    void dropsAnUploadThatIsNotWhatItSaid()
    {
        const QByteArray bytes = noise(5000, 2);
        const Reply made = create(bytes);
        const Reply false_ = append(url(made), 0, noise(5000, 3), true);
        QCOMPARE(false_.status, 422);
        QCOMPARE(false_.json().value("reason"_L1).toString(), u"repr"_s);
        QCOMPARE(append(url(made), 0, bytes, true).status, 410);
        QCOMPARE(append(url(create(bytes)), 0, bytes, true).status, 201);
    }

    void refusesTooMuch()
    {
        const Reply big = op.call("POST", op.in(u"/uploads"_s),
                                  {{"Idempotency-Key", freshKey()}, {"Upload-Complete", "?0"}, {"Upload-Length", "99999999999"},
                                   {"Repr-Digest", digestField(sha256("x")).toStdString()}});
        QCOMPARE(big.code(), u"too_large"_s);
        const Reply made = create(noise(5000, 4));
        QCOMPARE(append(url(made), 0, noise(6000, 4), true).status, 413);
        QCOMPARE(append(url(made), 0, noise(5000, 4).left(4000), true).status, 400); // says it is the last and is not
        QCOMPARE(op.json("PUT", op.in(u"/items/grande"_s), {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}},
                         {{u"x"_s, QString(2000000, u'x')}}).status,
                 413);
        QCOMPARE(op.call("GET", op.in(u"/items?snapshot=new"_s)).status, 200); // the connection is still in step
    }

    void survivesACutAppend()
    {
        const QByteArray bytes = noise(200000, 5);
        const Reply made = create(bytes);
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
            again = append(url(made), 0, bytes, true);
        while (again.code() == u"upload_busy"_s);
        QCOMPARE(again.status, 201);
        QCOMPARE(blob(blobOf(again)).body, bytes);
    }

    void servesRanges()
    {
        const QByteArray bytes = noise(10000, 6);
        const QString id = op.putBlob(bytes);
        const std::string etag = quoted(id).toStdString();
        const Reply whole = blob(id);
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.header("ETag").toStdString(), etag);
        QCOMPARE(whole.header("Repr-Digest"), digestField(sha256(bytes)));
        QCOMPARE(whole.header("Cache-Control"), QByteArray("private, immutable, max-age=31536000"));
        const auto range = [&](const char *wanted, int status, const QByteArray &expected, const char *contentRange) {
            const Reply part = blob(id, {{"Range", wanted}});
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
        QCOMPARE(blob(id, {{"Range", "bytes=10000-"}}).status, 416);
        QCOMPARE(blob(id, {{"Range", "bytes=5000-"}, {"If-Range", etag}}).status, 206);
        const Reply changed = blob(id, {{"Range", "bytes=5000-"}, {"If-Range", "\"otro\""}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.body, bytes);
        QCOMPARE(blob(u"nada"_s).status, 404);
    }

    void carriesBundles()
    {
        QList<std::pair<QByteArray, QByteArray>> parts;
        for (int i = 0; i < 40; ++i)
            parts.append({QByteArray("doc-" + QByteArray::number(i)), noise(i == 7 ? 0 : 20000 + i, quint32(100 + i))});
        parts.append({"doble", parts[3].second});
        QByteArray body = multipart(parts, "xyz");
        const Reply sent = bundle(body);
        QCOMPARE(sent.status, 200);
        const QJsonArray items = sent.json().value("items"_L1).toArray();
        QCOMPARE(items.size(), parts.size());
        QJsonArray ids;
        for (qsizetype i = 0; i < items.size(); ++i) {
            QCOMPARE(items[i].toObject().value("content_id"_L1).toString().toLatin1(), parts[i].first);
            ids.append(items[i].toObject().value("blob"_L1).toObject().value("id"_L1));
        }
        QCOMPARE(ids.at(40), ids.at(3));
        QCOMPARE(bundle(body).json(), sent.json()); // harmless again

        body.replace(body.size() / 2, 1, body.at(body.size() / 2) == 'a' ? "b" : "a"); // one byte of one part
        const QJsonArray damaged = bundle(body).json().value("items"_L1).toArray();
        int refused = 0;
        for (const QJsonValue &item : damaged)
            refused += item.toObject().value("problem"_L1).toObject().value("code"_L1).toString() == u"digest_mismatch" ? 1 : 0;
        QCOMPARE(refused, 1);
        QCOMPARE(bundle(multipart(parts, "xyz").left(5000)).status, 400);
        QCOMPARE(bundle(multipart({{"grande", QByteArray(1048577, 'x')}}, "xyz")).status, 413);

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
        const QByteArray body = multipart({{"a", "uno\r\n--xyz--\r\n"}, {"b", ""}, {"c", "tres"}}, "xyz");
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
        const Reply refused = create(noise(2000, 8));
        QCOMPARE(refused.status, 507);
        QCOMPARE(refused.code(), u"quota_exceeded"_s);
        QVERIFY(op.stop() && op.start());
    }

    // Whatever was acknowledged before a SIGKILL is there after it, and the offset never runs ahead of the bytes.
    void keepsWhatItAcknowledged()
    {
        const QByteArray bytes = noise(4 << 20, 9);
        for (int round = 0; round < 8; ++round) {
            const QByteArray mine = QByteArray(QByteArray::number(round) + bytes);
            const Reply made = create(mine);
            QCOMPARE(made.status, 201);
            std::atomic<qint64> acknowledged = 0;
            std::atomic<bool> finished = false;
            const QByteArray token = op.token(op.ana());
            std::thread uploader([&] {
                const auto client = op.client();
                for (qint64 at = 0; at < mine.size();) {
                    const QByteArray part = mine.mid(at, 65536);
                    const httplib::Headers headers{{"Authorization", "Bearer " + token.toStdString()},
                                                   {"Upload-Offset", std::to_string(at)},
                                                   {"Upload-Complete", at + part.size() == mine.size() ? "?1" : "?0"},
                                                   {"Content-Digest", digestField(sha256(part)).toStdString()}};
                    const auto reply = client->Patch(made.header("Location").toStdString().c_str(), headers, part.toStdString(),
                                                     "application/partial-upload");
                    if (!reply || reply->status >= 300)
                        break;
                    at += part.size();
                    acknowledged = at;
                }
                finished = true;
            });
            const qint64 until = QRandomGenerator::global()->bounded(qint64(mine.size()));
            while (acknowledged < until && !finished)
                std::this_thread::yield();
            op.kill();
            uploader.join();
            QVERIFY2(op.start(), qPrintable(op.error()));
            const qint64 offset = op.call("HEAD", url(made)).header("Upload-Offset").toLongLong();
            QVERIFY2(offset >= acknowledged, qPrintable(QString::number(offset) + u" < "_s + QString::number(acknowledged)));
            const Reply done = append(url(made), offset, mine.mid(offset), true);
            QCOMPARE(done.status, 201);
            QCOMPARE(blob(blobOf(done)).body, mine);
        }
    }

    void survivesEveryCrashPoint()
    {
#ifndef CARRIEL_TEST_HOOKS
        QSKIP("this build has no crash points");
#endif
        for (const char *point : {"append-durable", "append-durable:2", "upload-named", "blobs-written", "blobs-durable"}) {
            const QByteArray bytes = noise(100000, qHash(QByteArrayView(point)) & 0xffffff);
            const QByteArray parts = multipart({{"a", bytes.left(500)}, {"b", bytes.right(500)}}, "xyz");
            QVERIFY(op.stop());
            qputenv("CARRIEL_CRASH_AT", point);
            QVERIFY(op.start());
            const Reply made = create(bytes);
            append(url(made), 0, bytes.left(50000), false);
            append(url(made), 50000, bytes.mid(50000), true);
            bundle(parts);
            QVERIFY2(op.process().waitForFinished(10000), point);
            qunsetenv("CARRIEL_CRASH_AT");
            QVERIFY2(op.start(), qPrintable(op.error()));
            const Reply head = op.call("HEAD", url(made));
            const qint64 offset = head.header("Upload-Offset").toLongLong();
            const Reply done = append(url(made), offset, bytes.mid(offset), true);
            QCOMPARE(done.status, 201);
            QCOMPARE(blob(blobOf(done)).body, bytes);
            QCOMPARE(bundle(parts).status, 200);
        }
    }

    void keepsMemoryFlat()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer's memory is not ours");
#endif
        const qint64 size = qint64(256) << 20;
        const QByteArray part = noise(8 << 20, 10);
        Sha256 digest;
        for (qint64 at = 0; at < size; at += part.size())
            digest.add(part);
        const Reply made = op.call("POST", op.in(u"/uploads"_s),
                                   {{"Idempotency-Key", freshKey()}, {"Upload-Complete", "?0"}, {"Upload-Length", std::to_string(size)},
                                    {"Repr-Digest", digestField(digest.result()).toStdString()}});
        QString id;
        for (qint64 at = 0; at < size; at += part.size())
            id = blobOf(append(url(made), at, part, at + part.size() == size));
        QVERIFY(!id.isEmpty());
        Sha256 back;
        const auto client = op.client();
        client->Get(QString(op.api() + op.in(QString(u"/blobs/"_s + id))).toStdString().c_str(),
                    {{"Authorization", "Bearer " + op.token(op.ana()).toStdString()}}, [&](const char *data, size_t n) {
                        back.add(QByteArrayView(data, qsizetype(n)));
                        return true;
                    });
        QCOMPARE(back.result(), digest.result());
        QFile status(QString(u"/proc/"_s + QString::number(op.process().processId()) + u"/status"_s));
        if (!status.open(QIODevice::ReadOnly))
            QSKIP("no /proc here");
        const QByteArray text = status.readAll();
        const qsizetype at = text.indexOf("VmHWM:");
        const qint64 peak = text.mid(at + 6, text.indexOf('k', at + 6) - at - 6).trimmed().toLongLong();
        QVERIFY2(peak < 150 * 1024, QByteArray::number(peak).constData());
    }
};

QTEST_GUILESS_MAIN(TestOperatorBytes)
#include "tst_operator_bytes.moc"
