// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Which operations an item needs so that what the person wants reaches the operator. Intent is the difference local ≠ base;
// an operation only carries it, so edits of what was not sent yet merge into it, and edits behind a sent one queue up.
#pragma once

#include "core/sync/Tx.h"

namespace carriel::sync {

// What of an item its live operations still carry. Only that may differ from the operator's view.
struct Cover {
    bool fields = false; // parent, name, meta
    bool state = false;
    bool version = false; // the head
    bool content = false; // new bytes, as the head or not
};
Cover coverOf(const QList<OpRow> &live);

struct Touched {
    bool fields = false;
    bool state = false;
    VersionId version = {}; // a new one
};

// Adds what is missing and withdraws what no longer says anything. `row` is stored already.
Outcome planOps(Tx &tx, const ItemRow &row, const Touched &touched);

// False if sending it would say nothing: what it carries is so already. `lane`: the other live operations of the item.
bool saysSomething(const OpRow &op, const ItemRow &row, const QList<OpRow> &lane = {});

// `from` definitely did not happen and cannot be repeated under its key: it, and what is queued behind it in its lane, goes on
// under new keys in the same order; those that need them are told. Answers the new rows: none if it was to make what is
// to be destroyed, and was forgotten.
Result<QList<OpRow>> reissueLane(Tx &tx, const OpRow &from);

// The person asks for one that was refused or waits: the same bytes if they left already and were not refused for good.
Outcome askAgain(Tx &tx, OpRow &op);

// True if an operation has still to bring these bytes to the operator, or to bring them again: another document may
// share them.
Result<bool> bytesAreAwaited(Reader &reader, const BlobId &blob);

// Live operations that must come before anything is put into `parent`.
Result<QList<OpKey>> needsOfParent(Reader &reader, const ItemId &parent);

} // namespace carriel::sync
