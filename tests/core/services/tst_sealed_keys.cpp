// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How the person's keys come to the person's computers and to nobody else, and how they are followed by others: with an honest
// operator, and with one that is not.
#include "core/crypto/Base64Url.h"
#include "core/crypto/KeyProof.h"
#include "core/services/sealed/KeyNews.h"
#include "core/vault/PersonKeyStore.h"
#include "core/vault/SealedErrors.h"
#include "tests/core/services/SealedComputers.h"

#include <QFile>
#include <QJsonDocument>

using namespace carriel;
using namespace carriel::sealed;
using namespace carriel::sealed::testing;

class TestSealedKeys : public QObject
{
    Q_OBJECT

    // Met, compared by both, and allowed.
    static bool paired(Computer &one, Computer &two, const QString &second)
    {
        Met met;
        return meet(one, two, second, met) && met.old->ok() && met.fresh->ok() && met.old->value() == met.fresh->value() &&
               two.confirm().ok() && one.allow().ok() && two.refresh().ok();
    }

private Q_SLOTS:
    // Once for each generation, and by a login that names exactly this key.
    void aKeyIsProvenOnceByALogin()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("one"));
        const auto prove = [&one] { return one.said([&one](const KeyRing::Finished &done) { one.ring->prove(done); }); };
        QVERIFY(prove().ok());
        QVERIFY(prove().ok());
        QCOMPARE(op.nonces.size(), 1);
        const crypto::PersonKey key = vault::PersonKeyStore(one.vault.store->database()).all().value().first();
        const QByteArray r = crypto::fromBase64Url(op.proofs.value(1).value(QLatin1String("r")).toString().toLatin1()).value();
        QCOMPARE(op.nonces.first(), crypto::keyProofNonce(r, key.receive.publicKey(), key.sign.publicKey()));
        QVERIFY(one.renewWithout(QStringLiteral("another")).ok());
        QVERIFY(prove().ok());
        QCOMPARE(op.nonces.size(), 2);
        QVERIFY(op.proofs.contains(2));
        // A computer that does not have the key says nothing about it.
        Computer two(op, QStringLiteral("two"));
        QCOMPARE(two.said([&two](const KeyRing::Finished &done) { two.ring->prove(done); }).error().code, vault::errors::sealedElsewhere);
    }

    void theDigitsAreThoseOfTheProtocol()
    {
        QByteArray old, fresh, ring;
        for (int i = 0; i < 32; ++i) {
            old.append(char(i));
            fresh.append(char(32 + i));
            ring.append(char(64 + i));
        }
        QCOMPARE(pairingDigits("ZS36mmtvLWivPXvvLThjDu60Oerv9rlIeCH64zMjiu8", "0J5SkGlrILpGxS0ht9rPnBD_-dW0jL3lYu3fXhZigYc", ring, old, fresh),
                 QStringLiteral("752033"));
    }

    // Another implementation's words, not ours: keys that are of this person, and no copy for this computer.
    void theExampleOfTheProtocolIsRead()
    {
        QFile file(QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/examples/PersonKeyList.one.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray keys = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("keys")).toArray();
        QCOMPARE(keys.size(), 1);
        FakeOperator op;
        op.keys[1] = keys.first().toObject();
        Computer one(op, QStringLiteral("D1"));
        QVERIFY(one.refresh().ok());
        QCOMPARE(one.ring->state(), RingState::Waiting);
        QVERIFY(one.kid().isEmpty());
    }

    void whoStandsBetweenIsSeen()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1")), two(op, QStringLiteral("D2"));
        QVERIFY(one.refresh().ok() && two.refresh().ok());
        const auto own = crypto::PrivateKey::generate(crypto::KeyType::X25519).value();
        op.lieAboutDevice = [&own](QJsonObject &device) { device.insert(QStringLiteral("de"), own.publicKey().toJwk()); };
        Met met;
        QVERIFY(meet(one, two, QStringLiteral("D2"), met));
        QVERIFY(met.old->ok() && met.fresh->ok());
        QVERIFY(met.old->value() != met.fresh->value()); // once in a million they would be the same
        // Whoever chooses his number after he saw the other's is refused at once.
        op.lieAboutDevice = {};
        op.lieAboutPairing = [](QJsonObject &pairing) {
            if (!pairing.value(QLatin1String("reveal")).isNull())
                pairing.insert(QStringLiteral("reveal"), QString(43, u'A'));
        };
        Met again;
        QVERIFY(meet(one, two, QStringLiteral("D2"), again));
        QVERIFY(!again.fresh->ok());
        QCOMPARE(again.fresh->error().code, errors::notMet);
    }

    void theCodeOfOneComputerOpensOnAnother()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1")), two(op, QStringLiteral("D2"));
        QVERIFY(one.refresh().ok() && two.refresh().ok());
        const auto recovered = [&two](const QString &code) {
            Outcome out;
            two.ring->recover(code, [&out](const Outcome &done) { out = done; });
            return out;
        };
        QVERIFY(!recovered(QStringLiteral("nada")).ok());
        QVERIFY(!recovered(two.code).ok()); // a good code, of a computer that had nothing to leave
        QVERIFY(two.kid().isEmpty());
        QVERIFY(recovered(one.code).ok());
        QCOMPARE(two.kid(), one.kid());
        QCOMPARE(two.ring->state(), RingState::Ready);
        // From now on its own code does, too.
        Computer three(op, QStringLiteral("D3"));
        QVERIFY(three.refresh().ok());
        Outcome out = Error{errors::notMet, {}, {}};
        three.ring->recover(two.code, [&out](const Outcome &done) { out = done; });
        QVERIFY(out.ok());
        QCOMPARE(three.kid(), one.kid());
    }

    void anOperatorThatForgetsOrLiesIsMet()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1"));
        QVERIFY(one.refresh().ok());
        const QByteArray kid = one.kid();
        op.keys.clear(); // it went back to an earlier copy of its data
        QVERIFY(one.refresh().ok());
        QCOMPARE(one.kid(), kid);
        QCOMPARE(op.keys.size(), 1);
        const auto other = crypto::PersonKey::generate(1).value();
        op.keys[1].insert(QStringLiteral("enc"), other.receive.publicKey().toJwk());
        QVERIFY(one.refresh().ok());
        QCOMPARE(one.ring->state(), RingState::Altered);
        std::optional<Result<QString>> refused;
        one.ring->meet(QStringLiteral("D9"), [&refused](const Result<QString> &digits) { refused = digits; });
        QVERIFY(refused && !refused->ok());
    }

    // Anybody who knows a computer's public key can write a copy for it.
    void aKeyOfTheOperatorIsNotTakenIn()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1")), two(op, QStringLiteral("D2"));
        QVERIFY(one.refresh().ok());
        const auto own = crypto::PersonKey::generate(1).value();
        const crypto::PublicKey reader = two.port.self().value().keys.encrypt.publicKey();
        const QJsonObject honest = op.keys[1];
        const QJsonObject copy{{QStringLiteral("for"), QString::fromLatin1(reader.thumbprint())},
                               {QStringLiteral("jwe"), QString::fromLatin1(own.wrappedFor(reader, person).value())}};
        const QJsonObject false1{{QStringLiteral("gen"), 1},
                                 {QStringLiteral("enc"), own.receive.publicKey().toJwk()},
                                 {QStringLiteral("sig"), own.sign.publicKey().toJwk()},
                                 {QStringLiteral("copies"), QJsonArray{copy}}};
        op.keys[1] = false1; // to the new computer alone
        QVERIFY(two.refresh().ok());
        QCOMPARE(two.ring->state(), RingState::Waiting);
        QVERIFY(two.kid().isEmpty());
        op.servedTo[QStringLiteral("D2")] = {{1, false1}};
        op.keys[1] = honest;
        Met met;
        QVERIFY(meet(one, two, QStringLiteral("D2"), met));
        QVERIFY(met.old->ok() && met.fresh->ok());
        QVERIFY(met.old->value() != met.fresh->value()); // the keys are in the digits
        QVERIFY(two.refresh().ok());
        QVERIFY(two.kid().isEmpty());
        // Nor one that is said to follow.
        op.servedTo.clear();
        QVERIFY(paired(one, two, QStringLiteral("D2")));
        QCOMPARE(two.kid(), one.kid());
        QJsonObject next = false1;
        const auto second = crypto::PersonKey::generate(2).value();
        next.insert(QStringLiteral("gen"), 2);
        next.insert(QStringLiteral("enc"), second.receive.publicKey().toJwk());
        next.insert(QStringLiteral("sig"), second.sign.publicKey().toJwk());
        next.insert(QStringLiteral("copies"),
                    QJsonArray{QJsonObject{{QStringLiteral("for"), QString::fromLatin1(reader.thumbprint())},
                                           {QStringLiteral("jwe"), QString::fromLatin1(second.wrappedFor(reader, person).value())}}});
        next.insert(QStringLiteral("continuity"), QString::fromLatin1(own.continuedBy(second, person).value()));
        op.servedTo[QStringLiteral("D2")] = {{1, op.keys[1]}, {2, next}};
        QVERIFY(two.refresh().ok());
        QCOMPARE(two.ring->state(), RingState::Altered);
        next.remove(QStringLiteral("continuity"));
        op.servedTo[QStringLiteral("D2")][2] = next;
        QVERIFY(two.refresh().ok());
        QCOMPARE(two.ring->state(), RingState::StartedOver); // told, and nothing is sealed with it
        QCOMPARE(two.kid(), one.kid());
    }

    void whatWasRemovedDoesNotGetTheNextKey()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1")), two(op, QStringLiteral("D2")), three(op, QStringLiteral("D3"));
        QVERIFY(one.refresh().ok());
        QVERIFY(paired(one, two, QStringLiteral("D2")) && paired(one, three, QStringLiteral("D3")));
        const QByteArray before = one.kid();
        op.refuses = true; // the network fails in that very moment
        QVERIFY(!one.renewWithout(QStringLiteral("D2")).ok());
        op.refuses = false;
        op.devices[QStringLiteral("D2")].insert(QStringLiteral("state"), QStringLiteral("revoked"));
        QVERIFY(one.refresh().ok()); // it is not forgotten
        QCOMPARE(op.keys.size(), 2);
        QVERIFY(one.kid() != before);
        QVERIFY(one.refresh().ok());
        QCOMPARE(op.keys.size(), 2); // once
        QVERIFY(three.refresh().ok()); // it was met, and gets it by itself
        QCOMPARE(three.ring->state(), RingState::Ready);
        QCOMPARE(three.kid(), one.kid());
        QVERIFY(two.refresh().ok());
        QCOMPARE(two.ring->state(), RingState::Waiting);
        QCOMPARE(two.kid(), before); // what it had it keeps
        // And a computer that came later gets both generations.
        Computer four(op, QStringLiteral("D4"));
        QVERIFY(paired(three, four, QStringLiteral("D4")));
        QCOMPARE(four.ring->state(), RingState::Ready);
        QCOMPARE(four.kid(), one.kid());
        // An operator that went back is told both again, in a way that the others believe.
        op.keys.clear();
        QVERIFY(one.refresh().ok());
        QCOMPARE(op.keys.size(), 2);
        QVERIFY(three.refresh().ok());
        QCOMPARE(three.ring->state(), RingState::Ready);
    }

    void whoHasNothingLeftBeginsAnewAndTheOthersAreTold()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1")), two(op, QStringLiteral("D2"));
        QVERIFY(one.refresh().ok());
        QCOMPARE(one.startOver().error().code, errors::keyIsHere);
        QVERIFY(two.startOver().ok());
        QCOMPARE(two.ring->state(), RingState::Ready);
        QVERIFY(!two.kid().isEmpty() && two.kid() != one.kid());
        const QByteArray old = one.kid();
        QVERIFY(one.refresh().ok());
        QCOMPARE(one.ring->state(), RingState::StartedOver);
        QCOMPARE(one.kid(), old);
        // If it was the same person, the digits bring them together; what was sealed before still opens on the first.
        QVERIFY(paired(two, one, QStringLiteral("D1")));
        QCOMPARE(one.ring->state(), RingState::Ready);
        QCOMPARE(one.kid(), two.kid());
        QVERIFY(vault::PersonKeyStore(one.vault.store->database()).sealing(old).ok());
    }

    // A stolen token alone replaces nobody's key: the person proves who he is, and only when he is there.
    void theNextKeyWaitsForAProofOfWhoItIs()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1")), two(op, QStringLiteral("D2"));
        QVERIFY(one.prove().ok());
        op.needsStepUp = true;
        QVERIFY(one.renewWithout(QStringLiteral("D9")).ok()); // it waits
        QVERIFY(one.refresh().ok());
        QCOMPARE(op.keys.size(), 1);
        QCOMPARE(op.stepUps, 0); // nobody is asked for in a round of synchronisation
        QVERIFY(!one.told(news::identityDue).isEmpty());
        QVERIFY(one.prove().ok());
        QCOMPARE(op.stepUps, 1);
        QCOMPARE(op.keys.size(), 2);
        QVERIFY(op.proofs.contains(2));
        QVERIFY(one.told(news::identityDue).isEmpty());
        // Who begins anew is there.
        op.needsStepUp = true;
        QVERIFY(two.startOver().ok());
        QCOMPARE(op.stepUps, 2);
        QCOMPARE(op.keys.size(), 3);
        QVERIFY(one.refresh().ok());
        QCOMPARE(one.told(news::trouble), QStringLiteral("started_over"));
    }

    void thePersonIsToldOfANewKey()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1")), two(op, QStringLiteral("D2"));
        QVERIFY(one.prove().ok());
        QVERIFY(paired(one, two, QStringLiteral("D2")));
        QVERIFY(two.told(news::madeElsewhere).isEmpty()); // of what it was given by digits he knows
        QVERIFY(one.told(news::unproven).isEmpty());
        QVERIFY(one.renewWithout(QStringLiteral("D9")).ok());
        QVERIFY(one.told(news::madeElsewhere).isEmpty());
        QVERIFY(!one.told(news::unproven).isEmpty()); // whoever knew the key before has to compare until it is
        QVERIFY(two.refresh().ok());
        QCOMPARE(two.told(news::madeElsewhere), QStringLiteral("2"));
        QVERIFY(!two.told(news::unproven).isEmpty());
        QVERIFY(one.prove().ok());
        QVERIFY(one.refresh().ok() && two.refresh().ok());
        QVERIFY(one.told(news::unproven).isEmpty() && two.told(news::unproven).isEmpty());
    }

    // A round in which nothing changed costs no question about keys.
    void whatIsReadyIsNotAskedAgain()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1"));
        QVERIFY(one.refreshIfDue(false).ok());
        const int asked = op.asked;
        QVERIFY(asked > 0);
        QVERIFY(one.refreshIfDue(false).ok());
        QCOMPARE(op.asked, asked);
        QVERIFY(one.refreshIfDue(true).ok());
        QCOMPARE(op.asked, asked + 1);
        const auto lastReady = [&one](int hoursAgo) {
            const QDateTime at = one.vault.clock.nowUtc().addSecs(-3600 * hoursAgo);
            return vault::Settings(one.vault.store->database()).set(readyAt, at.toString(Qt::ISODate)).ok();
        };
        QVERIFY(lastReady(25));
        QVERIFY(one.refreshIfDue(false).ok());
        QCOMPARE(op.asked, asked + 2);
        QVERIFY(lastReady(-25)); // the clock was set back: nothing is known of how long ago it was
        QVERIFY(one.refreshIfDue(false).ok());
        QCOMPARE(op.asked, asked + 3);
        op.refuses = true;
        QVERIFY(!one.renewWithout(QStringLiteral("D9")).ok());
        op.refuses = false;
        QVERIFY(one.refreshIfDue(false).ok()); // a computer was removed: there is to be a next key
        QCOMPARE(op.keys.size(), 2);
    }

    // Nor does one that has none: what it waits for shows in the operator's record.
    void whoWaitsForKeysAsksWhenSomethingMoved()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1"));
        QVERIFY(one.refresh().ok());
        Computer two(op, QStringLiteral("D2"));
        QVERIFY(two.refreshIfDue(false).ok());
        QCOMPARE(two.ring->state(), RingState::Waiting);
        int asked = op.asked;
        QVERIFY(two.refreshIfDue(false).ok());
        QCOMPARE(op.asked, asked);
        op.refuses = true;
        QVERIFY(!two.refreshIfDue(true).ok());
        op.refuses = false;
        asked = op.asked;
        QVERIFY(two.refreshIfDue(false).ok()); // until there was an answer
        QCOMPARE(op.asked, asked + 1);
        const QDateTime yesterday = two.vault.clock.nowUtc().addSecs(-25 * 3600);
        QVERIFY(vault::Settings(two.vault.store->database()).set(waitsAt, yesterday.toString(Qt::ISODate)).ok());
        QVERIFY(two.refreshIfDue(false).ok());
        QCOMPARE(op.asked, asked + 2);
        // Whoever had a key, and is told of one that does not follow it, asks each time.
        QVERIFY(two.startOver().ok());
        QVERIFY(one.refresh().ok());
        QCOMPARE(one.ring->state(), RingState::StartedOver);
        asked = op.asked;
        QVERIFY(one.refreshIfDue(false).ok());
        QCOMPARE(op.asked, asked + 1);
    }

    void aKeyWhoseAnswerWasLostIsNotLost()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1"));
        op.losesAnswers = true;
        QVERIFY(!one.refresh().ok());
        QCOMPARE(op.keys.size(), 1);
        op.losesAnswers = false;
        QVERIFY(one.refresh().ok());
        QCOMPARE(one.ring->state(), RingState::Ready);
        QCOMPARE(op.keys.size(), 1);
        QVERIFY(!one.kid().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSealedKeys)
#include "tst_sealed_keys.moc"
