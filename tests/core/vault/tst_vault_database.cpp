// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/vault/TestVault.h"

#include "core/base/BaseErrors.h"
#include "core/vault/ContentSql.h"
#include "core/vault/VaultErrors.h"
#include "core/vault/VaultReader.h"

#include <QDirIterator>

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

class TestVaultDatabase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void settingsOfEveryConnection();
    void wrongKey();
    void fileOfSomethingElse();
    void otherApplication();
    void newerSchemaIsUntouched();
    void damagedFile();
    void createNeverOverwrites();
    void readOnlyConnection();
    void failedMigrationRunsAgain();
    void eachMigrationKeepsACopy();
    void linesOfAnOlderVaultTellTheSame();
    void contentIsFoundByItsDigest_data();
    void contentIsFoundByItsDigest();
    void noPlainTextOnDisk();
    void nestedStatements();
    void fullDisk();
};

namespace {
QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList openFilesIn(const QString &folder)
{
    QStringList out;
    for (const QFileInfo &entry : QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::Files | QDir::System)) {
        const QString target = entry.symLinkTarget();
        if (target.startsWith(folder))
            out.append(target);
    }
    return out;
}

Outcome openAs(const QString &path, char key, Access access = Access::ReadWrite)
{
    CARRIEL_TRY(const auto database, Database::open(path, keyOf(key), access));
    return migrate(*database);
}
} // namespace

void TestVaultDatabase::settingsOfEveryConnection()
{
    TestVault v;
    VERIFY_OK(v.create());
    const auto reader = Database::open(v.path(), keyOf('k'), Access::ReadOnly);
    VERIFY_OK(reader);
    for (Database *db : {&v.store->database(), reader.value().get()}) {
        QCOMPARE(db->number("PRAGMA temp_store").value(), 2);
        QCOMPARE(db->number("PRAGMA page_size").value(), 8192);
        QCOMPARE(db->number("PRAGMA cache_size").value(), -16384);
        QCOMPARE(db->number("PRAGMA trusted_schema").value(), 0);
        QCOMPARE(db->number("PRAGMA foreign_keys").value(), 1);
        QCOMPARE(db->number("PRAGMA auto_vacuum").value(), 2);
    }
    Database &db = v.store->database();
    QCOMPARE(db.number("PRAGMA synchronous").value(), 2);
    QCOMPARE(db.number("PRAGMA secure_delete").value(), 1);
    QCOMPARE(db.number("PRAGMA checkpoint_fullfsync").value(), 1);
    QCOMPARE(db.number("PRAGMA user_version").value(), knownSchema());
    QCOMPARE(db.number("PRAGMA application_id").value(), Database::applicationId);
    Statement mode = db.query("PRAGMA journal_mode");
    QVERIFY(mode.next().value());
    QCOMPARE(mode.text(0), QStringLiteral("wal"));
}

void TestVaultDatabase::wrongKey()
{
    TestVault v;
    VERIFY_OK(v.create());
    v.store.reset();
    const QByteArray before = fileBytes(v.path());
    COMPARE_ERROR(openAs(v.path(), 'x'), vault::errors::wrongKey);
    COMPARE_ERROR(openAs(v.path(), 'x', Access::ReadOnly), vault::errors::wrongKey);
    QCOMPARE(fileBytes(v.path()), before);
    VERIFY_OK(openAs(v.path(), 'k'));
}

void TestVaultDatabase::fileOfSomethingElse()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("vault.db"));
    COMPARE_ERROR(openAs(path, 'k'), vault::errors::noVault);
    QVERIFY(!QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("SQLite format 3\0", 16) + QByteArray(8176, 'x'));
    file.close();
    COMPARE_ERROR(openAs(path, 'k'), vault::errors::notAVault);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.close();
    COMPARE_ERROR(openAs(path, 'k'), vault::errors::damaged);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a letter to nobody");
    file.close();
    QVERIFY(!openAs(path, 'k').ok());
    QCOMPARE(fileBytes(path), QByteArray("a letter to nobody"));
}

void TestVaultDatabase::otherApplication()
{
    TestVault v;
    VERIFY_OK(v.create());
    VERIFY_OK(v.store->database().exec("PRAGMA application_id=7"));
    v.store.reset();
    COMPARE_ERROR(openAs(v.path(), 'k'), vault::errors::notAVault);
}

void TestVaultDatabase::newerSchemaIsUntouched()
{
    TestVault v;
    VERIFY_OK(v.create());
    VERIFY_OK(v.store->database().exec("PRAGMA user_version=999"));
    VERIFY_OK(v.store->checkpoint());
    v.store.reset();
    const QByteArray before = fileBytes(v.path());
    COMPARE_ERROR(openAs(v.path(), 'k'), vault::errors::newerSchema);
    QCOMPARE(fileBytes(v.path()), before);
}

void TestVaultDatabase::damagedFile()
{
    TestVault v;
    VERIFY_OK(v.create());
    VERIFY_OK(v.store->transact([&](sync::Writer &w) {
        return putDocument(w, itemRow(QStringLiteral("d"), QStringLiteral("d")), v.random.bytes(int(sync::chunkSize) * 4));
    }));
    VERIFY_OK(v.store->checkpoint());
    v.store.reset();
    // One bit in the middle: the page's HMAC sees it as soon as the page is read.
    QFile file(v.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 at = file.size() / 2;
    file.seek(at);
    const char byte = file.read(1).at(0);
    file.seek(at);
    file.putChar(char(byte ^ 1));
    file.close();
    VERIFY_OK(v.reopen());
    COMPARE_ERROR(v.store->bytes(BlobId(QStringLiteral("d-b"))), vault::errors::damaged);
}

void TestVaultDatabase::createNeverOverwrites()
{
    TestVault v;
    VERIFY_OK(v.create());
    v.store.reset();
    COMPARE_ERROR(Database::open(v.path(), keyOf('n'), Access::Create), vault::errors::vaultExists);
    VERIFY_OK(openAs(v.path(), 'k'));
}

void TestVaultDatabase::readOnlyConnection()
{
    TestVault v;
    VERIFY_OK(v.create());
    const auto reader = Database::open(v.path(), keyOf('k'), Access::ReadOnly);
    VERIFY_OK(reader);
    COMPARE_ERROR(reader.value()->exec("INSERT INTO setting VALUES('a','b')"), vault::errors::readOnly);
    VERIFY_OK(v.store->database().exec("INSERT INTO setting VALUES('a','b')"));
    QCOMPARE(reader.value()->number("SELECT count(*) FROM setting").value(), 1);
}

void TestVaultDatabase::failedMigrationRunsAgain()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("vault.db"));
    bool broken = true;
    const QList<Migration> steps{
        {1, [](Database &db) { return db.exec("CREATE TABLE a(x INTEGER)"); }},
        {2, [&](Database &db) -> Outcome {
             CARRIEL_CHECK(db.exec("CREATE TABLE b(x INTEGER); INSERT INTO a VALUES(1)"));
             return broken ? db.exec("CREATE TABLE b(y INTEGER)") : Outcome();
         }},
    };
    // Version 0: a file that was just made, when the program ended.
    VERIFY_OK(Database::open(path, keyOf('k'), Access::Create));
    {
        const auto db = Database::open(path, keyOf('k'), Access::ReadWrite);
        VERIFY_OK(db);
        COMPARE_ERROR(migrate(*db.value(), steps), vault::errors::migrationFailed);
        QCOMPARE(db.value()->number("PRAGMA user_version").value(), 1);
        QCOMPARE(db.value()->number("SELECT count(*) FROM a").value(), 0);
    }
    broken = false;
    const auto db = Database::open(path, keyOf('k'), Access::ReadWrite);
    VERIFY_OK(db);
    VERIFY_OK(migrate(*db.value(), steps));
    VERIFY_OK(migrate(*db.value(), steps));
    QCOMPARE(db.value()->number("SELECT count(*) FROM a").value(), 1);
    QCOMPARE(db.value()->number("PRAGMA user_version").value(), 2);
}

void TestVaultDatabase::eachMigrationKeepsACopy()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("vault.db"));
    const auto step = [](int version) {
        return Migration{version, [version](Database &db) {
                             return db.exec(QByteArray("CREATE TABLE t" + QByteArray::number(version) + "(x INTEGER)").constData());
                         }};
    };
    {
        const auto db = Database::open(path, keyOf('k'), Access::Create);
        VERIFY_OK(db);
        VERIFY_OK(migrate(*db.value(), {step(1)}));
        QVERIFY(!QFile::exists(path + QStringLiteral(".before-1")));
        VERIFY_OK(migrate(*db.value(), {step(1), step(2), step(3)}));
    }
    QVERIFY(!QFile::exists(path + QStringLiteral(".before-2")));
    const QString copy = path + QStringLiteral(".before-3");
    QVERIFY(QFile::exists(copy));
    QVERIFY(!(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther)));
    const auto old = Database::open(copy, keyOf('k'), Access::ReadOnly);
    VERIFY_OK(old);
    QCOMPARE(old.value()->number("PRAGMA user_version").value(), 2);
    VERIFY_OK(old.value()->number("SELECT count(*) FROM t2"));
}

void TestVaultDatabase::noPlainTextOnDisk()
{
    // A sort far bigger than the cache, in a process whose temp folder is watched.
    TestVault v;
    QTemporaryDir temp;
    qputenv("TMPDIR", temp.path().toLocal8Bit());
    qputenv("SQLITE_TMPDIR", temp.path().toLocal8Bit());
    VERIFY_OK(v.create());
    const QString canary = QStringLiteral("canario-de-la-mina-7f3a");
    VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
        for (int i = 0; i < 2000; ++i) {
            sync::ItemRow row = itemRow(QString::number(i), QString(canary + QString::number(i)));
            row.local.meta.setNote(QString(canary + QLatin1Char(' ')).repeated(50));
            CARRIEL_CHECK(putDocument(w, row, canary.toUtf8().repeated(10)));
        }
        return {};
    }));
    const auto scan = [&](const QString &folder) {
        const QList<QByteArray> forms{canary.toUtf8(),
                                      QByteArray(reinterpret_cast<const char *>(canary.utf16()), canary.size() * 2),
                                      canary.toUtf8().toBase64().chopped(4)};
        int files = 0;
        QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QByteArray bytes = fileBytes(it.next());
            ++files;
            for (const QByteArray &form : forms) {
                if (bytes.contains(form))
                    return -1;
            }
        }
        return files;
    };
    {
        Statement sorted = v.store->database().query("SELECT l_meta||l_name||b.bytes FROM item, chunk b ORDER BY l_meta DESC, b.bytes, random() LIMIT 20000");
        for (int i = 0; i < 200; ++i) {
            QVERIFY(sorted.next().value());
            if (i % 50 == 0)
                QCOMPARE(openFilesIn(temp.path()), QStringList()); // SQLite removes their names at once and keeps them open
        }
    }
    QVERIFY(scan(v.dir.path()) >= 1);
    VERIFY_OK(v.store->checkpoint());
    v.store.reset();
    QCOMPARE(scan(v.dir.path()), 3); // the log's two files stay, empty
    QCOMPARE(QFileInfo(v.path() + QStringLiteral("-wal")).size(), 0);
}

void TestVaultDatabase::nestedStatements()
{
    TestVault v;
    VERIFY_OK(v.create());
    Database &db = v.store->database();
    VERIFY_OK(db.exec("INSERT INTO setting VALUES('a','1'),('b','2')"));
    const char *sql = "SELECT key FROM setting WHERE value>? ORDER BY key";
    Statement outer = db.query(sql, "0");
    QVERIFY(outer.next().value());
    {
        Statement inner = db.query(sql, "1");
        QVERIFY(inner.next().value());
        QCOMPARE(inner.text(0), QStringLiteral("b"));
    }
    QVERIFY(outer.next().value());
    QCOMPARE(outer.text(0), QStringLiteral("b"));
    QVERIFY(!outer.next().value());
    COMPARE_ERROR(db.transact([&] { return db.transact([] { return Outcome(); }); }), carriel::errors::internal);
    COMPARE_ERROR(db.query("SELECT nothing").run(), carriel::errors::internal);
}

void TestVaultDatabase::fullDisk()
{
    TestVault v;
    VERIFY_OK(v.create());
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return putDocument(w, itemRow(QStringLiteral("a"), QStringLiteral("a")), "kept"); }));
    // The database may grow no further: the same error as a full disk, at the same places.
    Database &db = v.store->database();
    const qint64 pages = db.number("PRAGMA page_count").value();
    VERIFY_OK(db.number(std::string("PRAGMA max_page_count=" + std::to_string(pages + 4))));
    COMPARE_ERROR(v.store->transact([&](sync::Writer &w) {
        return putDocument(w, itemRow(QStringLiteral("b"), QStringLiteral("b")), v.random.bytes(int(sync::chunkSize)));
    }), vault::errors::diskFull);
    VERIFY_OK(db.number("PRAGMA max_page_count=1000000"));
    QVERIFY(!v.store->item(ItemId(QStringLiteral("b"))).value());
    QCOMPARE(v.store->bytes(BlobId(QStringLiteral("a-b"))).value(), QByteArray("kept"));
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return putDocument(w, itemRow(QStringLiteral("b"), QStringLiteral("b")), "now"); }));
}

// What a line tells of its item is kept in the listing; a vault made before gets it when it is opened.
void TestVaultDatabase::linesOfAnOlderVaultTellTheSame()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("older.db"));
    {
        auto made = Database::open(path, keyOf('k'), Access::Create);
        VERIFY_OK(made);
        Database &db = *made.value();
        VERIFY_OK(migrate(db, migrations().mid(0, 6)));
        VERIFY_OK(db.exec("INSERT INTO item(n,id,type,custody,r_rev,r_name,b_rev,l_parent,l_name,l_state,l_version,l_meta,facts,missing_since) "
                          "VALUES(1,'a',1,1,3,'a',3,'root','a',0,'a-v','{}','{}',NULL),(2,'b',1,0,3,'b',3,'root','b',0,'b-v','{}','{}',5),"
                          "(3,'c',1,0,0,NULL,0,'root','c',0,'c-v','{}','{}',NULL)"));
        VERIFY_OK(db.exec("INSERT INTO listing(n,id,type,parent,state,sort_key,name,modified,size,media_type,favourite,official,here,missing,"
                          "on_server,unread,words) SELECT n,id,1,'root',0,l_name,l_name,0,1,'text/plain',0,0,2,0,0,0,0 FROM item"));
        VERIFY_OK(db.exec("INSERT INTO document_verdict VALUES(1,'a-v','valid'),(2,'b-old','valid')"));
        VERIFY_OK(migrate(db));
    }
    auto database = Database::open(path, keyOf('k'), Access::ReadOnly);
    VERIFY_OK(database);
    VaultReader reader(std::move(database).value());
    const auto told = [&reader](const char *id) {
        const ListRow row = *reader.row(ItemId(QString::fromLatin1(id))).value();
        return QStringLiteral("%1%2%3%4").arg(row.custody == Custody::Private).arg(row.knownToOperator).arg(row.missingAtOperator).arg(row.signatures);
    };
    QCOMPARE(told("a"), QStringLiteral("110valid"));
    QCOMPARE(told("b"), QStringLiteral("011")); // the verdict is another version's
    QCOMPARE(told("c"), QStringLiteral("000"));
}

void TestVaultDatabase::contentIsFoundByItsDigest_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("walks"); // the one table it may go through, which is short
    QTest::newRow("documents with it") << QByteArray(documentsWithContent) << QString();
    QTest::newRow("holder") << QByteArray(holderOfContent) << QString();
    QTest::newRow("document with it") << QByteArray(documentWithContent) << QString();
    QTest::newRow("version with it") << QByteArray(versionWithContent) << QString();
    QTest::newRow("by name") << QByteArray(listedByName) << QString();
    QTest::newRow("bytes") << QByteArray(blobWithContent) << QString();
    QTest::newRow("verdicts unused") << QByteArray(verdictsUnused) << QStringLiteral("SCAN verdict");
    QTest::newRow("proofs ending") << QByteArray(proofsEnding) << QString();
}

// With 100,000 documents a walk through all of them is felt each time.
void TestVaultDatabase::contentIsFoundByItsDigest()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, walks);
    TestVault v;
    VERIFY_OK(v.create());
    Statement plan = v.store->database().query(QByteArray("EXPLAIN QUERY PLAN " + sql).constData());
    int steps = 0;
    while (plan.next().valueOr(false)) {
        const QString step = plan.text(3);
        QVERIFY2(!step.startsWith(QLatin1String("SCAN")) || step == walks, qPrintable(step));
        ++steps;
    }
    QVERIFY(steps > 0);
}

QTEST_GUILESS_MAIN(TestVaultDatabase)
#include "tst_vault_database.moc"
