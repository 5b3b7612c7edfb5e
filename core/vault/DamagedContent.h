// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Content of a document that does not read any more as it was written, in a vault that is open and otherwise good: found, told, and
// given a new place in the file, so that it can be fetched again. The old place is never used again: it cannot even be freed, for
// that its pages would have to be read. A rescue of the whole vault (Salvage.h) leaves it behind.
// Thread: that of the database. Errors: CAR-VLT-004 to -008.
#pragma once

#include "core/vault/VaultStore.h"

namespace carriel::vault {

struct DamagedDocument {
    ItemId item;
    BlobId blob;
    QString name;
    bool atOperator = false; // it can be fetched again
};

// Those that were found and neither fetched again nor removed since. Costs one row where there are none.
Result<QList<DamagedDocument>> damagedDocuments(Database &database);

// Reads all of it. False: it is damaged, and is kept as such from now on. True: it is whole, or is not here. Nothing is concluded
// from a disk that gives an error (CAR-VLT-008): that may pass.
Result<bool> contentIsWhole(VaultStore &store, const BlobId &blob);

// Damaged content becomes content that is not here, in a new place. Nothing happens to any other.
Outcome makeRoomAgain(VaultStore &store, const BlobId &blob);

} // namespace carriel::vault
