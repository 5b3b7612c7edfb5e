// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a vault, version 1. Private to core/vault.
#pragma once

#include "core/vault/Database.h"

namespace carriel::vault {

// Enumerators are stored as their numbers: they may be added to, never reordered (Rows.h, Item.h).
Outcome createSchema(Database &database);

// Bytes of a document: chunk i of the blob in row b has the key b * chunksPerBlob + i, so that one B-tree is enough and the
// chunks of a blob lie side by side.
inline constexpr qint64 chunksPerBlob = 1 << 20; // of 256 KiB: 256 GiB

} // namespace carriel::vault
