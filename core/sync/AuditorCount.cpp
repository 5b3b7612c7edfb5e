// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The other half of the check: how many items the operator holds.
#include "core/sync/Auditor.h"

#include "core/sync/SyncErrors.h"

#include <QJsonObject>

namespace carriel::sync {

namespace {
constexpr int mostBehind = 3;
} // namespace

struct Auditor::Rest
{
    QString epoch, cursor;
    quint64 sendings = 0;
    friend bool operator==(const Rest &, const Rest &) = default;
};

bool Auditor::isAtRest() const
{
    return m_desk.unsure.isEmpty() && std::none_of(m_desk.book.ops().begin(), m_desk.book.ops().end(), isOpenEnded);
}

bool Auditor::askCount()
{
    if (m_desk.feedEnds < m_after)
        return false;
    m_count = false;
    const auto state = m_desk.read(m_desk.ports.store.syncState());
    if (!state || !m_desk.limits.counts)
        return false;
    m_report.uncounted = true;
    if (state->cursor.isEmpty() || !isAtRest())
        return false; // the next check asks
    const int id = m_calls.next();
    const Rest asked{state->epoch, state->cursor, m_desk.sendings};
    m_calls.keep(id, m_desk.ports.remote.count(
                         asked.cursor, [this, id, asked](const Answer<std::optional<ItemCount>> &answer) {
                             m_calls.done(id);
                             m_desk.kick();
                             if (const Trouble *trouble = std::get_if<Trouble>(&answer)) {
                                 m_desk.line.note(*trouble);
                                 return; // the next check asks again
                             }
                             m_desk.line.answered();
                             counted(asked, std::get<0>(answer));
                         }));
    return true;
}

// Everything up to the cursor was applied, and nothing of ours has left since it was asked: an operation whose answer
// overtook this one would make the two counts differ without anybody's fault. Another number, twice, means that
// something was missed, or that the operator has lost or hidden it: the complete list tells what, and what it lacks is
// asked about, never removed (I9).
void Auditor::counted(const Rest &asked, const std::optional<ItemCount> &there)
{
    const auto state = m_desk.read(m_desk.ports.store.syncState());
    const auto known = state ? m_desk.read(m_desk.ports.store.remoteItemIds()) : std::nullopt;
    if (!known)
        return;
    if (!there || Rest{state->epoch, state->cursor, m_desk.sendings} != asked || !isAtRest()) {
        // It has news, of what was just sent from here for one: they first.
        if (++m_behind > mostBehind)
            return;
        m_count = true;
        m_after = m_desk.feedEnds + 1;
        m_desk.readFeed = true;
        return;
    }
    ItemCount here;
    for (const ItemId &id : *known) {
        const auto row = m_desk.read(m_desk.ports.store.item(id));
        if (!row)
            return;
        if (!*row || !(*row)->remote || (*row)->missingSinceUtc.isValid())
            continue;
        ++((*row)->remote->state == ItemState::Active ? here.active : here.trashed);
    }
    if (here == *there) {
        m_report.uncounted = false;
        m_desk.countDiffers.reset();
        return;
    }
    if (!std::exchange(m_doubt, true)) {
        m_count = true;
        return;
    }
    m_report.countDiffers = true;
    m_report.uncounted = false;
    const QJsonObject numbers{{QStringLiteral("here"), here.active + here.trashed},
                              {QStringLiteral("there"), there->active + there->trashed}};
    if (m_desk.countDiffers && m_desk.countDiffers->params == numbers.toVariantMap())
        return; // told, and its list was read
    m_desk.readAll = true;
    m_desk.readFeed = true;
    m_desk.countDiffers = Error{errors::countDiffers, numbers.toVariantMap(), {}};
    m_desk.transact([&](Tx &tx) { return tx.log("operator.count_differs", {}, numbers); });
}

} // namespace carriel::sync
