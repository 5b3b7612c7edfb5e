// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Opens and closes the vault of one profile, by whichever way the person chose. Holds it while it is open.
// Thread: the engine's. Every call answers once, some later: the key store is asked by signals.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/services/Session.h"
#include "core/vault/Vault.h"
#include "core/vault/keys/KeyStore.h"

namespace carriel {

class VaultKeeper
{
public:
    struct Opened {
        std::shared_ptr<vault::VaultReader> reader; // for the window's thread
        QString recoveryCode;                       // of a new vault
        bool keysRestored = false;                  // from their copy; told to the person
        QString setAside;                           // the damaged database's new name
        SalvageCount saved;                         // and what was saved of it
    };
    using DoneOpening = std::function<void(Result<Opened>)>;
    // Takes the one writer of the vault that was just opened.
    using TakeStore = std::function<Outcome(std::unique_ptr<vault::VaultStore>)>;

    VaultKeeper(QString dir, const Clock &clock, Random &random, TakeStore takeStore);

    void ways(std::function<void(Result<UnlockWays>)> done);
    // What keeps the system's key store from taking a key, as UnlockWays::keyStoreProblem names it. Never asked unless the person
    // may choose it: asking may open a dialog of the system.
    void tryKeyStore(std::function<void(QString)> done);
    void create(UnlockChoice choice, DoneOpening done);
    // Takes back create(), if this object did it and the vault is unused.
    void discard(bool unused, std::function<void(Outcome)> done);
    void openWithKeyStore(DoneOpening done);
    void openWithPassphrase(const SecretBytes &passphrase, DoneOpening done);
    void openWithRecoveryCode(const QString &code, DoneOpening done);
    void change(UnlockChoice choice, std::function<void(Outcome)> done);
    Result<QString> newRecoveryCode();
    Outcome confirmRecoveryCode();
    // Sets the damaged database aside and goes on with a new one under the same keys. `choice` tells how to get the key.
    void salvage(UnlockChoice choice, DoneOpening done);
    // The vault is open no more: the key is wiped. The writer and all readers were ended before.
    void close();
    bool isOpen() const { return bool(m_vault); }

private:
    vault::KeyStore &keyStore();
    void open(Result<SecretBytes> key, DoneOpening done);
    Result<Opened> goOnAfresh(SecretBytes key);
    Result<Opened> adopt(std::unique_ptr<vault::Vault> vault, const QString &recoveryCode);

    QString m_dir;
    const Clock &m_clock;
    Random &m_random;
    TakeStore m_takeStore;
    std::unique_ptr<vault::KeyStore> m_keyStore; // made when first asked: it belongs to the engine's thread
    std::unique_ptr<vault::Vault> m_vault;
    bool m_madeVault = false;  // by create(), and it is still the one that is open
    bool m_madeFolder = false;
};

} // namespace carriel
