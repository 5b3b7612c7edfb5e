// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's own record of a folder, and the heads of the devices' that it signs.
#include "reference-operator/Http.h"
#include "tests/operator/OpeningStage.h"

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorActivity : public OpeningStage
{
    Q_OBJECT

    static QString tagged(char tag, const QByteArray &bytes)
    {
        return QString::fromLatin1(b64u(sha256(QByteArray(QByteArray(1, tag) + bytes))));
    }
    static QString headOf(const char *text) { return tagged(0, text); }

    // The chain, walked here from its definition alone: the hash of each record, and where it begins at 0.
    QStringList hashes() const
    {
        const QJsonObject page = op.call("GET", op.in(u"/activity"_s)).json();
        QStringList out{tagged(1, "op:carpeta-ana")};
        for (const QJsonValue &one : page.value("records"_L1).toArray()) {
            const QByteArray bytes = *fromB64u(one["bytes"_L1].toString().toLatin1());
            const QJsonObject record = QJsonDocument::fromJson(bytes).object();
            if (record.value("prev"_L1).toString() != out.last() || record.value("seq"_L1).toInt() != out.size() ||
                record.value("detail"_L1).toString() != tagged(2, one["detail"_L1].toString().toUtf8()))
                return {};
            out += tagged(0, bytes);
        }
        return page.value("head"_L1).toString() == out.last() ? out : QStringList();
    }
    QStringList kinds() const
    {
        QStringList out;
        for (const QJsonValue &one : op.call("GET", op.in(u"/activity"_s)).json().value("records"_L1).toArray())
            out += QJsonDocument::fromJson(*fromB64u(one["bytes"_L1].toString().toLatin1()))
                       .object()
                       .value("kind"_L1)
                       .toString();
        return out;
    }

    struct Told
    {
        QString log;
        qint64 seq;
        QString head;
        qint64 seen;
        QString headSeen;
    };
    // `said`: another head in the statement than beside it.
    static QJsonObject bodyOf(const TestDevice &device, const Told &told, const QString &said = {})
    {
        const QByteArray statement =
            device.sign(u"carpeta-head+json"_s, {{u"log"_s, told.log},
                                                 {u"seq"_s, told.seq},
                                                 {u"head"_s, said.isEmpty() ? told.head : said},
                                                 {u"op_seq_seen"_s, told.seen},
                                                 {u"op_head_seen"_s, told.headSeen}});
        return {{u"log"_s, told.log},
                {u"seq"_s, told.seq},
                {u"head"_s, told.head},
                {u"statement"_s, QString::fromLatin1(statement)}};
    }
    Reply post(const QJsonObject &body, const std::string &key = freshKey()) const
    {
        return op.json("POST", op.in(u"/activity/checkpoints"_s), {{"Idempotency-Key", key}}, body);
    }
    Reply tell(const TestDevice &device, const Told &told) const { return post(bodyOf(device, told)); }
    Told now(const TestDevice &device, qint64 seq, const char *head) const
    {
        const QStringList all = hashes();
        return {QString(u"dev:"_s + device.id() + u":1"_s), seq, headOf(head), all.size() - 1, all.last()};
    }
    static QJsonObject eventOf(const QByteArray &jws)
    {
        return parseJws(jws)->payload.value("events"_L1).toObject().value("urn:carpeta:event:Checkpoint"_L1).toObject();
    }
    static QByteArray jwsOf(const Reply &reply)
    {
        return reply.json().value("checkpoint"_L1).toObject().value("jws"_L1).toString().toLatin1();
    }

private Q_SLOTS:
    void initTestCase() { ready(); }

    void everyActIsWritten()
    {
        QVERIFY(kinds().contains(u"device.registered"_s));
        const qsizetype before = hashes().size();
        const TestEntity::Made made = arrive();
        QCOMPARE(open(first, made.id).status, 201);
        QVERIFY2(kinds().mid(before - 1).contains(u"act.access"_s), qPrintable(kinds().join(u' ')));
        QVERIFY(hashes().size() > before);
        const QJsonObject tail =
            op.call("GET", op.in(QString(u"/activity?from="_s + QString::number(before) + u"&limit=1"_s))).json();
        QCOMPARE(tail.value("records"_L1).toArray().size(), 1);
        QCOMPARE(op.call("GET", u"/folders/carpeta-luis/activity"_s).code(), u"not_found"_s); // somebody else's
    }

    void headsAreSignedOnceInOneChain()
    {
        const std::string key = freshKey();
        const Told one = now(first, 5, "uno");
        const QJsonObject body = bodyOf(first, one);
        const Reply made = post(body, key);
        QVERIFY2(made.status == 201, made.body.constData());
        QCOMPARE(post(body, key).body, made.body);      // the same request
        QCOMPARE(jwsOf(tell(first, one)), jwsOf(made)); // the same head
        const QJsonObject event = eventOf(jwsOf(made));
        QCOMPARE(event.value("head"_L1).toString(), one.head);
        QCOMPARE(event.value("op_head"_L1).toString(), hashes().at(event.value("op_seq"_L1).toInt()));

        const Reply another = tell(second, now(second, 1, "otro"));
        QVERIFY2(another.status == 201, another.body.constData());
        const QJsonObject next = eventOf(jwsOf(another));
        QCOMPARE(next.value("n"_L1).toInt(), event.value("n"_L1).toInt() + 1);
        QCOMPARE(next.value("prev"_L1).toString(), QString::fromLatin1(b64u(sha256(jwsOf(made)))));
        QCOMPARE(next.value("heads"_L1).toArray().size(), 2); // all logs that were told
        const QJsonArray all =
            op.call("GET", op.in(u"/activity/checkpoints"_s)).json().value("checkpoints"_L1).toArray();
        QCOMPARE(all.last()["jws"_L1].toString().toLatin1(), jwsOf(another));
        // Each page of the feed says where both end.
        const QString cursor =
            op.call("GET", op.in(u"/items?snapshot=new"_s)).json().value("cursor_at_start"_L1).toString();
        const QStringList own = hashes();
        const QByteArray head = op.call("GET", op.in(QString(u"/changes?since="_s + cursor))).header("Activity-Head");
        QCOMPARE(head.split(':'), (QByteArrayList{QByteArray::number(own.size() - 1), own.last().toLatin1(),
                                                  QByteArray::number(next.value("n"_L1).toInt()),
                                                  b64u(sha256(jwsOf(another)))}));
    }

    void whatDoesNotContinueIsAFork()
    {
        QCOMPARE(tell(first, now(first, 9, "nueve")).status, 201);
        for (const auto &[seq, head] : {std::pair{9, "otra nueve"}, {8, "ocho"}}) { // a restored vault
            const Reply fork = tell(first, now(first, seq, head));
            QCOMPARE(fork.code(), u"log_fork"_s);
            QCOMPARE(fork.json().value("side"_L1).toString(), u"device"_s);
            QCOMPARE(fork.json().value("last"_L1).toObject().value("seq"_L1).toInt(), 9);
        }
        Told told = now(first, 10, "diez");
        told.seen += 1; // a record that the operator lost
        QCOMPARE(tell(first, told).json().value("side"_L1).toString(), u"operator"_s);
        told = now(first, 10, "diez");
        told.headSeen = headOf("otra historia");
        QCOMPARE(tell(first, told).json().value("side"_L1).toString(), u"operator"_s);
        told = now(first, 1, "uno");
        told.log = QString(u"dev:"_s + first.id() + u":2"_s); // goes on as another epoch
        QCOMPARE(tell(first, told).status, 201);
    }

    void onlyTheDeviceTellsItsHead()
    {
        QCOMPARE(tell(second, now(first, 20, "x")).code(), u"statement_invalid"_s);
        QCOMPARE(post(bodyOf(first, now(first, 20, "x"), headOf("y"))).code(), u"statement_invalid"_s);
        Told told = now(first, 20, "x");
        told.log = u"op:carpeta-ana"_s;
        QCOMPARE(tell(first, told).code(), u"statement_invalid"_s);
        told.log = u"dev:nadie:1"_s;
        QCOMPARE(tell(first, told).code(), u"not_found"_s);
        QCOMPARE(tell(stranger, told).code(), u"not_found"_s);
    }

    void staysWholeOverAnEnd()
    {
        const QStringList before = hashes();
        QVERIFY(!before.isEmpty());
        op.kill();
        QVERIFY(op.start());
        QCOMPARE(hashes(), before);
        arrive();
        QCOMPARE(hashes().mid(0, before.size()), before);
    }
};

QTEST_GUILESS_MAIN(TestOperatorActivity)
#include "tst_operator_activity.moc"
