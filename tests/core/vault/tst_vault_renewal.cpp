// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged database gives its place to another one, wholly or not at all, whatever ends the program in between.
#include "tests/core/vault/TestVault.h"

#include "core/base/BaseErrors.h"
#include "core/vault/Salvage.h"
#include "core/vault/Vault.h"

#include <QDir>

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

class TestVaultRenewal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aFullDiskChangesNothing();
    void halfARenewalIsFinished();

private:
    QString path(const char *name) const { return m_dir->filePath(QLatin1String(name)); }
    Result<QString> renew()
    {
        return Vault::renew(m_dir->path(), keyOf('k'), m_clock, m_random, [&](VaultStore &into) -> Outcome {
            const auto saved = salvage(path("vault.db"), keyOf('k'), into);
            return saved.ok() ? Outcome() : Outcome(saved.error());
        });
    }
    std::unique_ptr<QTemporaryDir> m_dir;
    FixedClock m_clock;
    SystemRandom m_random;
};

void TestVaultRenewal::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    Vault::Plan plan = Vault::plan();
    plan.key = keyOf('k');
    const auto created = Vault::create(m_dir->path(), std::move(plan), {true, {}}, m_clock, m_random);
    VERIFY_OK(created);
    const auto store = created.value().vault->openStore(m_clock, m_random);
    VERIFY_OK(store);
    VERIFY_OK(store.value()->transact(
        [&](sync::Writer &w) { return putDocument(w, itemRow(QStringLiteral("a"), QStringLiteral("a")), "x"); }));
}

void TestVaultRenewal::aFullDiskChangesNothing()
{
    const auto full = [](VaultStore &) -> Outcome { return Error{carriel::errors::diskFull, {}, {}}; };
    COMPARE_ERROR(Vault::renew(m_dir->path(), keyOf('k'), m_clock, m_random, full), carriel::errors::diskFull);
    QVERIFY(QDir(m_dir->path()).entryList({QStringLiteral("*damaged*")}).isEmpty());
    VERIFY_OK(Vault::open(m_dir->path(), keyOf('k')));
}

void TestVaultRenewal::halfARenewalIsFinished()
{
    const auto aside = renew();
    VERIFY_OK(aside);
    QVERIFY(QFile::exists(aside.value()));
    // As if the power had gone between the last renamings: the next look at the profile finishes it, and the log of the
    // database that went is not taken for the new one's.
    QVERIFY(QFile::rename(path("vault.db"), path("vault.db.renewed")));
    QFile log(path("vault.db-wal"));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("of the other one");
    log.close();
    QCOMPARE(Vault::probe(m_dir->path()).presence, VaultPresence::Locked);
    QVERIFY(QFile::exists(QString(aside.value() + QLatin1String("-wal"))));
    const auto opened = Vault::open(m_dir->path(), keyOf('k'));
    VERIFY_OK(opened);
    const auto store = opened.value()->openStore(m_clock, m_random);
    VERIFY_OK(store);
    QCOMPARE(store.value()->bytes(BlobId(QStringLiteral("a-b"))).value(), QByteArray("x"));
}

QTEST_GUILESS_MAIN(TestVaultRenewal)
#include "tst_vault_renewal.moc"
