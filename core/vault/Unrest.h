// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What in each folder, at any depth, is not at rest: a folder looks no better than what lies in it.
#pragma once

#include "core/vault/VaultReader.h"

#include <QHash>

namespace carriel::vault {

// How many items, each counted once, by the worst that can be said of it.
struct Unrest
{
    int gone = 0;     // the operator has it no longer
    int twofold = 0;  // two versions of it wait for the person
    int stopped = 0;  // something keeps it from reaching the operator
    int up = 0;       // its bytes have begun to go up
    int down = 0;     // … to come down
    int waiting = 0;  // it waits to go up
};

// Only of folders in which something is not at rest. It costs what is under way, not what the vault holds.
Result<QHash<ItemId, Unrest>> unrestByFolder(VaultReader &reader);

} // namespace carriel::vault
