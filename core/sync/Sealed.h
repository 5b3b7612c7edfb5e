// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine's rules know of sealed documents: their form, never their key.
#pragma once

#include "core/base/Error.h"
#include "core/sync/Rows.h"

namespace carriel::sync {

namespace errors {
inline constexpr ErrorCode sealedClosed{"CAR-SYN-028"}; // params: id; its key is not on this computer
inline constexpr ErrorCode notSealed{"CAR-SYN-029"};    // params: name; plain bytes for a sealed document: never
} // namespace errors

// A sealed document whose key is not on this computer: it has no name but its id, and nothing about it can be changed here
// but its place.
inline bool isClosed(const ItemRow &row)
{
    return row.custody == Custody::Private && row.local.name == row.id.text();
}

} // namespace carriel::sync
