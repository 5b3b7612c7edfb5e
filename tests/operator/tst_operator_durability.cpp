// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What was acknowledged stays: SIGKILL in the middle of uploads, the process ended at each crash point, and memory that does not grow.
#include "tests/operator/UploadSteps.h"
#include "tests/support/Patience.h"

#include <QFile>
#include <QJsonArray>
#include <QtTest>
#include <thread>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorDurability : public QObject
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

    // Whatever was acknowledged before a SIGKILL is there after it, and the offset never runs ahead of the bytes.
    void keepsWhatItAcknowledged()
    {
        const QByteArray bytes = noise(4 << 20, 9);
        for (int round = 0; round < 8; ++round) {
            const QByteArray mine = QByteArray(QByteArray::number(round) + bytes);
            const Reply made = step.create(mine);
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
            const qint64 offset = op.call("HEAD", step.url(made)).header("Upload-Offset").toLongLong();
            QVERIFY2(offset >= acknowledged, qPrintable(QString::number(offset) + u" < "_s + QString::number(acknowledged)));
            const Reply done = step.append(step.url(made), offset, mine.mid(offset), true);
            QCOMPARE(done.status, 201);
            QCOMPARE(step.blob(step.blobOf(done)).body, mine);
        }
    }

    void survivesEveryCrashPoint()
    {
        for (const char *point :
             {"append-durable", "append-durable:2", "upload-named", "blobs-written", "blobs-durable"}) {
            const QByteArray bytes = noise(100000, qHash(QByteArrayView(point)) & 0xffffff);
            const QByteArray parts = step.multipart({{"a", bytes.left(500)}, {"b", bytes.right(500)}}, "xyz");
            QVERIFY(op.stop());
            op.useFaults();
            qputenv("CARRIEL_CRASH_AT", point);
            QVERIFY(op.start());
            const Reply made = step.create(bytes);
            step.append(step.url(made), 0, bytes.left(50000), false);
            step.append(step.url(made), 50000, bytes.mid(50000), true);
            step.bundle(parts);
            QVERIFY2(op.process().waitForFinished(carriel::test::patienceMs), point);
            qunsetenv("CARRIEL_CRASH_AT");
            QVERIFY2(op.start(), qPrintable(op.error()));
            const Reply head = op.call("HEAD", step.url(made));
            const qint64 offset = head.header("Upload-Offset").toLongLong();
            const Reply done = step.append(step.url(made), offset, bytes.mid(offset), true);
            QCOMPARE(done.status, 201);
            QCOMPARE(step.blob(step.blobOf(done)).body, bytes);
            QCOMPARE(step.bundle(parts).status, 200);
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
            id = step.blobOf(step.append(step.url(made), at, part, at + part.size() == size));
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

QTEST_GUILESS_MAIN(TestOperatorDurability)
#include "tst_operator_durability.moc"
