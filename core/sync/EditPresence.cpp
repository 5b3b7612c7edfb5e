// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Trash, recovery and the end; and what is kept on this computer.
#include "core/sync/EditSupport.h"
#include "core/base/CrashPoint.h"
#include "core/sync/Edits.h"
#include "core/sync/Kept.h"
#include "core/sync/OpPlan.h"
#include "core/sync/Recreate.h"
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
    if (isKept(row) && row.remote->state == ItemState::Removed) {
        CARRIEL_CHECK(closeQuestion(tx, row.id, false));
        return letGoKept(tx, row, true);
    }
    believe(row);
    CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOpsOf(row.id));
    const bool neverSent = !row.remote && std::none_of(live.begin(), live.end(), isOpenEnded);
    if (neverSent)
        return forgetUnsent(tx, row);
    row.local.state = ItemState::Removed;
    CARRIEL_CHECK(tx.putItem(row));
    return planOps(tx, row, Touched{.state = true});
}

} // namespace

Outcome trashOne(Tx &tx, ItemRow row)
{
    if (isKept(row) && row.remote->state == ItemState::Removed)
        return itemError(errors::removalAsked, row.id, row.local.name);
    if (isKept(row)) {
        CARRIEL_CHECK(closeQuestion(tx, row.id, false));
        return letGoKept(tx, row, true);
    }
    if (row.local.state == ItemState::Trashed)
        return {};
    row.local.state = ItemState::Trashed;
    row.facts.trashedUtc = tx.now();
    CARRIEL_CHECK(tx.putItem(row));
    CARRIEL_CHECK(planOps(tx, row, Touched{.state = true}));
    return tx.log("item.trashed", row.id, {{QStringLiteral("name"), row.local.name}});
}

Outcome restoreOne(Tx &tx, ItemRow row, const ItemFields &as, const char *told)
{
    if (isKept(row)) {
        CARRIEL_CHECK(closeQuestion(tx, row.id, true));
        return bringBack(tx, row);
    }
    if (row.local.state != ItemState::Trashed)
        return {};
    CARRIEL_TRY(const SyncStateRow state, tx.writer.syncState());
    const ItemFields before = row.local;
    row.local.state = ItemState::Active;
    row.local.parent = as.parent;
    row.local.meta = as.meta;
    row.facts.trashedUtc = {};
    if (!requireFolder(tx.writer, row.local.parent).ok())
        row.local.parent = rootItem();
    CARRIEL_CHECK(giveName(tx.writer, state.names, row, as.name));
    const bool changed =
        before.parent != row.local.parent || before.name != row.local.name || before.meta != row.local.meta;
    CARRIEL_CHECK(tx.putItem(row));
    CARRIEL_CHECK(planOps(tx, row, Touched{.fields = changed, .state = true}));
    return tx.log(told, row.id, {{QStringLiteral("name"), row.local.name}});
}

Outcome purgeOne(Tx &tx, const ItemRow &row)
{
    if (row.local.state != ItemState::Trashed)
        return itemError(errors::notInTrash, row.id, row.local.name);
    return purgeTree(tx, row, 0);
}

Outcome Edits::trash(const QList<ItemId> &ids)
{
    return m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        for (const ItemId &id : ids) {
            CARRIEL_TRY(const ItemRow row, requireItem(writer, id));
            CARRIEL_CHECK(trashOne(tx, row));
        }
        return {};
    });
}

Outcome Edits::restore(const QList<ItemId> &ids)
{
    return m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        for (const ItemId &id : ids) {
            CARRIEL_TRY(const ItemRow row, requireItem(writer, id));
            CARRIEL_CHECK(restoreOne(tx, row, row.local));
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
            CARRIEL_CHECK(purgeOne(tx, row));
        }
        return {};
    });
}

Outcome Edits::keep(const QList<ItemId> &ids, Keep wish)
{
    return m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        for (const ItemId &id : ids) {
            CARRIEL_TRY(ItemRow row, requireItem(writer, id));
            if (row.keep == wish)
                continue;
            row.keep = wish;
            CARRIEL_CHECK(tx.putItem(row));
        }
        return {};
    });
}

Result<bool> Edits::evict(const ItemId &id, const QSet<ItemId> &together)
{
    bool freed = false;
    const Outcome done = m_store.transact([&](Writer &writer) -> Outcome {
        freed = false;
        Tx tx(writer, m_clock, m_random);
        CARRIEL_TRY(const ItemRow row, requireItem(writer, id));
        CARRIEL_TRY(const QList<VersionRow> versions, writer.versions(id));
        for (const VersionRow &version : versions) {
            CARRIEL_TRY(const bool gone, evictBytes(tx, row, version, together));
            CARRIEL_CRASHPOINT("w6.dropped");
            freed |= gone;
        }
        return {};
    });
    if (!done.ok())
        return done.error();
    CARRIEL_CRASHPOINT("w6.evicted");
    return freed;
}

} // namespace carriel::sync
