// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whose key it is that an operator names: believed when the identity provider says so or the persons compared a code, and never
// exchanged in silence.
#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Jws.h"
#include "core/crypto/KeyProof.h"
#include "core/crypto/PersonKey.h"
#include "core/services/shares/ShareErrors.h"
#include "core/services/shares/TheirKey.h"
#include "core/vault/PersonKeyStore.h"
#include "tests/core/vault/TestVault.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace carriel;
using namespace carriel::shares;
using namespace carriel::vault::testing;
using crypto::PersonKey;

namespace {
const QString luis = QStringLiteral("co:CC:52000111");

QString latin(const QByteArray &text)
{
    return QString::fromLatin1(text);
}
} // namespace

class TheirKeyTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestVault> m_vault;
    crypto::PrivateKey m_provider = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
    QDateTime m_now = QDateTime::currentDateTimeUtc();

    Provider provider() const
    {
        const QJsonArray keys{m_provider.publicKey().toJwk()};
        return {QStringLiteral("https://id.example"), QStringLiteral("carriel"), QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson()};
    }
    QJsonObject proofOf(const PersonKey &key, const QJsonObject &changes = {}, const crypto::PrivateKey *by = nullptr) const
    {
        const QByteArray r(32, 'r');
        QJsonObject claims{{QStringLiteral("iss"), QStringLiteral("https://id.example")},
                           {QStringLiteral("aud"), QStringLiteral("carriel")},
                           {QStringLiteral("sub"), luis},
                           {QStringLiteral("nonce"), crypto::keyProofNonce(r, key.receive.publicKey(), key.sign.publicKey())},
                           {QStringLiteral("iat"), 1767600000}, // long ago: it is no login here
                           {QStringLiteral("exp"), 1767600600}};
        for (auto it = changes.begin(); it != changes.end(); ++it)
            claims.insert(it.key(), it.value());
        const QByteArray token = crypto::signJws(by ? *by : m_provider, "JWT", QJsonDocument(claims).toJson(QJsonDocument::Compact)).value();
        return {{QStringLiteral("id_token"), latin(token)}, {QStringLiteral("r"), latin(crypto::toBase64Url(r))}};
    }
    static QJsonObject entry(const PersonKey &key, const QByteArray &continuity = {})
    {
        return {{QStringLiteral("gen"), key.generation},
                {QStringLiteral("enc"), key.receive.publicKey().toJwk()},
                {QStringLiteral("sig"), key.sign.publicKey().toJwk()},
                {QStringLiteral("continuity"), continuity.isEmpty() ? QJsonValue() : QJsonValue(latin(continuity))}};
    }
    static QJsonObject told(const QJsonArray &keys, const QJsonValue &proof = {})
    {
        return {{QStringLiteral("keys"), keys}, {QStringLiteral("proof"), proof}};
    }
    TheirKey judged(const QJsonObject &directory) { return judge(m_vault->store->database(), luis, directory, provider(), m_now).value(); }
    Outcome agreed(const QByteArray &kid) { return agree(m_vault->store->database(), luis, kid, m_now); }
    Result<QByteArray> used(const QByteArray &kid = {}) { return usedKey(m_vault->store->database(), luis, kid); }

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<TestVault>();
        QVERIFY(m_vault->create().ok());
        QVERIFY(vault::PersonKeyStore(m_vault->store->database()).add(PersonKey::generate(1).value(), m_now).ok());
    }

    void aProvenKeyIsUsedAtOnce()
    {
        QCOMPARE(judged({}).standing, Standing::None);
        QCOMPARE(used().error().code, shares::errors::noPersonKey);
        const PersonKey key = PersonKey::generate(1).value();
        const TheirKey seen = judged(told({entry(key)}, proofOf(key)));
        QCOMPARE(seen.standing, Standing::Proven);
        QCOMPARE(seen.kid, key.kid());
        QCOMPARE(seen.code.size(), 47);
        QCOMPARE(crypto::PublicKey::fromJwk(QJsonDocument::fromJson(used(key.kid()).value()).object()).value().thumbprint(), key.kid());
        QCOMPARE(used("another").error().code, shares::errors::keyChanged);
        QVERIFY(m_vault->reopen().ok());
        QCOMPARE(judged(told({entry(key)})).standing, Standing::Known); // whatever is proven of it later
    }

    void withoutTheProvidersWordTheCodeIsCompared()
    {
        const PersonKey key = PersonKey::generate(1).value();
        QCOMPARE(judged(told({entry(key)})).standing, Standing::Unconfirmed);
        QCOMPARE(used().error().code, shares::errors::keyUnconfirmed);
        QVERIFY(!used().error().params.value(QStringLiteral("code")).toString().isEmpty());
        QCOMPARE(agreed("another").error().code, shares::errors::keyChanged);
        QVERIFY(agreed(key.kid()).ok());
        QVERIFY(agreed(key.kid()).ok());
        QVERIFY(used(key.kid()).ok());
        QCOMPARE(judged(told({entry(key)})).standing, Standing::Known);
    }

    // Keys of a provider change: what cannot be checked any more is no lie.
    void aTokenOfAKeyThatIsGoneIsNoLie()
    {
        const PersonKey key = PersonKey::generate(1).value();
        const crypto::PrivateKey older = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
        QCOMPARE(judged(told({entry(key)}, proofOf(key, {}, &older))).standing, Standing::Unconfirmed);
        QCOMPARE(judge(m_vault->store->database(), luis, told({entry(key)}, proofOf(key)), {}, m_now).value().standing, Standing::Unconfirmed);
        QCOMPARE(judged(told({entry(key)}, proofOf(key))).standing, Standing::Proven);
        QVERIFY(used(key.kid()).ok());
    }

    void aLieIsNeverAgreedTo_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("value");
        QTest::newRow("another person's") << QStringLiteral("sub") << QStringLiteral("co:CC:99");
        QTest::newRow("about another key") << QStringLiteral("nonce") << QStringLiteral("x");
        QTest::newRow("of another provider") << QStringLiteral("iss") << QStringLiteral("https://otro.example");
        QTest::newRow("for another program") << QStringLiteral("aud") << QStringLiteral("otro");
    }
    void aLieIsNeverAgreedTo()
    {
        QFETCH(QString, claim);
        QFETCH(QString, value);
        const PersonKey key = PersonKey::generate(1).value();
        const TheirKey seen = judged(told({entry(key)}, proofOf(key, {{claim, value}})));
        QCOMPARE(seen.standing, Standing::False);
        QCOMPARE(seen.reason, claim);
        QVERIFY(!seen.isUsable());
        QCOMPARE(agreed(key.kid()).error().code, shares::errors::noPersonKey);
        QVERIFY(!used().ok());
    }

    // The operator puts a key of its own in the place of his, with his true proof beside it; and a token it signed itself.
    void aFalseKeyIsFound()
    {
        const PersonKey key = PersonKey::generate(1).value(), own = PersonKey::generate(1).value();
        QCOMPARE(judged(told({entry(own)}, proofOf(key))).standing, Standing::False);
        QJsonObject forged = proofOf(own);
        QString token = forged.value(QLatin1String("id_token")).toString();
        token[token.size() - 5] = token.at(token.size() - 5) == u'A' ? u'B' : u'A';
        forged.insert(QStringLiteral("id_token"), token);
        QCOMPARE(judged(told({entry(own)}, forged)).reason, QStringLiteral("signature"));
        // Half of it: his key to encrypt to, and another to sign.
        PersonKey half = key;
        half.sign = own.sign;
        QCOMPARE(judged(told({entry(half)}, proofOf(key))).standing, Standing::False);
    }

    void anotherKeyIsToldAndNotUsed()
    {
        const PersonKey first = PersonKey::generate(1).value(), second = PersonKey::generate(2).value(), third = PersonKey::generate(3).value();
        QVERIFY(judged(told({entry(first)}, proofOf(first))).isUsable());
        const QByteArray two = first.continuedBy(second, luis).value(), three = second.continuedBy(third, luis).value();
        // Signed by the one that is known, proven: it is told, and waits.
        const QJsonObject followed = told({entry(first), entry(second, two), entry(third, three)}, proofOf(third));
        QCOMPARE(judged(followed).standing, Standing::Followed);
        QCOMPARE(used(first.kid()).error().code, shares::errors::keyChanged);
        QCOMPARE(used(third.kid()).error().code, shares::errors::keyChanged);
        QVERIFY(m_vault->reopen().ok());
        QCOMPARE(used().error().code, shares::errors::keyChanged);
        // Anything less is a change that nothing confirms.
        QCOMPARE(judged(told({entry(first), entry(second, two), entry(third, three)})).standing, Standing::Changed);
        QCOMPARE(judged(told({entry(first), entry(third, three)}, proofOf(third))).standing, Standing::Changed);
        QCOMPARE(judged(told({entry(first), entry(second, two), entry(third, two)}, proofOf(third))).standing, Standing::Changed);
        QCOMPARE(judged(told({entry(third)}, proofOf(third))).standing, Standing::Changed);
        QCOMPARE(judged({}).standing, Standing::Changed);
        // Back to the one that is known: nothing waits any more.
        QCOMPARE(judged(told({entry(first)})).standing, Standing::Known);
        QVERIFY(used(first.kid()).ok());
        QCOMPARE(judged(followed).standing, Standing::Followed);
        QVERIFY(agreed(third.kid()).ok());
        QVERIFY(used(third.kid()).ok());
        // An operator that goes back to the old one.
        QCOMPARE(judged(told({entry(first)}, proofOf(first))).standing, Standing::Changed);
    }

    void whatIsNoKeyIsAnError()
    {
        const PersonKey key = PersonKey::generate(1).value();
        QJsonObject odd = entry(key);
        odd.insert(QStringLiteral("enc"), key.sign.publicKey().toJwk());
        QVERIFY(!judge(m_vault->store->database(), luis, told({odd}), provider(), m_now).ok());
        QVERIFY(!judge(m_vault->store->database(), luis, told({entry(key), entry(key)}), provider(), m_now).ok());
        QVERIFY(!judge(m_vault->store->database(), luis, told({QJsonObject()}), provider(), m_now).ok());
    }
};

QTEST_GUILESS_MAIN(TheirKeyTest)
#include "tst_their_key.moc"
