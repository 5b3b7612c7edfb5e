// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a document's bytes on this computer, as a table.
#pragma once

#include "core/sync/Rows.h"

#include <array>
#include <optional>

namespace carriel::sync {

enum class BlobEvent {
    ChunkStored, // more of it is here
    Whole,       // all of it is here and the digest is right
    Mismatch,    // all of it is here and the digest is wrong
    DamageFound, // what had been right is not any more
    Evicted,     // freed; the caller has checked the guard (W6)
    Dropped      // thrown away, to be fetched again
};
inline constexpr int blobStateCount = 4;
inline constexpr int blobEventCount = 6;

inline constexpr auto blobTable = [] {
    std::array<std::array<std::optional<BlobState>, blobEventCount>, blobStateCount> table{};
    const auto on = [&table](BlobState from, BlobEvent event, BlobState to) { table[size_t(from)][size_t(event)] = to; };
    on(BlobState::Absent, BlobEvent::ChunkStored, BlobState::Partial);
    on(BlobState::Absent, BlobEvent::Whole, BlobState::Verified);
    on(BlobState::Partial, BlobEvent::ChunkStored, BlobState::Partial);
    on(BlobState::Partial, BlobEvent::Whole, BlobState::Verified);
    on(BlobState::Partial, BlobEvent::Mismatch, BlobState::Corrupt);
    on(BlobState::Partial, BlobEvent::Dropped, BlobState::Absent);
    on(BlobState::Verified, BlobEvent::DamageFound, BlobState::Corrupt);
    on(BlobState::Verified, BlobEvent::Evicted, BlobState::Absent);
    on(BlobState::Corrupt, BlobEvent::Dropped, BlobState::Absent);
    return table;
}();

constexpr std::optional<BlobState> next(BlobState state, BlobEvent event)
{
    return blobTable[size_t(state)][size_t(event)];
}

} // namespace carriel::sync
