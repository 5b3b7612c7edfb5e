// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of an item when the operator says something new about it: three ways, field by field (SYNC 2.4). Pure.
#pragma once

#include "core/sync/OpPlan.h"
#include "core/sync/OperatorPort.h"

namespace carriel::sync {

enum class Author {
    Ours,  // the news is the effect of our own operation
    Theirs // somebody else's: another device, an entity, the operator
};

enum class Trust {
    Same, // the operator we know
    Reset // it went back to an earlier state (epoch changed): nothing of ours may give way silently (I25)
};

// A wish that lost its place. It is kept, shown, and can be had back.
struct Loss {
    ConflictKind kind = ConflictKind::Meta;
    QJsonObject ours;
    QJsonObject theirs;
};

struct Merged {
    ItemRow row;
    QList<Loss> losses;
    bool dropStateOps = false; // a queued trash, restore or purge has lost its reason
    bool dropPatches = false;  // the item went to the trash: changes there are refused
    bool needsRestore = false; // our new content brings it back
    OpKey by;                  // whose change theirs is
    bool hold = false;         // the operator went back and has it otherwise: what is queued waits for the person
    VersionId furtherFrom;     // others were faster: our new content joins the history, made from this one
};

// `pending` is what the live operations of the item still carry, without the one that is answered here.
Merged merge(const ItemRow &row, const RemoteItem &news, const Cover &pending, Author author, Trust trust = Trust::Same);

// What of `ours` does not stand in `theirs`.
QList<Loss> lossesBetween(const ItemFields &ours, const ItemFields &theirs);

// Nothing is under way for what `pending` does not name: there the operator's view holds.
void settle(ItemRow &row, const Cover &pending);

} // namespace carriel::sync
