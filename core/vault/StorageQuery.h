// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How much room documents take, and which of them need not lie here. A document is kept if the nearest rule above it
// (Edits::keep) says so, or, without one, the general mode. Thread: the connection's.
#pragma once

#include "core/domain/Ids.h"
#include "core/sync/Rows.h"
#include "core/vault/Database.h"

#include <QList>

namespace carriel::vault {

// Bytes of the shown versions of active documents.
struct SpaceTaken
{
    qint64 all = 0;
    qint64 here = 0;
    qint64 kept = 0;     // here, and a rule keeps them
    qint64 freeable = 0; // here and at the operator, and no rule keeps them
    qint64 onlyHere = 0;
};

struct Freeable
{
    ItemId item;
    qint64 size = 0;
};

class StorageQuery
{
public:
    explicit StorageQuery(Database &database) : m_db(database) {}
    Result<SpaceTaken> taken(const ItemId &under); // a folder with all in it, or one document
    Result<QList<Freeable>> freeable(const ItemId &under);
    Result<QList<std::pair<ItemId, sync::Keep>>> rules(); // items with a word of their own
    Result<sync::Keep> ruleOf(const ItemId &item);        // its own word

private:
    Database &m_db;
};

} // namespace carriel::vault
