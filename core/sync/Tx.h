// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One transaction as the engine's parts see it: the writer, the time and ids of this moment, and what it has touched so far
// (so that mirrors and screens follow once it is durable).
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/sync/OpMachine.h"
#include "core/sync/Store.h"

#include <QSet>

namespace carriel::sync {

class Tx
{
public:
    Tx(Writer &into, const Clock &clock, Random &random) : writer(into), m_clock(clock), m_random(random) {}

    Writer &writer;
    QList<OpRow> ops;   // as they are now; the same one may come several times, the last counts
    QSet<ItemId> items; // seen differently now

    QDateTime now() const { return m_clock.nowUtc(); }
    QString newId() { return newIdText(m_clock.nowUtc().toMSecsSinceEpoch(), m_random); }

    Result<OpKey> newKey();
    Result<OpRow> addOp(OpKind kind, const ItemRow &item, const VersionId &version = {}, const QList<OpKey> &needs = {});
    Outcome addOp(OpRow row);
    Outcome putOp(const OpRow &op);
    Outcome step(OpRow &op, OpEvent event); // advance, and store
    Outcome putItem(const ItemRow &row);
    Outcome addConflict(const ItemId &item, ConflictKind kind, const QJsonObject &ours, const QJsonObject &theirs,
                        const OpKey &by = {});
    Outcome renamedApart(const ItemId &item, const QString &from,
                         const QString &to); // beside something of that name at the operator
    Outcome log(const char *kind, const ItemId &item, const QJsonObject &data = {}, const OpKey &op = {});

private:
    const Clock &m_clock;
    Random &m_random;
};

} // namespace carriel::sync
