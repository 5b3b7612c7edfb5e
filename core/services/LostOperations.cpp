// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/LostOperations.h"

#include "core/sync/OpPlan.h"

#include <QHash>

namespace carriel {

namespace {
class Planner
{
public:
    Planner(sync::Writer &writer, const Clock &clock, Random &random, const QList<ItemId> &items)
        : m_tx(writer, clock, random), m_left(items.begin(), items.end())
    {
    }

    // A folder before what lies in it: that one's operation waits for its own.
    Result<bool> plan(const ItemId &id)
    {
        if (!m_left.remove(id))
            return false;
        CARRIEL_TRY(const auto row, m_tx.writer.item(id));
        if (!row)
            return false;
        CARRIEL_TRY([[maybe_unused]] const bool above, plan(row->local.parent));
        return row->remote ? change(*row) : create(*row);
    }

private:
    Result<bool> isWhole(const VersionId &id)
    {
        CARRIEL_TRY(const auto version, m_tx.writer.version(id));
        CARRIEL_TRY(const auto blob, version ? m_tx.writer.blob(version->blob) : Result<std::optional<sync::BlobRow>>(std::nullopt));
        return blob && blob->state == sync::BlobState::Verified;
    }

    Result<bool> create(const sync::ItemRow &row)
    {
        if (row.local.state == ItemState::Removed)
            return false;
        const bool folder = row.type == ItemType::Folder;
        CARRIEL_TRY(const bool whole, folder ? Result<bool>(true) : isWhole(row.local.version));
        if (!whole)
            return false;
        CARRIEL_TRY(const QList<OpKey> needs, sync::needsOfParent(m_tx.writer, row.local.parent));
        CARRIEL_TRY([[maybe_unused]] const sync::OpRow op,
                    m_tx.addOp(folder ? sync::OpKind::CreateFolder : sync::OpKind::CreateDocument, row, row.local.version, needs));
        if (row.local.state == ItemState::Trashed)
            CARRIEL_CHECK(sync::planOps(m_tx, row, {.state = true}));
        return true;
    }

    Result<bool> change(const sync::ItemRow &row)
    {
        sync::Touched touched;
        touched.fields = !row.base || row.local.name != row.base->name || row.local.parent != row.base->parent || row.local.meta != row.base->meta;
        touched.state = row.base && row.local.state != row.base->state;
        if (row.local.version != row.remote->version && !row.local.version.isEmpty()) {
            CARRIEL_TRY(const bool whole, isWhole(row.local.version));
            if (whole)
                touched.version = row.local.version;
        }
        if (!touched.fields && !touched.state && touched.version.isEmpty())
            return false;
        CARRIEL_CHECK(sync::planOps(m_tx, row, touched));
        return true;
    }

    sync::Tx m_tx;
    QSet<ItemId> m_left;
};
} // namespace

Result<int> planLostOperations(vault::VaultStore &store, const Clock &clock, Random &random)
{
    QList<ItemId> items;
    {
        // What is asked the person, or was refused, waits for an answer and not for an operation.
        vault::Statement row = store.database().query(
            "SELECT id FROM item i WHERE (r_name IS NULL OR l_name IS NOT b_name OR l_parent IS NOT b_parent OR l_state IS NOT b_state "
            "OR l_meta IS NOT b_meta OR l_version IS NOT r_version) AND missing_since IS NULL AND id<>? "
            "AND NOT EXISTS(SELECT 1 FROM outbox WHERE target=i.id AND state NOT IN(4,6)) "
            "AND NOT EXISTS(SELECT 1 FROM conflict WHERE item=i.id AND resolution IS NULL)",
            rootItem().text());
        for (;;) {
            CARRIEL_TRY(const bool found, row.next());
            if (!found)
                break;
            items.append(ItemId(row.text(0)));
        }
    }
    int planned = 0;
    const Outcome done = store.transact([&](sync::Writer &writer) -> Outcome {
        Planner planner(writer, clock, random, items);
        for (const ItemId &id : std::as_const(items)) {
            CARRIEL_TRY(const bool one, planner.plan(id));
            planned += one;
        }
        return {};
    });
    if (!done.ok())
        return done.error();
    return planned;
}

} // namespace carriel
