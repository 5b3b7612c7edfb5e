// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys in the store of the operating system: Windows (CNG, with every card whose maker ships a minidriver) and macOS
// (keychains, with every card that has a token extension). Linux has none: keys are in files or on cards (TokenKey).
// One file for each system; which one is compiled, CMake decides.
//
// Plan for these systems (the file for Windows has been compiled, by MinGW; neither has run yet):
// 1. build the file on that system; 2. a test that puts ana's and eva's PKCS #12 into a store of its own, lists them,
// signs, and checks with pdfsig and openssl as tst_signing_token does; 3. a card with PIN pad, by hand; 4. the window's
// IdentityChooser gets one KeyPage more, the command line `--key system:SHA256`.
// Thread: one that may wait - the system shows its own dialog for the PIN.
#pragma once

#include "core/signing/KeySource.h"

#include <memory>

namespace carriel::signing {

struct StoredKeyInfo
{
    QByteArray sha256; // of the certificate; names the key
    crypto::Certificate certificate;
};

bool hasSystemStore();
// Certificates with a private key that may make signatures. tokenTrouble.
Result<QList<StoredKeyInfo>> systemKeys();
// noSuchKey, tokenTrouble. The certificate is compared when it signs: a store may have renewed it meanwhile.
Result<std::shared_ptr<KeySource>> openSystemKey(const QByteArray &sha256);

} // namespace carriel::signing
