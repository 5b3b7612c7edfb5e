// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/ContributionStore.h"

namespace carriel::vault {

namespace {
#define CARRIEL_CONTRIBUTION_SHORT "SELECT id,state,request,statement,device,upload_op,op,code,made,reason,rev,json "

QByteArray blob(const QByteArray &value)
{
    return value.isEmpty() ? QByteArray() : value; // an empty one is NULL
}
QString text(const QString &value)
{
    return value.isEmpty() ? QString() : value;
}
} // namespace

Result<QList<ContributionRow>> ContributionStore::rows(Statement row, bool whole)
{
    QList<ContributionRow> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        ContributionRow one;
        one.id = row.text(0);
        one.state = ContributionState(row.integer(1));
        one.request = row.bytes(2);
        one.statement = row.bytes(3);
        one.device = row.text(4);
        one.uploadOp = row.text(5);
        one.op = row.text(6);
        one.code = row.bytes(7);
        one.madeUtc = row.time(8);
        one.reason = row.text(9);
        one.rev = row.integer(10);
        one.json = row.bytes(11);
        if (whole) {
            one.package = row.bytes(12);
            one.body = row.bytes(13);
        }
        out.append(one);
    }
}

Result<QList<ContributionRow>> ContributionStore::all()
{
    return rows(m_db.query(CARRIEL_CONTRIBUTION_SHORT "FROM contribution ORDER BY made DESC, id DESC"), false);
}

Result<std::optional<ContributionRow>> ContributionStore::find(const QString &id)
{
    CARRIEL_TRY(const QList<ContributionRow> found,
                rows(m_db.query(CARRIEL_CONTRIBUTION_SHORT ",package,body FROM contribution WHERE id=?", id), true));
    return found.isEmpty() ? std::optional<ContributionRow>() : std::optional<ContributionRow>(found.first());
}

Outcome ContributionStore::add(const ContributionRow &row)
{
    return m_db
        .query("INSERT INTO contribution(id,state,request,statement,device,package,upload_op,op,code,made,reason)"
               " VALUES(?,?,?,?,?,?,?,?,?,?,?)",
               row.id, int(row.state), row.request, row.statement, text(row.device), blob(row.package),
               text(row.uploadOp), text(row.op), blob(row.code), row.madeUtc, text(row.reason))
        .run();
}

Outcome ContributionStore::put(const ContributionRow &row)
{
    return m_db
        .query("UPDATE contribution SET state=?,package=?,body=?,reason=?,rev=?,json=? WHERE id=?", int(row.state),
               blob(row.package), blob(row.body), text(row.reason), row.rev, blob(row.json), row.id)
        .run();
}

Outcome ContributionStore::take(const QString &id, qint64 rev, const QByteArray &request, const QByteArray &statement,
                                const QDateTime &received, const QByteArray &json)
{
    const int taken = int(ContributionState::Taken);
    return m_db
        .query("INSERT INTO contribution(id,state,request,statement,made,rev,json) VALUES(?,?,?,?,?,?,?)"
               " ON CONFLICT(id) DO UPDATE SET state=excluded.state,package=NULL,body=NULL,reason=NULL,"
               "rev=excluded.rev,json=excluded.json WHERE excluded.rev>contribution.rev",
               id, taken, request, statement, received, rev, json)
        .run();
}

Result<QByteArray> ContributionStore::failure(const QString &id)
{
    Statement row = m_db.query("SELECT jws FROM contribution_failure WHERE contribution=?", id);
    CARRIEL_TRY(const bool found, row.next());
    return found ? row.bytes(0) : QByteArray();
}

Outcome ContributionStore::putFailure(const QString &id, const QByteArray &jws)
{
    return m_db
        .query("INSERT INTO contribution_failure(contribution,jws) VALUES(?,?)"
               " ON CONFLICT(contribution) DO UPDATE SET jws=excluded.jws",
               id, jws)
        .run();
}

} // namespace carriel::vault
