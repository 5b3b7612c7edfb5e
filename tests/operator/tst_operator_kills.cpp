// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL at random moments of a mixed load, many times: whatever was acknowledged is there afterwards, whole and once.
// CARRIEL_KILLS sets how many times (12 unless told).
#include "reference-operator/Encoding.h"
#include "tests/operator/TestOperator.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QtTest>
#include <mutex>
#include <thread>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorKills : public QObject
{
    Q_OBJECT

private:
    TestOperator op;
    struct Stored {
        QString blob;
        QByteArray bytes;
    };
    std::mutex mutex;
    QMap<QString, Stored> items;     // acknowledged, by item id
    QMap<QString, QString> uncertain; // sent, no answer: item id and key
    int acknowledgedSinceStart = 0;

    static QByteArray content(quint32 seed)
    {
        QByteArray out = QByteArray::number(seed);
        return out.append(QByteArray(int(seed % 60000) + 100, char('a' + seed % 26)));
    }

    // A bundle of a few documents, then a batch that gives them names: the way clients upload small documents.
    void store(const QByteArray &token, QRandomGenerator &random)
    {
        const auto client = op.client();
        const httplib::Headers auth{{"Authorization", "Bearer " + token.toStdString()}};
        for (;;) {
            QList<QByteArray> all;
            QByteArray body;
            for (int i = 0; i < 6; ++i) {
                all.append(content(random.generate()));
                body += QByteArray("--b\r\nContent-ID: <" + QByteArray::number(i) + ">\r\nContent-Length: " +
                                   QByteArray::number(all[i].size()) + "\r\nRepr-Digest: " + digestField(sha256(all[i])) + "\r\n\r\n" +
                                   all[i] + "\r\n");
            }
            body += "--b--\r\n";
            const auto sent = client->Post(QString(op.api() + op.in(u"/uploads/bundle"_s)).toStdString().c_str(), auth, body.toStdString(),
                                           "multipart/mixed; boundary=b");
            if (!sent || sent->status != 200)
                return;
            const QJsonArray blobs = Reply{200, {}, QByteArray::fromStdString(sent->body)}.json().value("items"_L1).toArray();
            QJsonArray ops;
            QStringList ids;
            for (int i = 0; i < 6; ++i) {
                ids.append(newId());
                const QString key = QString(u"k-"_s + ids[i]);
                const QJsonObject item{{u"type"_s, u"document"_s},
                                       {u"parent"_s, u"root"_s},
                                       {u"name"_s, ids[i]},
                                       {u"blob"_s, blobs[i].toObject().value("blob"_L1).toObject().value("id"_L1)},
                                       {u"sha256"_s, QString::fromLatin1(b64(sha256(all[i])))}};
                ops.append(QJsonObject{{u"key"_s, key}, {u"method"_s, u"PUT"_s}, {u"path"_s, QString(u"/items/"_s + ids[i])},
                                       {u"if_none_match"_s, u"*"_s}, {u"body"_s, item}});
                const std::lock_guard lock(mutex);
                uncertain.insert(ids[i], key);
            }
            const auto done = client->Post(QString(op.api() + op.in(u"/batch"_s)).toStdString().c_str(), auth,
                                           compact({{u"ops"_s, ops}}).toStdString(), "application/json");
            if (!done || done->status != 200)
                return;
            const std::lock_guard lock(mutex);
            for (int i = 0; i < 6; ++i) {
                items.insert(ids[i], {blobs[i].toObject().value("blob"_L1).toObject().value("id"_L1).toString(), all[i]});
                uncertain.remove(ids[i]);
                ++acknowledgedSinceStart;
            }
        }
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

    void losesNothingAcknowledged()
    {
        const int kills = qEnvironmentVariableIntValue("CARRIEL_KILLS") > 0 ? qEnvironmentVariableIntValue("CARRIEL_KILLS") : 12;
        QRandomGenerator random(QRandomGenerator::global()->generate());
        for (int round = 0; round < kills; ++round) {
            acknowledgedSinceStart = 0;
            const QByteArray token = op.token(op.ana());
            QRandomGenerator a(random.generate());
            QRandomGenerator b(random.generate());
            std::thread one([&] { store(token, a); });
            std::thread two([&] { store(token, b); });
            std::this_thread::sleep_for(std::chrono::milliseconds(random.bounded(20, 400)));
            op.kill();
            one.join();
            two.join();
            QVERIFY2(op.start(), qPrintable(op.error()));
        }
        // Everything acknowledged is whole; what had no answer is there once or not at all.
        QMap<QString, QJsonObject> there;
        QString next = u"/items?snapshot=new"_s;
        while (!next.isEmpty()) {
            const QJsonObject page = op.call("GET", op.in(next)).json();
            for (const QJsonValue &value : page.value("items"_L1).toArray()) {
                const QString id = value.toObject().value("id"_L1).toString();
                QVERIFY(!there.contains(id));
                there.insert(id, value.toObject());
            }
            next = page.value("next"_L1).toString();
        }
        qInfo("%d kills, %d acknowledged, %d without an answer", kills, int(items.size()), int(uncertain.size()));
        QVERIFY(!items.isEmpty());
        for (auto it = items.cbegin(); it != items.cend(); ++it) {
            QVERIFY2(there.contains(it.key()), qPrintable(it.key()));
            QCOMPARE(there.value(it.key()).value("rev"_L1).toInt(), 1);
            const Reply bytes = op.call("GET", op.in(QString(u"/blobs/"_s + it->blob)));
            QCOMPARE(bytes.status, 200);
            QVERIFY(bytes.body == it->bytes);
        }
        for (const QString &id : there.keys())
            QVERIFY(items.contains(id) || uncertain.contains(id));
        // A document that is there although nobody was told has its bytes too.
        for (auto it = uncertain.cbegin(); it != uncertain.cend(); ++it) {
            if (!there.contains(it.key()))
                continue;
            const QJsonObject head = there.value(it.key()).value("head"_L1).toObject();
            const Reply bytes = op.call("GET", op.in(QString(u"/blobs/"_s + head.value("blob"_L1).toString())));
            QCOMPARE(QString::fromLatin1(b64(sha256(bytes.body))), head.value("sha256"_L1).toString());
        }
    }
};

QTEST_GUILESS_MAIN(TestOperatorKills)
#include "tst_operator_kills.moc"
