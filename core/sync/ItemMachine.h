// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The life of an item's description and of its presence, as tables: every state with every event, and nothing else.
// With the bytes (BlobMachine) and the operations (OpMachine) these are all the states there are (SYNC 2.2).
#pragma once

#include "core/sync/Rows.h"

#include <array>

namespace carriel::sync {

// Name, place and meta data: what the person wants against what was agreed on.
enum class MetaState { Clean, Dirty, Conflict };
enum class MetaEvent {
    Edited,    // the person changed it
    Agreed,    // the operator has it now, or had it already
    News,      // others changed something else of it: merged
    Overruled, // others changed the same: theirs stands, ours is kept as a wish
    TakenBack, // the person undid what was not sent
    Mine,      // the conflict's answer: ours again, as a new change
    Theirs     // the conflict's answer: as it stands
};
inline constexpr int metaStateCount = 3;
inline constexpr int metaEventCount = 7;

inline constexpr auto metaTable = [] {
    std::array<std::array<std::optional<MetaState>, metaEventCount>, metaStateCount> table{};
    const auto on = [&table](MetaState from, MetaEvent event, MetaState to) {
        table[size_t(from)][size_t(event)] = to;
    };
    on(MetaState::Clean, MetaEvent::Edited, MetaState::Dirty);
    on(MetaState::Clean, MetaEvent::News, MetaState::Clean);
    on(MetaState::Clean, MetaEvent::Overruled, MetaState::Conflict); // the operator went back: what it had agreed to
    on(MetaState::Dirty, MetaEvent::Edited, MetaState::Dirty);
    on(MetaState::Dirty, MetaEvent::News, MetaState::Dirty);
    on(MetaState::Dirty, MetaEvent::Agreed, MetaState::Clean);
    on(MetaState::Dirty, MetaEvent::TakenBack, MetaState::Clean);
    on(MetaState::Dirty, MetaEvent::Overruled, MetaState::Conflict);
    on(MetaState::Conflict, MetaEvent::Edited, MetaState::Conflict); // the wish stays until it is answered
    on(MetaState::Conflict, MetaEvent::News, MetaState::Conflict);
    on(MetaState::Conflict, MetaEvent::Agreed, MetaState::Conflict);
    on(MetaState::Conflict, MetaEvent::Overruled, MetaState::Conflict);
    on(MetaState::Conflict, MetaEvent::TakenBack, MetaState::Conflict);
    on(MetaState::Conflict, MetaEvent::Mine, MetaState::Dirty);
    on(MetaState::Conflict, MetaEvent::Theirs, MetaState::Clean);
    return table;
}();

constexpr std::optional<MetaState> next(MetaState state, MetaEvent event)
{
    return metaTable[size_t(state)][size_t(event)];
}

inline MetaState metaStateOf(const ItemRow &row, bool disputed)
{
    if (disputed)
        return MetaState::Conflict;
    const bool same = row.base && row.base->name == row.local.name && row.base->parent == row.local.parent &&
                      row.base->meta == row.local.meta;
    return same ? MetaState::Clean : MetaState::Dirty;
}

// Where the person sees it.
enum class Presence { Active, Trashed, Missing, Removed };
enum class PresenceEvent {
    Trash,         // by the person, here or elsewhere
    Restore,       // out of the trash, by the person, here or elsewhere
    Purge,         // for good, by the person here
    Undo,          // of a purge that was not sent, or that others' restore has overtaken
    Tombstone,     // the operator says: removed for good
    NotInSnapshot, // a complete list did not have it; only asked about, never a removal (I9)
    Shown,         // the operator shows it again, in the state it has there
    SentAgain,     // the person sends it as a new item; this one is over
    LetGo          // the person lets it go here too
};
inline constexpr int presenceCount = 4;
inline constexpr int presenceEventCount = 9;

inline constexpr auto presenceTable = [] {
    std::array<std::array<std::optional<Presence>, presenceEventCount>, presenceCount> table{};
    const auto on = [&table](Presence from, PresenceEvent event, Presence to) {
        table[size_t(from)][size_t(event)] = to;
    };
    on(Presence::Active, PresenceEvent::Trash, Presence::Trashed);
    on(Presence::Active, PresenceEvent::Tombstone, Presence::Removed);
    on(Presence::Active, PresenceEvent::NotInSnapshot, Presence::Missing);
    on(Presence::Active, PresenceEvent::Shown, Presence::Active);
    on(Presence::Trashed, PresenceEvent::Restore, Presence::Active);
    on(Presence::Trashed, PresenceEvent::Purge, Presence::Removed);
    on(Presence::Trashed, PresenceEvent::Tombstone, Presence::Removed);
    on(Presence::Trashed, PresenceEvent::NotInSnapshot, Presence::Missing);
    on(Presence::Trashed, PresenceEvent::Shown, Presence::Trashed);
    on(Presence::Missing, PresenceEvent::Trash, Presence::Trashed); // shown again, and there in the trash
    on(Presence::Missing, PresenceEvent::Tombstone, Presence::Removed);
    on(Presence::Missing, PresenceEvent::NotInSnapshot, Presence::Missing);
    on(Presence::Missing, PresenceEvent::Shown, Presence::Active);
    on(Presence::Missing, PresenceEvent::SentAgain, Presence::Removed);
    on(Presence::Missing, PresenceEvent::LetGo, Presence::Removed);
    on(Presence::Removed, PresenceEvent::Undo, Presence::Trashed);
    on(Presence::Removed, PresenceEvent::Restore, Presence::Active); // others were faster than our purge
    on(Presence::Removed, PresenceEvent::Tombstone, Presence::Removed);
    return table;
}();

constexpr std::optional<Presence> next(Presence state, PresenceEvent event)
{
    return presenceTable[size_t(state)][size_t(event)];
}

inline Presence presenceOf(const ItemRow &row)
{
    if (row.missingSinceUtc.isValid())
        return Presence::Missing;
    return row.local.state == ItemState::Active    ? Presence::Active
           : row.local.state == ItemState::Trashed ? Presence::Trashed
                                                   : Presence::Removed;
}

} // namespace carriel::sync
