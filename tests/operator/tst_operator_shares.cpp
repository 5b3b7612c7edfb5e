// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares at the operator, over TLS: who is found, what is taken and refused, once however often it is tried, and that
// nobody reads after the end.
#include "reference-operator/Http.h"
#include "tests/operator/OpeningStage.h"
#include "tests/operator/Sharing.h"

#include <atomic>
#include <thread>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorShares : public OpeningStage
{
    Q_OBJECT

    using Sent = Sharing::Made;
    Sharing steps{op, first, stranger};

    Sent shared(const QByteArray &bytes, const Change &change = {})
    {
        const Sent sent = steps.make({steps.document(bytes)}, op.luis(), change);
        if (const Reply made = steps.send(sent); made.status != 201)
            qFatal("%s", made.body.constData());
        return sent;
    }
    Sent accepted(const QByteArray &bytes, const Change &change = {})
    {
        const Sent sent = shared(bytes, change);
        if (const Reply yes = steps.answer(sent); yes.status != 201)
            qFatal("%s", yes.body.constData());
        return sent;
    }
    QString stateOf(const QString &id) const { return steps.mine(id).json().value("state"_L1).toString(); }
    QStringList events(const QString &id) const
    {
        QStringList out = eventsIn(steps.mine(id).json());
        for (QString &one : out)
            one = one.section(u':', -1);
        return out;
    }
private Q_SLOTS:
    void initTestCase()
    {
        ready();
        if (!QTest::currentTestFailed() && op.process().state() != QProcess::NotRunning)
            QCOMPARE(steps.allow(true).status, 200);
    }

    void peopleAreFoundOnlyIfTheyAllowIt()
    {
        QCOMPARE(steps.find(op.luis()).json().value("kind"_L1).toString(), u"person"_s);
        QVERIFY(steps.recordOf(stranger).contains(u"directory.found"_s)); // he reads that somebody looked
        QCOMPARE(steps.allow(false).status, 200);
        const Reply hidden = steps.find(op.luis());
        const Reply nobody = steps.find(u"co:CC:9999"_s);
        QCOMPARE(hidden.code(), u"recipient_unknown"_s);
        QCOMPARE(nobody.code(), hidden.code()); // no difference that tells who has a folder here
        QCOMPARE(nobody.json().value("user_message"_L1), hidden.json().value("user_message"_L1));
        QCOMPARE(steps.send(steps.make({steps.document("uno")})).code(), u"recipient_unknown"_s);
        QCOMPARE(steps.allow(true).status, 200);
        QCOMPARE(steps.find(entity.id()).json().value("kind"_L1).toString(), u"entity"_s);
        QCOMPARE(steps.find(op.ana()).code(), u"recipient_unknown"_s); // she has not allowed it; nor is it for herself
    }

    void isSharedOnceHoweverOftenItIsSent()
    {
        const Sent sent = steps.make({steps.document("el diploma")});
        const std::string key = freshKey();
        const Reply one = steps.send(sent, key);
        QVERIFY2(one.status == 201, one.body.constData());
        QCOMPARE(one.json().value("state"_L1).toString(), u"Offered"_s);
        for (int again = 0; again < 3; ++again)
            QCOMPARE(steps.send(sent, key).body, one.body);
        QCOMPARE(steps.send(sent).code(), u"already_exists"_s);
        QCOMPARE(effectsOf(u"share"_s, sent.id), 1);

        QCOMPARE(steps.take(sent.id).code(), u"share_not_accepted"_s);
        const Reply got = steps.theirs(sent.id);
        QCOMPARE(got.json().value("from"_L1).toObject().value("id"_L1).toString(), op.ana());
        QVERIFY(!got.body.contains("evidence")); // that is the owner's
        const Reply answered = steps.answer(sent);
        QVERIFY2(answered.status == 201, answered.body.constData());
        QCOMPARE(steps.answer(sent, u"declined"_s).code(), u"already_exists"_s);
        QCOMPARE(steps.take(sent.id).body, QByteArray("el diploma"));
        const Reply part = steps.take(sent.id, 0, {{"Range", "bytes=3-"}});
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, QByteArray("diploma"));
        const QJsonObject mine = steps.mine(sent.id).json();
        QVERIFY(isChain(mine));
        QCOMPARE(events(sent.id), (QStringList{u"ShareOffered"_s, u"ShareAccepted"_s, u"ShareFetched"_s, u"ShareFetched"_s}));
        QCOMPARE(mine.value("fetches"_L1).toInt(), 2);
        restart();
        QCOMPARE(steps.mine(sent.id).json(), mine);
        QCOMPARE(steps.send(sent, key).body, one.body);
    }

    void aGrantThatIsNotRightIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("reason");
        const qint64 now = nowSeconds();
        const auto row = [](const char *name, const QString &member, const QJsonValue &value, const QString &code, const QString &reason) {
            QTest::newRow(name) << member << value << code << reason;
        };
        row("another's", u"iss"_s, op.luis(), u"statement_invalid"_s, u"sub"_s);
        row("another id", u"id"_s, u"otro"_s, u"statement_invalid"_s, u"id"_s);
        row("to oneself", u"sub"_s, op.ana(), u"share_invalid"_s, u"recipient"_s);
        row("to nobody here", u"sub"_s, u"co:CC:1"_s, u"recipient_unknown"_s, {});
        row("a custody that is not there", u"custody"_s, u"secret"_s, u"share_invalid"_s, u"form"_s);
        row("sealed, and to no key", u"custody"_s, u"private"_s, u"share_invalid"_s, u"manifest"_s);
        row("open, and to a key", u"kid"_s, digestText("x"), u"share_invalid"_s, u"manifest"_s);
        row("no purpose", u"purpose"_s, u" "_s, u"share_invalid"_s, u"purpose"_s);
        row("over already", u"exp"_s, now - 1, u"share_invalid"_s, u"dates"_s);
        row("for ever", u"exp"_s, now + 500 * 86400, u"share_invalid"_s, u"dates"_s);
        row("from tomorrow", u"iat"_s, now + 86400, u"share_invalid"_s, u"dates"_s);
        row("a code for a person", u"code_sha256"_s, digestText("x"), u"share_invalid"_s, u"code"_s);
        row("a link without a code", u"sub"_s, QJsonValue(), u"share_invalid"_s, u"code"_s);
        row("nothing", u"documents"_s, QJsonArray(), u"share_invalid"_s, u"documents"_s);
    }

    void aGrantThatIsNotRightIsRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        QFETCH(QString, reason);
        static const QJsonObject document = steps.document("rechazos");
        const Sent sent = steps.make({document}, op.luis(), [&](QJsonObject &p) { p.insert(member, value); });
        const Reply reply = steps.send(sent);
        QCOMPARE(reply.code(), code);
        QCOMPARE(reply.json().value("reason"_L1).toString(), reason);
        QCOMPARE(effectsOf(u"share"_s, sent.id), 0);
    }

    void onlyWhatTheOwnerSawIsShared()
    {
        const auto with = [&](const QJsonObject &document) { return steps.send(steps.make({document})); };
        QJsonObject document = steps.document("lo que vio");
        QJsonObject wrong = document;
        wrong.insert(u"sha256"_s, digestText("otra cosa"));
        QCOMPARE(with(wrong).json().value("reason"_L1).toString(), u"version"_s);
        wrong = document;
        wrong.insert(u"version"_s, u"otra"_s);
        QCOMPARE(with(wrong).json().value("reason"_L1).toString(), u"version"_s);
        wrong = document;
        wrong.insert(u"item"_s, u"de-nadie"_s);
        QCOMPARE(with(wrong).code(), u"not_found"_s);
        QCOMPARE(steps.send(steps.make({document, document})).json().value("reason"_L1).toString(), u"documents"_s);
        Sent forged = steps.make({document});
        forged.body.insert(u"statement"_s, QString::fromLatin1(second.sign(u"carpeta-grant+json"_s, parseJws(forged.grant)->payload)));
        QCOMPARE(steps.send(forged).json().value("reason"_L1).toString(), u"signature"_s);
    }

    void theVersionIsPinnedUnlessItFollows()
    {
        const QJsonObject pinned = steps.document("primera"), following = [&] {
            QJsonObject one = steps.document("uno");
            one.insert(u"follow"_s, true);
            return one;
        }();
        const Sent sent = steps.make({pinned, following});
        QCOMPARE(steps.send(sent).status, 201);
        QCOMPARE(steps.answer(sent).status, 201);
        for (const QJsonObject &document : {pinned, following}) {
            const QString path = op.in(QString(u"/items/"_s + document.value("item"_L1).toString()));
            const QByteArray bytes("segunda");
            const Reply made = op.json("POST", QString(path + u"/versions"_s),
                                       {{"If-Match", op.call("GET", path).header("ETag").toStdString()}, {"Idempotency-Key", freshKey()}},
                                       {{u"blob"_s, op.putBlob(bytes)},
                                        {u"sha256"_s, QString::fromLatin1(b64(sha256(bytes)))},
                                        {u"media_type"_s, u"application/pdf"_s},
                                        {u"version"_s, newId()}});
            QVERIFY2(made.status == 201, made.body.constData());
        }
        QCOMPARE(steps.take(sent.id, 0).body, QByteArray("primera"));
        QCOMPARE(steps.take(sent.id, 1).body, QByteArray("segunda"));
        const QJsonArray told = steps.theirs(sent.id).json().value("documents"_L1).toArray();
        QCOMPARE(told.at(0).toObject().value("sha256"_L1).toString(), digestText("primera"));
        QCOMPARE(told.at(1).toObject().value("sha256"_L1).toString(), digestText("segunda"));
        QCOMPARE(steps.take(sent.id, 2).code(), u"not_found"_s);
        // What the owner throws away is not given while it lies in the trash.
        QCOMPARE(steps.trash(pinned).status, 200);
        QCOMPARE(steps.take(sent.id, 0).code(), u"document_withdrawn"_s);
        QVERIFY(!steps.theirs(sent.id).json().value("documents"_L1).toArray().at(0).toObject().value("available"_L1).toBool());
    }

    void nobodyElseSeesIt()
    {
        const Sent sent = accepted("para Luis");
        const auto asAna = [&](const QString &what) {
            return op.call("GET", first.in(QString(u"/received/"_s + sent.id + what)), {}, {}, first.token()).code();
        };
        QCOMPARE(asAna(u""_s), u"not_found"_s);
        QCOMPARE(asAna(u"/documents/0"_s), u"not_found"_s);
        QCOMPARE(op.call("GET", stranger.in(QString(u"/shares/"_s + sent.id)), {}, {}, stranger.token()).code(), u"not_found"_s);
        QCOMPARE(op.json("POST", stranger.in(QString(u"/shares/"_s + sent.id + u"/revocation"_s)), {{"Idempotency-Key", freshKey()}}, {}, stranger.token()).code(),
                 u"not_found"_s);
        QCOMPARE(entity.call("GET", QString(u"/entity/shares/"_s + sent.id)).code(), u"not_found"_s);
        QCOMPARE(op.call("GET", QString(u"/links/"_s + sent.id + u"/documents/0"_s), {}, {}, "").code(), u"not_found"_s);
    }

    void endsWhenTheOwnerSaysSo()
    {
        const Sent sent = accepted("hasta aquí");
        QCOMPARE(steps.take(sent.id).status, 200);
        const std::string key = freshKey();
        const Reply ended = steps.revoke(sent, key);
        QCOMPARE(ended.json().value("state"_L1).toString(), u"Revoked"_s);
        QCOMPARE(steps.revoke(sent, key).body, ended.body);
        QCOMPARE(steps.revoke(sent).json().value("rev"_L1), ended.json().value("rev"_L1)); // once
        const Reply late = steps.take(sent.id);
        QCOMPARE(late.code(), u"share_ended"_s);
        QCOMPARE(late.json().value("state"_L1).toString(), u"Revoked"_s);
        QCOMPARE(steps.extend(sent, nowSeconds() + 30 * 86400).code(), u"share_ended"_s);
        QCOMPARE(steps.theirs(sent.id).json().value("state"_L1).toString(), u"Revoked"_s);
        const Sent refused = shared("no, gracias");
        QCOMPARE(steps.answer(refused, u"declined"_s).json().value("state"_L1).toString(), u"Declined"_s);
        QCOMPARE(steps.take(refused.id).code(), u"share_ended"_s);
        const Sent unanswered = shared("retirado antes");
        QCOMPARE(steps.revoke(unanswered).status, 200);
        QCOMPARE(steps.answer(unanswered).code(), u"share_ended"_s);
    }

    void isExtendedAndNeverShortened()
    {
        const Sent sent = accepted("más tiempo");
        QCOMPARE(steps.extend(sent, nowSeconds() + 86400).json().value("reason"_L1).toString(), u"dates"_s);
        QCOMPARE(steps.extend(sent, nowSeconds() + 500 * 86400).json().value("reason"_L1).toString(), u"dates"_s);
        const qint64 until = nowSeconds() + 30 * 86400;
        const Reply longer = steps.extend(sent, until);
        QCOMPARE(longer.status, 200);
        QCOMPARE(longer.json().value("expires"_L1).toString(), timeText(until * 1000));
        QCOMPARE(events(sent.id).last(), u"ShareExtended"_s);
    }

    // However the two meet: what was begun after the revocation's answer is refused, and each reading that was answered
    // stands in the chain before it.
    void aRevocationRacesReadings()
    {
        for (int round = 0; round < 8; ++round) {
            const Sent sent = accepted(QByteArray("carrera " + QByteArray::number(round)));
            std::atomic<int> given = 0;
            const std::string path = QString(op.api() + steps.received(sent.id, u"/documents/0"_s)).toStdString();
            const std::string token = "Bearer " + stranger.token().toStdString();
            std::vector<std::thread> readers;
            for (int i = 0; i < 4; ++i)
                readers.emplace_back([&] {
                    const auto client = op.client();
                    for (int n = 0; n < 4; ++n) {
                        const auto answer = client->Get(path, httplib::Headers{{"Authorization", token}});
                        given += answer && answer->status == 200 ? 1 : 0;
                    }
                });
            QCOMPARE(steps.revoke(sent).status, 200);
            QCOMPARE(steps.take(sent.id).code(), u"share_ended"_s); // answered: nothing begins any more
            for (std::thread &reader : readers)
                reader.join();
            const QStringList all = events(sent.id);
            QCOMPARE(all.last(), u"ShareRevoked"_s);
            // A reading that was recorded may have been cut off; none was given that is not recorded.
            QVERIFY(all.count(u"ShareFetched"_s) >= given);
        }
    }

    // A share ends while its bytes flow: the answer stops short of its length. By time: test_share_operator.py.
    void aDownloadUnderWayIsCutOff()
    {
        const QByteArray large(48 << 20, 'r'); // more than the sockets between us hold
        const Sent sent = accepted(large);
        const auto client = op.client();
        client->set_read_timeout(60, 0);
        qint64 got = 0;
        bool over = false;
        const auto take = [&](const char *, size_t size) {
            got += qint64(size);
            if (!over)
                steps.revoke(sent);
            return over = true;
        };
        client->Get(QString(op.api() + steps.received(sent.id, u"/documents/0"_s)).toStdString(),
                    httplib::Headers{{"Authorization", "Bearer " + stranger.token().toStdString()}}, take);
        QVERIFY(over);
        QVERIFY2(got < large.size(), qPrintable(QString::number(got)));
        QCOMPARE(steps.take(sent.id).code(), u"share_ended"_s);
        QCOMPARE(stateOf(sent.id), u"Revoked"_s);
    }

    void anEntityReadsWithinItsLimits()
    {
        const Sent sent = steps.make({steps.document("para la entidad")}, entity.id());
        QCOMPARE(steps.send(sent).json().value("kind"_L1).toString(), u"entity"_s);
        const QJsonArray list = entity.call("GET", u"/entity/shares"_s).json().value("shares"_L1).toArray();
        QCOMPARE(list.last().toObject().value("id"_L1).toString(), sent.id);
        const QString path = QString(u"/entity/shares/"_s + sent.id + u"/documents/0"_s);
        QCOMPARE(other.call("GET", path).code(), u"not_found"_s);
        QCOMPARE(entity.call("GET", path).body, QByteArray("para la entidad"));
        QCOMPARE(events(sent.id), (QStringList{u"ShareOffered"_s, u"ShareFetched"_s}));
        QCOMPARE(steps.revoke(sent).status, 200);
        QCOMPARE(entity.call("GET", path).code(), u"share_ended"_s);
    }

    void aLinkWantsItsCodeOnce()
    {
        const Sent sent = steps.make({steps.document("por enlace")}, {});
        const Reply made = steps.send(sent);
        QVERIFY2(made.status == 201, made.body.constData());
        const QString path = QString(u"/links/"_s + sent.id);
        QCOMPARE(made.json().value("link"_L1).toString(), QString(op.apiUrl() + path));
        const Reply asks = op.call("GET", path, {}, {}, "");
        QCOMPARE(asks.status, 200);
        QVERIFY(!asks.body.contains("Solicitud")); // nothing is said before the code
        QVERIFY(asks.header("Content-Security-Policy").startsWith("default-src 'none'"));
        const auto enter = [&](const QString &at, const QByteArray &code) {
            return op.call("POST", at, {{"Content-Type", "application/x-www-form-urlencoded"}}, QByteArray("code=" + code), "");
        };
        QCOMPARE(enter(path, "otro").status, 403);
        QCOMPARE(op.call("GET", QString(path + u"/documents/0"_s), {}, {}, "").code(), u"not_found"_s);
        const Reply in = enter(path, "abcde-o1234"); // as somebody types it
        QCOMPARE(in.status, 200);
        QVERIFY(in.body.contains("documents/0"));
        const std::string cookie = in.header("Set-Cookie").split(';').first().toStdString();
        QCOMPARE(op.call("GET", QString(path + u"/documents/0"_s), {{"Cookie", cookie}}, {}, "").body, QByteArray("por enlace"));
        QCOMPARE(enter(path, "ABCDE01234").status, 410); // used
        QCOMPARE(op.call("GET", path, {}, {}, "").status, 410);
        QCOMPARE(events(sent.id), (QStringList{u"ShareOffered"_s, u"ShareLinkRefused"_s, u"ShareLinkOpened"_s, u"ShareFetched"_s}));
        QCOMPARE(steps.revoke(sent).status, 200);
        QCOMPARE(op.call("GET", QString(path + u"/documents/0"_s), {{"Cookie", cookie}}, {}, "").code(), u"share_ended"_s);

        const Sent guessed = steps.make({steps.document("adivinado")}, {});
        QCOMPARE(steps.send(guessed).status, 201);
        const QString there = QString(u"/links/"_s + guessed.id);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(enter(there, "no").status, 403);
        QCOMPARE(enter(there, "no").status, 410);
        QCOMPARE(enter(there, "ABCDE01234").status, 410);
        QCOMPARE(stateOf(guessed.id), u"Revoked"_s);
        QCOMPARE(events(guessed.id).count(u"ShareLinkRefused"_s), 5);
        QCOMPARE(events(guessed.id).last(), u"ShareRevoked"_s);
    }

    void bothFeedsTellIt()
    {
        const auto cursor = [&](const TestDevice &device) {
            return op.call("GET", device.in(u"/items?snapshot=new"_s), {}, {}, device.token()).json().value("cursor_at_start"_L1).toString();
        };
        const QString mine = cursor(first), theirs = cursor(stranger);
        const Sent sent = accepted("en los dos");
        const auto change = [&](const TestDevice &device, const QString &since) {
            const QJsonArray all = op.call("GET", device.in(QString(u"/changes?since="_s + since)), {}, {}, device.token()).json().value("changes"_L1).toArray();
            return all.last().toObject();
        };
        QCOMPARE(change(first, mine).value("share"_L1).toObject().value("id"_L1).toString(), sent.id);
        QCOMPARE(change(stranger, theirs).value("received"_L1).toObject().value("state"_L1).toString(), u"Accepted"_s);
        QVERIFY(steps.recordOf(stranger).contains(u"share.received"_s));
        QVERIFY(steps.recordOf(first).contains(u"act.share"_s));
    }

    void theNumberOfQuestionsIsBounded()
    {
        QString code;
        for (int i = 0; i < 200 && code != u"rate_limited"; ++i) {
            const Reply asked = op.call("GET", stranger.in(QString(u"/recipients?id=co:CC:"_s + QString::number(i))), {}, {}, stranger.token());
            code = asked.code();
            if (code == u"rate_limited" && asked.header("Retry-After").toInt() < 60) { // too fast, which is another limit
                QThread::msleep(200);
                code.clear();
            }
        }
        QCOMPARE(code, u"rate_limited"_s);
    }
};

QTEST_GUILESS_MAIN(TestOperatorShares)
#include "tst_operator_shares.moc"
