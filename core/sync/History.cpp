// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/History.h"

#include "core/sync/Apply.h"
#include "core/sync/SyncErrors.h"

namespace carriel::sync {

void History::want(const ItemId &document, std::function<void(Outcome)> done)
{
    m_wishes.append(Wish{document, std::move(done)});
}

void History::pump()
{
    if (!m_desk.line.isOpen()) {
        const QList<Wish> wishes = std::exchange(m_wishes, {});
        for (const Wish &wish : wishes)
            wish.done(m_desk.line.lastError().value_or(Error{errors::stopped, {}, {}}));
        return;
    }
    while (!m_wishes.isEmpty() && m_desk.hasSlot())
        ask(m_wishes.takeFirst());
}

void History::ask(const Wish &wish)
{
    const int id = m_calls.next();
    m_calls.keep(id, m_desk.ports.remote.versions(wish.item, [this, id, wish](const Answer<QList<RemoteHead>> &answer) {
        m_calls.done(id);
        m_desk.kick();
        if (const Trouble *trouble = std::get_if<Trouble>(&answer)) {
            m_desk.line.note(*trouble);
            return wish.done(trouble->error);
        }
        m_desk.line.answered();
        const bool durable =
            m_desk.transact([&](Tx &tx) { return Apply(tx).history(wish.item, std::get<QList<RemoteHead>>(answer)); });
        wish.done(durable ? Outcome() : m_desk.line.storeError().value_or(Error{errors::stopped, {}, {}}));
    }));
}

void History::reset()
{
    m_calls.clear();
    const QList<Wish> wishes = std::exchange(m_wishes, {});
    for (const Wish &wish : wishes)
        wish.done(Error{errors::stopped, {}, {}});
}

} // namespace carriel::sync
