// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// JWS, JWE and the keys they name.
#include "core/crypto/Jwe.h"
#include "core/crypto/Jws.h"
#include "tests/fuzz/Fuzz.h"

using namespace carriel;
using namespace carriel::crypto;

namespace {
const PrivateKey &signer()
{
    static const PrivateKey key = PrivateKey::generate(KeyType::P256).value();
    return key;
}
const PrivateKey &reader()
{
    static const PrivateKey key = PrivateKey::generate(KeyType::X25519).value();
    return key;
}

void run(const QByteArray &bytes)
{
    (void)readUnverifiedJws(bytes);
    const auto verified = verifyJws(bytes, signer().publicKey(), "receipt+jwt");
    static const QByteArray mine = signJws(signer(), "receipt+jwt", R"({"a":1})").value();
    fuzz::must(!verified.ok() || bytes.split('.').value(1) == mine.split('.').value(1)); // only what was signed
    (void)decryptJwe(reader(), bytes);
    const auto keys = JwkSet::parse(bytes);
    if (keys.ok())
        (void)verifyJws(mine, keys.value(), "receipt+jwt");
}

QList<QByteArray> seeds()
{
    return QList<QByteArray>{signJws(signer(), "receipt+jwt", R"({"a":1})").value(),
                             encryptJwe(reader().publicKey(), "secreto").value()} +
           fuzz::examples("JwkSet");
}
} // namespace

CARRIEL_FUZZ_TARGET("jose")
