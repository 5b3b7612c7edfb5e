// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// End to end through the operator: a person's key in its directory with the identity provider's word about it, and sealed
// documents that are passed on without anything being said of them.
#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "tests/operator/OpeningStage.h"
#include "tests/operator/Pki.h"
#include "tests/operator/Sharing.h"

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorSealedShares : public OpeningStage
{
    Q_OBJECT

    Sharing steps{op, first, stranger};
    int m_generation = 0;

    Reply call(const char *method, const QString &path, const QJsonObject &body = {}) const // as Luis, who receives
    {
        return op.json(method, stranger.in(path), {{"If-None-Match", "*"}}, body, stranger.token());
    }
    bool isProven() const // the first of them
    {
        return op.call("GET", stranger.in(u"/keys"_s), {}, {}, stranger.token()).json().value("keys"_L1)[0]["proven"_L1].toBool();
    }
    // His next generation; its kid.
    QString nextKey(QJsonObject *made = nullptr)
    {
        const QJsonObject copy{{u"for"_s, digestText("lector")}, {u"jwe"_s, u"YQ.Yg.Yw.ZA.ZQ"_s}};
        const QJsonObject key{{u"enc"_s, x25519Jwk()}, {u"sig"_s, jwkOf(makeKey())}, {u"copies"_s, QJsonArray{copy}}};
        const Reply reply = call("PUT", QString(u"/keys/"_s + QString::number(++m_generation)), key);
        if (reply.status != 201)
            qFatal("%s", reply.body.constData());
        if (made)
            *made = key;
        return QString::fromLatin1(*thumbprint(key.value("enc"_L1).toObject()));
    }
    static QByteArray nonceOf(const QJsonObject &key, const QByteArray &r)
    {
        return b64u(sha256(QByteArray(r + *thumbprint(key.value("enc"_L1).toObject()) + *thumbprint(key.value("sig"_L1).toObject()))));
    }
    Reply prove(int generation, const QByteArray &token, const QByteArray &r) const
    {
        return call("PUT", QString(u"/keys/%1/proof"_s).arg(generation),
                    {{u"id_token"_s, QString::fromLatin1(token)}, {u"r"_s, QString::fromLatin1(b64u(r))}});
    }

private Q_SLOTS:
    void initTestCase()
    {
        ready();
        if (!QTest::currentTestFailed() && op.process().state() != QProcess::NotRunning)
            QCOMPARE(steps.allow(true).status, 200);
    }

    void aKeyIsShownWithTheProvidersWordAboutIt()
    {
        QVERIFY(steps.find(op.luis()).json().value("key"_L1).isNull());
        QJsonObject key;
        nextKey(&key);
        const auto shown = [&] { return steps.find(op.luis()).json().value("key"_L1).toObject(); };
        QVERIFY(shown().value("proof"_L1).isNull());
        QVERIFY(!isProven());
        const QByteArray r = randomBytes(32), nonce = nonceOf(key, r), good = op.idToken(op.luis(), nonce);
        const auto reasonOf = [&](const QByteArray &token) {
            const Reply refused = prove(1, token, r);
            return QString(refused.code() + u' ' + refused.json().value("reason"_L1).toString());
        };
        QCOMPARE(reasonOf("a.b.c"), u"key_proof_invalid id_token"_s);
        QCOMPARE(reasonOf(op.idToken(op.ana(), nonce)), u"key_proof_invalid sub"_s);
        QCOMPARE(reasonOf(op.idToken(op.luis(), "otro")), u"key_proof_invalid nonce"_s);
        QCOMPARE(reasonOf(op.idToken(op.luis(), nonce, {{u"iss"_s, u"https://otro.example"_s}})), u"key_proof_invalid id_token"_s);
        QCOMPARE(reasonOf(op.idToken(op.luis(), nonce, {{u"exp"_s, nowSeconds() - 60}})), u"key_proof_invalid expired"_s);
        // Others are shown it: it says who he is by his number, and nothing else of him.
        QCOMPARE(reasonOf(op.idToken(op.luis(), nonce, {{u"name"_s, u"Luis Mora Restrepo"_s}})), u"key_proof_invalid claims"_s);
        QCOMPARE(prove(1, good, "corto").status, 400);
        QCOMPARE(prove(2, good, r).status, 404);
        QVERIFY(shown().value("proof"_L1).isNull());
        QCOMPARE(prove(1, good, r).status, 200);
        QCOMPARE(shown().value("proof"_L1).toObject().value("id_token"_L1).toString().toLatin1(), good);
        QCOMPARE(shown().value("keys"_L1)[0]["enc"_L1].toObject(), key.value("enc"_L1).toObject());
        QVERIFY(!shown().value("keys"_L1)[0].toObject().contains("copies"_L1)); // those are his computers' alone
        QVERIFY(isProven());
        nextKey(); // of which nobody has said anything yet
        QVERIFY(shown().value("proof"_L1).isNull());
        QCOMPARE(shown().value("keys"_L1).toArray().size(), 2);
        QCOMPARE(prove(1, good, r).status, 400); // nobody is to encrypt to that one any more
        QVERIFY(steps.find(entity.id()).json().value("key"_L1).isNull());
    }

    void sealedDocumentsArePassedOnAsTheyAre()
    {
        const QString kid = nextKey();
        const QJsonObject document = steps.sealedDocument("cifrado para nadie mas");
        const Sharing::Made made = steps.makeSealed({document}, kid);
        const std::string key = freshKey();
        const Reply sent = steps.send(made, key);
        QVERIFY2(sent.status == 201, sent.body.constData());
        QCOMPARE(steps.send(made, key).body, sent.body);
        QCOMPARE(sent.json().value("manifest"_L1), made.body.value("manifest"_L1));
        const QJsonObject got = steps.theirs(made.id).json();
        QCOMPARE(got.value("manifest"_L1), made.body.value("manifest"_L1));
        QVERIFY(got.value("documents"_L1)[0]["available"_L1].toBool());
        QCOMPARE(steps.take(made.id).code(), u"share_not_accepted"_s);
        QCOMPARE(steps.answer(made).status, 201);
        QCOMPARE(steps.take(made.id).body, QByteArray("cifrado para nadie mas"));
        QCOMPARE(steps.mine(made.id).json().value("fetches"_L1).toInt(), 1);
        QCOMPARE(steps.trash(document).status, 200);
        QCOMPARE(steps.take(made.id).code(), u"document_withdrawn"_s);
        QCOMPARE(steps.revoke(made).status, 200);
        QCOMPARE(steps.take(made.id).code(), u"share_ended"_s);
    }

    // Who shared with another key learns of the next one with the share itself, and of its proof.
    void theOwnerIsToldOfTheRecipientsNextKey()
    {
        const QString kid = nextKey();
        const Sharing::Made made = steps.makeSealed({steps.sealedDocument("para la llave de antes")}, kid);
        QCOMPARE(steps.send(made).status, 201);
        const auto told = [&] { return steps.mine(made.id).json(); };
        const auto keys = [&] { return told().value("recipient_key"_L1)["keys"_L1].toArray(); };
        const qint64 rev = told().value("rev"_L1).toInteger();
        const qsizetype before = keys().size();
        QCOMPARE(QString::fromLatin1(*thumbprint(keys().last()["enc"_L1].toObject())), kid);
        QJsonObject key;
        const QString next = nextKey(&key);
        QCOMPARE(keys().size(), before + 1);
        QCOMPARE(QString::fromLatin1(*thumbprint(keys().last()["enc"_L1].toObject())), next);
        QCOMPARE(told().value("rev"_L1).toInteger(), rev + 1);
        QVERIFY(told().value("recipient_key"_L1)["proof"_L1].isNull());
        const QByteArray r = randomBytes(32);
        QCOMPARE(prove(m_generation, op.idToken(op.luis(), nonceOf(key, r)), r).status, 200);
        QVERIFY(!told().value("recipient_key"_L1)["proof"_L1].isNull());
        QCOMPARE(told().value("rev"_L1).toInteger(), rev + 2);
        QVERIFY(steps.theirs(made.id).json().value("recipient_key"_L1).isUndefined());
        QCOMPARE(steps.revoke(made).status, 200);
        QVERIFY(told().value("recipient_key"_L1).isNull()); // what is over concerns no key
        nextKey();
        QCOMPARE(told().value("rev"_L1).toInteger(), rev + 3);
    }

    void nothingIsSaidOfThemAndNoOtherKeyServes()
    {
        const QString old = nextKey(), kid = nextKey();
        const QJsonObject document = steps.sealedDocument("otro cifrado");
        const auto refused = [&](const Sharing::Made &made) {
            const Reply reply = steps.send(made);
            return QString(reply.code() + u' ' + reply.json().value("reason"_L1).toString()).trimmed();
        };
        const auto with = [&](const QString &member, const QJsonValue &value) {
            return refused(steps.makeSealed({document}, kid, [&](QJsonObject &p) { p.insert(member, value); }));
        };
        QCOMPARE(refused(steps.makeSealed({document}, old)), u"recipient_key_changed"_s);
        QCOMPARE(with(u"purpose"_s, u"Crédito"_s), u"share_invalid purpose"_s);
        QCOMPARE(with(u"message"_s, u"Hola"_s), u"share_invalid purpose"_s);
        QCOMPARE(with(u"kid"_s, u"corto"_s), u"share_invalid manifest"_s);
        QCOMPARE(with(u"manifest_sha256"_s, digestText("otro")), u"share_invalid manifest"_s);
        QCOMPARE(with(u"sub"_s, QJsonValue()), u"share_invalid recipient"_s);
        QCOMPARE(with(u"sub"_s, entity.id()), u"share_invalid recipient"_s);
        for (const auto &[member, value] : {std::pair{u"name"_s, QJsonValue(u"Diploma.pdf"_s)}, {u"media_type"_s, QJsonValue(u"text/plain"_s)}, {u"follow"_s, QJsonValue(true)}}) {
            QJsonObject telling = document;
            telling.insert(member, value);
            QCOMPARE(refused(steps.makeSealed({telling}, kid)), u"share_invalid documents"_s);
        }
        Sharing::Made bare = steps.makeSealed({document}, kid);
        bare.body.remove(u"manifest"_s);
        QCOMPARE(refused(bare), u"share_invalid manifest"_s);
        // What is open is not shared as if it were sealed, nor the other way about.
        QJsonObject open = steps.document("abierto");
        open.insert(u"name"_s, open.value("item"_L1));
        open.insert(u"media_type"_s, u""_s);
        QCOMPARE(refused(steps.makeSealed({open}, kid)), u"share_invalid custody"_s);
        QCOMPARE(refused(steps.make({document})), u"share_invalid custody"_s);
        Sharing::Made both = steps.make({steps.document("con sobre")});
        both.body.insert(u"manifest"_s, u"YQ.Yg.Yw.ZA.ZQ"_s);
        QCOMPARE(refused(both), u"share_invalid manifest"_s);
        QCOMPARE(effectsOf(u"share"_s), 2); // of the tests before
    }

    // Its time comes while the ciphertext flows: the answer stops short of its length. Where it came before the reading began, again
    // with more of it.
    void aSealedDownloadIsCutOffWhenItsTimeComes()
    {
        const QString kid = nextKey();
        const QByteArray large(48 << 20, 's'); // more than the sockets between us hold
        const QJsonObject document = steps.sealedDocument(large);
        for (const int seconds : {5, 20, 60}) {
            const qint64 end = nowSeconds() + seconds;
            const Sharing::Made made = steps.makeSealed({document}, kid, [end](QJsonObject &p) { p.insert(u"exp"_s, end); });
            if (steps.send(made).status != 201 || steps.answer(made).status != 201)
                continue; // it was over before
            const auto client = op.client();
            client->set_read_timeout(60, 0);
            qint64 got = 0;
            const auto take = [&](const char *, size_t size) {
                got += qint64(size);
                while (nowSeconds() <= end)
                    QTest::qSleep(50);
                return true;
            };
            client->Get(QString(op.api() + steps.received(made.id, u"/documents/0"_s)).toStdString(),
                        httplib::Headers{{"Authorization", "Bearer " + stranger.token().toStdString()}},
                        [](const httplib::Response &reply) { return reply.status == 200; }, take);
            if (got == 0)
                continue;
            QVERIFY2(got < large.size(), qPrintable(QString::number(got)));
            QCOMPARE(steps.mine(made.id).json().value("state"_L1).toString(), u"Expired"_s);
            QCOMPARE(steps.take(made.id).code(), u"share_ended"_s);
            return;
        }
        QFAIL("no reading lasted until the end");
    }
};

QTEST_GUILESS_MAIN(TestOperatorSealedShares)
#include "tst_operator_sealed_shares.moc"
