// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What can still be read of a vault that was set aside, put into a new one (W7): everything the person did that the operator
// may not have - unsent operations, own versions with their bytes, settings, keys, logs, receipts - and as much as possible of
// the rest; the feed is then read from its beginning. Bytes that are not whole are not kept as if they were.
// Thread: the engine's, before the engine starts. Reads page by page (Trees.h); a page that does not read costs its rows only.
#pragma once

#include "core/vault/VaultStore.h"

namespace carriel::vault {

struct Salvaged {
    int items = 0;
    int operations = 0;    // not yet sent, or of unknown outcome
    int documentsWhole = 0; // whose bytes are here
    int ownBytesLost = 0;  // never sent and not whole any more
    int unreadableRows = 0; // at least so many
};

// What is taken of each table: with the schema it is held together by a test.
QList<std::pair<QString, QStringList>> salvagedColumns();

// Reads an open database from its first page to its last. CAR-VLT-004 if one of them does not read, wherever it lies: most
// are never touched by opening it.
Outcome readThrough(Database &db);

// `from`: the path setAside() answered, or where it lies still. `into`: fresh from recreate(). `salts`: what the file may begin
// with, if its beginning is damaged. Errors: CAR-VLT-001 if not one page opens with the key, -010; those of Database for `into`.
Result<Salvaged> salvage(const QString &from, const SecretBytes &key, VaultStore &into, const QList<QByteArray> &salts = {});

} // namespace carriel::vault
