// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Sends what is queued: first in, first out within a lane, what is needed first before it, small ones together.
#pragma once

#include "core/sync/Desk.h"
#include "core/sync/Settle.h"

namespace carriel::sync {

class Uploader;

class Outbox
{
public:
    Outbox(Desk &desk, Uploader &uploader) : m_desk(desk), m_uploader(uploader), m_calls(desk.calls) {}

    void pump();
    void sweep() { m_calls.sweep(); }
    void reset()
    {
        m_calls.clear();
        m_asking.clear();
        m_beingAsked.clear();
    }
    void bePatient() { m_resends.clear(); } // the person asks again
    bool isBusy() const { return m_calls.size() > 0; }
    // Something could be sent now.
    bool hasReady() const { return !m_desk.unsure.isEmpty() || !choose(1).isEmpty(); }
    // The first moment after `since` at which something that waits may be sent; max if nothing waits for time alone.
    std::chrono::milliseconds nextDue(std::chrono::milliseconds since) const;

private:
    bool isDue(const OpRow &op) const
    {
        return m_desk.book.notBefore(op.key) <= m_desk.now() && !m_asking.contains(op.key);
    }
    bool needsAreMet(const OpRow &op) const;
    QList<OpRow> choose(int most) const;
    // W2: frozen and committed before the first byte leaves. Answers those that are to be sent.
    QList<OpRow> freeze(const QList<OpRow> &chosen);
    Outcome withdraw(Tx &tx, OpRow &op, const std::optional<ItemRow> &stored);
    Outcome outOfTheTrash(Tx &tx, OpRow &content, const ItemRow &row);
    Outcome absorbPatches(Tx &tx, const OpRow &frozen);
    Result<bool> waitsForPlace(Tx &tx, OpRow &op, const ItemRow &row);
    using Moves = QHash<ItemId, QList<OpKey>>;
    Result<Moves> moves(Tx &tx);
    Result<bool> waitsForMoves(Tx &tx, OpRow &op, const ItemRow &row);
    Outcome freezeOne(Tx &tx, OpRow &op, QList<OpRow> &toSend);
    void send(const QList<OpRow> &ops);
    void settle(const QList<OpRow> &ops, const QList<Answer<OpResult>> &answers);
    void lookUp(const ItemId &id);
    void askIfThere();
    void askHistory(const OpRow &op);

    Desk &m_desk;
    Uploader &m_uploader;
    CallBag m_calls;
    QHash<VersionId, int> m_resends; // how often its bytes were sent again
    QSet<OpKey> m_asking;            // waits for the history of its document
    QSet<OpKey> m_notMade;           // no version of that history came from it
    std::optional<Moves> m_moves;    // of the batch that is being frozen
    QSet<ItemId> m_beingAsked;       // whether they still are there
};

} // namespace carriel::sync
