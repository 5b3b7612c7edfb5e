// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// `open --key`: the certificate that signs the receipt, where the entity asks for one.
#pragma once

#include "app/commands/Console.h"
#include "core/services/Signing.h"

#include <functional>

namespace carriel::commands {

// p12:FILE with an absolute path, or pkcs11:URI; usage for anything else. `pinEnv`: the variable with its password or
// PIN; empty: the person is asked.
Outcome checkReceiptKey(const QString &key);
void askReceiptPin(Console &console, const QString &pinEnv, std::function<void(Result<SecretBytes>)> next);
IdentityRequest receiptIdentity(const QString &key, SecretBytes secret);

} // namespace carriel::commands
