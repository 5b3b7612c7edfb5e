// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Contributions in the vault: what was consented to, how far it has come, what the operator says. Each change is
// durable when it answers. Not to be called inside VaultStore::transact(). Thread: the connection's.
#pragma once

#include "core/vault/Database.h"

#include <QList>

namespace carriel::vault {

// Stored as numbers. Prepared: package and statement are here. Uploaded: the operator has the bytes, the request is
// frozen. Sent: it may have arrived. Taken: it has. Returned: it came back to the person, nothing was given.
enum class ContributionState { Prepared, Uploaded, Sent, Taken, Returned, Cancelled };

struct ContributionRow
{
    QString id;
    ContributionState state = ContributionState::Prepared;
    QByteArray request, statement; // compact JWS
    QString device;                // that signed; empty: another computer
    QByteArray package;            // until it was taken
    QString uploadOp, op;          // Idempotency-Keys
    QByteArray body;               // the request, byte for byte
    QByteArray code;               // for the page to go back to
    QDateTime madeUtc;
    QString reason; // of what came back; of what was prepared, what is to be looked at again before it is sent
    qint64 rev = 0;
    QByteArray json; // Contribution of docs/protocol; empty: not taken
};

class ContributionStore
{
public:
    explicit ContributionStore(Database &database) : m_db(database) {}

    Result<QList<ContributionRow>> all(); // newest first; without package and body
    Result<std::optional<ContributionRow>> find(const QString &id);
    Outcome add(const ContributionRow &row);
    // Everything but what was consented to. `package` empty: it is let go.
    Outcome put(const ContributionRow &row);
    // As the operator tells it; one made elsewhere is added. An older rev changes nothing.
    Outcome take(const QString &id, qint64 rev, const QByteArray &request, const QByteArray &statement,
                 const QDateTime &received, const QByteArray &json);
    // What was tried without success, a compact JWS; empty: nothing failed.
    Result<QByteArray> failure(const QString &id);
    Outcome putFailure(const QString &id, const QByteArray &jws);

private:
    Result<QList<ContributionRow>> rows(Statement row, bool whole);
    Database &m_db;
};

} // namespace carriel::vault
