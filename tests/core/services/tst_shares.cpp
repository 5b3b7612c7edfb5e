// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares as this computer makes them: decided without a network, signed for what was seen, sent once whatever is lost on
// the way, ended in the same way.
#include "tests/core/services/ShareBench.h"

using namespace carriel;
using namespace carriel::test;

class TestShares final : public ShareBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void isSignedForWhatWasSeenAndSentOnce()
    {
        const QString id = m_sharer->decide(wish()).value();
        QVERIFY(send());
        QCOMPARE(int(row(id).state), int(ShareState::Taken));
        const auto grant = evidence::readGrant(m_shares.held.value(QLatin1String("grant")).toString().toLatin1());
        QVERIFY(grant.ok());
        QCOMPARE(grant.value().documents.first().sha256, m_digest);
        QCOMPARE(grant.value().recipient, QStringLiteral("co:CC:52000111"));
        QCOMPARE(grant.value().owner, QStringLiteral("co:CC:1020304050"));
        QVERIFY(crypto::verifyJws(grant.value().jws, m_mail.vector.deviceKey.publicKey(), "carpeta-grant+json"));
        for (int again = 0; again < 3; ++again)
            QVERIFY(send());
        QCOMPARE(m_shares.offers, 1);
    }

    // Whatever is lost on the way, however often the program is ended: the same bytes under the same key, one share.
    void whatIsLostIsSentAgainWithTheSameBytes()
    {
        const QString id = m_sharer->decide(wish()).value();
        m_shares.loseAnswers = true;
        QVERIFY(!send());
        QCOMPARE(int(row(id).state), int(ShareState::Sent));
        const QByteArray frozen = row(id).body;
        restart();
        QVERIFY(!send());
        QCOMPARE(row(id).body, frozen);
        QCOMPARE(m_sharer->cancel(id).error().code, shares::errors::alreadySent);
        m_shares.loseAnswers = false;
        restart();
        QVERIFY(send());
        QCOMPARE(int(row(id).state), int(ShareState::Taken));
        QCOMPARE(m_shares.offers, 1);
    }

    void waitsWithoutANetworkAndCanBeCancelled()
    {
        m_sharer->setPort(nullptr);
        const QString first = m_sharer->decide(wish()).value(), second = m_sharer->decide(wish()).value();
        QVERIFY(!send());
        QVERIFY(m_sharer->cancel(second));
        restart();
        QVERIFY(send());
        QCOMPARE(int(row(first).state), int(ShareState::Taken));
        QCOMPARE(int(row(second).state), int(ShareState::Cancelled));
        QCOMPARE(m_shares.offers, 1);
    }

    // An operator that cannot be reached has nothing: it is not one that may have arrived, and can be cancelled.
    void whatNobodyHeardCanBeCancelled()
    {
        m_computer->port.offline = true;
        const QString first = m_sharer->decide(wish()).value();
        QVERIFY(!send());
        QCOMPARE(int(row(first).state), int(ShareState::Prepared));
        QVERIFY(m_sharer->act(QStringLiteral("revoke"), first));
        QCOMPARE(int(row(first).state), int(ShareState::Cancelled));
        m_computer->port.offline = false;
        QVERIFY(send());
        QCOMPARE(m_shares.offers, 0);
    }

    // The name was not seen when it was decided: it comes back with it, and only what was confirmed is sent, once.
    void whatNobodySawComesBackWithTheName()
    {
        shares::Wish unseen = wish();
        unseen.toName.clear();
        m_shares.person = {{QStringLiteral("id"), QStringLiteral("co:CC:52000111")}, {QStringLiteral("name"), QStringLiteral("Luis M. R.")}};
        const QString id = m_sharer->decide(unseen).value();
        QVERIFY(send());
        QCOMPARE(m_shares.offers, 0);
        QCOMPARE(int(row(id).state), int(ShareState::Returned));
        QCOMPARE(row(id).reason, shares::unseenReason(QStringLiteral("Luis M. R.")));
        QVERIFY(send()); // whoever reads the list later sends nothing of it
        QCOMPARE(m_shares.offers, 0);
        QCOMPARE(m_sharer->decide(wish(), QStringLiteral("no-hay")).error().code, shares::errors::nothingToConfirm);
        const QString confirmed = m_sharer->decide(wish(), id).value();
        QCOMPARE(int(row(id).state), int(ShareState::Cancelled));
        QVERIFY(send());
        QCOMPARE(int(row(confirmed).state), int(ShareState::Taken));
        QCOMPARE(m_shares.offers, 1);
        QCOMPARE(m_sharer->decide(wish(), id).error().code, shares::errors::nothingToConfirm); // once
        // An operator that tells of somebody else is not believed.
        m_shares.person.insert(QStringLiteral("id"), QStringLiteral("co:CC:1"));
        const QString other = m_sharer->decide(unseen).value();
        QVERIFY(!send());
        QCOMPARE(row(other).reason, QStringLiteral("recipient_unknown"));
        QCOMPARE(m_shares.offers, 1);
    }

    void waitsForADocumentOnItsWayAndComesBackIfItChanged()
    {
        write("otra versión", false);
        const QString waits = m_sharer->decide(wish()).value();
        QVERIFY(send());
        QCOMPARE(int(row(waits).state), int(ShareState::Prepared)); // the operator has another version
        sent();
        QVERIFY(send());
        QCOMPARE(int(row(waits).state), int(ShareState::Taken));
        const QString changed = m_sharer->decide(wish()).value();
        write("y otra más", true);
        QVERIFY(send());
        QCOMPARE(int(row(changed).state), int(ShareState::Returned));
        QCOMPARE(row(changed).reason, QStringLiteral("changed"));
        QCOMPARE(m_shares.offers, 1);
    }

    void whatIsRefusedComesBackAndStopsNoOther()
    {
        const QString id = m_sharer->decide(wish()).value();
        m_shares.refusal = "recipient_unknown";
        const Outcome told = send();
        QVERIFY(!told);
        QCOMPARE(told.error().code, shares::errors::recipientUnknown);
        QCOMPARE(int(row(id).state), int(ShareState::Returned));
        QCOMPARE(m_shares.offers, 0);
        const QString first = m_sharer->decide(wish()).value(), second = m_sharer->decide(wish()).value();
        m_shares.refusals = 1; // of the two that are sent in one go
        QVERIFY(!send());
        QCOMPARE(int(row(first).state), int(ShareState::Returned));
        QCOMPARE(int(row(second).state), int(ShareState::Taken));
        QCOMPARE(m_shares.offers, 1);
    }

    // An operator keeps the keys of requests for a while only; the share itself it keeps, and is asked how it stands.
    void whatIsThereAlreadyIsAskedFor()
    {
        const QString id = m_sharer->decide(wish()).value();
        m_shares.loseAnswers = true;
        QVERIFY(!send());
        m_shares.loseAnswers = false;
        m_shares.answers.clear();
        QVERIFY(send());
        QCOMPARE(int(row(id).state), int(ShareState::Taken));
        QCOMPARE(m_shares.offers, 1);
    }

    void anEndWaitsAndIsToldOnce()
    {
        const QString id = m_sharer->decide(wish()).value();
        QVERIFY(send());
        m_shares.loseRequests = true;
        QVERIFY(m_sharer->act(QStringLiteral("revoke"), id));
        QVERIFY(m_sharer->act(QStringLiteral("revoke"), id)); // said already
        QVERIFY(!send());
        QCOMPARE(m_sharer->rows().acts().value().size(), 1);
        restart();
        m_shares.loseRequests = false;
        m_shares.loseAnswers = true;
        QVERIFY(!send());
        m_shares.loseAnswers = false;
        QVERIFY(send());
        QCOMPARE(m_shares.ends, 1);
        QVERIFY(m_sharer->rows().acts().value().isEmpty());
        QCOMPARE(m_sharer->act(QStringLiteral("revoke"), id).error().code, shares::errors::ownEnded);
        const QString unsent = m_sharer->decide(wish()).value();
        QVERIFY(m_sharer->act(QStringLiteral("revoke"), unsent)); // nothing of it has left: taken back
        QCOMPARE(int(row(unsent).state), int(ShareState::Cancelled));
    }

    void aLinkHasACodeThatTheOperatorDoesNot()
    {
        const QString id = m_sharer->decide(wish({})).value();
        QVERIFY(send());
        QCOMPARE(row(id).code.size(), 10);
        const auto grant = evidence::readGrant(m_shares.held.value(QLatin1String("grant")).toString().toLatin1()).value();
        QCOMPARE(grant.codeDigest, evidence::codeDigestOf(id, row(id).code));
        QVERIFY(!grant.jws.contains(row(id).code.toLatin1()));
    }

    // An end that was asked for before it was known whether there is anything to end goes with what came back.
    void anEndOfWhatWasNeverSharedWaitsForNothing()
    {
        const QString id = m_sharer->decide(wish()).value();
        m_shares.loseRequests = true;
        QVERIFY(!send());
        QVERIFY(m_sharer->act(QStringLiteral("revoke"), id));
        QCOMPARE(m_sharer->rows().acts().value().size(), 1);
        m_shares.loseRequests = false;
        m_shares.refusal = "share_invalid";
        QVERIFY(!send());
        QCOMPARE(int(row(id).state), int(ShareState::Returned));
        QVERIFY(m_sharer->rows().acts().value().isEmpty());
    }

    // What was decided and what is in the record of activity are one: both or neither.
    void eachDecisionStandsInTheRecord()
    {
        const QString id = m_sharer->decide(wish()).value();
        QVERIFY(send());
        QVERIFY(m_sharer->act(QStringLiteral("revoke"), id));
        QCOMPARE(noted("share.decided", id), 1);
        QCOMPARE(noted("share.revoke", id), 1);
        const QString second = m_sharer->decide(wish()).value();
        QVERIFY(m_sharer->cancel(second));
        QCOMPARE(noted("share.cancelled", second), 1);
    }
};

QTEST_GUILESS_MAIN(TestShares)
#include "tst_shares.moc"
