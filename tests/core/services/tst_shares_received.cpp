// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is shared with this person is believed only when its signatures hold, and what the operator tells later changes
// nothing that was signed.
#include "core/remote/ChangeCodec.h"
#include "tests/core/services/ShareBench.h"

using namespace carriel;
using namespace carriel::test;

class TestSharesReceived final : public ShareBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    // The operator cannot put another grant in the place of the one that was signed.
    void anotherGrantUnderThisIdIsNotTaken()
    {
        const QString id = m_sharer->decide(wish()).value();
        QVERIFY(send());
        const QByteArray before = row(id).json;
        m_shares.held.insert(QStringLiteral("rev"), 9);
        m_shares.held.insert(QStringLiteral("grant"), QStringLiteral("a.b.c"));
        std::optional<Outcome> done;
        m_sharer->refresh([&](const Outcome &outcome) { done = outcome; });
        QTRY_VERIFY(done.has_value());
        QVERIFY(!done->ok());
        QCOMPARE(row(id).json, before);
    }

    void whatIsSharedWithThisPersonIsBelievedOnlyWhenItsSignaturesHold_data()
    {
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<bool>("foreignKey");
        QTest::addColumn<QString>("trouble");
        const QString me = QStringLiteral("co:CC:1020304050"), other = QStringLiteral("co:CC:52000111");
        QTest::newRow("holds") << other << me << false << QString();
        QTest::newRow("signed by another key") << other << me << true << QStringLiteral("signature");
        QTest::newRow("in another's name") << QStringLiteral("co:CC:99999") << me << false << QStringLiteral("owner");
        QTest::newRow("to somebody else") << other << QStringLiteral("co:CC:77777") << false << QStringLiteral("recipient");
    }
    void whatIsSharedWithThisPersonIsBelievedOnlyWhenItsSignaturesHold()
    {
        QFETCH(QString, owner);
        QFETCH(QString, recipient);
        QFETCH(bool, foreignKey);
        QFETCH(QString, trouble);
        m_shares.theirs = received(owner, recipient, foreignKey);
        QVERIFY(refreshed());
        const Outcome accepted = m_sharer->act(QStringLiteral("accept"), theirId);
        QCOMPARE(accepted.ok(), trouble.isEmpty());
        if (!accepted.ok()) {
            QCOMPARE(accepted.error().code, shares::errors::grantUnproven);
            QCOMPARE(accepted.error().params.value(QStringLiteral("reason")).toString(), trouble);
            return;
        }
        QVERIFY(send());
        QVERIFY(row(theirId).json.contains("Accepted"));
        QCOMPARE(m_sharer->act(QStringLiteral("decline"), theirId).error().code, shares::errors::acceptedAlready);
        m_shares.bytes = "lo compartido";
        QCOMPARE(fetch().value(), m_shares.bytes);
        m_shares.bytes = "otra cosa";
        QCOMPARE(fetch().error().code, shares::errors::notAsShared);
    }

    // The newest version is another one than was told when the list was read last.
    void whatFollowsIsAskedForAnew()
    {
        m_shares.theirs = received(QStringLiteral("co:CC:52000111"), QStringLiteral("co:CC:1020304050"), false, true);
        QVERIFY(refreshed());
        m_shares.bytes = "la nueva";
        QJsonObject told = m_shares.theirs.value(QLatin1String("documents")).toArray().first().toObject();
        told.insert(QStringLiteral("sha256"), b64(crypto::toBase64Url(crypto::sha256(m_shares.bytes))));
        m_shares.theirs.insert(QStringLiteral("documents"), QJsonArray{told});
        m_shares.theirs.insert(QStringLiteral("rev"), 2);
        QCOMPARE(fetch().value(), m_shares.bytes);
    }

    void oneThatIsOddStopsNoOther()
    {
        m_shares.theirs = received(QStringLiteral("co:CC:52000111"), QStringLiteral("co:CC:1020304050"), false);
        const QString mine = m_sharer->decide(wish()).value();
        QVERIFY(send());
        m_shares.odd = m_shares.theirs;
        m_shares.odd.insert(QStringLiteral("id"), mine); // one of this person's as if it were somebody else's
        QVERIFY(!refreshed());
        QVERIFY(!row(theirId).json.isEmpty());
        QVERIFY(row(mine).mine);
    }

    // In the owner's feed and in the recipient's a share is told differently.
    void theFeedTellsBothSides()
    {
        const QJsonObject one{{QStringLiteral("id"), theirId}};
        const auto change = [&](const char *member) {
            return QJsonObject{{QStringLiteral("kind"), QStringLiteral("share")},
                               {QStringLiteral("op"), QStringLiteral("upsert")},
                               {QStringLiteral("id"), theirId},
                               {QStringLiteral("rev"), 1},
                               {QLatin1String(member), one}};
        };
        const QJsonObject page{{QStringLiteral("epoch"), QStringLiteral("e")},
                               {QStringLiteral("old_cursor"), QStringLiteral("a")},
                               {QStringLiteral("new_cursor"), QStringLiteral("b")},
                               {QStringLiteral("has_more"), false},
                               {QStringLiteral("changes"), QJsonArray{change("share"), change("received")}}};
        const auto read = remote::readChanges(QJsonDocument(page).toJson(), QStringLiteral("a"));
        QVERIFY(read.ok());
        QCOMPARE(read.value().others.size(), 2);
        QCOMPARE(read.value().others.at(0).kind, QStringLiteral("share"));
        QCOMPARE(read.value().others.at(1).kind, QStringLiteral("received"));
        QCOMPARE(QJsonDocument::fromJson(read.value().others.at(1).json).object(), one);
    }
};

QTEST_GUILESS_MAIN(TestSharesReceived)
#include "tests/support/Patience.h"
#include "tst_shares_received.moc"
