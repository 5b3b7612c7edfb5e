// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what changed at the operator, page by page, each page and its cursor in one transaction (W4). Without a usable cursor
// it takes a snapshot first; what a complete snapshot lacks is marked as missing, never removed (I9).
#pragma once

#include "core/sync/Apply.h"
#include "core/sync/Desk.h"

namespace carriel::sync {

class FeedReader
{
public:
    explicit FeedReader(Desk &desk) : m_desk(desk), m_calls(desk.calls) {}

    void pump();
    void sweep() { m_calls.sweep(); }
    void reset();
    // What discovery says. The first that is told is kept: what answers tell before a list was read is of that one.
    void inEpoch(const QString &epoch);
    bool isBusy() const { return m_calls.size() > 0; }
    bool isWanted() const { return m_more || m_snapshot || m_desk.readFeed; }

    // When the feed was last read to its end; nothing if never.
    std::optional<std::chrono::milliseconds> lastEnd() const { return m_lastEnd; }
    bool bringsHeads() { return std::exchange(m_broughtHeads, false); }
    const QString &cursor() const { return m_cursor; }

private:
    void readChanges(const SyncStateRow &state);
    void lost(const Trouble &trouble);
    void readSnapshot();
    void pageCame(const Answer<ChangePage> &answer);
    void snapshotCame(const Answer<SnapshotPage> &answer);
    Outcome applyPage(Tx &tx, const ChangePage &page, const SyncStateRow &state);
    void beginSnapshot(Trust trust);
    Outcome nameEpoch(Tx &tx, const QString &epoch);
    bool endSnapshot();

    Desk &m_desk;
    CallBag m_calls;
    bool m_more = false;
    bool m_snapshot = false;
    bool m_broughtHeads = false;
    Trust m_trust = Trust::Same;
    QString m_epoch;        // of the snapshot under way
    QString m_next;         // its next page
    QString m_cursorAtStart;
    QHash<ItemId, OpKey> m_underWay; // creations that had left before it was taken
    QSet<ItemId> m_seen; // what its pages have shown; an answer to an operation may be an old one, repeated
    QString m_cursor;
    std::optional<std::chrono::milliseconds> m_lastEnd;
};

} // namespace carriel::sync
