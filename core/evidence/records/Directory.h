// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who signs what: the signed directory of the operator (or of an articulator), with the keys of operator and entities
// and the times in which they were in use. Pure; thread-safe.
#pragma once

#include "core/evidence/records/Statements.h"

#include <QHash>
#include <map>

namespace carriel::evidence {

struct ListedKey
{
    crypto::PublicKey key;
    QByteArray kid;
    QString use;           // sign, enc, seal, client
    QDateTime from, until; // until invalid: still
};

struct Party
{
    QString id, name;
    QList<ListedKey> keys;
    QStringList origins;
    // In use for `use` at that moment.
    const ListedKey *find(QByteArrayView kid, QLatin1String use, const QDateTime &at) const;
};

struct Directory
{
    Signer signer;
    QString issuer;
    QDateTime issued;
    Party operatorParty;
    QString operatorIssuer; // `iss` of its evidence
    QHash<QString, QJsonObject> entities; // as they stand there
    // Null: not listed, or not in a form that can be read. Stays where it is while this object does.
    const Party *entity(const QString &id) const;
    void list(const Party &party) { m_read[party.id] = party; } // in place of what stands there

private:
    mutable std::map<QString, Party> m_read; // thousands are listed, one is asked for
};

// Every entity of the country with its keys and certificates may stand in it: larger than other statements.
inline constexpr qsizetype maxDirectory = 16 * 1024 * 1024;

// badStatement. The signature is judged by verifyDirectory.
Result<Directory> readDirectory(QByteArrayView compact);
// badSignature and the like.
Outcome verifyDirectory(QByteArrayView compact, const crypto::PublicKey &key);

} // namespace carriel::evidence
