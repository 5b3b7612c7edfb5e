// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator signed of this computer's log, years of it: whether there is something to tell, and whether another history was
// told than is here, is found from what is kept and not from what was remembered.
#include "core/crypto/Base64Url.h"
#include "core/evidence/records/Statements.h"
#include "core/services/KeptCheckpoints.h"
#include "core/vault/Settings.h"
#include "tests/core/vault/TestVault.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace carriel;
using namespace carriel::vault::testing;

namespace {
const QString own = QStringLiteral("dev:01DV:1");

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}
QString b64u(const QByteArray &bytes)
{
    return QString::fromLatin1(crypto::toBase64Url(bytes));
}
} // namespace

class TestKeptCheckpoints : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestVault> m_vault;
    std::unique_ptr<vault::ActivityLog> m_log;
    crypto::PrivateKey m_operator = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
    QByteArray m_last;
    qint64 m_n = 0;

    vault::Database &db() { return m_vault->store->database(); }

    // This computer wrote so many records.
    void write(int count)
    {
        for (int i = 0; i < count; ++i)
            QVERIFY(db().transact([&] { return m_log->add({QStringLiteral("document.added"), {}, {}, {}}); }).ok());
    }
    void keep(const QString &log, qint64 seq, const QByteArray &hash)
    {
        QJsonObject inner{{QStringLiteral("n"), ++m_n},
                          {QStringLiteral("log"), log},
                          {QStringLiteral("seq"), seq},
                          {QStringLiteral("head"), b64u(hash)},
                          {QStringLiteral("op_seq"), 0},
                          {QStringLiteral("op_head"), b64u(QByteArray(32, 'o'))},
                          {QStringLiteral("heads"), QJsonArray()}};
        if (!m_last.isEmpty())
            inner.insert(QStringLiteral("prev"), QString::fromLatin1(evidence::digestOf(m_last)));
        const QJsonObject events{{QStringLiteral("urn:carpeta:event:Checkpoint"), inner}};
        m_last = crypto::signJws(m_operator, "secevent+jwt", compact({{QStringLiteral("txn"), QStringLiteral("f1")}, {QStringLiteral("events"), events}})).value();
        const Outcome kept = keepCheckpoint(db(), m_n, m_last, m_vault->clock.nowUtc());
        QVERIFY2(kept.ok(), qPrintable(kept.ok() ? QString() : kept.error().detail));
    }
    void keepAsHere(qint64 seq) { keep(own, seq, m_log->hashAt(own, seq).value()); }
    int elsewhere() { return toldElsewhere(db(), *m_log).value(); }

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<TestVault>();
        QVERIFY(m_vault->create().ok());
        vault::ProfileFacts facts(db());
        QVERIFY(facts.set(QStringLiteral("device"), QStringLiteral("01DV")).ok());
        QVERIFY(facts.set(QStringLiteral("holder"), QStringLiteral("co:CC:1020304050")).ok());
        m_log = std::make_unique<vault::ActivityLog>(db(), m_vault->clock, m_vault->random);
        m_last.clear();
        m_n = 0;
    }

    void whatWasToldLastIsFoundAmongOthers()
    {
        write(9);
        QCOMPARE(toldOf(db(), own).value(), 0);
        keepAsHere(2);
        keepAsHere(7);
        keep(QStringLiteral("dev:02DV:1"), 40, QByteArray(32, 'x'));
        QCOMPARE(toldOf(db(), own).value(), 7);
        QCOMPARE(toldOf(db(), QStringLiteral("dev:02DV:1")).value(), 40);
        QCOMPARE(elsewhere(), 0);
    }

    // The end of the program between taking a checkpoint in and going on under the next name loses nothing: it is found again.
    void anotherHistoryIsFoundUntilItWasLookedAt()
    {
        write(3);
        keepAsHere(3);
        keep(own, 8, QByteArray(32, 'z')); // what this vault told before an older copy of it was put back
        QCOMPARE(elsewhere(), 1);
        QVERIFY(m_vault->reopen().ok());
        m_log = std::make_unique<vault::ActivityLog>(db(), m_vault->clock, m_vault->random);
        QCOMPARE(elsewhere(), 1);
        QVERIFY(lookedAt(db()).ok());
        QCOMPARE(elsewhere(), 0);
    }

    // Told and looked at in the wrong order, as a computer does that tells first: the newer word hides no older one.
    void aNewerWordHidesNoOlderOne()
    {
        write(3);
        keepAsHere(3);
        QVERIFY(lookedAt(db()).ok());
        write(6);
        keep(own, 8, QByteArray(32, 'z'));
        keepAsHere(9);
        QCOMPARE(elsewhere(), 1);
    }

    // Another computer's log is in its vault, and an earlier name of this one's is settled.
    void othersAndEarlierNamesAreNoneOfIt()
    {
        QVERIFY(vault::ProfileFacts(db()).set(QString::fromLatin1(activityEpochFact), QStringLiteral("2")).ok());
        write(1);
        keep(QStringLiteral("dev:02DV:1"), 5, QByteArray(32, 'x'));
        keep(own, 8, QByteArray(32, 'z'));
        QCOMPARE(elsewhere(), 0);
        keep(QStringLiteral("dev:01DV:4"), 1, QByteArray(32, 'z'));
        QCOMPARE(elsewhere(), 4);
    }

    // Once for each reason; the person's note ends it, and what follows from the first is not told beside it.
    void anAlarmIsToldOnceAndCanBeNoted()
    {
        const auto raised = [this](const char *reason) { return raiseActivityAlarm(db(), QString::fromLatin1(reason)).value(); };
        QVERIFY(!activityAlarmNoted(db()).isValid());
        QVERIFY(noteActivityAlarm(db(), m_vault->clock).ok()); // of nothing
        QVERIFY(!activityAlarmNoted(db()).isValid());
        QVERIFY(raised("altered"));
        QVERIFY(!raised("altered"));
        QVERIFY(!raised("missing"));
        QCOMPARE(activityAlarm(db()), QStringLiteral("altered"));
        QVERIFY(noteActivityAlarm(db(), m_vault->clock).ok());
        const QDateTime noted = activityAlarmNoted(db());
        QCOMPARE(noted, m_vault->clock.nowUtc());
        QVERIFY(noteActivityAlarm(db(), m_vault->clock).ok());
        QVERIFY(!raised("altered") && !raised("missing"));
        QCOMPARE(activityAlarmNoted(db()), noted);
        QCOMPARE(activityAlarm(db()), QStringLiteral("altered"));
        QVERIFY(raised("key")); // another one is an alarm of its own
        QCOMPARE(activityAlarm(db()), QStringLiteral("key"));
        QVERIFY(!activityAlarmNoted(db()).isValid());
        QVERIFY(!raised("altered"));
    }
};

QTEST_GUILESS_MAIN(TestKeptCheckpoints)
#include "tst_kept_checkpoints.moc"
