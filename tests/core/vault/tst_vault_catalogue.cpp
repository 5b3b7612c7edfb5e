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
            return putDocument(w, itemRow(QStringLiteral("b"), QStringLiteral("grande.bin")), m_random.bytes(1 << 20));
        }));
        VERIFY_OK(store.value()->checkpoint());
    }
    const auto told = [&]() -> Result<QString> {
        CARRIEL_TRY(auto database, Database::open(path("vault.db"), m_key, Access::ReadOnly));
        CARRIEL_CHECK(catalogueReads(*database));
        CARRIEL_TRY(const qint64 waiting, database->number("SELECT count(*) FROM outbox WHERE state<>4"));
        VaultReader reader(std::move(database));
        CARRIEL_TRY(const auto ids, reader.ids({}));
        CARRIEL_TRY(const auto rows, reader.rows(ids));
        QStringList names;
        for (const ListRow &row : rows)
            names.append(row.name);
        return QString(QString::number(waiting) + names.join(u'/'));
    };
    const QByteArray good = readAll(path("vault.db"));
    const auto truth = told();
    VERIFY_OK(truth);
    QVERIFY(truth.value().startsWith(QLatin1String("150")));
    int refused = 0, whole = 0;
    for (qsizetype at = 8192; at < good.size(); at += 8192) {
        QByteArray spoilt = good;
        spoilt.replace(at, 8192, QByteArray(8192, 'x'));
        write(path("vault.db"), spoilt);
        const auto now = told();
        if (now.ok())
            QCOMPARE(now.value(), truth.value());
        else
            QVERIFY2(now.error().code == vault::errors::damaged, qPrintable(now.error().codeText() + now.error().detail));
        ++(now.ok() ? whole : refused);
    }
    QVERIFY2(refused > 10 && whole > 100, qPrintable(QStringLiteral("%1 refused, %2 whole").arg(refused).arg(whole)));
}

QTEST_GUILESS_MAIN(TestVaultCatalogue)
#include "tst_vault_catalogue.moc"
