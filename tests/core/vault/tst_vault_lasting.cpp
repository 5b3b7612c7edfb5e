// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is written at once and what goes with the next that is: a power cut takes back the second alone, whole.
#include "core/base/BaseErrors.h"
#include "tests/core/vault/TestVault.h"

#include <QFileInfo>

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

class TestVaultLasting : public QObject
{
    Q_OBJECT

private:
    static Outcome set(Database &db, const char *value, Database::Lasts lasts)
    {
        return db.transact([&] { return db.query("INSERT INTO setting(key,value) VALUES(?,'x')", value).run(); }, lasts);
    }
    // As a computer comes back whose disk has the log up to there.
    static qint64 cutAt(const QString &vault, qint64 length, const QString &copy)
    {
        const QString log = vault + QLatin1String("-wal"), copied = copy + QLatin1String("-wal");
        for (const QString &file : {copy, copied})
            QFile::remove(file);
        if (!QFile::copy(vault, copy) || !QFile::copy(log, copied) || !QFile::resize(copied, length))
            return -1;
        const auto db = Database::open(copy, keyOf('k'), Access::ReadWrite);
        return db ? db.value()->number("SELECT count(*) FROM setting WHERE value='x'").valueOr(-1) : -1;
    }

private Q_SLOTS:
    void aPowerCutTakesBackTheLastAlone()
    {
        TestVault v;
        VERIFY_OK(v.create());
        Database &db = v.store->database();
        const QString copy = v.path() + QLatin1String(".cut"), log = v.path() + QLatin1String("-wal");
        VERIFY_OK(db.checkpoint());
        VERIFY_OK(set(db, "first", Database::Lasts::AtOnce));
        const qint64 first = QFileInfo(log).size();
        VERIFY_OK(set(db, "second", Database::Lasts::WithTheNext));
        const qint64 second = QFileInfo(log).size();
        QVERIFY(second > first);
        QCOMPARE(cutAt(v.path(), first, copy), 1);
        QCOMPARE(cutAt(v.path(), second - 1, copy), 1); // half of it is none of it
        VERIFY_OK(set(db, "third", Database::Lasts::AtOnce));
        QCOMPARE(cutAt(v.path(), QFileInfo(log).size(), copy), 3);
    }

    // Only what asks for it by name does not wait for the disk, also when it fails.
    void nothingElseIsLessLasting()
    {
        TestVault v;
        VERIFY_OK(v.create());
        Database &db = v.store->database();
        qint64 within = -1;
        const auto look = [&]() -> Outcome {
            within = db.number("PRAGMA synchronous").value();
            return {};
        };
        VERIFY_OK(db.transact(look, Database::Lasts::WithTheNext));
        QCOMPARE(within, 1);
        VERIFY_OK(db.transact(look));
        QCOMPARE(within, 2);
        const auto fail = [&]() -> Outcome { return Error{carriel::errors::internal, {}, {}}; };
        QVERIFY(!db.transact(fail, Database::Lasts::WithTheNext));
        QCOMPARE(db.number("PRAGMA synchronous").value(), 2);
    }
};

QTEST_GUILESS_MAIN(TestVaultLasting)
#include "tst_vault_lasting.moc"
