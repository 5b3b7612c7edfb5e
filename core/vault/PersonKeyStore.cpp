// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/PersonKeyStore.h"

#include "core/vault/SealedErrors.h"
#include "core/vault/VaultErrors.h"

#include <QJsonDocument>

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

Result<QHash<QString, crypto::PublicKey>> PersonKeyStore::readers()
{
    QHash<QString, crypto::PublicKey> out;
    Statement row = m_db.query("SELECT device,jwk FROM person_reader");
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        CARRIEL_TRY(crypto::PublicKey key, crypto::PublicKey::fromJwk(QJsonDocument::fromJson(row.text(1).toUtf8()).object()));
        out.insert(row.text(0), std::move(key));
    }
}

Outcome PersonKeyStore::addReader(const QString &device, const crypto::PublicKey &key, const QDateTime &metUtc)
{
    const QByteArray jwk = QJsonDocument(key.toJwk()).toJson(QJsonDocument::Compact);
    return m_db
        .query("INSERT INTO person_reader(device,jwk,met) VALUES(?,?,?) ON CONFLICT(device) DO UPDATE SET jwk=excluded.jwk,met=excluded.met",
               device, QString::fromUtf8(jwk), metUtc)
        .run();
}

Outcome PersonKeyStore::removeReader(const QString &device)
{
    return m_db.query("DELETE FROM person_reader WHERE device=?", device).run();
}

} // namespace carriel::vault
