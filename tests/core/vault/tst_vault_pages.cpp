// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Wherever a vault is damaged - in any one of its pages, or cut anywhere - what does not stand on what is gone is saved, and what
// does is named: no document is silently missing or empty. CARRIEL_EVERY_PAGE=1 tries every page; otherwise some of each kind.
#include "tests/core/vault/WholeVault.h"

#include "core/vault/PageFile.h"
#include "core/vault/Salvage.h"
#include "core/vault/Trees.h"
#include "core/vault/VaultErrors.h"

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

namespace {
struct Paper {
    QByteArray bytes;
    bool own = true; // the operator never had it
};
} // namespace

class TestVaultPages : public WholeVault
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anyOnePage();
    void theFirstPageWithItsSalt();
    void cutAnywhere();
    void whatStandsInTheLogCounts();
    void aCutFileIsToldThoughItsLogIsThere();

private:
    struct Tally {
        int tried = 0, everything = 0, named = 0, lostAtMost = 0;
        void print(const char *what) const
        {
            qInfo("%s: %d tried; everything came back in %d, some documents are named as damaged in %d (at most %d at once), silently "
                  "missing or empty: 0",
                  what, tried, everything, named, lostAtMost);
        }
    };
    void writeIntoTheLog(QByteArray &file, QByteArray &log);
    void check(const QByteArray &file, const QByteArray &log, Tally &tally, bool onePage);

    QHash<QString, Paper> m_papers;
    QByteArray m_good;  // the file,
    QByteArray m_salt;
    QByteArray m_fresh; // and the one that takes what is saved
    int m_operations = 0;
};

// Like a vault in use: documents of every size, half of them never sent, and enough rows that no tree is one page.
void TestVaultPages::initTestCase()
{
    makeFolder();
    {
        const auto created = make();
        VERIFY_OK(created);
        m_fresh = readAll(path("vault.db"));
        const auto store = created.value().vault->openStore(m_clock, m_random);
        VERIFY_OK(store);
        const int sizes[] = {0, 1, 40, 700, 3000, 7900, 8200, 20000, 70000, 262144, 262145, 300000};
        for (int round = 0; round < 5; ++round) {
            VERIFY_OK(store.value()->transact([&](sync::Writer &w) -> Outcome {
                for (const int size : sizes) {
                    for (const bool own : {true, false}) {
                        const QString id = QStringLiteral("%1-%2-%3").arg(own ? QStringLiteral("o") : QStringLiteral("k")).arg(round).arg(size);
                        if (size > 100000 && round > 0)
                            continue;
                        Paper paper{m_random.bytes(size), own};
                        sync::ItemRow row = itemRow(id, id + QStringLiteral(" papel de la familia.pdf"));
                        row.local.meta.setNote(QStringLiteral("una nota bastante larga ").repeated(8));
                        if (!own) {
                            row.local.version = VersionId(QString(id + QLatin1String("-v")));
                            row.remote = row.base = row.local;
                        }
                        CARRIEL_CHECK(putDocument(w, row, paper.bytes));
                        if (own) {
                            sync::OpRow op;
                            op.key = OpKey(QString(id + QLatin1String("-op")));
                            op.kind = sync::OpKind::CreateDocument;
                            op.target = row.id;
                            op.lane = id;
                            op.version = VersionId(QString(id + QLatin1String("-v")));
                            CARRIEL_CHECK(w.addOp(op));
                            CARRIEL_CHECK(w.addActivity({QStringLiteral("document.added"), id, op.key, {{QStringLiteral("name"), row.local.name}}}));
                            ++m_operations;
                        }
                        m_papers.insert(id, paper);
                    }
                }
                return {};
            }));
        }
        VERIFY_OK(store.value()->database().exec("UPDATE blob SET on_server=1,remote_id='r-'||id WHERE id LIKE 'k-%'"));
        VERIFY_OK(store.value()->checkpoint());
    }
    m_good = readAll(path("vault.db"));
    m_salt = m_good.first(16);
}

// What is saved of this file, held against what was put there.
void TestVaultPages::check(const QByteArray &file, const QByteArray &log, Tally &tally, bool onePage)
{
    const QTemporaryDir dir;
    const QString old = dir.filePath(QStringLiteral("old.db"));
    const QString next = dir.filePath(QStringLiteral("new.db"));
    write(old, file);
    if (!log.isEmpty())
        write(old + QStringLiteral("-wal"), log);
    write(next, m_fresh);
    auto database = Database::open(next, m_key, Access::ReadWrite);
    VERIFY_OK(database);
    VaultStore store(std::move(database).value(), m_clock, m_random);
    const auto saved = salvage(old, m_key, store, {m_salt});
    VERIFY_OK(saved);
    ++tally.tried;

    int lost = 0, missingOps = 0;
    qint64 lostBytes = 0;
    for (auto it = m_papers.cbegin(); it != m_papers.cend(); ++it) {
        if (!it->own)
            continue;
        const auto item = store.item(ItemId(it.key()));
        VERIFY_OK(item);
        QVERIFY2(item.value(), qPrintable(it.key() + QStringLiteral(" is missing")));
        if (onePage)
            QVERIFY2(item.value()->local.name.startsWith(it.key()), qPrintable(it.key() + QStringLiteral(" lost its name")));
        const auto version = store.version(item.value()->local.version);
        VERIFY_OK(version);
        QVERIFY2(version.value(), qPrintable(it.key() + QStringLiteral(" has no version")));
        const auto blob = store.blob(version.value()->blob);
        VERIFY_OK(blob);
        QVERIFY2(blob.value(), qPrintable(it.key() + QStringLiteral(" says nothing of its content")));
        if (blob.value()->state == sync::BlobState::Verified) {
            const auto bytes = store.bytes(version.value()->blob);
            VERIFY_OK(bytes);
            QVERIFY2(bytes.value() == it->bytes, qPrintable(it.key() + QStringLiteral(" has other bytes")));
        } else {
            QCOMPARE(blob.value()->state, sync::BlobState::Corrupt);
            ++lost;
            lostBytes += it->bytes.size();
        }
        const auto ops = store.liveOpsOf(ItemId(it.key()));
        VERIFY_OK(ops);
        missingOps += ops.value().isEmpty();
    }
    QCOMPARE(saved.value().ownBytesLost, lost);
    QCOMPARE(saved.value().operations, m_operations - missingOps);
    if (onePage && lost > 1)
        QVERIFY2(lostBytes < Database::pageSize, qPrintable(QStringLiteral("%1 documents were lost of one page").arg(lost)));
    const bool all = lost == 0 && missingOps == 0;
    tally.everything += all;
    tally.named += lost > 0;
    tally.lostAtMost = qMax(tally.lostAtMost, lost);
    if (!all)
        QVERIFY(saved.value().unreadableRows > 0);
}

void TestVaultPages::anyOnePage()
{
    const int pages = int(m_good.size() / Database::pageSize);
    const int step = qEnvironmentVariableIsSet("CARRIEL_EVERY_PAGE") ? 1 : 5;
    Tally tally;
    for (int page = 0; page < pages; page += page < 40 && step > 1 ? 4 : step) { // the roots of the trees lie at the beginning
        QByteArray file = m_good;
        const qsizetype at = qsizetype(page) * Database::pageSize + 4000;
        file.replace(at, 4, "\xAA\x55\xAA\x55");
        check(file, {}, tally, true);
        if (QTest::currentTestFailed())
            return qWarning("page %d", page + 1);
    }
    tally.print("one page damaged");
    QVERIFY(tally.everything > tally.tried / 2);
}

void TestVaultPages::theFirstPageWithItsSalt()
{
    Tally tally;
    QByteArray file = m_good;
    file.replace(0, Database::pageSize, QByteArray(Database::pageSize, '\0'));
    check(file, {}, tally, true);
    QCOMPARE(tally.everything, 1);
}

void TestVaultPages::cutAnywhere()
{
    Tally tally;
    const qsizetype size = m_good.size();
    for (const qsizetype at : {size - 1, size - Database::pageSize, size * 9 / 10, size * 3 / 4, size / 2, size / 3})
        check(m_good.first(at), {}, tally, false);
    tally.print("the file cut");
}

// The last commits may stand in the log alone: what it has of a page counts, and what the file has of it is of yesterday.
void TestVaultPages::whatStandsInTheLogCounts()
{
    QByteArray file, log;
    writeIntoTheLog(file, log);
    Tally tally;
    check(file, log, tally, true);
    QCOMPARE(tally.everything, 1);
    for (const int page : {0, 5, 9}) {
        QByteArray bad = file;
        bad.replace(page * Database::pageSize + 4000, 4, "\xAA\x55\xAA\x55");
        check(bad, log, tally, true);
    }
    // A log that ends in the middle of a commit ends with the one before; the file alone is the day before.
    m_papers.remove(QStringLiteral("o-log"));
    m_operations -= 1;
    check(file, log.first(log.size() - 3), tally, true);
    check(file, {}, tally, true);
}

void TestVaultPages::aCutFileIsToldThoughItsLogIsThere()
{
    QByteArray file, log;
    writeIntoTheLog(file, log);
    QFile::remove(path("vault.db-shm"));
    const auto opens = [&](const QByteArray &bytes) {
        write(path("vault.db"), bytes);
        write(path("vault.db-wal"), log);
        auto vault = Vault::open(profile(), m_key.clone());
        return vault.ok() ? Outcome() : Outcome(vault.error());
    };
    for (const qsizetype cut : {file.size() / 3, file.size() / 2}) { // a page that the log has may be missing
        const QByteArray shorter = file.first(file.size() - cut);
        COMPARE_ERROR(opens(shorter), vault::errors::damaged);
        QCOMPARE(readAll(path("vault.db")), shorter); // looking changed nothing
    }
    VERIFY_OK(opens(file));
    VERIFY_OK(opens(file)); // with the log of before it was written back
    log = {};
    VERIFY_OK(opens(m_good));
    COMPARE_ERROR(opens(m_good.first(m_good.size() - Database::pageSize)), vault::errors::damaged);
    VERIFY_OK(opens(m_fresh));
}

// A document more, and only in the log.
void TestVaultPages::writeIntoTheLog(QByteArray &file, QByteArray &log)
{
    write(path("vault.db"), m_good);
    write(path("vault.db-wal"), {});
    auto database = Database::open(path("vault.db"), m_key, Access::ReadWrite);
    VERIFY_OK(database);
    VaultStore store(std::move(database).value(), m_clock, m_random);
    Paper paper{m_random.bytes(30000)};
    VERIFY_OK(store.transact([&](sync::Writer &w) -> Outcome {
        sync::OpRow op;
        op.key = OpKey(QStringLiteral("o-log-op"));
        op.kind = sync::OpKind::CreateDocument;
        op.target = ItemId(QStringLiteral("o-log"));
        CARRIEL_CHECK(w.addOp(op));
        return putDocument(w, itemRow(QStringLiteral("o-log"), QStringLiteral("o-log.txt")), paper.bytes);
    }));
    m_operations += m_papers.contains(QStringLiteral("o-log")) ? 0 : 1;
    m_papers.insert(QStringLiteral("o-log"), paper);
    file = readAll(path("vault.db"));
    log = readAll(path("vault.db-wal"));
    QVERIFY(log.size() > 4 * Database::pageSize);
    QCOMPARE(file.size(), m_good.size());
}

QTEST_GUILESS_MAIN(TestVaultPages)
#include "tst_vault_pages.moc"
