// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Twins.h"

#include "core/sync/EditSupport.h"
#include "core/sync/OpPlan.h"
#include "core/sync/Recreate.h"

namespace carriel::sync {

namespace {

constexpr int deepest = 1000;

bool isThere(const ItemRow &row)
{
    return row.remote && row.remote->state == ItemState::Active && row.local.state == ItemState::Active &&
           !row.missingSinceUtc.isValid();
}

Result<QByteArray> contentOf(Reader &reader, const VersionId &id)
{
    CARRIEL_TRY(const auto version, reader.version(id));
    CARRIEL_TRY(const auto blob, version ? reader.blob(version->blob) : Result<std::optional<BlobRow>>(std::nullopt));
    return blob ? blob->sha256 : QByteArray();
}

// Everything that is here of it is what the other one shows: nothing is lost with it.
Result<bool> holdsNoMore(Reader &reader, const ItemRow &gone, const QByteArray &content)
{
    CARRIEL_TRY(const QList<VersionRow> versions, reader.versions(gone.id));
    for (const VersionRow &version : versions) {
        CARRIEL_TRY(const auto blob, reader.blob(version.blob));
        if (blob && blob->state != BlobState::Absent && blob->sha256 != content)
            return false;
    }
    return true;
}

Result<std::optional<ItemRow>> twinOf(Reader &reader, const ItemRow &row, int depth = 0);

// The folder in which the twin would lie.
Result<ItemId> placeOfTwin(Reader &reader, const ItemId &folder, int depth)
{
    CARRIEL_TRY(const auto row, folder == rootItem() ? Result<std::optional<ItemRow>>(std::nullopt) : reader.item(folder));
    if (!row || !row->missingSinceUtc.isValid())
        return folder;
    CARRIEL_TRY(const auto twin, twinOf(reader, *row, depth + 1));
    return twin ? twin->id : ItemId();
}

Result<std::optional<ItemRow>> twinOf(Reader &reader, const ItemRow &row, int depth)
{
    const std::optional<ItemRow> none;
    if (depth > deepest || row.local.state != ItemState::Active)
        return none;
    CARRIEL_TRY(const ItemId place, placeOfTwin(reader, row.local.parent, depth));
    if (place.isEmpty())
        return none;
    CARRIEL_TRY(const QByteArray content, contentOf(reader, row.local.version));
    CARRIEL_TRY(const QList<ItemRow> beside, reader.children(place));
    for (const ItemRow &other : beside) {
        if (other.id == row.id || other.type != row.type || !isThere(other) || other.remote->name != row.local.name)
            continue;
        if (row.local.meta != other.remote->meta && !row.local.meta.fields().isEmpty())
            continue; // its labels or its note are not those: the person decides
        if (row.type == ItemType::Folder)
            return std::optional(other);
        CARRIEL_TRY(const QByteArray there, contentOf(reader, other.remote->version));
        CARRIEL_TRY(const bool same, content.isEmpty() || there != content ? Result<bool>(false) : holdsNoMore(reader, row, there));
        if (same)
            return std::optional(other);
    }
    return none;
}

// The bytes that are here are the other one's: they need not come again, and are not given away for a promise.
Outcome handOver(Tx &tx, const ItemRow &row, const ItemRow &twin)
{
    CARRIEL_TRY(const auto ours, tx.writer.version(row.local.version));
    CARRIEL_TRY(auto theirs, tx.writer.version(twin.remote->version));
    if (!ours || !theirs)
        return {};
    CARRIEL_TRY(auto bytes, tx.writer.blob(ours->blob));
    CARRIEL_TRY(const auto absent, tx.writer.blob(theirs->blob));
    if (!bytes || !absent || bytes->id == absent->id || bytes->state != BlobState::Verified || absent->state != BlobState::Absent)
        return {};
    CARRIEL_TRY(const auto transfer, tx.writer.transfer(absent->id));
    if (transfer)
        return {};
    bytes->remoteId = absent->remoteId;
    bytes->onServer = absent->onServer;
    CARRIEL_CHECK(tx.writer.putBlob(*bytes));
    theirs->blob = bytes->id;
    CARRIEL_CHECK(tx.writer.putVersion(*theirs));
    CARRIEL_TRY(const QList<VersionRow> left, tx.writer.holders(absent->id));
    return left.isEmpty() ? tx.writer.eraseBlob(absent->id) : Outcome();
}

Outcome close(Tx &tx, const ItemRow &row, ItemRow twin)
{
    if (twin.keep == Keep::Inherit && row.keep != Keep::Inherit) {
        twin.keep = row.keep;
        CARRIEL_CHECK(tx.putItem(twin));
    }
    CARRIEL_CHECK(row.type == ItemType::Folder ? moveChildren(tx, row.id, twin.id) : handOver(tx, row, twin));
    CARRIEL_CHECK(forgetItem(tx, row));
    tx.items.insert(row.id);
    tx.items.insert(twin.id);
    return {};
}

} // namespace

Outcome moveChildren(Tx &tx, const ItemId &from, const ItemId &to)
{
    CARRIEL_TRY(const SyncStateRow state, tx.writer.syncState());
    CARRIEL_TRY(const QList<ItemRow> children, tx.writer.children(from));
    for (ItemRow child : children) {
        if (child.local.state == ItemState::Removed)
            continue;
        child.local.parent = to;
        if (child.local.state == ItemState::Active)
            CARRIEL_CHECK(giveName(tx.writer, state.names, child, child.local.name));
        CARRIEL_CHECK(tx.putItem(child));
        if (!child.missingSinceUtc.isValid())
            CARRIEL_CHECK(planOps(tx, child, Touched{.fields = true}));
    }
    return {};
}

Outcome closeTwins(Tx &tx)
{
    CARRIEL_TRY(const QList<ItemId> missing, tx.writer.missingItems());
    // The documents first: where they are found again depends on what their folder was called.
    for (const ItemType type : {ItemType::Document, ItemType::Folder}) {
        for (const ItemId &id : missing) {
            CARRIEL_TRY(const auto row, tx.writer.item(id));
            if (!row || row->type != type || !row->missingSinceUtc.isValid())
                continue;
            CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOpsOf(id));
            CARRIEL_TRY(const auto twin, live.isEmpty() ? twinOf(tx.writer, *row) : Result<std::optional<ItemRow>>(std::nullopt));
            if (twin)
                CARRIEL_CHECK(close(tx, *row, *twin));
        }
    }
    return {};
}

} // namespace carriel::sync
