// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The ring: the person's keys that this vault has. Thread: that of the database. Errors: CAR-VLT-004 to -009.
#pragma once

#include "core/crypto/PersonKey.h"
#include "core/crypto/Sealed.h"
#include "core/vault/Database.h"

#include <QHash>

namespace carriel::vault {

class PersonKeyStore
{
public:
    explicit PersonKeyStore(Database &database) : m_db(database) {}

    Result<bool> isEmpty();
    Result<QList<crypto::PersonKey>> all(); // the newest generation first
    Outcome add(const crypto::PersonKey &key, const QDateTime &madeUtc); // one that is here already is no error

    // What sealed documents are opened with. CAR-VLT-040 if this vault does not have that key.
    Result<crypto::SealingKey> sealing(const QByteArray &kid);
    // What new ones are sealed with: of the newest generation. CAR-VLT-040.
    Result<crypto::SealingKey> sealing();

    // The person's other computers whose key was in digits that the person compared here: by id. They alone are given the next
    // generation; what the operator says of a computer is not enough.
    Result<QHash<QString, crypto::PublicKey>> readers();
    Outcome addReader(const QString &device, const crypto::PublicKey &key, const QDateTime &metUtc);
    Outcome removeReader(const QString &device);

private:
    Database &m_db;
};

} // namespace carriel::vault
