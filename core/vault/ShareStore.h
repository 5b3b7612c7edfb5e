// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares in the vault: what the person decided, how far it has come, what the operator says. Each change is one statement:
// durable when it answers, or with the transaction it stands in. Thread: the connection's.
#pragma once

#include "core/vault/Database.h"

#include <QList>

namespace carriel::vault {

// Stored as numbers. Prepared: decided. Sent: it may have arrived. Taken: the operator has it. Returned: it came back to
// the person, nothing was shared.
enum class ShareState { Prepared, Sent, Taken, Returned, Cancelled };

struct ShareRow
{
    QString id;
    bool mine = true;
    ShareState state = ShareState::Prepared;
    QByteArray wish; // JSON, of core/services/shares; empty: decided on another computer
    QString op;      // Idempotency-Key
    QByteArray body; // the request, byte for byte; empty: not signed yet
    QString code;    // of a link; only this computer has it
    QDateTime madeUtc;
    QString reason; // of what came back
    qint64 rev = 0;
    QByteArray json; // Share or ReceivedShare of docs/protocol; empty: not taken
};

struct ShareAct
{
    QString op, share, kind; // revoke, extend, accept, decline, erase, erased, kept
    QByteArray body;
    QDateTime madeUtc;
};

class ShareStore
{
public:
    explicit ShareStore(Database &database) : m_db(database) {}

    Result<QList<ShareRow>> all();    // newest first
    Result<QList<ShareRow>> unsent(); // prepared or sent, oldest first
    Result<std::optional<ShareRow>> find(const QString &id);
    Outcome add(const ShareRow &row);
    Outcome put(const ShareRow &row); // everything but what was decided
    // As the operator tells it; one made elsewhere is added. An older rev changes nothing.
    Outcome take(const ShareRow &row);

    Result<QList<ShareAct>> acts();     // oldest first
    Result<QList<ShareAct>> sendable(); // of shares that the operator has
    Outcome addAct(const ShareAct &act);
    Outcome dropAct(const QString &op);
    Outcome dropActs(const QString &share);

private:
    Result<QList<ShareRow>> rows(Statement row);
    Result<QList<ShareAct>> acts(Statement row);
    Database &m_db;
};

} // namespace carriel::vault
