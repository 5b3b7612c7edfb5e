// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/OpBook.h"

namespace carriel::sync {

void OpBook::put(const OpRow &op)
{
    const bool was = m_ops.contains(op.seq);
    if (sync::isLive(op)) {
        m_ops.insert(op.seq, op);
        if (!was) {
            m_seqOf.insert(op.key, op.seq);
            m_lanes[op.target].append(op.seq);
        }
    } else if (was) {
        m_ops.remove(op.seq);
        m_seqOf.remove(op.key);
        m_notBefore.remove(op.key);
        m_errors.remove(op.key);
        QList<qint64> &lane = m_lanes[op.target];
        lane.removeOne(op.seq);
        if (lane.isEmpty())
            m_lanes.remove(op.target);
    }
}

void OpBook::reload(const QList<OpRow> &live)
{
    m_ops.clear();
    m_seqOf.clear();
    m_lanes.clear();
    for (const OpRow &op : live)
        put(op);
}

void OpBook::absorb(const QList<OpRow> &changed)
{
    for (const OpRow &op : changed)
        put(op);
}

const OpRow *OpBook::find(const OpKey &key) const
{
    const auto seq = m_seqOf.constFind(key);
    if (seq == m_seqOf.constEnd())
        return nullptr;
    return &*m_ops.constFind(*seq);
}

QList<OpRow> OpBook::lane(const ItemId &item) const
{
    QList<OpRow> out;
    const QList<qint64> seqs = m_lanes.value(item);
    for (const qint64 seq : seqs)
        out.append(m_ops.value(seq));
    return out;
}

std::optional<Error> OpBook::problemOf(const OpKey &key) const
{
    const auto found = m_errors.constFind(key);
    return found == m_errors.constEnd() ? std::optional<Error>() : *found;
}

} // namespace carriel::sync
