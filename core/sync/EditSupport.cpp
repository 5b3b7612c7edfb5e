// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/EditSupport.h"

#include "core/sync/SyncErrors.h"

namespace carriel::sync {

Error itemError(ErrorCode code, const ItemId &id, const QString &name)
{
    return Error{code, {{QStringLiteral("id"), id.text()}, {QStringLiteral("name"), name}}, {}};
}

Result<ItemRow> requireItem(Reader &reader, const ItemId &id)
{
    CARRIEL_TRY(const auto row, reader.item(id));
    if (!row)
        return itemError(errors::itemNotFound, id);
    if (row->local.state == ItemState::Removed)
        return itemError(errors::notActive, id, row->local.name);
    return *row;
}

Result<ItemRow> requireActive(Reader &reader, const ItemId &id)
{
    CARRIEL_TRY(ItemRow row, requireItem(reader, id));
    if (row.local.state != ItemState::Active)
        return itemError(errors::notActive, id, row.local.name);
    return row;
}

Outcome requireFolder(Reader &reader, const ItemId &id)
{
    if (id == rootItem())
        return {};
    CARRIEL_TRY(const auto row, reader.item(id));
    if (!row || row->type != ItemType::Folder || row->local.state != ItemState::Active)
        return itemError(errors::notAFolder, id, row ? row->local.name : QString());
    return {};
}

Outcome refuseCycle(Reader &reader, const ItemRow &row, const ItemId &newParent)
{
    ItemId at = newParent;
    for (int depth = 0; at != rootItem(); ++depth) {
        if (at == row.id || depth > 1000)
            return itemError(errors::wouldCycle, row.id, row.local.name);
        CARRIEL_TRY(const auto parent, reader.item(at));
        if (!parent)
            break;
        at = parent->local.parent;
    }
    return {};
}

Outcome giveName(Reader &reader, const NameRules &rules, ItemRow &row, const QString &wanted)
{
    NameChooser names(rules);
    CARRIEL_CHECK(names.load(reader, row.local.parent, row.id));
    row.local.name = names.choose(wanted);
    if (row.local.name != wanted && row.facts.originalName.isEmpty()) // what it came as, not what it was called last
        row.facts.originalName = wanted;
    return {};
}

} // namespace carriel::sync
