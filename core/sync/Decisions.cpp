// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a complete snapshot did not have: kept and asked, until the person says what becomes of it.
#include "core/sync/Decisions.h"

#include "core/sync/EditSupport.h"
#include "core/sync/OpPlan.h"
#include "core/sync/Recreate.h"
#include "core/sync/SyncErrors.h"
#include "core/sync/Twins.h"

#include <QHash>

namespace carriel::sync {

namespace {

Outcome refuseOpenEnded(Reader &reader, const ItemRow &row)
{
    CARRIEL_TRY(const QList<OpRow> live, reader.liveOpsOf(row.id));
    if (std::any_of(live.begin(), live.end(), isOpenEnded))
        return itemError(errors::alreadySent, row.id, row.local.name);
    return {};
}

// Every version whose bytes are here, the one the person sees last: the history goes along.
Result<QList<VersionRow>> versionsToSend(Reader &reader, const ItemRow &row)
{
    CARRIEL_TRY(const QList<VersionRow> versions, reader.versions(row.id));
    QList<VersionRow> here;
    std::optional<VersionRow> seen;
    for (const VersionRow &version : versions) {
        CARRIEL_TRY(const auto blob, reader.blob(version.blob));
        if (!blob || blob->state != BlobState::Verified)
            continue;
        if (version.id == row.local.version)
            seen = version;
        else
            here.append(version);
    }
    if (seen)
        here.append(*seen);
    return here;
}

// As it is now, so that what follows stands on it.
Result<ItemRow> again(Tx &tx, const ItemRow &row)
{
    CARRIEL_TRY(const QList<VersionRow> versions, versionsToSend(tx.writer, row));
    CARRIEL_TRY(ItemRow fresh, recreate(tx, row, row.local, versions.isEmpty() ? VersionId() : versions.first().id,
                                        Anew::LostThere));
    for (qsizetype i = 1; i < versions.size(); ++i) {
        CARRIEL_TRY([[maybe_unused]] const VersionId id, addVersionOne(tx, fresh, versions.at(i).blob, versions.at(i).mediaType));
        CARRIEL_TRY(const auto now, tx.writer.item(fresh.id));
        fresh = now.value_or(fresh);
    }
    return fresh;
}

// A document whose folder is missing as well takes it along: nothing can be put into what is not there.
Result<QList<ItemId>> withFolders(Reader &reader, const QList<ItemId> &ids)
{
    QList<ItemId> out;
    QSet<ItemId> seen;
    for (const ItemId &id : ids) {
        ItemId at = id;
        for (int depth = 0; depth < 1000 && at != rootItem() && !at.isEmpty() && !seen.contains(at); ++depth) {
            CARRIEL_TRY(const auto row, reader.item(at));
            if (!row || (!row->missingSinceUtc.isValid() && at != id))
                break;
            seen.insert(at);
            out.append(at);
            at = row->local.parent;
        }
    }
    return out;
}

int depthOf(Reader &reader, const ItemRow &row)
{
    int depth = 0;
    std::optional<ItemRow> at = row;
    while (at && at->local.parent != rootItem() && ++depth < 1000)
        at = reader.item(at->local.parent).valueOr(std::nullopt);
    return depth;
}

} // namespace

Outcome Decisions::each(const QList<ItemId> &ids, const std::function<Outcome(Tx &, const ItemRow &)> &work)
{
    return m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        QList<std::pair<int, ItemId>> order; // folders before what is inside
        for (const ItemId &id : ids) {
            CARRIEL_TRY(const ItemRow row, requireItem(writer, id));
            order.append({depthOf(writer, row), id});
        }
        std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        for (const auto &[depth, id] : std::as_const(order)) {
            CARRIEL_TRY(const ItemRow row, requireItem(writer, id));
            if (!row.missingSinceUtc.isValid())
                continue; // the operator shows it again
            CARRIEL_CHECK(refuseOpenEnded(writer, row));
            CARRIEL_CHECK(work(tx, row));
        }
        return {};
    });
}

Result<QList<ItemId>> Decisions::missing()
{
    return m_store.missingItems();
}

Outcome Decisions::uploadAgain(const QList<ItemId> &ids)
{
    CARRIEL_TRY(const QList<ItemId> all, withFolders(m_store, ids));
    return each(all, [](Tx &tx, const ItemRow &row) -> Outcome {
        ItemRow gone = row;
        gone.local.state = ItemState::Removed; // its name is free for the new one
        CARRIEL_CHECK(tx.putItem(gone));
        CARRIEL_TRY(const ItemRow fresh, again(tx, row));
        if (row.type == ItemType::Folder)
            CARRIEL_CHECK(moveChildren(tx, row.id, fresh.id));
        return forgetItem(tx, row);
    });
}

Outcome Decisions::letGo(const QList<ItemId> &ids)
{
    return each(ids, [](Tx &tx, const ItemRow &row) -> Outcome {
        CARRIEL_CHECK(tx.log("item.let_go", row.id, {{QStringLiteral("name"), row.local.name}}));
        if (row.type == ItemType::Folder)
            CARRIEL_CHECK(moveChildren(
                tx, row.id, requireFolder(tx.writer, row.local.parent).ok() ? row.local.parent : rootItem()));
        return forgetItem(tx, row);
    });
}

} // namespace carriel::sync
