// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole of a vault: made, opened in every way it can be, refused in every way it must be.
#include "tests/core/vault/WholeVault.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/CryptoErrors.h"
#include "core/vault/ProfileLock.h"
#include "core/vault/Salvage.h"
#include "core/vault/Settings.h"
#include "core/vault/VaultErrors.h"

#include <QJsonDocument>
#include <sys/wait.h>
#include <unistd.h>

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

class TestVaultKeys : public WholeVault
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void createsAndOpens();
    void passphrase();
    void recoveryCode();
    void keyStoreFlag();
    void oneProcessAtATime();
    void whatADeadProcessLeftIsWaitedFor();
    void aChildThatIsBeingStartedKeepsNoLock();
    void staleLockIsTaken();
    void readsWhereNothingCanBeWritten();
    void unfinishedCreation();
    void neverOverAnOldOne();
    void discardLeavesNothing();
    void damagedKeyFileHasACopy();
    void costlyParametersAreRefused();
    void filesAreTheOwnersOnly();
    void smallStores();
};

void TestVaultKeys::init()
{
    makeFolder();
}

void TestVaultKeys::createsAndOpens()
{
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::None);
    {
        const auto created = make();
        VERIFY_OK(created);
        QCOMPARE(created.value().recoveryCode.size(), 34);
        const auto store = created.value().vault->openStore(m_clock, m_random);
        VERIFY_OK(store);
        VERIFY_OK(store.value()->transact([&](sync::Writer &w) { return putDocument(w, itemRow(QStringLiteral("a"), QStringLiteral("a")), "bytes"); }));
        const auto reader = created.value().vault->openReader();
        VERIFY_OK(reader);
        QCOMPARE(reader.value()->open(ItemId(QStringLiteral("a"))).value()->readAll(), QByteArray("bytes"));
        QCOMPARE(ProfileFacts(reader.value()->database()).value(QStringLiteral("device")).size(), 26);
        QCOMPARE(Vault::probe(profile()).presence, VaultPresence::InUse);
    }
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Locked);
    COMPARE_ERROR(Vault::open(profile(), keyOf('x')), vault::errors::wrongKey);
    const auto opened = Vault::open(profile(), m_key.clone());
    VERIFY_OK(opened);
    QVERIFY(opened.value()->keyCopy().view() == m_key.view());
}

void TestVaultKeys::passphrase()
{
    VERIFY_OK(make("la clave larga de Ana"));
    QVERIFY(Vault::probe(profile()).passphrase);
    COMPARE_ERROR(Vault::keyFromPassphrase(profile(), "la clave larga de ana"), vault::errors::wrongPassphrase);
    auto key = Vault::keyFromPassphrase(profile(), "la clave larga de Ana");
    VERIFY_OK(key);
    auto opened = Vault::open(profile(), std::move(key).value());
    VERIFY_OK(opened);
    VERIFY_OK(opened.value()->setPassphrase("otra"));
    COMPARE_ERROR(Vault::keyFromPassphrase(profile(), "la clave larga de Ana"), vault::errors::wrongPassphrase);
    VERIFY_OK(Vault::keyFromPassphrase(profile(), "otra"));
    VERIFY_OK(opened.value()->setPassphrase({}));
    COMPARE_ERROR(Vault::keyFromPassphrase(profile(), "otra"), vault::errors::noSuchUnlock);
}

void TestVaultKeys::recoveryCode()
{
    QString code;
    {
        const auto created = make();
        VERIFY_OK(created);
        code = created.value().recoveryCode;
    }
    QVERIFY(!readAll(path("vault.keys")).contains(code.toLatin1()));
    auto key = Vault::keyFromRecoveryCode(profile(), QString(code.toLower().replace(QLatin1Char('-'), QLatin1Char(' '))));
    VERIFY_OK(key);
    const auto opened = Vault::open(profile(), std::move(key).value());
    VERIFY_OK(opened);
    const auto newer = opened.value()->newRecoveryCode();
    VERIFY_OK(newer);
    QVERIFY(newer.value() != code);
    // Whoever is interrupted before the new one is on paper still has the old one, however often he begins anew.
    const auto newest = opened.value()->newRecoveryCode();
    VERIFY_OK(newest);
    VERIFY_OK(Vault::keyFromRecoveryCode(profile(), code));
    VERIFY_OK(Vault::keyFromRecoveryCode(profile(), newest.value()));
    COMPARE_ERROR(Vault::keyFromRecoveryCode(profile(), newer.value()), vault::errors::wrongRecoveryCode);
    VERIFY_OK(opened.value()->confirmRecoveryCode());
    COMPARE_ERROR(Vault::keyFromRecoveryCode(profile(), code), vault::errors::wrongRecoveryCode);
    VERIFY_OK(Vault::keyFromRecoveryCode(profile(), newest.value()));
    COMPARE_ERROR(Vault::keyFromRecoveryCode(profile(), QStringLiteral("ABCD")), crypto::errors::badRecoveryCode);
}

void TestVaultKeys::keyStoreFlag()
{
    const auto created = make();
    VERIFY_OK(created);
    const QString id = created.value().vault->keys().vaultId();
    VERIFY_OK(created.value().vault->setKeyStore(true));
    const KeyFile keys = KeyFile::read(path("vault.keys")).value();
    QVERIFY(keys.keyStore() && keys.hasRecoveryCode());
    QCOMPARE(keys.vaultId(), id);
}

void TestVaultKeys::oneProcessAtATime()
{
    const auto created = make();
    VERIFY_OK(created);
    COMPARE_ERROR(Vault::open(profile(), m_key.clone()), vault::errors::inUse);
    COMPARE_ERROR(Vault::setAside(profile(), m_clock.nowUtc()), vault::errors::inUse);
}

// Killed between the beginning of another process and its program: that one still holds what it was born with.
void TestVaultKeys::whatADeadProcessLeftIsWaitedFor()
{
    VERIFY_OK(make());
    const QString lock = path("vault.lock");
    const int killed = ::fork();
    if (killed == 0) {
        const auto held = ProfileLock::take(lock);
        if (::fork() == 0)
            ::usleep(300'000);
        ::_exit(held.ok() ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(::waitpid(killed, &status, 0), killed);
    QCOMPARE(status, 0);
    VERIFY_OK(ProfileLock::take(lock));
}

// A helper is started just when the folder is locked: what it was born with does not keep the folder "in use".
void TestVaultKeys::aChildThatIsBeingStartedKeepsNoLock()
{
    VERIFY_OK(make());
    auto held = ProfileLock::take(path("vault.lock"));
    VERIFY_OK(held);
    int born[2];
    QCOMPARE(::pipe(born), 0);
    const int child = ::fork();
    if (child == 0) { // as between fork() and exec(): all that the parent has open
        char end;
        ::close(born[1]);
        ::_exit(::read(born[0], &end, 1) == 0 ? 0 : 1);
    }
    held.value().reset();
    const bool letGo = ProfileLock::take(path("vault.lock")).ok();
    ::close(born[0]);
    ::close(born[1]);
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(letGo);
}

void TestVaultKeys::staleLockIsTaken()
{
    VERIFY_OK(make());
    // A process that was killed: its number is nobody's now.
    write(path("vault.lock"), "4194303\ncarriel\n" + QSysInfo::machineHostName().toUtf8() + "\n");
    VERIFY_OK(Vault::open(profile(), m_key.clone()));
}

// A read-only folder, as it looks to the database: its log cannot be made.
void TestVaultKeys::readsWhereNothingCanBeWritten()
{
    VERIFY_OK(make());
    for (const char *log : {"vault.db-wal", "vault.db-shm"}) {
        QFile::remove(path(log));
        QVERIFY(QFile::link(m_dir->filePath(QStringLiteral("nowhere/at all")), path(log)));
    }
    auto vault = Vault::open(profile(), m_key.clone());
    VERIFY_OK(vault);
    auto store = vault.value()->openStore(m_clock, m_random);
    VERIFY_OK(store);
    VERIFY_OK(vault.value()->openReader());
    VERIFY_OK(store.value()->liveOps());
    COMPARE_ERROR(store.value()->transact([](sync::Writer &) { return Outcome(); }), vault::errors::readOnly);
    COMPARE_ERROR(Settings(store.value()->database()).set(QStringLiteral("a"), QStringLiteral("b")), vault::errors::readOnly);
}

void TestVaultKeys::unfinishedCreation()
{
    // Killed before the database got its name: nothing was promised, nothing is there.
    VERIFY_OK(make());
    QVERIFY(QFile::rename(path("vault.db"), path("vault.db.new")));
    QVERIFY(QFile::rename(path("vault.keys"), path("vault.keys.new")));
    QVERIFY(QFile::remove(path("vault.keys.bak")));
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::None);
    VERIFY_OK(make("p"));
    QVERIFY(!QFile::exists(path("vault.db.new")));
    // Killed between the two names: finished at the next look.
    QVERIFY(QFile::rename(path("vault.keys"), path("vault.keys.new")));
    QVERIFY(QFile::remove(path("vault.keys.bak")));
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Locked);
    QVERIFY(!QFile::exists(path("vault.keys.new")));
    VERIFY_OK(Vault::keyFromPassphrase(profile(), "p"));
    VERIFY_OK(Vault::open(profile(), m_key.clone()));
}

void TestVaultKeys::neverOverAnOldOne()
{
    VERIFY_OK(make());
    COMPARE_ERROR(make(), vault::errors::vaultExists);
    QVERIFY(QFile::remove(path("vault.db")));
    COMPARE_ERROR(make(), vault::errors::vaultExists);
}

// A first login that failed takes its vault back.
void TestVaultKeys::discardLeavesNothing()
{
    VERIFY_OK(make("p"));
    VERIFY_OK(Vault::discard(profile()));
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::None);
    QCOMPARE(QDir(profile()).entryList(QDir::Files | QDir::Hidden), QStringList());
    VERIFY_OK(make("p"));
}

void TestVaultKeys::damagedKeyFileHasACopy()
{
    VERIFY_OK(make("p"));
    write(path("vault.keys"), "{\"v\":1,\"va");
    VERIFY_OK(Vault::keyFromPassphrase(profile(), "p"));
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Locked);
    write(path("vault.keys.bak"), "");
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Damaged);
    COMPARE_ERROR(Vault::keyFromPassphrase(profile(), "p"), vault::errors::keyFileDamaged);
}

void TestVaultKeys::costlyParametersAreRefused()
{
    VERIFY_OK(make("p"));
    QJsonObject keys = QJsonDocument::fromJson(readAll(path("vault.keys"))).object();
    QJsonObject box = keys.value(QStringLiteral("passphrase")).toObject();
    box.insert(QStringLiteral("n"), qint64(1) << 30);
    keys.insert(QStringLiteral("passphrase"), box);
    write(path("vault.keys"), QJsonDocument(keys).toJson());
    COMPARE_ERROR(Vault::keyFromPassphrase(profile(), "p"), crypto::errors::badParameters);
}

void TestVaultKeys::filesAreTheOwnersOnly()
{
    const auto created = make("p");
    VERIFY_OK(created);
    const auto store = created.value().vault->openStore(m_clock, m_random);
    VERIFY_OK(store);
    for (const char *name : {"", "vault.db", "vault.db-wal", "vault.keys", "vault.keys.bak"}) {
        QVERIFY2(QFile::exists(path(name)), name);
        QVERIFY2(!(QFile::permissions(path(name)) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)), name);
    }
}

void TestVaultKeys::smallStores()
{
    const auto created = make();
    VERIFY_OK(created);
    const auto store = created.value().vault->openStore(m_clock, m_random);
    VERIFY_OK(store);
    Database &db = store.value()->database();
    Settings settings(db);
    QCOMPARE(settings.value(QStringLiteral("x"), QStringLiteral("fallback")), QStringLiteral("fallback"));
    VERIFY_OK(settings.set(QStringLiteral("x"), QString()));
    QCOMPARE(settings.value(QStringLiteral("x"), QStringLiteral("fallback")), QString());
    VERIFY_OK(settings.remove(QStringLiteral("x")));
    Secrets secrets(db);
    QVERIFY(!secrets.get(QStringLiteral("tokens")).value());
    VERIFY_OK(secrets.put(QStringLiteral("tokens"), QByteArray("a\0b", 3)));
    VERIFY_OK(secrets.put(QStringLiteral("tokens"), QByteArray("c\0d", 3)));
    const auto tokens = secrets.get(QStringLiteral("tokens"));
    QVERIFY(tokens.value()->view() == QByteArrayView("c\0d", 3));
    VERIFY_OK(secrets.remove(QStringLiteral("tokens")));
    QVERIFY(!secrets.get(QStringLiteral("tokens")).value());
    ProfileFacts facts(db);
    VERIFY_OK(facts.set(QStringLiteral("person"), QStringLiteral("co:CC:1")));
    QCOMPARE(facts.value(QStringLiteral("person")), QStringLiteral("co:CC:1"));
    SavedSearches searches(db);
    VERIFY_OK(searches.save({QStringLiteral("1"), QStringLiteral("Salud"), "{\"q\":1}"}));
    VERIFY_OK(searches.save({QStringLiteral("2"), QStringLiteral("b"), "{}"}));
    VERIFY_OK(searches.save({QStringLiteral("1"), QStringLiteral("Médico"), "{\"q\":2}"}));
    const auto list = searches.list();
    QCOMPARE(list.value().size(), 2);
    QCOMPARE(list.value().first().name, QStringLiteral("Médico"));
    VERIFY_OK(searches.remove(QStringLiteral("1")));
    QCOMPARE(searches.list().value().size(), 1);
}

QTEST_GUILESS_MAIN(TestVaultKeys)
#include "tst_vault_keys.moc"
