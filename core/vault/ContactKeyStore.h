// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Other people's keys as this vault knows them: the one that is used, and another that their operator names instead and that
// nobody has agreed to yet. Thread: that of the database.
#pragma once

#include "core/crypto/Keys.h"
#include "core/vault/Database.h"

#include <optional>

namespace carriel::vault {

struct ContactKey {
    int generation = 0;
    crypto::PublicKey receive, sign;

    QByteArray kid() const { return receive.thumbprint(); }
    QByteArray halves() const { return receive.thumbprint() + sign.thumbprint(); } // 86 ASCII characters
};

struct Contact {
    std::optional<ContactKey> used;    // proven by the identity provider, or compared by the person
    QString how;                       // why it is used: "proven", "compared", "followed"; empty: not written down
    std::optional<ContactKey> offered; // not used until the person agrees
    bool followed = false;             // the used one has signed the offered one
};

class ContactKeyStore
{
public:
    explicit ContactKeyStore(Database &database) : m_db(database) {}

    Result<Contact> find(const QString &person); // nothing is known: both empty
    // Used from now on; what was offered is forgotten.
    Outcome use(const QString &person, const ContactKey &key, const QString &how, const QDateTime &now);
    Outcome offer(const QString &person, const ContactKey &key, bool followed, const QDateTime &now);
    // The operator names the one that is used.
    Outcome withdraw(const QString &person);

private:
    Database &m_db;
};

} // namespace carriel::vault
