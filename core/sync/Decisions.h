// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What only the person can decide: conflicts, what the operator has lost sight of, what it refused, and whether many
// removals by others are believed. Each answer is one transaction; afterwards Engine::wake(). Thread: the engine's.
// Errors: CAR-SYN-0xx and the store's.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/sync/Tx.h"

namespace carriel::sync {

enum class Choice {
    Both,  // theirs has the place; another content of ours becomes a document beside it
    Mine,  // ours again, as a new change
    Theirs // ours is given up
};

// Newest last. `ours` and `theirs` hold the members that differ: name, parent, version, state, or keys of the meta
// data; of a Removal `theirs` has "state", of a Fixity "problem": "missing" or "altered", and "blob".
struct Conflict
{
    ConflictId id;
    ItemId item;
    ConflictKind kind = ConflictKind::Meta;
    QJsonObject ours;
    QJsonObject theirs;
    QDateTime createdUtc;
};

class Decisions
{
public:
    Decisions(Store &store, const Clock &clock, Random &random) : m_store(store), m_clock(clock), m_random(random) {}

    // ---- conflicts, removals in great number, and bytes the operator does not give any more
    Result<QList<Conflict>> conflicts();
    Outcome resolve(const ConflictId &id, Choice choice);
    // Those that cannot be had that way stay open; answers how many are resolved.
    Result<int> resolveAll(Choice choice, std::optional<ConflictKind> only = std::nullopt);

    // ---- the operator does not show these any more and never said that they were removed
    Result<QList<ItemId>> missing();
    Outcome uploadAgain(const QList<ItemId> &ids); // as new items; CAR-SYN-010 if the bytes are not here
    Outcome letGo(const QList<ItemId> &ids);       // here too

    // ---- operations that were refused, wait for the person, or have not left yet
    Result<bool> canUndo(const OpKey &key); // false once sent without an answer: it may have happened
    Outcome undo(const OpKey &key);         // CAR-SYN-012 if it may have happened
    Outcome retry(const OpKey &key);        // CAR-SYN-001 if it is over

private:
    Outcome each(const QList<ItemId> &ids, const std::function<Outcome(Tx &, const ItemRow &)> &work);

    Store &m_store;
    const Clock &m_clock;
    Random &m_random;
};

} // namespace carriel::sync
