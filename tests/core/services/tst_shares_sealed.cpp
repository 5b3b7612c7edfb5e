// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed documents shared end to end: the operator is told nothing of them, and who reads believes only what was made for this
// very share.
#include "core/crypto/Base64Url.h"
#include "core/crypto/Jwe.h"
#include "core/crypto/Sealed.h"
#include "core/services/ShareList.h"
#include "core/services/sealed/SealingDevice.h"
#include "core/services/shares/TheirKey.h"
#include "core/vault/ContactKeyStore.h"
#include "core/vault/PersonKeyStore.h"
#include "core/vault/SealedErrors.h"
#include "tests/core/services/ShareBench.h"
#include "tests/core/vault/TestVault.h"

using namespace carriel;
using namespace carriel::test;

class TestSharesSealed final : public ShareBench
{
    Q_OBJECT

    const QString me = QStringLiteral("co:CC:1020304050"), luis = QStringLiteral("co:CC:52000111");
    crypto::PersonKey m_own = crypto::PersonKey::generate(1).value();
    crypto::PersonKey m_his = crypto::PersonKey::generate(1).value();
    QByteArray m_cipher;

    vault::Database &database() { return m_computer->store->database(); }
    crypto::SealingKey sealing() { return vault::PersonKeyStore(database()).sealing().value(); }

    // In the place of the document of the bench: a sealed one.
    void seal()
    {
        QVERIFY(vault::PersonKeyStore(database()).add(m_own, m_clock.nowUtc()).ok());
        m_cipher = sealed::sealWhole("un secreto", sealing()).value();
        sync::Edits edits(*m_computer->store, m_clock, m_random);
        QByteArray copy = m_cipher;
        QBuffer buffer(&copy);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto blob = edits.stage(buffer);
        QVERIFY(blob.ok());
        const auto added = edits.addDocuments({{rootItem(), QStringLiteral("Testamento.pdf"), blob.value().id, QStringLiteral("application/pdf"), {}, Custody::Private}});
        QVERIFY(added.ok());
        m_item = added.value().first().id;
        m_digest = crypto::sha256(m_cipher);
        sent();
    }
    shares::Wish sealedWish(const crypto::PersonKey &to)
    {
        shares::Wish out = wish(luis);
        out.documents[0].name = QStringLiteral("Testamento.pdf");
        out.message = QStringLiteral("Guárdelo");
        out.key = QJsonDocument(to.receive.publicKey().toJwk()).toJson(QJsonDocument::Compact);
        return out;
    }
    // As Luis shares with this person. `change`: of the grant, before its manifest is made.
    QJsonObject fromLuis(const std::function<void(evidence::ShareGrant &)> &change = {}, const crypto::PersonKey *by = nullptr)
    {
        const crypto::SealingKey his = crypto::SealingKey::of(m_his.receive).value();
        m_shares.bytes = sealed::sealWhole("lo que comparte Luis", his).value();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        evidence::ShareGrant grant{{}, {}, theirId, luis, me, {}, {}, now, now.addDays(7), {},
                                   {{QStringLiteral("I"), QStringLiteral("V"), QStringLiteral("I"), {}, false, m_shares.bytes.size(),
                                     crypto::sha256(m_shares.bytes)}}};
        grant.kid = m_own.kid();
        evidence::ShareGrant within = grant;
        if (change)
            change(within);
        shares::ShareManifest manifest{QStringLiteral("Para que lo vea"), {}, {}, {}};
        manifest.documents.push_back({QStringLiteral("Carta.txt"), QStringLiteral("text/plain"), crypto::contentKeyOf(m_shares.bytes, his).value()});
        const QByteArray jwe = shares::sealedManifest(within, manifest, by ? *by : m_his, m_own.receive.publicKey()).value();
        grant.manifest = crypto::toBase64Url(crypto::sha256(jwe));
        QJsonObject out = received(luis, me, false);
        out.insert(QStringLiteral("grant"), QString::fromLatin1(evidence::makeGrant(grant, m_mail.vector.deviceKey).value()));
        out.insert(QStringLiteral("manifest"), QString::fromLatin1(jwe));
        return out;
    }
    Outcome accept()
    {
        if (!refreshed())
            return Error{ErrorCode{"never"}, {}, {}};
        return m_sharer->act(QStringLiteral("accept"), theirId);
    }

private Q_SLOTS:
    void init()
    {
        begin();
        seal();
    }
    void cleanup() { end(); }

    void theOperatorIsToldNothingOfIt()
    {
        const QString id = m_sharer->decide(sealedWish(m_his)).value();
        m_shares.loseAnswers = true; // so that the request stays here to be looked at
        QVERIFY(!send());
        const QByteArray body = row(id).body;
        const QJsonObject request = QJsonDocument::fromJson(body).object();
        const QByteArray jws = request.value(QLatin1String("statement")).toString().toLatin1();
        const evidence::ShareGrant grant = evidence::readGrant(jws).value();
        QVERIFY(grant.isSealed());
        QCOMPARE(grant.kid, m_his.kid());
        const QByteArray said = body + crypto::readUnverifiedJws(jws).value().payload;
        for (const char *word : {"Testamento", "pdf", "dito", "rdelo"})
            QVERIFY2(!said.contains(word), word);
        QCOMPARE(grant.documents.first().name, m_item.text());
        QCOMPARE(grant.documents.first().size, m_cipher.size());
        // Luis, and he alone, reads it.
        const QByteArray jwe = request.value(QLatin1String("manifest")).toString().toLatin1();
        vault::testing::TestVault his, another;
        QVERIFY(his.create().ok() && another.create().ok());
        QVERIFY(vault::PersonKeyStore(his.store->database()).add(m_his, m_clock.nowUtc()).ok());
        const auto manifest = shares::openedManifest(his.store->database(), grant, jwe);
        QVERIFY(manifest.ok());
        QCOMPARE(manifest.value().purpose, QStringLiteral("Crédito"));
        QCOMPARE(manifest.value().message, QStringLiteral("Guárdelo"));
        QCOMPARE(manifest.value().documents.front().name, QStringLiteral("Testamento.pdf"));
        QCOMPARE(manifest.value().senderHalves, m_own.kid() + m_own.sign.publicKey().thumbprint());
        QCOMPARE(crypto::openedWith(m_cipher, manifest.value().documents.front().contentKey.view()).value(), QByteArray("un secreto"));
        QCOMPARE(shares::openedManifest(another.store->database(), grant, jwe).error().code, vault::errors::sealedElsewhere);
        m_shares.loseAnswers = false;
        QVERIFY(send());
        QCOMPARE(m_shares.offers, 1);
    }

    void whatIsSharedIsReadHere()
    {
        m_shares.theirs = fromLuis();
        const Outcome accepted = accept();
        QVERIFY2(accepted.ok(), accepted.ok() ? "" : accepted.error().codeText().toLatin1().constData());
        QCOMPARE(fetch().value(), QByteArray("lo que comparte Luis"));
        m_shares.bytes[m_shares.bytes.size() - 1] = char(m_shares.bytes.back() ^ 1);
        QCOMPARE(fetch().error().code, shares::errors::notAsShared);
    }

    // Whoever receives it is told whether anybody confirms who signed it, and the copy's origin says what was known then.
    void whoSignedItIsSaid()
    {
        const auto standing = [&] { return shareInfoOf(row(theirId), database()).senderKey; };
        m_shares.theirs = fromLuis();
        QVERIFY(refreshed());
        QCOMPARE(standing(), QStringLiteral("new"));
        QVERIFY(shareInfoOf(row(theirId), database()).senderDoubtful());
        QVERIFY(m_sharer->agreeToSender(theirId).ok());
        QCOMPARE(standing(), QStringLiteral("compared"));
        QCOMPARE(noted("share.key_agreed", QStringLiteral("share.key_agreed")), 1);
        QVERIFY(shares::usedKey(database(), luis, m_his.kid()).ok()); // and what is shared with him goes to that very key
        vault::ContactKeyStore store(database());
        const auto key = [](const crypto::PersonKey &one) { return vault::ContactKey{1, one.receive.publicKey(), one.sign.publicKey()}; };
        const crypto::PersonKey other = crypto::PersonKey::generate(1).value();
        QVERIFY(store.use(luis, key(other), QStringLiteral("proven"), m_clock.nowUtc()).ok());
        QCOMPARE(standing(), QStringLiteral("changed"));
        QVERIFY(store.offer(luis, key(m_his), true, m_clock.nowUtc()).ok());
        QCOMPARE(standing(), QStringLiteral("followed"));
        QVERIFY(shares::agree(database(), luis, m_his.kid(), m_clock.nowUtc()).ok());
        QCOMPARE(standing(), QStringLiteral("followed"));
        QVERIFY(store.use(luis, key(m_his), QStringLiteral(""), m_clock.nowUtc()).ok()); // of a vault of before
        QCOMPARE(standing(), QStringLiteral("known"));
        QVERIFY(!m_sharer->agreeToSender(m_item.text()).ok());
    }

    void aManifestForAnotherShareIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        for (const char *one : {"id", "owner", "recipient"})
            QTest::newRow(one) << QString::fromLatin1(one);
    }
    void aManifestForAnotherShareIsRefused()
    {
        QFETCH(QString, member);
        m_shares.theirs = fromLuis([&](evidence::ShareGrant &grant) {
            (member == QLatin1String("id") ? grant.id : member == QLatin1String("owner") ? grant.owner : grant.recipient) += u'9';
        });
        QCOMPARE(accept().error().code, shares::errors::manifestFalse);
        QCOMPARE(noted("share.accept", theirId), 0);
    }

    void anotherManifestIsRefused()
    {
        m_shares.theirs = fromLuis();
        const QJsonValue other = fromLuis().value(QLatin1String("manifest"));
        m_shares.theirs.insert(QStringLiteral("manifest"), other);
        QCOMPARE(accept().error().params.value(QStringLiteral("reason")).toString(), QStringLiteral("digest"));
        m_shares.theirs.remove(QStringLiteral("manifest"));
        QCOMPARE(accept().error().code, shares::errors::manifestFalse);
    }

    // This computer has not been given the person's key yet.
    void withoutTheKeyItWaits()
    {
        m_shares.theirs = fromLuis();
        const crypto::PersonKey mine = std::exchange(m_own, crypto::PersonKey::generate(2).value());
        m_shares.theirs = fromLuis(); // to a generation that is not here
        QCOMPARE(accept().error().code, vault::errors::sealedElsewhere);
        m_own = mine;
    }

    // The recipient's key changed between the decision and the sending: back to the person, nothing shared.
    void aChangedKeyComesBack()
    {
        const QString id = m_sharer->decide(sealedWish(m_his)).value();
        m_shares.refusal = "recipient_key_changed";
        QCOMPARE(send().error().code, shares::errors::keyChanged);
        QCOMPARE(int(row(id).state), int(ShareState::Returned));
        QCOMPARE(row(id).reason, QStringLiteral("recipient_key_changed"));
        m_shares.refusal = nullptr;
        QVERIFY(send());
        QCOMPARE(m_shares.offers, 0);
    }

    // Nobody looks Luis up, and nothing new is shared with him: his other key is noticed all the same, told once, and used by nobody.
    void anotherKeyOfTheRecipientIsNoticed()
    {
        const auto known = [](const crypto::PersonKey &key) {
            return vault::ContactKey{key.generation, key.receive.publicKey(), key.sign.publicKey()};
        };
        QVERIFY(vault::ContactKeyStore(database()).use(luis, known(m_his), QStringLiteral("compared"), m_clock.nowUtc()).ok());
        const QString id = m_sharer->decide(sealedWish(m_his)).value();
        QVERIFY(send().ok());
        const auto tell = [&](const crypto::PersonKey &newest) {
            const auto entry = [](int number, const crypto::PersonKey &key) {
                return QJsonObject{{QStringLiteral("gen"), number},
                                   {QStringLiteral("enc"), key.receive.publicKey().toJwk()},
                                   {QStringLiteral("sig"), key.sign.publicKey().toJwk()},
                                   {QStringLiteral("continuity"), QJsonValue()}};
            };
            m_shares.held.insert(QStringLiteral("rev"), m_shares.held.value(QLatin1String("rev")).toInt() + 1);
            m_shares.held.insert(QStringLiteral("to"), QJsonObject{{QStringLiteral("id"), luis}, {QStringLiteral("name"), QStringLiteral("Luis M.")}});
            m_shares.held.insert(QStringLiteral("recipient_key"),
                                 QJsonObject{{QStringLiteral("keys"), QJsonArray{entry(1, m_his), entry(2, newest)}}, {QStringLiteral("proof"), QJsonValue()}});
            return refreshed();
        };
        const auto used = [&] { return shares::usedKey(database(), luis, {}); };
        QVERIFY(tell(m_his));
        QVERIFY(used().ok());
        const crypto::PersonKey next = crypto::PersonKey::generate(2).value();
        QVERIFY(tell(next));
        QTRY_VERIFY_WITH_TIMEOUT(!used().ok(), patienceMs);
        QCOMPARE(used().error().code, shares::errors::keyChanged);
        QCOMPARE(shareInfoOf(row(id), database()).keyNow, QStringLiteral("changed"));
        QCOMPARE(noted("share.key_changed", QStringLiteral("share.key_changed")), 1);
        QVERIFY(tell(next));
        QCoreApplication::processEvents();
        QCOMPARE(noted("share.key_changed", QStringLiteral("share.key_changed")), 1); // once
        // A program that ended before it had looked does so when it starts.
        QVERIFY(vault::ContactKeyStore(database()).withdraw(luis).ok());
        restart();
        QTRY_VERIFY_WITH_TIMEOUT(!used().ok(), patienceMs);
        // The operator names the old one again: it is the one that is used.
        QVERIFY(tell(m_his));
        QTRY_VERIFY_WITH_TIMEOUT(used().ok(), patienceMs);
        QVERIFY(shareInfoOf(row(id), database()).keyNow.isEmpty());
    }

    // Never as if it were open, nor an open one as if it were sealed.
    void custodyIsNotConfused()
    {
        const QString id = m_sharer->decide(wish(luis)).value();
        (void)send();
        QCOMPARE(int(row(id).state), int(ShareState::Returned));
        m_item = {};
        write("abierto", true);
        const QString other = m_sharer->decide(sealedWish(m_his)).value();
        (void)send();
        QCOMPARE(int(row(other).state), int(ShareState::Returned));
        QCOMPARE(m_shares.offers, 0);
    }
};

QTEST_GUILESS_MAIN(TestSharesSealed)
#include "tst_shares_sealed.moc"
