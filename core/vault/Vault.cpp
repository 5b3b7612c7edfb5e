// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Vault.h"

#include "core/base/BaseErrors.h"
#include "core/base/CrashPoint.h"
#include "core/crypto/Digest.h"
#include "core/vault/Files.h"
#include "core/vault/Migrations.h"
#include "core/vault/PageFile.h"
#include "core/vault/VaultErrors.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace carriel::vault {

namespace {
struct Paths {
    explicit Paths(const QString &dir)
        : database(QDir(dir).filePath(QStringLiteral("vault.db"))), keys(QDir(dir).filePath(QStringLiteral("vault.keys"))),
          lock(QDir(dir).filePath(QStringLiteral("vault.lock"))), newDatabase(database + QLatin1String(".new")),
          newKeys(keys + QLatin1String(".new")), renewed(database + QLatin1String(".renewed"))
    {
    }
    QString database, keys, lock, newDatabase, newKeys, renewed;
};

QVariantMap pathParam(const QString &path)
{
    return {{QStringLiteral("path"), path}};
}

// The log of a database that went: it belongs to that one, and beside another it would be taken for that one's.
Outcome moveLog(const Paths &paths, const QString &target)
{
    for (const QLatin1String suffix : {QLatin1String("-wal"), QLatin1String("-shm")}) {
        if (QFile::exists(paths.database + suffix))
            CARRIEL_CHECK(renameDurably(paths.database + suffix, target + suffix));
    }
    return {};
}

Result<QString> moveAside(const Paths &paths, const QDateTime &now)
{
    const QString stem = paths.database + QLatin1String(".damaged-") + now.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString target = stem;
    for (int i = 2; QFile::exists(target); ++i)
        target = stem + QLatin1Char('-') + QString::number(i);
    CARRIEL_CHECK(renameDurably(paths.database, target));
    CARRIEL_CRASHPOINT("w7.log-alone");
    CARRIEL_CHECK(moveLog(paths, target));
    return target;
}

// A creation or a renewal that ended between its last two steps is finished here; before them it has never been.
Outcome finishCreation(const Paths &paths)
{
    if (!QFile::exists(paths.database)) {
        const QFileInfo info(paths.database);
        QStringList aside = info.dir().entryList({QString(info.fileName() + QLatin1String(".damaged-*"))}, QDir::Files, QDir::Name);
        aside.removeIf([](const QString &name) { return name.endsWith(QLatin1String("-wal")) || name.endsWith(QLatin1String("-shm")); });
        if (!aside.isEmpty())
            CARRIEL_CHECK(moveLog(paths, info.dir().filePath(aside.last())));
        if (QFile::exists(paths.renewed))
            CARRIEL_CHECK(renameDurably(paths.renewed, paths.database));
    }
    if (QFile::exists(paths.database) && !QFile::exists(paths.keys) && QFile::exists(paths.newKeys)) {
        CARRIEL_TRY(const KeyFile keys, KeyFile::read(paths.newKeys));
        CARRIEL_CHECK(keys.save(paths.keys));
    }
    if (QFile::exists(paths.keys)) {
        QFile::remove(paths.newKeys);
        QFile::remove(paths.newKeys + QLatin1String(".bak"));
    }
    return {};
}

// A vault that was never handed out. Its keys go only after it: without them it would look damaged.
void takeBack(const Paths &paths)
{
    if (!QFile::remove(paths.database))
        return;
    for (const QString &file : {paths.newKeys, QString(paths.newKeys + QLatin1String(".bak")), QString(paths.keys + QLatin1String(".bak"))})
        QFile::remove(file);
}

bool isNoRoomToWrite(const Error &error)
{
    return error.code == errors::diskFull || error.code == errors::readOnly || error.code == errors::cannotOpen;
}

// An encrypted database looks like noise, in whole pages. Only what cannot be one is called foreign: whoever is told so may
// move it away, and nobody must be told that of a good vault whose keys were lost.
bool isOfSomethingElse(const QFileInfo &database, bool keysThere)
{
    QFile file(database.filePath());
    if (database.size() == 0 || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(256);
    if (head.startsWith("SQLite format 3"))
        return true;
    if (keysThere)
        return false; // what stands beside them was ours, however it looks now
    const auto printable = std::count_if(head.begin(), head.end(), [](char c) { return c == '\n' || c == '\t' || (c >= ' ' && c <= '~'); });
    return database.size() % Database::pageSize != 0 || printable * 10 > head.size() * 9;
}
} // namespace

Vault::Vault(QString dir, std::unique_ptr<ProfileLock> lock, KeyFile keys, SecretBytes key)
    : m_dir(std::move(dir)), m_lock(std::move(lock)), m_keys(std::move(keys)), m_key(std::move(key))
{
}

VaultProbe Vault::probe(const QString &dir)
{
    const Paths paths(dir);
    VaultProbe probe;
    const auto bad = [&](VaultPresence presence, Error why) {
        probe.presence = presence;
        probe.why = std::move(why);
        return probe;
    };
    const auto tellWays = [&](const KeyFile &keys) {
        probe.vaultId = keys.vaultId();
        probe.keyStore = keys.keyStore();
        probe.passphrase = keys.hasPassphrase();
        probe.recoveryCode = keys.hasRecoveryCode();
    };
    const bool keysThere = QFile::exists(paths.keys) || QFile::exists(paths.keys + QLatin1String(".bak"));
    QFileInfo database(paths.database);
    database.setCaching(false);
    if (!database.exists() && !keysThere)
        return probe;
    if (const auto lock = ProfileLock::take(paths.lock); lock.ok())
        (void)finishCreation(paths); // what cannot be finished shows below
    else if (lock.error().code == errors::inUse) {
        if (const auto keys = KeyFile::read(paths.keys); keys.ok())
            tellWays(keys.value()); // the one who has it open asks too: the settings show how it opens
        return bad(VaultPresence::InUse, lock.error());
    }
    database.refresh();
    if (!database.exists())
        return bad(VaultPresence::Damaged, Error{errors::databaseMissing, pathParam(paths.database), {}});
    if (!database.isFile() || isOfSomethingElse(database, keysThere || QFile::exists(paths.keys)))
        return bad(VaultPresence::Foreign, Error{errors::notAVault, pathParam(paths.database), {}});
    const Result<KeyFile> keys = KeyFile::read(paths.keys);
    if (!keys.ok()) {
        if (keys.error().code == errors::keyFileNewer)
            return bad(VaultPresence::Newer, keys.error());
        return bad(VaultPresence::Damaged, keys.error());
    }
    tellWays(keys.value());
    if (database.size() < Database::pageSize)
        return bad(VaultPresence::Damaged, Error{errors::damaged, pathParam(paths.database), QStringLiteral("less than a page")});
    probe.presence = VaultPresence::Locked;
    return probe;
}

Vault::Plan Vault::plan()
{
    Plan plan;
    plan.key = crypto::randomSecret(32);
    return plan;
}

Outcome Vault::makeDatabase(const QString &path, const SecretBytes &key, const Clock &clock, Random &random)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(suffix)); // of a creation that was never finished
    const Outcome made = fillDatabase(path, key, clock, random);
    for (const char *suffix : {"-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix)); // empty; the file gets another name
    if (!made.ok())
        QFile::remove(path); // a full disk has better uses
    return made;
}

Outcome Vault::fillDatabase(const QString &path, const SecretBytes &key, const Clock &clock, Random &random)
{
    CARRIEL_TRY(const auto database, Database::open(path, key, Access::Create));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    CARRIEL_CHECK(migrate(*database));
    // The device names itself; the operator learns this name at the first login.
    const QString device = newIdText(clock.nowUtc().toMSecsSinceEpoch(), random);
    CARRIEL_CHECK(database->query("INSERT INTO profile_info(key,value) VALUES('device',?),('activity_epoch','1')", device).run());
    return database->checkpoint();
}

Result<Vault::Created> Vault::create(const QString &dir, Plan plan, const UnlockSetup &setup, const Clock &clock, Random &random)
{
    const Paths paths(dir);
    CARRIEL_CHECK(makePrivateDir(dir));
    CARRIEL_TRY(std::unique_ptr<ProfileLock> lock, ProfileLock::take(paths.lock));
    CARRIEL_CHECK(finishCreation(paths));
    if (QFile::exists(paths.database) || QFile::exists(paths.keys) || QFile::exists(paths.keys + QLatin1String(".bak")))
        return Error{errors::vaultExists, pathParam(dir), {}};

    plan.keys.setKeyStore(setup.keyStore);
    if (!setup.passphrase.isEmpty())
        CARRIEL_CHECK(plan.keys.setPassphrase(setup.passphrase.view(), plan.key));
    CARRIEL_TRY(const QString code, plan.keys.newRecoveryCode(plan.key));
    CARRIEL_CHECK(makeDatabase(paths.newDatabase, plan.key, clock, random));
    CARRIEL_CRASHPOINT("creation.database");
    plan.keys.setSalt(PageFile::saltOf(paths.newDatabase));
    CARRIEL_CHECK(plan.keys.save(paths.newKeys));
    CARRIEL_CRASHPOINT("creation.keys");
    CARRIEL_CHECK(renameDurably(paths.newDatabase, paths.database));
    CARRIEL_CRASHPOINT("creation.renamed");
    if (const Outcome finished = finishCreation(paths); !finished.ok()) {
        takeBack(paths); // nobody learns its recovery code any more, so the next start must not finish it
        return finished.error();
    }
    Created created;
    created.vault.reset(new Vault(dir, std::move(lock), std::move(plan.keys), std::move(plan.key)));
    created.recoveryCode = code;
    return created;
}

Outcome Vault::discard(const QString &dir)
{
    const Paths paths(dir);
    {
        CARRIEL_TRY(const std::unique_ptr<ProfileLock> lock, ProfileLock::take(paths.lock));
        // In this order whoever is killed between leaves the whole vault, or a creation that was never finished.
        QFile::remove(paths.keys + QLatin1String(".bak"));
        CARRIEL_CHECK(renameDurably(paths.keys, paths.newKeys));
        CARRIEL_CHECK(renameDurably(paths.database, paths.newDatabase));
        for (const QString &file : {paths.newDatabase, QString(paths.database + QLatin1String("-wal")),
                                    QString(paths.database + QLatin1String("-shm")), paths.newKeys})
            QFile::remove(file);
    }
    QFile::remove(paths.lock);
    return {};
}

Result<SecretBytes> Vault::keyFromPassphrase(const QString &dir, QByteArrayView passphrase)
{
    CARRIEL_TRY(const KeyFile keys, KeyFile::read(Paths(dir).keys));
    return keys.openWithPassphrase(passphrase);
}

Result<SecretBytes> Vault::keyFromRecoveryCode(const QString &dir, QStringView code)
{
    CARRIEL_TRY(const KeyFile keys, KeyFile::read(Paths(dir).keys));
    return keys.openWithRecoveryCode(code);
}

Result<std::unique_ptr<Vault>> Vault::open(const QString &dir, SecretBytes key)
{
    const Paths paths(dir);
    CARRIEL_TRY(std::unique_ptr<ProfileLock> lock, ProfileLock::take(paths.lock));
    CARRIEL_CHECK(finishCreation(paths));
    if (!QFile::exists(paths.database))
        return Error{errors::noVault, pathParam(paths.database), {}};
    CARRIEL_TRY(KeyFile keys, KeyFile::read(paths.keys));
    CARRIEL_CHECK(endIsThere(paths.database)); // before SQLite writes its log back
    auto database = Database::open(paths.database, key, Access::ReadWrite);
    std::optional<Error> onlyReading;
    if (!database.ok() && isNoRoomToWrite(database.error())) {
        // Reading needs no room and no permission to write: what is here stays within reach.
        if (auto reading = Database::open(paths.database, key, Access::ReadOnly); reading.ok()) {
            onlyReading = database.error().code == errors::diskFull ? database.error() : Error{errors::readOnly, pathParam(dir), {}};
            database = std::move(reading);
        }
    }
    if (!database.ok() && database.error().code == errors::wrongKey && PageFile(paths.database, key, {keys.salt()}).opens())
        return Error{errors::damaged, pathParam(paths.database), QStringLiteral("the first page")};
    if (!database.ok())
        return database.error();
    CARRIEL_CHECK(migrate(*database.value()));
    const bool newSalt = keys.setSalt(PageFile::saltOf(paths.database));
    std::unique_ptr<Vault> vault(new Vault(dir, std::move(lock), std::move(keys), std::move(key)));
    vault->m_onlyReading = std::move(onlyReading);
    // They have just proven to be the right ones; if it fails the copy is still there.
    if ((vault->m_keys.fromCopy() || newSalt) && !vault->m_onlyReading)
        (void)vault->m_keys.save(paths.keys);
    return vault;
}

Result<std::unique_ptr<VaultStore>> Vault::openStore(const Clock &clock, Random &random)
{
    CARRIEL_TRY(auto database, Database::open(Paths(m_dir).database, m_key, m_onlyReading ? Access::ReadOnly : Access::ReadWrite));
    if (m_onlyReading)
        database->refuseWrites(*m_onlyReading);
    auto store = std::make_unique<VaultStore>(std::move(database), clock, random);
    // Housekeeping: without room for it, it is done another day.
    if (const auto dropped = store->dropStaged(); !dropped.ok() && !isNoRoomToWrite(dropped.error()))
        return dropped.error();
    return store;
}

Result<std::unique_ptr<VaultReader>> Vault::openReader()
{
    CARRIEL_TRY(auto database, Database::open(Paths(m_dir).database, m_key, Access::ReadOnly));
    return std::make_unique<VaultReader>(std::move(database));
}

Outcome Vault::setPassphrase(QByteArrayView passphrase)
{
    KeyFile keys = m_keys;
    if (passphrase.isEmpty())
        keys.dropPassphrase();
    else
        CARRIEL_CHECK(keys.setPassphrase(passphrase, m_key));
    CARRIEL_CHECK(keys.save(Paths(m_dir).keys));
    m_keys = keys;
    return {};
}

Outcome Vault::setKeyStore(bool on)
{
    KeyFile keys = m_keys;
    keys.setKeyStore(on);
    CARRIEL_CHECK(keys.save(Paths(m_dir).keys));
    m_keys = keys;
    return {};
}

Result<QString> Vault::newRecoveryCode()
{
    KeyFile keys = m_keys;
    CARRIEL_TRY(const QString code, keys.newRecoveryCode(m_key));
    CARRIEL_CHECK(keys.save(Paths(m_dir).keys));
    m_keys = keys;
    return code;
}

Outcome Vault::confirmRecoveryCode()
{
    KeyFile keys = m_keys;
    keys.confirmRecoveryCode();
    CARRIEL_CHECK(keys.save(Paths(m_dir).keys));
    m_keys = keys;
    return {};
}

QList<QByteArray> Vault::salts(const QString &dir)
{
    const Result<KeyFile> keys = KeyFile::read(Paths(dir).keys);
    return keys.ok() ? QList<QByteArray>{keys.value().salt()} : QList<QByteArray>();
}

Result<QString> Vault::setAside(const QString &dir, const QDateTime &now)
{
    const Paths paths(dir);
    CARRIEL_TRY(std::unique_ptr<ProfileLock> lock, ProfileLock::take(paths.lock));
    if (!QFile::exists(paths.database))
        return Error{errors::noVault, pathParam(paths.database), {}};
    return moveAside(paths, now);
}

Result<QString> Vault::renew(const QString &dir, const SecretBytes &key, const Clock &clock, Random &random,
                             const std::function<Outcome(VaultStore &)> &fill)
{
    const Paths paths(dir);
    CARRIEL_TRY(std::unique_ptr<ProfileLock> lock, ProfileLock::take(paths.lock));
    CARRIEL_CHECK(finishCreation(paths));
    CARRIEL_CHECK(makeDatabase(paths.newDatabase, key, clock, random));
    {
        CARRIEL_TRY(auto database, Database::open(paths.newDatabase, key, Access::ReadWrite));
        VaultStore store(std::move(database), clock, random);
        CARRIEL_CHECK(fill(store));
        CARRIEL_CHECK(store.checkpoint()); // the file alone is everything
    }
    for (const char *suffix : {"-wal", "-shm"})
        QFile::remove(paths.newDatabase + QLatin1String(suffix)); // empty; the file gets another name
    CARRIEL_CRASHPOINT("w7.filled");
    CARRIEL_CHECK(renameDurably(paths.newDatabase, paths.renewed));
    CARRIEL_CRASHPOINT("w7.renewed");
    QString aside; // none where there is no database any more
    if (QFile::exists(paths.database)) {
        CARRIEL_TRY(aside, moveAside(paths, clock.nowUtc()));
    }
    CARRIEL_CRASHPOINT("w7.aside");
    CARRIEL_CHECK(finishCreation(paths));
    return aside;
}

Result<std::unique_ptr<Vault>> Vault::recreate(const QString &dir, SecretBytes key, const Clock &clock, Random &random)
{
    const Paths paths(dir);
    CARRIEL_TRY(std::unique_ptr<ProfileLock> lock, ProfileLock::take(paths.lock));
    CARRIEL_CHECK(finishCreation(paths));
    if (QFile::exists(paths.database))
        return Error{errors::vaultExists, pathParam(paths.database), {}};
    CARRIEL_TRY(KeyFile keys, KeyFile::read(paths.keys));
    CARRIEL_CHECK(makeDatabase(paths.newDatabase, key, clock, random));
    CARRIEL_CHECK(renameDurably(paths.newDatabase, paths.database));
    return std::unique_ptr<Vault>(new Vault(dir, std::move(lock), std::move(keys), std::move(key)));
}

} // namespace carriel::vault
