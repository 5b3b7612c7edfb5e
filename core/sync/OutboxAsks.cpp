// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the outbox asks when an answer alone does not say how things are now.
#include "core/sync/Outbox.h"

namespace carriel::sync {

void Outbox::lookUp(const ItemId &id)
{
    const int call = m_calls.next();
    m_calls.keep(call, m_desk.ports.remote.item(id, [this, call](const Answer<RemoteItem> &answer) {
        m_calls.done(call);
        if (const Trouble *trouble = std::get_if<Trouble>(&answer)) {
            m_desk.line.note(*trouble);
            m_desk.readFeed = true;
        } else {
            m_desk.newHeads = true;
            m_desk.transact([&](Tx &tx) -> Outcome {
                Apply apply(tx);
                CARRIEL_CHECK(apply.upsert(std::get<RemoteItem>(answer), nullptr, Trust::Same, true));
                return apply.untangle();
            });
        }
        m_desk.kick();
    }));
}

// That something is missing only the complete list may say (I9): it is read when the item is not to be had.
void Outbox::askIfThere()
{
    m_beingAsked.intersect(m_desk.unsure);
    const QSet<ItemId> unasked = m_desk.unsure - m_beingAsked;
    for (const ItemId &id : unasked) {
        if (!m_desk.line.isOpen() || !m_desk.hasSlot())
            return;
        m_beingAsked.insert(id);
        const int call = m_calls.next();
        m_calls.keep(call, m_desk.ports.remote.item(id, [this, call, id](const Answer<RemoteItem> &answer) {
            m_calls.done(call);
            m_desk.kick();
            const Trouble *trouble = std::get_if<Trouble>(&answer);
            if (trouble && m_desk.line.note(*trouble)) {
                m_beingAsked.remove(id);
                return;
            }
            if (!trouble) {
                m_desk.line.answered();
                m_desk.unsure.remove(id);
                return;
            }
            m_desk.readAll = true; // at its end nothing is unsure any more
            m_desk.readFeed = true;
        }));
    }
}

void Outbox::askHistory(const OpRow &op)
{
    const int call = m_calls.next();
    m_asking.insert(op.key);
    m_calls.keep(call, m_desk.ports.remote.versions(op.target, [this, call, op](const Answer<QList<RemoteHead>> &answer) {
        m_calls.done(call);
        m_asking.remove(op.key);
        if (const Trouble *trouble = std::get_if<Trouble>(&answer)) {
            m_desk.line.note(*trouble); // it is sent again, and asked about again
        } else {
            const auto &versions = std::get<QList<RemoteHead>>(answer);
            m_desk.newHeads = true;
            if (m_desk.transact([&](Tx &tx) { return Apply(tx).history(op.target, versions); }))
                m_notMade.insert(op.key);
        }
        m_desk.kick();
    }));
}

} // namespace carriel::sync
