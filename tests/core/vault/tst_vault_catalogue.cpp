// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether all that a vault knows can be read, before anything is said of it.
#include "core/vault/Catalogue.h"
#include "core/vault/VaultErrors.h"
#include "tests/core/vault/WholeVault.h"

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

class TestVaultCatalogue : public WholeVault
{
    Q_OBJECT
private Q_SLOTS:
    void init() { makeFolder(); }
    void whateverPageIsDamagedWhatIsToldIsTrueOrRefused();
};

// Lists and counts are taken from a few pages; what they say of the whole is only true if the others read, too.
void TestVaultCatalogue::whateverPageIsDamagedWhatIsToldIsTrueOrRefused()
{
    {
        const auto created = make("p");
        VERIFY_OK(created);
        const auto store = created.value().vault->openStore(m_clock, m_random);
        VERIFY_OK(store);
        VERIFY_OK(store.value()->transact([&](sync::Writer &w) -> Outcome {
            for (int i = 0; i < 150; ++i) {
                sync::OpRow op;
                op.key = OpKey(QStringLiteral("op%1").arg(i));
                op.target = ItemId(QString::number(i));
                CARRIEL_CHECK(putDocument(w, itemRow(op.target.text(), QStringLiteral("papel %1.txt").arg(i).repeated(8)), "p"));
                CARRIEL_TRY(op.seq, w.addOp(op));
            }
            sync::ItemRow noted = itemRow(QStringLiteral("n"), QStringLiteral("nota larga.txt"));
            noted.local.meta.setNote(QStringLiteral("lo que dice ").repeated(800)); // runs over into pages of its own
            CARRIEL_CHECK(putDocument(w, noted, "n"));
            return putDocument(w, itemRow(QStringLiteral("b"), QStringLiteral("grande.bin")), m_random.bytes(1 << 20));
        }));
        VERIFY_OK(store.value()->checkpoint());
    }
    const auto told = [&](Access access) -> Result<QString> {
        CARRIEL_TRY(auto database, Database::open(path("vault.db"), m_key, access));
        CARRIEL_CHECK(catalogueReads(*database));
        CARRIEL_TRY(const qint64 waiting, database->number("SELECT count(*) FROM outbox WHERE state<>4"));
        VaultReader reader(std::move(database));
        CARRIEL_TRY(const auto ids, reader.ids({}));
        CARRIEL_TRY(const auto rows, reader.rows(ids));
        QStringList names;
        for (const ListRow &row : rows)
            names.append(row.name);
        CARRIEL_TRY(const auto noted, reader.details(ItemId(QStringLiteral("n"))));
        return QString(QString::number(waiting) + names.join(u'/') + (noted ? noted->item.local.meta.note() : QString()));
    };
    const QByteArray good = readAll(path("vault.db"));
    const auto truth = told(Access::ReadOnly);
    VERIFY_OK(truth);
    QVERIFY(truth.value().startsWith(QLatin1String("150")));
    int refused = 0, whole = 0;
    // Zeros are what a disk gives for a block that it lost, and what SQLCipher takes for a page that was never written.
    for (const auto &[filling, access] : {std::pair{'x', Access::ReadOnly}, {'\0', Access::ReadWrite}}) {
        for (qsizetype at = 8192; at < good.size(); at += 8192) {
            QByteArray spoilt = good;
            spoilt.replace(at, 8192, QByteArray(8192, filling));
            write(path("vault.db"), spoilt);
            const auto now = told(access);
            if (now.ok())
                QVERIFY2(now.value() == truth.value(), qPrintable(QStringLiteral("page %1, %2").arg(at / 8192 + 1).arg(int(filling))));
            else
                QVERIFY2(now.error().code == vault::errors::damaged, qPrintable(now.error().codeText() + now.error().detail));
            QVERIFY(now.ok() || !told(Access::ReadOnly).ok());
            ++(now.ok() ? whole : refused);
        }
    }
    QVERIFY2(refused > 20 && whole > 200, qPrintable(QStringLiteral("%1 refused, %2 whole").arg(refused).arg(whole)));
}

QTEST_GUILESS_MAIN(TestVaultCatalogue)
#include "tst_vault_catalogue.moc"
