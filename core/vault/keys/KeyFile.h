// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// `vault.keys`, beside the database: the vault key wrapped for each way to open it that does not need the system's key store.
// JSON, versioned, 0600, replaced as a whole, with a copy `vault.keys.bak`. Nothing in it opens the vault by itself.
// Thread: any; opening with a passphrase takes about 0.2 s and 33 MB. Errors: CAR-VLT-009, -013 to -017, -022, CAR-CRY-010.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/crypto/Keys.h"

#include <QJsonObject>
#include <optional>

namespace carriel::vault {

class KeyFile
{
public:
    // A name for a new vault: 128 random bits; what is wrapped is bound to it, and the key store knows the key by it.
    static KeyFile fresh();
    static Result<KeyFile> read(const QString &path); // the copy if the file is damaged or missing
    Outcome save(const QString &path) const;
    bool fromCopy() const { return m_fromCopy; } // the file itself was damaged or missing

    QString vaultId() const;
    bool keyStore() const;          // the key lies in the system's key store too
    void setKeyStore(bool on);

    // What the database begins with, in plain: without it none of its pages can be proven, so a damaged beginning would cost all.
    QByteArray salt() const;
    bool setSalt(const QByteArray &salt); // whether it is another

    bool hasPassphrase() const;
    Outcome setPassphrase(QByteArrayView passphrase, const SecretBytes &vaultKey);
    void dropPassphrase();
    Result<SecretBytes> openWithPassphrase(QByteArrayView passphrase) const;

    bool hasRecoveryCode() const;
    std::optional<crypto::PublicKey> recoveryKey() const; // the code's public half: others may wrap for it without the code
    // Makes a new code. The code is returned once and kept nowhere; until it is confirmed to be on paper, the one that was
    // confirmed last opens the vault too.
    Result<QString> newRecoveryCode(const SecretBytes &vaultKey);
    void confirmRecoveryCode(); // the one before opens it no more
    Result<SecretBytes> openWithRecoveryCode(QStringView code) const;

private:
    explicit KeyFile(QJsonObject fields) : m_fields(std::move(fields)) {}
    QJsonObject m_fields;
    bool m_fromCopy = false;
};

} // namespace carriel::vault
