// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a signature that lies beside its file signs: carta.txt for carta.txt.p7s, as the folder is now. Thread: the
// connection's.
#pragma once

#include "core/domain/Ids.h"
#include "core/vault/Database.h"

namespace carriel::vault {

// The document of that name in the signature's folder; empty if none is there now.
Result<ItemId> signedBeside(Database &database, const ItemId &signature);

// An active document whose newest version has this content; empty if none.
Result<ItemId> documentWith(Database &database, const QByteArray &sha256);

// When the version of the document was made that had this content; invalid if none had.
Result<QDateTime> versionWith(Database &database, const ItemId &document, const QByteArray &sha256);

// Whether any signature beside a file is here. Walks through the list.
Result<bool> anyBeside(Database &database);

// These documents moved: signatures beside them are looked at again, and so are those that moved themselves.
Outcome waitBeside(Database &database, const QList<ItemId> &documents);

} // namespace carriel::vault
