// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/vault/TestVault.h"

#include "core/vault/Unrest.h"

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

class TestVaultUnrest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aFolderCarriesWhatLiesInIt();

private:
    Outcome put(const sync::ItemRow &row)
    {
        return m_vault->store->transact([&](sync::Writer &w) {
            return row.type == ItemType::Folder ? w.putItem(row) : putDocument(w, row, "x");
        });
    }
    std::unique_ptr<TestVault> m_vault;
    std::unique_ptr<VaultReader> m_reader;
};

void TestVaultUnrest::initTestCase()
{
    m_vault = std::make_unique<TestVault>();
    VERIFY_OK(m_vault->create());
    auto database = Database::open(m_vault->path(), keyOf('k'), Access::ReadOnly);
    VERIFY_OK(database);
    m_reader = std::make_unique<VaultReader>(std::move(database).value());
}

// At any depth, each item once by the worst of it; what is in the trash is not in its folder any more.
void TestVaultUnrest::aFolderCarriesWhatLiesInIt()
{
    const auto id = [](const char *text) { return ItemId(QString::fromLatin1(text)); };
    for (const char *name : {"top", "middle", "low", "quiet"}) {
        const QString above = qstrcmp(name, "middle") == 0 ? QStringLiteral("top") : QStringLiteral("middle");
        const bool first = qstrcmp(name, "top") == 0 || qstrcmp(name, "quiet") == 0;
        VERIFY_OK(put(folderRow(QString::fromLatin1(name), QString::fromLatin1(name), first ? rootItem() : ItemId(above))));
    }
    for (const char *name : {"sent", "refused", "both", "gone", "trashed", "done"}) {
        sync::ItemRow row = itemRow(QString::fromLatin1(name), QString::fromLatin1(name), id("low"));
        if (qstrcmp(name, "gone") == 0)
            row.missingSinceUtc = m_vault->clock.nowUtc();
        if (qstrcmp(name, "trashed") == 0)
            row.local.state = ItemState::Trashed;
        VERIFY_OK(put(row));
    }
    VERIFY_OK(put(itemRow(QStringLiteral("calm"), QStringLiteral("calm"), id("quiet"))));
    const auto op = [&](const char *target, sync::OpState state) {
        sync::OpRow row;
        row.key = OpKey(QString::fromLatin1(target) + QString::number(int(state)));
        row.target = id(target);
        row.state = state;
        return m_vault->store->transact([&](sync::Writer &w) -> Outcome {
            CARRIEL_TRY(row.seq, w.addOp(row));
            return w.updateOp(row);
        });
    };
    VERIFY_OK(op("sent", sync::OpState::Queued));
    VERIFY_OK(op("refused", sync::OpState::Queued));
    VERIFY_OK(op("refused", sync::OpState::Failed));
    VERIFY_OK(op("both", sync::OpState::Queued));
    VERIFY_OK(op("trashed", sync::OpState::Queued));
    VERIFY_OK(op("done", sync::OpState::Done));
    VERIFY_OK(op("middle", sync::OpState::WaitingUser)); // a folder in a folder counts as what lies in it
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) {
        return w.putConflict({ConflictId(QStringLiteral("c")), id("both"), sync::ConflictKind::Name, {}, {}, {}, {}});
    }));
    const auto inside = [&](const char *folder) {
        const Unrest found = unrestByFolder(*m_reader).value().value(id(folder));
        return QList<int>{found.gone, found.twofold, found.stopped, found.up, found.down, found.waiting};
    };
    QCOMPARE(inside("low"), (QList<int>{1, 1, 1, 0, 0, 1}));
    QCOMPARE(inside("middle"), (QList<int>{1, 1, 1, 0, 0, 1}));
    QCOMPARE(inside("top"), (QList<int>{1, 1, 2, 0, 0, 1}));
    QCOMPARE(inside("quiet"), QList<int>(6, 0));
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) {
        return w.putTransfer({BlobId(QStringLiteral("sent-b")), sync::Direction::Up, {}, 0, {}, {}, false});
    }));
    QCOMPARE(inside("top"), (QList<int>{1, 1, 2, 1, 0, 0}));
    // A folder in the trash is not in the one above it.
    sync::ItemRow middle = *m_vault->store->item(id("middle")).value();
    middle.local.state = ItemState::Trashed;
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) { return w.putItem(middle); }));
    QCOMPARE(inside("top"), QList<int>(6, 0));
    // Two folders that lie in each other end nothing.
    sync::ItemRow top = *m_vault->store->item(id("top")).value();
    middle.local.state = ItemState::Active;
    top.local.parent = id("middle");
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(w.putItem(middle));
        return w.putItem(top);
    }));
    QVERIFY(inside("top").last() >= 0);
}

QTEST_GUILESS_MAIN(TestVaultUnrest)
#include "tst_vault_unrest.moc"
