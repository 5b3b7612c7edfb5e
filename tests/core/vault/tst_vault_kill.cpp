// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A writer killed with SIGKILL at random moments: what it said was stored is there, nothing is half there. This program is also
// the writer: `tst_vault_kill write|create|migrate DIR`. Each line it prints was durable before.
#include "core/vault/PageFile.h"
#include "tests/core/vault/TestVault.h"
#include "tests/support/Patience.h"

#include "core/vault/ActivityLog.h"
#include "core/vault/Settings.h"
#include "core/vault/Vault.h"
#include "core/vault/VaultErrors.h"

#include <QCoreApplication>
#include <QProcess>
#include <cstdio>

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

namespace {
constexpr int kills = 60;
const BlobId blobId(QStringLiteral("the-blob"));

// Bytes that say which chunk they are, at every place.
QByteArray chunkOf(int index)
{
    QByteArray bytes(int(sync::chunkSize) / 4, Qt::Uninitialized);
    quint32 state = quint32(index) * 2654435761u + 1;
    for (char &byte : bytes) {
        state = state * 1664525u + 1013904223u;
        byte = char(state >> 24);
    }
    return bytes;
}

void said(int number)
{
    std::printf("%d\n", number);
    std::fflush(stdout);
}

std::unique_ptr<VaultStore> storeAt(const QString &dir, const Clock &clock, Random &random)
{
    const QString path = dir + QLatin1String("/vault.db");
    if (QFile::exists(path) && !endIsThere(path).ok())
        return nullptr; // a vault that was only killed is never called cut
    auto database = Database::open(path, keyOf('k'), QFile::exists(path) ? Access::ReadWrite : Access::Create);
    if (!database.ok() || !migrate(*database.value()).ok())
        return nullptr;
    return std::make_unique<VaultStore>(std::move(database).value(), clock, random);
}

int offsetIn(VaultStore &store)
{
    const auto transfer = store.transfer(blobId);
    return transfer.ok() && transfer.value() ? int(transfer.value()->offset) : 0;
}

int writer(const QString &dir)
{
    FixedClock clock;
    SystemRandom random;
    const auto store = storeAt(dir, clock, random);
    if (!store)
        return 1;
    for (int i = offsetIn(*store); i < 1000000; ++i) {
        const Outcome outcome = store->transact([&](sync::Writer &w) -> Outcome {
            if (i == 0)
                CARRIEL_CHECK(w.putBlob({blobId, {}, QByteArray(32, 'h'), 1, sync::BlobState::Partial, false, false, {}, {}}));
            CARRIEL_CHECK(w.putItem(itemRow(QStringLiteral("item"), QStringLiteral("nombre %1.txt").arg(i + 1))));
            CARRIEL_CHECK(w.putChunk(blobId, i, chunkOf(i)));
            CARRIEL_CHECK(w.putTransfer({blobId, sync::Direction::Down, {}, i + 1, {}, {}, false}));
            return w.addActivity({QStringLiteral("chunk.stored"), QStringLiteral("item"), {}, {{QStringLiteral("n"), i + 1}}});
        });
        if (!outcome.ok())
            return 1;
        said(i + 1);
    }
    return 0;
}

const QList<Migration> &slowSteps()
{
    static const QList<Migration> steps = [] {
        QList<Migration> out;
        for (int version = 1; version <= 12; ++version) {
            out.append({version, [version](Database &db) -> Outcome {
                            CARRIEL_CHECK(db.exec(QByteArray("CREATE TABLE t" + QByteArray::number(version) + "(x BLOB)").constData()));
                            return db.exec(QByteArray("INSERT INTO t" + QByteArray::number(version) + " VALUES(zeroblob(40000))").constData());
                        }});
        }
        return out;
    }();
    return steps;
}

int migrator(const QString &dir)
{
    const QString path = dir + QLatin1String("/vault.db");
    const auto database = Database::open(path, keyOf('k'), QFile::exists(path) ? Access::ReadWrite : Access::Create);
    if (!database.ok())
        return 2;
    said(0);
    return migrate(*database.value(), slowSteps()).ok() ? 0 : 1;
}

int creator(const QString &dir)
{
    SystemClock clock;
    SystemRandom random;
    Vault::Plan plan = Vault::plan();
    plan.key = keyOf('k');
    said(0);
    if (!Vault::create(dir, std::move(plan), {}, clock, random).ok())
        return 1;
    said(1);
    return 0;
}
} // namespace

class TestVaultKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedWriter();
    void killedMigration();
    void killedCreation();

private:
    // The last number it said before it was killed, -1 for none. `ended` if it was quicker than the kill.
    int lifeOf(const char *role, const QString &dir, int milliseconds, bool &ended)
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QLatin1String(role), dir});
        process.waitForReadyRead(carriel::test::patienceMs);
        ended = process.waitForFinished(milliseconds) && process.exitStatus() == QProcess::NormalExit;
        m_exitCode = process.exitCode();
        process.kill();
        process.waitForFinished(carriel::test::patienceMs);
        const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
        return lines.size() < 2 ? -1 : lines.at(lines.size() - 2).toInt(); // the last one may be half a line
    }
    SystemRandom m_random;
    int m_exitCode = 0;
};

void TestVaultKill::killedWriter()
{
    QTemporaryDir dir;
    FixedClock clock;
    int stored = 0;
    for (int round = 0; round < kills; ++round) {
        bool ended = false;
        const int acknowledged = lifeOf("write", dir.path(), int(m_random.below(60)), ended);
        QVERIFY(!ended);
        const auto store = storeAt(dir.path(), clock, m_random);
        QVERIFY(store);
        const int offset = offsetIn(*store);
        QVERIFY2(offset >= acknowledged, qPrintable(QStringLiteral("said %1, has %2").arg(acknowledged).arg(offset)));
        QVERIFY(offset >= stored);
        // Everything of the last transaction or nothing of it.
        QCOMPARE(store->database().number("SELECT count(*) FROM chunk").value(), offset);
        for (int i = stored; i < offset; ++i)
            QCOMPARE(store->chunk(blobId, i).value(), chunkOf(i));
        QVERIFY(store->chunk(blobId, offset).value().isEmpty());
        if (offset > 0) {
            const QString name = QStringLiteral("nombre %1.txt").arg(offset);
            QCOMPARE(store->item(ItemId(QStringLiteral("item"))).value()->local.name, name);
            Statement listed = store->database().query("SELECT listing.name FROM listing JOIN document_fts ON document_fts.rowid=listing.n "
                                                       "WHERE document_fts MATCH ?",
                                                       QString::number(offset));
            QVERIFY(listed.next().value());
            QCOMPARE(listed.text(0), name);
        }
        const ActivityLog::Verdict log = ActivityLog::verify(store->database(), QStringLiteral("dev:local:1")).value();
        QVERIFY(log.intact);
        QCOMPARE(log.records, offset);
        stored = offset;
    }
    QVERIFY(stored > kills); // it did work in between
    const auto store = storeAt(dir.path(), clock, m_random);
    Statement check = store->database().query("PRAGMA integrity_check");
    QVERIFY(check.next().value());
    QCOMPARE(check.text(0), QStringLiteral("ok"));
    qInfo("%d kills, %d transactions", kills, stored);
}

void TestVaultKill::killedMigration()
{
    QTemporaryDir dir;
    bool ended = false;
    int lives = 0;
    while (!ended && lives < 200) {
        ++lives;
        // Longer each time, so that it comes to an end on any machine.
        lifeOf("migrate", dir.path(), int(m_random.below(quint64(5 + lives * 5))), ended);
        if (ended)
            QCOMPARE(m_exitCode, 0);
        // A file that was not even made a vault yet is the creation's affair (below).
        const QString path = dir.filePath(QStringLiteral("vault.db"));
        if (QFileInfo(path).size() == 0)
            QFile::remove(path);
    }
    QVERIFY(ended);
    const auto database = Database::open(dir.filePath(QStringLiteral("vault.db")), keyOf('k'), Access::ReadWrite);
    VERIFY_OK(database);
    QCOMPARE(database.value()->number("PRAGMA user_version").value(), 12);
    QCOMPARE(database.value()->number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 't%'").value(), 12);
    for (int i = 1; i <= 12; ++i)
        QCOMPARE(database.value()->number("SELECT count(*) FROM t" + std::to_string(i)).value(), 1);
    qInfo("%d lives", lives);
}

void TestVaultKill::killedCreation()
{
    int whole = 0;
    for (int round = 0; round < kills; ++round) {
        QTemporaryDir dir;
        bool ended = false;
        const int acknowledged = lifeOf("create", dir.path(), int(m_random.below(150)), ended);
        const VaultProbe probe = Vault::probe(dir.path());
        QVERIFY(probe.presence == VaultPresence::None || probe.presence == VaultPresence::Locked);
        if (acknowledged == 1)
            QCOMPARE(probe.presence, VaultPresence::Locked);
        SystemClock clock;
        if (probe.presence == VaultPresence::None) {
            VERIFY_OK(Vault::create(dir.path(), Vault::plan(), {}, clock, m_random));
            continue;
        }
        ++whole;
        const auto opened = Vault::open(dir.path(), keyOf('k'));
        VERIFY_OK(opened);
        const auto reader = opened.value()->openReader();
        VERIFY_OK(reader);
        QVERIFY(!ProfileFacts(reader.value()->database()).value(QStringLiteral("device")).isEmpty());
        QVERIFY(probe.recoveryCode);
    }
    qInfo("%d of %d were whole", whole, kills);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3) {
        const QString dir = app.arguments().at(2);
        if (qstrcmp(argv[1], "write") == 0)
            return writer(dir);
        if (qstrcmp(argv[1], "migrate") == 0)
            return migrator(dir);
        if (qstrcmp(argv[1], "create") == 0)
            return creator(dir);
    }
    TestVaultKill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_vault_kill.moc"
