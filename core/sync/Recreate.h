// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator has no more, made anew from what is here; and bytes that nobody holds any more, given back.
#pragma once

#include "core/sync/Tx.h"

#include <QSet>

namespace carriel::sync {

// A new item with these fields. Of a document: with the bytes of `version` (a new version row of the same bytes). It
// goes where `fields` says, or to the root if that place is gone. CAR-SYN-010 if the bytes are not here. The record says
// why: the person reads it later as a proof.
enum class Anew {
    DeletedElsewhere, // document.rescued
    BesideTheirs,     // document.kept_beside
    LostThere         // document.sent_again
};
Result<ItemRow> recreate(Tx &tx, const ItemRow &gone, const ItemFields &fields, const VersionId &version,
                         Anew why = Anew::DeletedElsewhere);

// Frees the bytes of a removed item that no other item holds and no operation waits for. Bytes the operator never had
// stay, unless the person destroyed them (W6).
Outcome freeBytes(Tx &tx, const ItemId &item, bool byPerson);

// Whether bytes that come now still belong to something: a document that is there, an operation, or an open question.
Result<bool> areWanted(Reader &reader, const BlobId &blob);

// Frees these bytes if the guard allows it (I14): the operator has them, nothing here waits to use them, and no other
// document of the same content stays here; `together`: those that are freed with it. Answers whether.
Result<bool> evictBytes(Tx &tx, const ItemRow &row, const VersionRow &version, const QSet<ItemId> &together);

// The row, its versions and what only they held go from this computer. Its operations are over.
Outcome forgetItem(Tx &tx, ItemRow row);

} // namespace carriel::sync
