// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/VaultKeeper.h"

#include "core/domain/PassphraseRule.h"
#include "core/services/LostOperations.h"
#include "core/services/PassphraseErrors.h"
#include "core/services/ServiceErrors.h"
#include "core/vault/Salvage.h"
#include "core/vault/VaultErrors.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <cerrno>

namespace carriel {

Q_LOGGING_CATEGORY(lcKeeper, "carriel.keeper", QtWarningMsg)

namespace {
// The one place through which every passphrase goes that is set. None at all is the key store's affair.
Outcome checkNew(const SecretBytes &passphrase)
{
    if (passphrase.isEmpty() || passphraseHolds(passphrase.view()))
        return {};
    return Error{errors::weakPassphrase,
                 {{QStringLiteral("least"), shortestPassphrase}, {QStringLiteral("different"), leastDifferentSigns}}, {}};
}
} // namespace

VaultKeeper::VaultKeeper(QString dir, const Clock &clock, Random &random, TakeStore takeStore)
    : m_dir(std::move(dir)), m_clock(clock), m_random(random), m_takeStore(std::move(takeStore))
{
}

vault::KeyStore &VaultKeeper::keyStore()
{
    if (!m_keyStore)
        m_keyStore = vault::systemKeyStore();
    return *m_keyStore;
}

void VaultKeeper::ways(std::function<void(Result<UnlockWays>)> done)
{
    const vault::VaultProbe probe = vault::Vault::probe(m_dir);
    UnlockWays ways;
    ways.keyStore = probe.keyStore;
    ways.passphrase = probe.passphrase;
    ways.recoveryCode = probe.recoveryCode;
    if (probe.presence != vault::VaultPresence::None && !probe.keyStore)
        return done(ways);
    // Asked before it is offered: of a new vault any answer but "no entry" is a reason not to rely on it.
    if (probe.presence == vault::VaultPresence::None) {
        tryKeyStore([ways, done](const QString &problem) mutable {
            ways.keyStoreProblem = problem;
            ways.keyStore = problem.isEmpty() || problem == u"no_keyring";
            done(ways);
        });
        return;
    }
    keyStore().read(probe.vaultId, [ways, done](Result<SecretBytes> key) mutable {
        if (!key)
            ways.keyStoreProblem = vault::keyStoreProblem(key.error());
        done(ways);
    });
}

void VaultKeeper::tryKeyStore(std::function<void(QString)> done)
{
    keyStore().read(QStringLiteral("carriel-probe"), [done](const Result<SecretBytes> &key) {
        const QString problem = key ? QString() : vault::keyStoreProblem(key.error());
        // No entry, because nobody has made a keyring yet: whoever chooses it is asked for a password by the system.
        const bool noKeyring = !key && key.error().detail == u"no_keyring";
        done(noKeyring ? QStringLiteral("no_keyring") : problem == u"missing_entry" ? QString() : problem);
    });
}

void VaultKeeper::create(UnlockChoice choice, DoneOpening done)
{
    if (const Outcome held = checkNew(choice.passphrase); !held) // before anything is made
        return done(held.error());
    m_madeFolder = !QFileInfo::exists(m_dir);
    if (!QDir().mkpath(m_dir)) {
        return done(Error{errors::profileFolder,
                          {{QStringLiteral("path"), m_dir}, {QStringLiteral("reason"), qt_error_string(errno)}}, {}});
    }
    QFile::setPermissions(m_dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto plan = std::make_shared<vault::Vault::Plan>(vault::Vault::plan());
    auto setup = std::make_shared<vault::UnlockSetup>();
    setup->keyStore = choice.keyStore;
    setup->passphrase = std::move(choice.passphrase);
    const auto make = [this, plan, setup, done] {
        auto created = vault::Vault::create(m_dir, std::move(*plan), *setup, m_clock, m_random);
        if (!created)
            return done(created.error());
        m_madeVault = true;
        done(adopt(std::move(created.value().vault), created.value().recoveryCode));
    };
    if (!setup->keyStore)
        return make();
    // First the key store, then the vault: a vault must never exist that nothing opens.
    keyStore().write(plan->keys.vaultId(), plan->key, [make, done](Outcome written) {
        if (!written)
            return done(written.error());
        make();
    });
}

void VaultKeeper::close()
{
    m_vault.reset();
    m_madeVault = false;
}

void VaultKeeper::discard(bool unused, std::function<void(Outcome)> done)
{
    if (!m_vault || !m_madeVault || !unused)
        return done(Error{vault::errors::vaultExists, {{QStringLiteral("path"), m_dir}}, {}});
    const QString id = m_vault->keys().vaultId();
    const bool inKeyStore = m_vault->keys().keyStore();
    close();
    if (const Outcome gone = vault::Vault::discard(m_dir); !gone)
        return done(gone);
    if (m_madeFolder)
        QDir().rmdir(m_dir); // only if nothing else is in it
    if (inKeyStore)
        keyStore().remove(id, std::move(done));
    else
        done({});
}

void VaultKeeper::openWithKeyStore(DoneOpening done)
{
    keyStore().read(vault::Vault::probe(m_dir).vaultId, [this, done](Result<SecretBytes> key) { open(std::move(key), done); });
}

void VaultKeeper::openWithPassphrase(const SecretBytes &passphrase, DoneOpening done)
{
    // Told before the passphrase is worked on for some tenths of a second: whoever waits asks often.
    if (const vault::VaultProbe probe = vault::Vault::probe(m_dir); !m_vault && probe.presence == vault::VaultPresence::InUse)
        return done(*probe.why);
    open(vault::Vault::keyFromPassphrase(m_dir, passphrase.view()), std::move(done));
}

void VaultKeeper::openWithRecoveryCode(const QString &code, DoneOpening done)
{
    open(vault::Vault::keyFromRecoveryCode(m_dir, code), std::move(done));
}

void VaultKeeper::open(Result<SecretBytes> key, DoneOpening done)
{
    if (!key)
        return done(key.error());
    auto vault = vault::Vault::open(m_dir, std::move(key).value());
    if (!vault && vault.error().code == vault::errors::wrongKey) {
        // The key was proven by the key file: the file's beginning is damaged, or one of the two is of another vault.
        return done(Error{vault::errors::otherKeys, vault.error().params, vault.error().detail});
    }
    if (!vault)
        return done(vault.error());
    const bool keysRestored = vault.value()->keysRestored();
    auto opened = adopt(std::move(vault).value(), {});
    if (opened)
        opened.value().keysRestored = keysRestored;
    done(std::move(opened));
}

Result<VaultKeeper::Opened> VaultKeeper::adopt(std::unique_ptr<vault::Vault> vault, const QString &recoveryCode)
{
    m_vault = std::move(vault);
    CARRIEL_TRY(std::unique_ptr<vault::VaultStore> store, m_vault->openStore(m_clock, m_random));
    CARRIEL_CHECK(m_takeStore(std::move(store)));
    CARRIEL_TRY(std::unique_ptr<vault::VaultReader> reader, m_vault->openReader());
    return Opened{std::move(reader), recoveryCode, false, {}, {}};
}

void VaultKeeper::salvage(UnlockChoice choice, DoneOpening done)
{
    const auto goOn = [this, done](Result<SecretBytes> key) {
        if (!key)
            return done(key.error());
        done(goOnAfresh(std::move(key).value()));
    };
    if (choice.keyStore)
        keyStore().read(vault::Vault::probe(m_dir).vaultId, goOn);
    else
        goOn(vault::Vault::keyFromPassphrase(m_dir, choice.passphrase.view()));
}

Result<VaultKeeper::Opened> VaultKeeper::goOnAfresh(SecretBytes key)
{
    SalvageCount count;
    const QString path = QDir(m_dir).filePath(QStringLiteral("vault.db"));
    CARRIEL_TRY(const QString aside, vault::Vault::renew(m_dir, key, m_clock, m_random, [&](vault::VaultStore &into) -> Outcome {
        const auto saved = vault::salvage(path, key, into, vault::Vault::salts(m_dir));
        if (saved.ok()) {
            // Of a file that reads to its end no operation is missing.
            CARRIEL_TRY(const int planned, saved.value().unreadableRows > 0 ? planLostOperations(into, m_clock, m_random) : Result<int>(0));
            count = {true, saved.value().items, saved.value().documentsWhole, saved.value().operations + planned, saved.value().ownBytesLost};
            return {};
        }
        const ErrorCode code = saved.error().code;
        if (code != vault::errors::wrongKey && code != vault::errors::damaged && code != vault::errors::notAVault
            && code != vault::errors::noVault)
            return saved.error(); // the disk is full, say: nothing was changed, and it can be tried again
        // Not even the first page reads: the new one stays empty. The old file is kept whatever happens.
        qCInfo(lcKeeper) << "nothing could be salvaged" << saved.error().codeText() << saved.error().detail;
        return {};
    }));
    CARRIEL_TRY(std::unique_ptr<vault::Vault> vault, vault::Vault::open(m_dir, std::move(key)));
    CARRIEL_TRY(Opened opened, adopt(std::move(vault), {}));
    opened.setAside = aside;
    opened.saved = count;
    return opened;
}

void VaultKeeper::change(UnlockChoice choice, std::function<void(Outcome)> done)
{
    if (!m_vault)
        return done(Error{errors::vaultLocked, {}, {}});
    if (const Outcome held = checkNew(choice.passphrase); !held)
        return done(held);
    if (const Outcome changed = m_vault->setPassphrase(choice.passphrase.view()); !changed)
        return done(changed);
    const QString id = m_vault->keys().vaultId();
    const bool on = choice.keyStore;
    const auto noted = [this, on, done](Outcome outcome) {
        if (!outcome || !m_vault)
            return done(outcome);
        done(m_vault->setKeyStore(on));
    };
    if (on)
        keyStore().write(id, m_vault->keyCopy(), noted);
    else if (m_vault->keys().keyStore())
        keyStore().remove(id, noted);
    else
        done({});
}

Result<QString> VaultKeeper::newRecoveryCode()
{
    if (!m_vault)
        return Error{errors::vaultLocked, {}, {}};
    return m_vault->newRecoveryCode();
}

Outcome VaultKeeper::confirmRecoveryCode()
{
    if (!m_vault)
        return Error{errors::vaultLocked, {}, {}};
    return m_vault->confirmRecoveryCode();
}

} // namespace carriel
