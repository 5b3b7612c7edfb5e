// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Recreate.h"

#include "core/sync/BlobMachine.h"
#include "core/sync/EditSupport.h"
#include "core/sync/OpPlan.h"
#include "core/sync/SyncErrors.h"

namespace carriel::sync {

namespace {

// Another item that is still there holds these bytes, too.
Result<bool> heldElsewhere(Reader &reader, const BlobId &blob, const ItemId &except)
{
    CARRIEL_TRY(const QList<VersionRow> holders, reader.holders(blob));
    for (const VersionRow &holder : holders) {
        if (holder.item == except)
            continue;
        CARRIEL_TRY(const auto item, reader.item(holder.item));
        if (item && item->local.state != ItemState::Removed)
            return true;
    }
    return false;
}

// Another document of these bytes that nobody frees: to free this one is no word about that one. What lies in the trash
// there does not need them at hand.
Result<bool> neededElsewhere(Reader &reader, const BlobId &blob, const ItemId &freed, const QSet<ItemId> &together)
{
    CARRIEL_TRY(const QList<VersionRow> holders, reader.holders(blob));
    for (const VersionRow &holder : holders) {
        if (holder.item == freed || together.contains(holder.item))
            continue;
        CARRIEL_TRY(const auto item, reader.item(holder.item));
        if (!item || item->local.state == ItemState::Removed)
            continue;
        CARRIEL_TRY(const Keep keep, keepOf(reader, *item));
        const bool active = item->local.state == ItemState::Active;
        if (keep == Keep::On || (active && keep == Keep::Inherit))
            return true;
    }
    return false;
}

Outcome dropBytes(Tx &tx, BlobRow blob)
{
    CARRIEL_CHECK(tx.writer.dropTransfer(blob.id));
    CARRIEL_CHECK(tx.writer.dropChunks(blob.id));
    blob.state = next(blob.state, blob.state == BlobState::Verified ? BlobEvent::Evicted : BlobEvent::Dropped)
                     .value_or(BlobState::Absent);
    blob.verifiedUtc = {};
    return tx.writer.putBlob(blob);
}

} // namespace

Result<ItemRow> recreate(Tx &tx, const ItemRow &gone, const ItemFields &fields, const VersionId &version,
                         Anew why)
{
    CARRIEL_TRY(const SyncStateRow state, tx.writer.syncState());
    ItemRow row;
    row.id = ItemId(tx.newId());
    row.type = gone.type;
    row.custody = gone.custody;
    row.keep = gone.keep;
    row.local = fields;
    row.local.state = ItemState::Active;
    row.local.version = {};
    if (!requireFolder(tx.writer, row.local.parent).ok())
        row.local.parent = rootItem();
    row.facts.createdUtc = tx.now();
    row.facts.modifiedUtc = row.facts.createdUtc;
    CARRIEL_CHECK(giveName(tx.writer, state.names, row, fields.name));
    CARRIEL_TRY(const QList<OpKey> needs, needsOfParent(tx.writer, row.local.parent));
    VersionRow copy;
    if (row.type == ItemType::Document) {
        CARRIEL_TRY(const auto known, tx.writer.version(version));
        CARRIEL_TRY(auto blob, known ? tx.writer.blob(known->blob) : Result<std::optional<BlobRow>>(std::nullopt));
        if (!blob || blob->state != BlobState::Verified)
            return itemError(errors::bytesUnavailable, gone.id, gone.local.name);
        copy = *known;
        copy.id = VersionId(tx.newId());
        copy.item = row.id;
        copy.origin = VersionOrigin::Local;
        copy.label.clear();
        copy.createdUtc = tx.now();
        row.local.version = copy.id;
    }
    CARRIEL_CHECK(tx.putItem(row));
    if (row.type == ItemType::Document)
        CARRIEL_CHECK(tx.writer.putVersion(copy));
    CARRIEL_TRY(const OpRow create,
                tx.addOp(row.type == ItemType::Folder ? OpKind::CreateFolder : OpKind::CreateDocument, row,
                         row.local.version, needs));
    const char *told = why == Anew::DeletedElsewhere ? "document.rescued"
                       : why == Anew::BesideTheirs   ? "document.kept_beside"
                                                     : "document.sent_again";
    CARRIEL_CHECK(tx.log(told, row.id, {{QStringLiteral("name"), row.local.name}}, create.key));
    return row;
}

Outcome freeBytes(Tx &tx, const ItemId &item, bool byPerson)
{
    CARRIEL_TRY(const QList<VersionRow> versions, tx.writer.versions(item));
    for (const VersionRow &version : versions) {
        CARRIEL_TRY(auto blob, tx.writer.blob(version.blob));
        if (!blob || blob->state == BlobState::Absent)
            continue;
        if (!byPerson && !blob->onServer)
            continue; // only this computer ever had them
        CARRIEL_TRY(const bool held, heldElsewhere(tx.writer, blob->id, item));
        CARRIEL_TRY(const bool awaited, bytesAreAwaited(tx.writer, blob->id));
        if (!held && !awaited)
            CARRIEL_CHECK(dropBytes(tx, *blob));
    }
    return {};
}

Result<bool> areWanted(Reader &reader, const BlobId &blob)
{
    CARRIEL_TRY(const bool held, heldElsewhere(reader, blob, {}));
    CARRIEL_TRY(const bool awaited, bytesAreAwaited(reader, blob));
    if (held || awaited)
        return true;
    CARRIEL_TRY(const QList<VersionRow> holders, reader.holders(blob));
    for (const QString &mark : {QString(), QStringLiteral("counting")}) {
        CARRIEL_TRY(const QList<ConflictRow> asked, reader.conflictsMarked(mark));
        for (const ConflictRow &row : asked) {
            if (std::any_of(holders.begin(), holders.end(),
                            [&](const VersionRow &one) { return one.item == row.item; }))
                return true;
        }
    }
    return false;
}

Result<bool> evictBytes(Tx &tx, const ItemRow &row, const VersionRow &version, const QSet<ItemId> &together)
{
    CARRIEL_TRY(const auto blob, tx.writer.blob(version.blob));
    if (!blob || !blob->onServer || blob->state != BlobState::Verified || version.origin != VersionOrigin::Server ||
        !row.remote || row.remote->state == ItemState::Removed || row.missingSinceUtc.isValid())
        return false;
    CARRIEL_TRY(const Keep keep, keepOf(tx.writer, row));
    CARRIEL_TRY(const auto transfer, tx.writer.transfer(blob->id));
    if (keep == Keep::On || transfer)
        return false;
    CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOpsOf(row.id));
    if (std::any_of(live.begin(), live.end(),
                    [](const OpRow &op) { return op.kind == OpKind::AddVersion || isCreate(op); }))
        return false;
    CARRIEL_TRY(const bool awaited, bytesAreAwaited(tx.writer, blob->id));
    CARRIEL_TRY(const bool needed, neededElsewhere(tx.writer, blob->id, row.id, together));
    if (awaited || needed)
        return false;
    // Bytes the operator was found not to give are the last copy, whatever it once confirmed.
    CARRIEL_TRY(const QList<ConflictRow> open, tx.writer.openConflicts());
    if (std::any_of(open.begin(), open.end(),
                    [&](const ConflictRow &one) { return one.item == row.id && one.kind == ConflictKind::Fixity; }))
        return false;
    CARRIEL_CHECK(dropBytes(tx, *blob));
    return true;
}

Outcome forgetItem(Tx &tx, ItemRow row)
{
    CARRIEL_TRY(QList<OpRow> live, tx.writer.liveOpsOf(row.id));
    for (OpRow &op : live)
        CARRIEL_CHECK(tx.step(op, op.state == OpState::Failed ? OpEvent::Superseded : OpEvent::Withdrawn));
    CARRIEL_TRY(const QList<VersionRow> versions, tx.writer.versions(row.id));
    for (const VersionRow &version : versions)
        CARRIEL_CHECK(tx.writer.eraseVersion(version.id));
    row.remote.reset(); // it is the person's word that the operator does not have it
    CARRIEL_CHECK(tx.putItem(row));
    CARRIEL_CHECK(tx.writer.eraseItem(row.id));
    for (const VersionRow &version : versions) {
        CARRIEL_TRY(const QList<VersionRow> holders, tx.writer.holders(version.blob));
        CARRIEL_TRY(const auto blob, tx.writer.blob(version.blob));
        if (!blob || !holders.isEmpty())
            continue;
        CARRIEL_CHECK(tx.writer.dropTransfer(blob->id));
        CARRIEL_CHECK(tx.writer.eraseBlob(blob->id));
    }
    return {};
}

} // namespace carriel::sync
