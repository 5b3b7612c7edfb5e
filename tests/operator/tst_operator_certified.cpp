// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts that a person signs with a certificate: taken where the entity asks for one and the operator knows its authority,
// in that person's name alone, and never in the place of what the seal asks for.
#include "tests/operator/OpeningStage.h"
#include "tests/operator/PersonCa.h"
#include "tests/operator/Pki.h"

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorCertified : public OpeningStage
{
    Q_OBJECT

private:
    PersonCa ca, stranger_ca;
    PersonCertificate ana;
    QString authorities() const { return QString(op.dir() + u"/personas.pem"_s); }

    static Change signers(const QStringList &list)
    {
        return [list](QJsonObject &seal) {
            QJsonObject open = seal.value("open"_L1).toObject();
            open.insert(u"signer"_s, QJsonArray::fromStringList(list));
            seal.insert(u"open"_s, open);
        };
    }
    // The device's receipt, by this key in its place; what the header and `iss` say of the key can be another's.
    QByteArray certified(const QString &id, const PersonCertificate &by, const KeyPtr &signs = {},
                         const QString &iss = {}) const
    {
        QJsonObject payload = parseJws(first.receipt(first.get(id), first.opening(id).json()))->payload;
        const QString kid = QString::fromLatin1(*thumbprint(jwkOf(by.key)));
        payload.insert(u"iss"_s, QString(u"urn:carpeta:key:"_s + (iss.isEmpty() ? kid : iss)));
        return signJws(u"secevent+jwt"_s, kid, payload, signs ? signs : by.key, by.x5c());
    }
    QString refusal(const QString &id, const QByteArray &receipt) const
    {
        const Reply reply = first.acknowledge(id, receipt, freshKey());
        return reply.code() == u"receipt_invalid" ? reply.json().value("reason"_L1).toString() : QString::number(reply.status);
    }
    void configure(const QJsonObject &overrides)
    {
        op.kill();
        QVERIFY2(op.start(overrides), qPrintable(op.error()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        ana = ca.issue(u"CC 1020304050"_s);
        begin();
    }

    // No entity seals for what nobody can open.
    void withoutAuthoritiesNoneIsAskedFor()
    {
        const Reply reply = entity.deposit(entity.make(op.ana(), consent, signers({u"certificate"_s})));
        QCOMPARE(reply.code(), u"deposit_refused"_s);
        QCOMPARE(reply.json().value("reason"_L1).toString(), u"signer"_s);
        // One that leaves the choice is taken, and then the device it is.
        const TestEntity::Made both = arrive(signers({u"device"_s, u"certificate"_s}));
        QCOMPARE(refusal(both.id, certified(both.id, ana)), u"certificate"_s);
        QCOMPARE(open(first, both.id).status, 201);
    }

    void takenInThatPersonsNameAlone()
    {
        ca.write(authorities());
        configure({{u"receipt_ca"_s, authorities()}});
        const TestEntity::Made made = arrive(signers({u"certificate"_s}));
        const QString &id = made.id;
        QCOMPARE(refusal(id, first.receipt(first.get(id), first.opening(id).json())), u"signer"_s); // the device's
        QCOMPARE(refusal(id, certified(id, ca.issue(u"CC 79500100"_s))), u"holder"_s);
        QCOMPARE(refusal(id, certified(id, ca.issue(u"CE 1020304050"_s))), u"holder"_s);
        QCOMPARE(refusal(id, certified(id, ca.issue(u"91020304050"_s))), u"holder"_s);
        QCOMPARE(refusal(id, certified(id, ca.issue(QString()))), u"holder"_s);
        QCOMPARE(refusal(id, certified(id, stranger_ca.issue(u"CC 1020304050"_s))), u"certificate"_s);
        QCOMPARE(refusal(id, certified(id, ca.issue(u"CC 1020304050"_s, -1))), u"certificate"_s);
        QCOMPARE(refusal(id, certified(id, ca.issue(u"CC 1020304050"_s, 1, "critical,keyEncipherment"))), u"certificate"_s);
        QCOMPARE(refusal(id, certified(id, ca.own())), u"certificate"_s);
        QCOMPARE(refusal(id, certified(id, ana, makeKey())), u"signature"_s);
        QCOMPARE(refusal(id, certified(id, ana, {}, QString::fromLatin1(*thumbprint(jwkOf(makeKey()))))), u"iss"_s);
        QCOMPARE(effectsOf(u"access"_s, id), 0);
        QCOMPARE(first.get(id).value("state"_L1).toString(), u"Available"_s);

        const QByteArray receipt = certified(id, ana);
        const std::string key = freshKey();
        const Reply opened = first.acknowledge(id, receipt, key);
        QCOMPARE(opened.status, 201);
        QCOMPARE(first.keyIn(opened), made.a);
        QCOMPARE(first.keyIn(first.acknowledge(id, receipt, key)), made.a); // the same again
        QCOMPARE(second.keyIn(second.fetch(id)), made.a);
        QCOMPARE(effectsOf(u"access"_s, id), 1);
        const QJsonObject told = first.get(id);
        QCOMPARE(told.value("acknowledgement"_L1).toObject().value("receipt"_L1).toString().toLatin1(), receipt);
        QVERIFY(isChain(told));
        for (const QString &form : {u"1020304050"_s, u"CC-1020304050"_s, u"IDCCO-1020304050"_s}) {
            const TestEntity::Made one = arrive(signers({u"certificate"_s}));
            QCOMPARE(first.acknowledge(one.id, certified(one.id, ca.issue(form)), freshKey()).status, 201);
        }
        // Whoever asked for the device's signature has not asked for this one.
        const TestEntity::Made plain = arrive();
        QCOMPARE(refusal(plain.id, certified(plain.id, ana)), u"signer"_s);
    }

    void whatWasRevokedSignsNothing()
    {
        const QList<long> revoked{ana.serial};
        ca.write(authorities(), &revoked);
        configure({{u"receipt_ca"_s, authorities()}});
        const TestEntity::Made made = arrive(signers({u"certificate"_s}));
        QCOMPARE(refusal(made.id, certified(made.id, ana)), u"certificate"_s);
        QCOMPARE(first.acknowledge(made.id, certified(made.id, ca.issue(u"CC 1020304050"_s)), freshKey()).status, 201);
    }
};

QTEST_GUILESS_MAIN(TestOperatorCertified)
#include "tst_operator_certified.moc"
