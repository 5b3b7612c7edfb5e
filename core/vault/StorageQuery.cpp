// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/StorageQuery.h"

#include "core/vault/OfflineSql.h"

namespace carriel::vault {

Result<SpaceTaken> StorageQuery::taken(const ItemId &under)
{
    Statement row =
        m_db.query(CARRIEL_RULED_UNDER
                   "SELECT total(l.size),total(iif(l.here=2,l.size,0)),total(iif(l.here=2 AND k.keep,l.size,0)),"
                   "total(iif(l.here=2 AND l.on_server AND NOT k.keep,l.size,0)),total(iif(l.here=2 AND NOT "
                   "l.on_server,l.size,0)) FROM ("
                   "SELECT l.n AS n,coalesce((SELECT r.keep FROM ruled r WHERE r.id=l.id),"
                   "coalesce((SELECT value FROM setting WHERE key='offline.mode'),'all')<>'pinned') AS keep "
                   "FROM under u JOIN listing l ON l.id=u.id WHERE l.type=1 AND l.state=0) k JOIN listing l ON l.n=k.n",
                   under.text());
    CARRIEL_TRY(const bool found, row.next());
    SpaceTaken out;
    if (found) {
        out.all = row.integer(0);
        out.here = row.integer(1);
        out.kept = row.integer(2);
        out.freeable = row.integer(3);
        out.onlyHere = row.integer(4);
    }
    return out;
}

Result<QList<Freeable>> StorageQuery::freeable(const ItemId &under)
{
    Statement row = m_db.query(CARRIEL_RULED_UNDER
                               "SELECT l.id,l.size FROM under u JOIN listing l ON l.id=u.id WHERE l.type=1 AND "
                               "l.state=0 AND l.here=2 AND l.on_server "
                               "AND NOT coalesce((SELECT r.keep FROM ruled r WHERE r.id=l.id),"
                               "coalesce((SELECT value FROM setting WHERE key='offline.mode'),'all')<>'pinned')",
                               under.text());
    QList<Freeable> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({ItemId(row.text(0)), row.integer(1)});
    }
}

Result<QList<std::pair<ItemId, sync::Keep>>> StorageQuery::rules()
{
    Statement row = m_db.query("SELECT id,keep FROM item WHERE keep<>0 AND l_state=0");
    QList<std::pair<ItemId, sync::Keep>> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({ItemId(row.text(0)), sync::Keep(row.integer(1))});
    }
}

Result<sync::Keep> StorageQuery::ruleOf(const ItemId &item)
{
    Statement row = m_db.query("SELECT keep FROM item WHERE id=?", item.text());
    CARRIEL_TRY(const bool found, row.next());
    return found ? sync::Keep(row.integer(0)) : sync::Keep::Inherit;
}

} // namespace carriel::vault
