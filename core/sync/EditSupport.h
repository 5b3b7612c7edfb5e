// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the edits share: finding what they are about, and refusing what makes no sense.
#pragma once

#include "core/sync/NameChooser.h"
#include "core/sync/Tx.h"

namespace carriel::sync {

Error itemError(ErrorCode code, const ItemId &id, const QString &name = {});
Result<ItemRow> requireItem(Reader &reader, const ItemId &id);      // exists and is not removed
Result<ItemRow> requireActive(Reader &reader, const ItemId &id);    // nor in the trash: the operator refuses changes there
Outcome requireOpened(const ItemRow &row);                          // sealedClosed
// Bytes of a private document are sealed, whoever brings them: by their form, because no key is known here. notSealed.
Outcome requireSealed(Reader &reader, const ItemRow &row, const BlobId &blob);
Outcome requireFolder(Reader &reader, const ItemId &id);            // an active folder, or the root
Outcome refuseCycle(Reader &reader, const ItemRow &row, const ItemId &newParent);
// Gives `row` a free name beside its siblings; what it was called before is kept if it had to change.
Outcome giveName(Reader &reader, const NameRules &rules, ItemRow &row, const QString &wanted);

// One item, inside a transaction of the caller.
Outcome trashOne(Tx &tx, ItemRow row);
// `as`: where and under which name and meta data it comes back. `told`: the kind of its line in the record of activity.
Outcome restoreOne(Tx &tx, ItemRow row, const ItemFields &as, const char *told = "item.restored");
Outcome purgeOne(Tx &tx, const ItemRow &row);                  // with everything below it
// These bytes as the newest version of a document.
Result<VersionId> addVersionOne(Tx &tx, ItemRow row, const BlobId &blob, const QString &mediaType);

} // namespace carriel::sync
