// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/PersonKeyStore.h"

#include "core/vault/SealedErrors.h"
#include "core/vault/VaultErrors.h"

namespace carriel::vault {

namespace {
Result<crypto::SealingKey> sealingFrom(Statement row)
{
    CARRIEL_TRY(const bool found, row.next());
    if (!found)
        return Error{errors::sealedElsewhere, {}, {}};
    QByteArray der = row.bytes(0);
    const SecretBytes secret = SecretBytes::takeFrom(der);
    CARRIEL_TRY(const crypto::PrivateKey key, crypto::PrivateKey::fromPkcs8(secret.view()));
    return crypto::SealingKey::of(key);
}
} // namespace

Result<bool> PersonKeyStore::isEmpty()
{
    CARRIEL_TRY(const qint64 any, m_db.number("SELECT EXISTS(SELECT 1 FROM person_key)"));
    return any == 0;
}

Result<QList<crypto::PersonKey>> PersonKeyStore::all()
{
    QList<crypto::PersonKey> out;
    Statement row = m_db.query("SELECT gen,enc,sig FROM person_key ORDER BY gen DESC,made DESC");
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        QByteArray enc = row.bytes(1), sig = row.bytes(2);
        const SecretBytes receive = SecretBytes::takeFrom(enc), sign = SecretBytes::takeFrom(sig);
        CARRIEL_TRY(crypto::PrivateKey receiveKey, crypto::PrivateKey::fromPkcs8(receive.view()));
        CARRIEL_TRY(crypto::PrivateKey signKey, crypto::PrivateKey::fromPkcs8(sign.view()));
        out.append({int(row.integer(0)), std::move(receiveKey), std::move(signKey)});
    }
}

Outcome PersonKeyStore::add(const crypto::PersonKey &key, const QDateTime &madeUtc)
{
    CARRIEL_TRY(const SecretBytes receive, key.receive.toPkcs8());
    CARRIEL_TRY(const SecretBytes sign, key.sign.toPkcs8());
    return m_db
        .query("INSERT OR IGNORE INTO person_key(kid,gen,enc,sig,made) VALUES(?,?,?,?,?)", QString::fromLatin1(key.kid()),
               key.generation, Borrowed{receive.view()}, Borrowed{sign.view()}, madeUtc)
        .run();
}

Result<crypto::SealingKey> PersonKeyStore::sealing(const QByteArray &kid)
{
    return sealingFrom(m_db.query("SELECT enc FROM person_key WHERE kid=?", QString::fromLatin1(kid)));
}

Result<crypto::SealingKey> PersonKeyStore::sealing()
{
    return sealingFrom(m_db.query("SELECT enc FROM person_key ORDER BY gen DESC,made DESC LIMIT 1"));
}

} // namespace carriel::vault
