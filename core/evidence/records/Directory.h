// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who signs what: the signed directory of the operator (or of an articulator), with the keys of operator and entities
// and the times in which they were in use. Pure; thread-safe.
#pragma once

#include "core/evidence/records/Statements.h"

#include <QHash>
#include <optional>

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
    QHash<QString, Party> entities;
    const Party *entity(const QString &id) const;
};

// badStatement. The signature is judged by ProofVerifier.
Result<Directory> readDirectory(QByteArrayView compact);

} // namespace carriel::evidence
