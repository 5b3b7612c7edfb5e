// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/EditSupport.h"

#include "core/sync/Sealed.h"
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

Outcome requireOpened(const ItemRow &row)
{
    return isClosed(row) ? Outcome(itemError(errors::sealedClosed, row.id)) : Outcome();
}

Outcome requireSealed(Reader &reader, const ItemRow &row, const BlobId &blob)
{
    if (row.custody != Custody::Private)
        return {};
    CARRIEL_TRY(const auto bytes, reader.blob(blob));
    if (bytes && bytes->onServer) // it has travelled as it is, and may be no longer here
        return {};
    CARRIEL_TRY(const QByteArray start, reader.chunk(blob, 0));
    // RFC 8188 as sealed documents have it: records of 262161 bytes, a key id of 72.
    static const QByteArray form = QByteArray::fromHex("0004001148");
    return start.mid(16, form.size()) == form ? Outcome() : Outcome(itemError(errors::notSealed, row.id, row.local.name));
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
