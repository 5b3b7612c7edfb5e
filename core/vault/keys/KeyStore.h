// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The system's key store (Secret Service, Keychain, Credential Manager): one item of 32 bytes for each vault. Never a file in
// its place. Answers come later, once, in the thread that asked, from its event loop; none after the KeyStore is gone. The program's own thread, where the library is asked, must run its loop.
// Errors: CAR-VLT-030 to -036. No entry (-034) is never proof that there was none: a locked store says the same.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"

#include <functional>
#include <memory>

namespace carriel::vault {

class KeyStore
{
public:
    virtual ~KeyStore() = default;
    virtual void read(const QString &vaultId, std::function<void(Result<SecretBytes>)> done) = 0;
    virtual void write(const QString &vaultId, const SecretBytes &key, std::function<void(Outcome)> done) = 0;
    virtual void remove(const QString &vaultId, std::function<void(Outcome)> done) = 0; // one that is not there is no error
};

std::unique_ptr<KeyStore> systemKeyStore();

// "locked", "no_service", "no_bus", "no_library", "missing_entry", "denied", "failed"; "" for another error.
QString keyStoreProblem(const Error &error);

} // namespace carriel::vault
