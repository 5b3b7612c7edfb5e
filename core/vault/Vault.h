// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The vault of one profile as a whole: what lies in its folder, making it, opening it, changing the ways to open it.
//   vault.db (+ -wal, -shm)   the database     vault.keys (+ .bak)   its wrapped keys     vault.lock   who has it open
// An open Vault holds the key, in locked memory, and the profile's lock file: one process at a time. To lock, end its store,
// its readers and then the Vault itself: connections closed, key wiped.
// Thread: any, one at a time; not the GUI's (creating and passphrases take some tenths of a second).
#pragma once

#include "core/vault/ProfileLock.h"
#include "core/vault/VaultReader.h"
#include "core/vault/VaultStore.h"
#include "core/vault/keys/KeyFile.h"

namespace carriel::vault {

enum class VaultPresence {
    None,     // nothing here, or a creation that was never finished
    Locked,
    InUse,    // another process, or this one, has it open
    Newer,    // of a newer Carriel; the database itself tells only once it is open (CAR-VLT-003)
    Foreign,  // a file of something else stands in its place
    Damaged   // the database without its keys, or the reverse, or an empty file
};

struct VaultProbe {
    VaultPresence presence = VaultPresence::None;
    QString vaultId;            // what the key store knows its key by
    bool keyStore = false;      // the ways to open it
    bool passphrase = false;
    bool recoveryCode = false;
    std::optional<Error> why;   // of Newer, Foreign, Damaged, InUse
};

struct UnlockSetup {
    bool keyStore = false;      // the caller has put the key there already
    SecretBytes passphrase;     // empty: none
};

class Vault
{
public:
    static VaultProbe probe(const QString &dir);

    // A key for a new vault, and the name under which the key store is to keep it. Put it there before create(): then no moment
    // exists at which a vault is there that nothing opens.
    struct Plan {
        KeyFile keys = KeyFile::fresh();
        SecretBytes key;
    };
    static Plan plan();
    struct Created;
    // CAR-VLT-011 if there is anything but an unfinished creation.
    static Result<Created> create(const QString &dir, Plan plan, const UnlockSetup &setup, const Clock &clock, Random &random);

    // Removes a vault that was just created and never used; the caller knows that it is. Closed.
    static Outcome discard(const QString &dir);

    static Result<SecretBytes> keyFromPassphrase(const QString &dir, QByteArrayView passphrase);
    static Result<SecretBytes> keyFromRecoveryCode(const QString &dir, QStringView code);
    // Takes the lock, checks the key against the database, brings it to this program's schema. On a disk that is full or
    // may not be written to it opens for reading alone: every write then answers CAR-VLT-005 or -006.
    static Result<std::unique_ptr<Vault>> open(const QString &dir, SecretBytes key);

    // The one writer; ask once. Its clock and random must outlive it.
    Result<std::unique_ptr<VaultStore>> openStore(const Clock &clock, Random &random);
    Result<std::unique_ptr<VaultReader>> openReader();

    const KeyFile &keys() const { return m_keys; }
    // Its keys were read from their copy, because the file was missing or damaged; it was written anew. To be told.
    bool keysRestored() const { return m_keys.fromCopy(); }
    SecretBytes keyCopy() const { return m_key.clone(); }  // to put it into the key store
    Outcome setPassphrase(QByteArrayView passphrase);      // empty: none any more
    Outcome setKeyStore(bool on);                          // after the caller has put it there, or taken it away
    Result<QString> newRecoveryCode();                     // the one before opens it too, until …
    Outcome confirmRecoveryCode();                         // … this one is on paper

    // What the database in this folder may begin with, of which its keys keep a copy: for salvage().
    static QList<QByteArray> salts(const QString &dir);
    // Renames a database that cannot be read on with, by date; nothing is deleted and the keys stay. Answers its new name.
    static Result<QString> setAside(const QString &dir, const QDateTime &now);
    // Another database in the place of one that cannot be read on with, which is set aside; answers that one's new name (empty if
    // there was none any more). `fill`
    // gets the new one while the old one still lies at its path. Ended at any moment before, it has not happened; from the renaming
    // on it is finished by the next probe() or open().
    static Result<QString> renew(const QString &dir, const SecretBytes &key, const Clock &clock, Random &random,
                                 const std::function<Outcome(VaultStore &)> &fill);
    // A new, empty database under the keys that are there. After setAside().
    static Result<std::unique_ptr<Vault>> recreate(const QString &dir, SecretBytes key, const Clock &clock, Random &random);

private:
    Vault(QString dir, std::unique_ptr<ProfileLock> lock, KeyFile keys, SecretBytes key);
    static Outcome fillDatabase(const QString &path, const SecretBytes &key, const Clock &clock, Random &random);
    static Outcome makeDatabase(const QString &path, const SecretBytes &key, const Clock &clock, Random &random);

    QString m_dir;
    std::unique_ptr<ProfileLock> m_lock;
    KeyFile m_keys;
    SecretBytes m_key;
    std::optional<Error> m_onlyReading; // why nothing can be written
};

struct Vault::Created {
    std::unique_ptr<Vault> vault;
    QString recoveryCode; // shown once
};

} // namespace carriel::vault
