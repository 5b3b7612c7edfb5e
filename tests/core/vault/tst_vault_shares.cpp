// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares in the vault: an older vault gets their place and loses nothing; what was decided or sent does not change.
#include "core/vault/Migrations.h"
#include "core/vault/ShareStore.h"
#include "core/vault/VaultErrors.h"
#include "tests/core/vault/TestVault.h"

#include <QTemporaryDir>
#include <QTest>

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

class TestVaultShares final : public QObject
{
    Q_OBJECT

    TestVault m_vault;
    std::unique_ptr<ShareStore> m_shares;

    static ShareRow decided(const QString &id, int minute = 0)
    {
        ShareRow row;
        row.id = id;
        row.op = id + QStringLiteral("-op");
        row.wish = "{}";
        row.madeUtc = QDateTime({2026, 11, 23}, {8, minute}, Qt::UTC);
        return row;
    }
    ShareRow told(const QString &id, qint64 rev, const QByteArray &json, bool mine = true)
    {
        ShareRow row = decided(id);
        row.mine = mine;
        row.rev = rev;
        row.json = json;
        return row;
    }
    ShareRow row(const QString &id) { return m_shares->find(id).value().value_or(ShareRow()); }
    Outcome move(const QString &id, ShareState to)
    {
        ShareRow moved = row(id);
        moved.state = to;
        return m_shares->put(moved);
    }

private Q_SLOTS:
    void initTestCase()
    {
        VERIFY_OK(m_vault.create());
        m_shares = std::make_unique<ShareStore>(m_vault.store->database());
    }

    void anOlderVaultGetsTheirPlaceAndLosesNothing()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("older.db"));
        const auto steps = migrations();
        const auto here = std::find_if(steps.cbegin(), steps.cend(), [](const Migration &step) { return step.version == 12; });
        QVERIFY(here != steps.cend());
        auto made = Database::open(path, keyOf('k'), Access::Create);
        VERIFY_OK(made);
        Database &db = *made.value();
        VERIFY_OK(migrate(db, steps.mid(0, here - steps.cbegin())));
        VERIFY_OK(db.exec("INSERT INTO contribution(id,state,request,statement,made) VALUES('c',3,x'01',x'02',5)"));
        VERIFY_OK(migrate(db));
        QVERIFY(QFile::exists(path + QStringLiteral(".before-%1").arg(steps.last().version))); // the copy
        QCOMPARE(db.number("SELECT count(*) FROM contribution").value(), 1);
        ShareStore shares(db);
        VERIFY_OK(shares.add(decided(QStringLiteral("a"))));
        QCOMPARE(shares.all().value().size(), 1);
    }

    void whatWasDecidedOrSentDoesNotChange()
    {
        const QString id = QStringLiteral("s1");
        VERIFY_OK(m_shares->add(decided(id)));
        Database &db = m_vault.store->database();
        QVERIFY(!db.exec("UPDATE share SET wish=x'00' WHERE id='s1'"));
        QVERIFY(!db.exec("DELETE FROM share WHERE id='s1'"));
        VERIFY_OK(move(id, ShareState::Sent));
        QVERIFY(!move(id, ShareState::Prepared));
        QVERIFY(!move(id, ShareState::Cancelled));
        VERIFY_OK(m_shares->take(told(id, 1, "{\"rev\":1}")));
        QCOMPARE(int(row(id).state), int(ShareState::Taken));
        QCOMPARE(row(id).wish, QByteArray("{}"));
        QVERIFY(!move(id, ShareState::Returned));
    }

    void whatIsOlderReplacesNothingNewer()
    {
        const QString id = QStringLiteral("s2");
        VERIFY_OK(m_shares->take(told(id, 5, "five", false)));
        VERIFY_OK(m_shares->take(told(id, 4, "four", false)));
        QCOMPARE(row(id).json, QByteArray("five"));
        QVERIFY(!row(id).mine);
        VERIFY_OK(m_shares->take(told(id, 6, "six", false)));
        QCOMPARE(row(id).json, QByteArray("six"));
    }

    // One that waits for its answer is not lost among many that are settled.
    void whatWaitsIsFound()
    {
        const QString later = QStringLiteral("s4"), first = QStringLiteral("s3");
        VERIFY_OK(m_shares->add(decided(later, 2)));
        VERIFY_OK(m_shares->add(decided(first, 1)));
        VERIFY_OK(move(later, ShareState::Sent));
        const auto waiting = m_shares->unsent();
        VERIFY_OK(waiting);
        QCOMPARE(waiting.value().size(), 2);
        QCOMPARE(waiting.value().first().id, first);
        VERIFY_OK(m_shares->addAct({QStringLiteral("op"), later, QStringLiteral("revoke"), "{}", decided({}).madeUtc}));
        QCOMPARE(m_shares->acts().value().size(), 1);
        QVERIFY(m_shares->sendable().value().isEmpty()); // the operator does not have it, or has not said so
        VERIFY_OK(m_shares->take(told(later, 1, "one")));
        QCOMPARE(m_shares->sendable().value().size(), 1);
        VERIFY_OK(m_shares->dropActs(later));
        QVERIFY(m_shares->acts().value().isEmpty());
        QVERIFY(!m_shares->addAct({QStringLiteral("op2"), QStringLiteral("nobody"), QStringLiteral("revoke"), "{}", decided({}).madeUtc}));
    }
};

QTEST_GUILESS_MAIN(TestVaultShares)
#include "tst_vault_shares.moc"
