// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Operations that wait because the operator went back to an earlier state in which their item differs (I25): each
// difference is an open conflict, and with the last answer they go on, or have nothing left to say.
#pragma once

#include "core/sync/Decisions.h"

namespace carriel::sync {

// Waits for that, or will: what was sent without an answer cannot be held any more, what follows from it is.
bool isHeld(const OpRow &op);

// True if a difference of the item is still to be decided.
Result<bool> isDisputed(Reader &reader, const ItemId &item);

// The operator's news of `row` after it went back: every change not sent yet waits.
Outcome hold(Tx &tx, QList<OpRow> &live);

// True if the conflict's item has such operations, so that its answer is theirs.
Result<bool> holdsBack(Reader &reader, const Conflict &conflict);

// One difference decided; releases what waits when no other is open. `otherwise` carries out what no waiting operation
// carries.
using CarryOut = std::function<Outcome(Tx &, const Conflict &, Choice)>;
Outcome decideHeld(Tx &tx, const Conflict &conflict, Choice choice, const CarryOut &otherwise);

} // namespace carriel::sync
