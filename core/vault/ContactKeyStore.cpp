// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/ContactKeyStore.h"

#include <QJsonDocument>

namespace carriel::vault {

namespace {
QString jwk(const crypto::PublicKey &key)
{
    return QString::fromUtf8(QJsonDocument(key.toJwk()).toJson(QJsonDocument::Compact));
}

Result<std::optional<ContactKey>> keyIn(const Statement &row, int at)
{
    if (row.isNull(at))
        return std::optional<ContactKey>();
    const auto read = [&row](int n) { return crypto::PublicKey::fromJwk(QJsonDocument::fromJson(row.text(n).toUtf8()).object()); };
    CARRIEL_TRY(crypto::PublicKey receive, read(at + 1));
    CARRIEL_TRY(crypto::PublicKey sign, read(at + 2));
    return std::optional<ContactKey>(ContactKey{int(row.integer(at)), std::move(receive), std::move(sign)});
}
} // namespace

Result<Contact> ContactKeyStore::find(const QString &person)
{
    Statement row = m_db.query("SELECT gen,enc,sig,new_gen,new_enc,new_sig,followed,how FROM contact_key WHERE person=?", person);
    CARRIEL_TRY(const bool found, row.next());
    if (!found)
        return Contact();
    Contact out;
    CARRIEL_TRY(out.used, keyIn(row, 0));
    CARRIEL_TRY(out.offered, keyIn(row, 3));
    out.followed = row.flag(6);
    out.how = row.text(7);
    return out;
}

Outcome ContactKeyStore::use(const QString &person, const ContactKey &key, const QString &how, const QDateTime &now)
{
    return m_db
        .query("INSERT INTO contact_key(person,gen,enc,sig,seen,how) VALUES(?,?,?,?,?,?) ON CONFLICT(person) DO UPDATE SET"
               " gen=excluded.gen,enc=excluded.enc,sig=excluded.sig,seen=excluded.seen,how=excluded.how,new_gen=NULL,new_enc=NULL,new_sig=NULL,followed=0",
               person, key.generation, jwk(key.receive), jwk(key.sign), now, how)
        .run();
}

Outcome ContactKeyStore::offer(const QString &person, const ContactKey &key, bool followed, const QDateTime &now)
{
    return m_db
        .query("INSERT INTO contact_key(person,new_gen,new_enc,new_sig,followed,seen) VALUES(?,?,?,?,?,?) ON CONFLICT(person) DO UPDATE SET"
               " new_gen=excluded.new_gen,new_enc=excluded.new_enc,new_sig=excluded.new_sig,followed=excluded.followed",
               person, key.generation, jwk(key.receive), jwk(key.sign), int(followed), now)
        .run();
}

Outcome ContactKeyStore::withdraw(const QString &person)
{
    return m_db.query("UPDATE contact_key SET new_gen=NULL,new_enc=NULL,new_sig=NULL,followed=0 WHERE person=?", person).run();
}

} // namespace carriel::vault
