// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What others removed in great number stays as it was until the person answers (I9). Such an item is kept: the operator
// has thrown it away (remote), what was last agreed on (base) still has it, and nothing of it is sent. To use it is an
// answer, too: who changes a kept item wants it back.
#pragma once

#include "core/sync/Tx.h"

namespace carriel::sync {

bool isKept(const ItemRow &row);
void keepAsItWas(ItemRow &row, ItemState was); // after the removal was taken over
void believe(ItemRow &row);                    // as the operator has it; not stored

// The answers; the caller has closed the question of this item. It goes after all:
Outcome letGoKept(Tx &tx, ItemRow row, bool byPerson);
// What was removed is there again, kept or not, with the folders it lies in. CAR-SYN-010 if it was removed for good and
// its bytes are not here.
Outcome bringBack(Tx &tx, ItemRow row);

// What the person does with a kept item answers for it.
Outcome closeQuestion(Tx &tx, const ItemId &item, bool wanted);

// As requireActive() and requireFolder(), and wanted back if it was kept; CAR-SYN-017 if it was removed for good.
Result<ItemRow> claimActive(Tx &tx, const ItemId &id);
Outcome claimFolder(Tx &tx, const ItemId &id);

} // namespace carriel::sync
