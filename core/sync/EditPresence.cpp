// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Trash, recovery and the end; and what is kept on this computer.
#include "core/sync/EditSupport.h"
#include "core/sync/Edits.h"
#include "core/sync/OpPlan.h"
#include "core/sync/SyncErrors.h"
#include "core/sync/Withdraw.h"

namespace carriel::sync {

namespace {

Outcome purgeTree(Tx &tx, ItemRow row, int depth)
{
    if (depth > 1000)
        return itemError(errors::wouldCycle, row.id, row.local.name);
    if (row.type == ItemType::Folder) {
        CARRIEL_TRY(const QList<ItemRow> children, tx.writer.children(row.id));
        for (const ItemRow &child : children) {
            if (child.local.state != ItemState::Removed)
                CARRIEL_CHECK(purgeTree(tx, child, depth + 1));
        }
    }
    CARRIEL_CHECK(tx.log("item.purged", row.id, {{QStringLiteral("name"), row.local.name}}));
    CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOpsOf(row.id));
    const bool neverSent = !row.remote && std::none_of(live.begin(), live.end(), isOpenEnded);
    if (neverSent)
        return forgetUnsent(tx, row);
    row.local.state = ItemState::Removed;
    CARRIEL_CHECK(tx.putItem(row));
    return planOps(tx, row, Touched{.state = true});
}

// I14: these bytes may go, because the operator has them and nothing here waits to use them.
Result<bool> mayEvict(Reader &reader, const ItemRow &row, const VersionRow &version, const BlobRow &blob)
{
    if (!blob.onServer || blob.pinned || blob.state != BlobState::Verified || !row.remote || row.missingSinceUtc.isValid()
        || version.origin != VersionOrigin::Server)
        return false;
    CARRIEL_TRY(const auto transfer, reader.transfer(blob.id));
    CARRIEL_TRY(const QList<OpRow> live, reader.liveOpsOf(row.id));
    for (const OpRow &op : live) {
        if (op.kind == OpKind::AddVersion || isCreate(op))
            return false;
    }
    CARRIEL_TRY(const bool awaited, bytesAreAwaited(reader, blob.id));
    return !transfer && !awaited;
}

Outcome pinTree(Tx &tx, const ItemId &id, bool keep, int depth)
{
    CARRIEL_TRY(const ItemRow row, requireItem(tx.writer, id));
    if (row.type == ItemType::Folder && depth < 1000) {
        CARRIEL_TRY(const QList<ItemRow> children, tx.writer.children(id));
        for (const ItemRow &child : children) {
            if (child.local.state == ItemState::Active)
                CARRIEL_CHECK(pinTree(tx, child.id, keep, depth + 1));
        }
        return {};
    }
    CARRIEL_TRY(const auto version, tx.writer.version(row.local.version));
    if (!version)
        return {};
    CARRIEL_TRY(auto blob, tx.writer.blob(version->blob));
    if (!blob || blob->pinned == keep)
        return {};
    blob->pinned = keep;
    return tx.writer.putBlob(*blob);
}

} // namespace

Outcome Edits::trash(const QList<ItemId> &ids)
{
    return m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        for (const ItemId &id : ids) {
            CARRIEL_TRY(ItemRow row, requireItem(writer, id));
            if (row.local.state == ItemState::Trashed)
                continue;
            row.local.state = ItemState::Trashed;
            row.facts.trashedUtc = tx.now();
            CARRIEL_CHECK(tx.putItem(row));
            CARRIEL_CHECK(planOps(tx, row, Touched{.state = true}));
            CARRIEL_CHECK(tx.log("item.trashed", id, {{QStringLiteral("name"), row.local.name}}));
        }
        return {};
    });
}

Outcome Edits::restore(const QList<ItemId> &ids)
{
    return m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        CARRIEL_TRY(const SyncStateRow state, writer.syncState());
        for (const ItemId &id : ids) {
            CARRIEL_TRY(ItemRow row, requireItem(writer, id));
            if (row.local.state != ItemState::Trashed)
                continue;
            const ItemFields before = row.local;
            row.local.state = ItemState::Active;
            row.facts.trashedUtc = {};
            if (!requireFolder(writer, row.local.parent).ok())
                row.local.parent = rootItem();
            CARRIEL_CHECK(giveName(writer, state.names, row, row.local.name));
            const bool moved = before.parent != row.local.parent || before.name != row.local.name;
            CARRIEL_CHECK(tx.putItem(row));
            CARRIEL_CHECK(planOps(tx, row, Touched{.fields = moved, .state = true}));
            CARRIEL_CHECK(tx.log("item.restored", id, {{QStringLiteral("name"), row.local.name}}));
        }
        return {};
    });
}

Outcome Edits::purge(const QList<ItemId> &ids)
{
    return m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        for (const ItemId &id : ids) {
            CARRIEL_TRY(const ItemRow row, requireItem(writer, id));
            if (row.local.state != ItemState::Trashed)
                return itemError(errors::notInTrash, id, row.local.name);
            CARRIEL_CHECK(purgeTree(tx, row, 0));
        }
        return {};
    });
}

Outcome Edits::pin(const QList<ItemId> &ids, bool keepOffline)
{
    return m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        for (const ItemId &id : ids)
            CARRIEL_CHECK(pinTree(tx, id, keepOffline, 0));
        return {};
    });
}

Result<bool> Edits::evict(const ItemId &id)
{
    bool freed = false;
    const Outcome done = m_store.transact([&](Writer &writer) -> Outcome {
        CARRIEL_TRY(const ItemRow row, requireItem(writer, id));
        CARRIEL_TRY(const auto version, writer.version(row.local.version));
        if (!version)
            return {};
        CARRIEL_TRY(auto blob, writer.blob(version->blob));
        if (!blob)
            return {};
        CARRIEL_TRY(freed, mayEvict(writer, row, *version, *blob));
        if (!freed)
            return {};
        CARRIEL_CHECK(writer.dropChunks(blob->id));
        blob->state = BlobState::Absent;
        blob->verifiedUtc = {};
        return writer.putBlob(*blob);
    });
    if (!done.ok())
        return done.error();
    return freed;
}

} // namespace carriel::sync
