// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Unrest.h"

namespace carriel::vault {

namespace {
using Counts = int Unrest::*;
// By the number that the query below gives to each, the worst first: of an item that is in several ways, the worst counts.
constexpr Counts kinds[] = {&Unrest::gone, &Unrest::twofold, &Unrest::stopped, &Unrest::up, &Unrest::down, &Unrest::waiting};

// The folder above an active item; nothing for what is in the trash or is not there.
class Parents
{
public:
    explicit Parents(Database &database) : m_db(database) {}

    Result<ItemId> of(const ItemId &folder)
    {
        if (const auto known = m_known.constFind(folder); known != m_known.constEnd())
            return *known;
        Statement row = m_db.query("SELECT l_parent FROM item WHERE id=? AND l_state=0", folder.text());
        CARRIEL_TRY(const bool found, row.next());
        const ItemId parent = found ? ItemId(row.text(0)) : ItemId();
        m_known.insert(folder, parent);
        return parent;
    }

private:
    Database &m_db;
    QHash<ItemId, ItemId> m_known;
};
} // namespace

Result<QHash<ItemId, Unrest>> unrestByFolder(VaultReader &reader)
{
    Database &database = reader.database();
    // What nobody else has and whose bytes are not here will never go up by itself: it is stopped, whatever its operation says.
    Statement row = database.query(
        "WITH unrest(id,kind) AS ("
        "SELECT id,0 FROM item WHERE missing_since IS NOT NULL "
        "UNION ALL SELECT item,CASE kind WHEN 6 THEN 0 ELSE 1 END FROM conflict WHERE resolution IS NULL AND kind<>5 "
        "UNION ALL SELECT v.item,3+t.direction FROM transfer t CROSS JOIN version v ON v.blob=t.blob "
        "CROSS JOIN item i ON i.id=v.item AND i.l_version=v.id "
        "UNION ALL SELECT target,CASE WHEN state IN(3,5) THEN 2 ELSE 5 END FROM outbox WHERE state<>4 AND state<>6),"
        "worst(id,kind) AS (SELECT id,min(kind) FROM unrest GROUP BY id) "
        "SELECT l.parent,CASE WHEN w.kind>1 AND l.type=1 AND l.standing&4=0 AND l.here<>2 THEN 2 ELSE w.kind END,count(*) "
        "FROM worst w CROSS JOIN item i ON i.id=w.id CROSS JOIN listing l ON l.n=i.n WHERE l.state=0 GROUP BY 1,2");
    QHash<ItemId, Unrest> out;
    Parents parents(database);
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        const Counts kind = kinds[row.integer(1)];
        const int count = int(row.integer(2));
        ItemId at(row.text(0));
        for (int depth = 0; depth < 100 && at != rootItem() && !at.isEmpty(); ++depth) { // a circle is the operator's error, not ours
            out[at].*kind += count;
            CARRIEL_TRY(at, parents.of(at));
        }
    }
}

} // namespace carriel::vault
