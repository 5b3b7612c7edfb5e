// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox as the engine holds it in memory: the live operations in order, and when each may be sent again. Waiting counts
// on the monotonic clock; the stored time only tells the person (I24).
#pragma once

#include "core/sync/OpMachine.h"

#include <QHash>
#include <QMap>
#include <chrono>

namespace carriel::sync {

class OpBook
{
public:
    void reload(const QList<OpRow> &live);
    void absorb(const QList<OpRow> &changed);
    void waitUntil(const OpKey &key, std::chrono::milliseconds when) { m_notBefore.insert(key, when); }
    void forgetWaiting() { m_notBefore.clear(); }

    const QMap<qint64, OpRow> &ops() const { return m_ops; }
    bool isLive(const OpKey &key) const { return m_seqOf.contains(key); }
    const OpRow *find(const OpKey &key) const;
    std::chrono::milliseconds notBefore(const OpKey &key) const { return m_notBefore.value(key, std::chrono::milliseconds(0)); }
    const QHash<OpKey, std::chrono::milliseconds> &waiting() const { return m_notBefore; } // until when
    QList<OpRow> lane(const ItemId &item) const;

    void problem(const OpKey &key, const Error &error) { m_errors.insert(key, error); }
    std::optional<Error> problemOf(const OpKey &key) const;

private:
    void put(const OpRow &op);
    QMap<qint64, OpRow> m_ops;
    QHash<OpKey, qint64> m_seqOf;
    QHash<ItemId, QList<qint64>> m_lanes;
    QHash<OpKey, std::chrono::milliseconds> m_notBefore;
    QHash<OpKey, Error> m_errors;
};

} // namespace carriel::sync
