// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/ShareStore.h"

namespace carriel::vault {

namespace {
#define CARRIEL_SHARE "SELECT id,mine,state,wish,op,body,code,made,reason,rev,json FROM share "

QByteArray blob(const QByteArray &value)
{
    return value.isEmpty() ? QByteArray() : value; // an empty one is NULL
}
QString text(const QString &value)
{
    return value.isEmpty() ? QString() : value;
}
} // namespace

Result<QList<ShareRow>> ShareStore::rows(Statement row)
{
    QList<ShareRow> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        ShareRow one;
        one.id = row.text(0);
        one.mine = row.integer(1) != 0;
        one.state = ShareState(row.integer(2));
        one.wish = row.bytes(3);
        one.op = row.text(4);
        one.body = row.bytes(5);
        one.code = row.text(6);
        one.madeUtc = row.time(7);
        one.reason = row.text(8);
        one.rev = row.integer(9);
        one.json = row.bytes(10);
        out.append(one);
    }
}

Result<QList<ShareRow>> ShareStore::all()
{
    return rows(m_db.query(CARRIEL_SHARE "ORDER BY made DESC, rowid DESC"));
}

Result<QList<ShareRow>> ShareStore::unsent()
{
    return rows(m_db.query(CARRIEL_SHARE "WHERE state<2 ORDER BY made, rowid"));
}

Result<std::optional<ShareRow>> ShareStore::find(const QString &id)
{
    CARRIEL_TRY(const QList<ShareRow> found, rows(m_db.query(CARRIEL_SHARE "WHERE id=?", id)));
    return found.isEmpty() ? std::optional<ShareRow>() : std::optional<ShareRow>(found.first());
}

Outcome ShareStore::add(const ShareRow &row)
{
    return m_db
        .query("INSERT INTO share(id,mine,state,wish,op,code,made) VALUES(?,1,?,?,?,?,?)", row.id, int(row.state), row.wish,
               row.op, text(row.code), row.madeUtc)
        .run();
}

Outcome ShareStore::put(const ShareRow &row)
{
    return m_db
        .query("UPDATE share SET state=?,body=?,reason=?,rev=?,json=? WHERE id=?", int(row.state), blob(row.body),
               text(row.reason), row.rev, blob(row.json), row.id)
        .run();
}

Outcome ShareStore::take(const ShareRow &row)
{
    const int taken = int(ShareState::Taken);
    return m_db
        .query("INSERT INTO share(id,mine,state,made,rev,json) VALUES(?,?,?,?,?,?)"
               " ON CONFLICT(id) DO UPDATE SET state=excluded.state,body=NULL,reason=NULL,rev=excluded.rev,json=excluded.json"
               " WHERE excluded.rev>=share.rev",
               row.id, int(row.mine), taken, row.madeUtc, row.rev, row.json)
        .run();
}

Result<QList<ShareAct>> ShareStore::acts(Statement row)
{
    QList<ShareAct> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({row.text(0), row.text(1), row.text(2), row.bytes(3), row.time(4)});
    }
}

Result<QList<ShareAct>> ShareStore::acts()
{
    return acts(m_db.query("SELECT op,share,kind,body,made FROM share_act ORDER BY made,rowid"));
}

Result<QList<ShareAct>> ShareStore::sendable()
{
    return acts(m_db.query("SELECT a.op,a.share,a.kind,a.body,a.made FROM share_act a JOIN share s ON s.id=a.share WHERE s.state=?"
                           " ORDER BY a.made,a.rowid",
                           int(ShareState::Taken)));
}

Outcome ShareStore::addAct(const ShareAct &act)
{
    return m_db
        .query("INSERT INTO share_act(op,share,kind,body,made) VALUES(?,?,?,?,?)", act.op, act.share, act.kind, act.body,
               act.madeUtc)
        .run();
}

Outcome ShareStore::dropAct(const QString &op)
{
    return m_db.query("DELETE FROM share_act WHERE op=?", op).run();
}

Outcome ShareStore::dropActs(const QString &share)
{
    return m_db.query("DELETE FROM share_act WHERE share=?", share).run();
}

} // namespace carriel::vault
