// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's checkpoints of one folder, in their order, as somebody kept them: whether each is signed, follows the
// one before and goes back on nothing. What they anchor counts only if the signature holds. Thread: any, one at a time.
#pragma once

#include "core/evidence/activity/Checkpoint.h"
#include "core/evidence/activity/LogCheck.h"

#include <QMap>

namespace carriel::evidence {

class CheckpointChain
{
public:
    explicit CheckpointChain(crypto::JwkSet keys) : m_keys(std::move(keys)) {}
    void add(QByteArrayView compact);

    // log: "checkpoints", seq: n. malformed, bad_signature, missing, inserted, altered, foreign, fell_back. The first.
    const std::optional<LogFault> &fault() const { return m_fault; }
    const QList<LogHead> &heads() const { return m_heads; }
    const std::optional<Checkpoint> &last() const { return m_last; } // nothing: there is none
    const QMap<qint64, QByteArray> &digests() const { return m_digests; } // by n
    const QByteArrayList &signers() const { return m_signers; }           // thumbprints of the keys that signed

private:
    void wrong(qint64 n, const char *reason);

    crypto::JwkSet m_keys;
    std::optional<Checkpoint> m_last;
    std::optional<LogFault> m_fault;
    QMap<QString, qint64> m_told; // the last seq of each log
    QList<LogHead> m_heads;
    QMap<qint64, QByteArray> m_digests;
    QByteArrayList m_signers;
};

// What the operator showed to one and not to the other: "forked" at the first checkpoint that both have and that
// differs; nothing: none.
std::optional<LogFault> forkBetween(const CheckpointChain &one, const CheckpointChain &other);

} // namespace carriel::evidence
