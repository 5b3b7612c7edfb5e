// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Kept.h"

#include "core/sync/EditSupport.h"
#include "core/sync/Recreate.h"
#include "core/sync/SyncErrors.h"

namespace carriel::sync {

namespace {

// A folder that was removed for good is made anew, under another id: what was kept in it goes along.
Outcome moveKept(Tx &tx, const ItemId &from, const ItemId &to)
{
    CARRIEL_TRY(const QList<ItemRow> children, tx.writer.children(from));
    for (ItemRow child : children) {
        if (!isKept(child))
            continue;
        child.local.parent = to;
        CARRIEL_CHECK(tx.putItem(child));
    }
    return {};
}

Result<ItemRow> claim(Tx &tx, const ItemRow &row)
{
    if (!isKept(row))
        return row;
    if (row.remote->state == ItemState::Removed)
        return itemError(errors::removalAsked, row.id, row.local.name);
    CARRIEL_CHECK(closeQuestion(tx, row.id, true));
    CARRIEL_CHECK(bringBack(tx, row));
    return requireActive(tx.writer, row.id);
}

} // namespace

bool isKept(const ItemRow &row)
{
    return row.remote && row.base && row.remote->state != row.base->state;
}

void keepAsItWas(ItemRow &row, ItemState was)
{
    row.local.state = was;
    row.base->state = was;
}

void believe(ItemRow &row)
{
    if (isKept(row))
        keepAsItWas(row, row.remote->state);
}

Outcome closeQuestion(Tx &tx, const ItemId &item, bool wanted)
{
    CARRIEL_TRY(const QList<ConflictRow> open, tx.writer.openConflicts());
    for (ConflictRow row : open) {
        if (row.item != item || row.kind != ConflictKind::Removal)
            continue;
        row.resolution = wanted ? QStringLiteral("mine") : QStringLiteral("theirs");
        CARRIEL_CHECK(tx.writer.putConflict(row));
    }
    return {};
}

Outcome letGoKept(Tx &tx, ItemRow row, bool byPerson)
{
    if (isKept(row)) {
        believe(row);
        CARRIEL_CHECK(tx.putItem(row));
    }
    return row.local.state == ItemState::Removed ? freeBytes(tx, row.id, byPerson) : Outcome();
}

Outcome bringBack(Tx &tx, ItemRow row)
{
    CARRIEL_TRY(const auto parent, tx.writer.item(row.local.parent));
    if (parent && isKept(*parent)) {
        CARRIEL_CHECK(closeQuestion(tx, parent->id, true));
        CARRIEL_CHECK(bringBack(tx, *parent));
        CARRIEL_TRY(const auto now, tx.writer.item(row.id));
        row = now.value_or(row);
    }
    const bool kept = isKept(row);
    believe(row);
    if (row.local.state == ItemState::Trashed)
        return restoreOne(tx, row, row.local, kept ? "item.kept" : "item.restored"); // here it never was in the trash
    if (row.local.state != ItemState::Removed)
        return {};
    CARRIEL_TRY(const ItemRow fresh, recreate(tx, row, row.local, row.local.version));
    if (kept)
        CARRIEL_CHECK(tx.putItem(row));
    CARRIEL_CHECK(moveKept(tx, row.id, fresh.id));
    return freeBytes(tx, row.id, false);
}

Result<ItemRow> claimActive(Tx &tx, const ItemId &id)
{
    CARRIEL_TRY(const ItemRow row, requireActive(tx.writer, id));
    return claim(tx, row);
}

Outcome claimFolder(Tx &tx, const ItemId &id)
{
    CARRIEL_CHECK(requireFolder(tx.writer, id));
    if (id == rootItem())
        return {};
    CARRIEL_TRY(const ItemRow row, requireItem(tx.writer, id));
    CARRIEL_TRY([[maybe_unused]] const ItemRow ours, claim(tx, row));
    return {};
}

} // namespace carriel::sync
