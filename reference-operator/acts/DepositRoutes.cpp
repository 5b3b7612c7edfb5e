// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an entity does with its notifications: deposits, closes, certifies, and follows them.
#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/Jws.h"
#include "reference-operator/Once.h"
#include "reference-operator/Router.h"
#include "reference-operator/acts/Batches.h"
#include "reference-operator/acts/Effects.h"
#include "reference-operator/acts/EntityBudget.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

constexpr qsizetype longestText = 4000; // of a certificate, as programs read it

namespace {

Outcome evidenceOutcome(const QJsonArray &evidence, const QString &key)
{
    return {201, {}, compact({{u"evidence"_s, evidence}, {u"caused_by"_s, key}}), false};
}

void putDeposit(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const Key key = Key::of(ex, body);
    const InFlight::Guard guard(op.inFlight, key.folder, key.key);
    std::optional<Entity> entity;
    QHash<QString, KeyPtr> signers;
    const auto before = op.read(ex, [&](Connection &c) {
        entity = findEntity(c, ex.who.entity);
        signers = signersOf(c, ex.who.entity);
        const auto stored = storedOutcome(c, key);
        if (!stored)
            needNew(c, ex.who.entity, ex.arg(0));
        return stored;
    });
    if (before)
        return ex.send(*before);
    ex.needIfNoneMatch();
    NewDeposit deposit = depositFrom(ex.arg(0), body);
    deposit.key = key.key;
    if (!deposit.payload.isEmpty()) // what cannot be read is refused with a record, as what is wrong
        needProcedure(ex.who, deposit.payload.value("procedure"_L1).toString());
    try {
        checkDeposit(op.config, op.keys, *entity, signers, deposit);
        const auto held = op.store->hold();
        ex.send(op.write(ex, [&](Connection &c) {
            return once(c, key, [&] {
                const Notification n = admit(c, op.config, op.keys, *entity, deposit);
                spend(c, op.config, n.entity, Spending::Deposits, 1);
                announce(c, op.hub, n.folder);
                return evidenceOutcome(evidenceOf(c, n.id), key.key);
            });
        }));
    } catch (const Refusal &refusal) {
        // Kept as the answer of this key: sent again it is no second refusal, and no second question about a person.
        ex.send(op.write(ex, [&](Connection &c) {
            return once(c, key, [&] {
                needNew(c, entity->id, deposit.id);
                const QJsonObject record = refuse(c, op.config, op.keys, *entity, signers, deposit, refusal.reason());
                spend(c, op.config, entity->id, Spending::Refusals, 1);
                Problem told("deposit_refused");
                told.with("reason", refusal.reason()).with("evidence", QJsonArray{record});
                return Outcome{told.status(), {}, compact(told.json(ex.requestId())), false};
            });
        }));
    }
}

Notification lockOwn(Connection &c, const Exchange &ex)
{
    auto n = lockNotification(c, ex.arg(0));
    if (!n || n->entity != ex.who.entity)
        throw Problem("not_found");
    needOwn(ex.who, n->procedure);
    return *n;
}

// Those of the token's procedures; `procedures` is what proceduresSeen gave, twice.
QString seenOnly(const Connection &c, const char *column)
{
    return QString((c.isPostgres() ? u" AND (? = '' OR strpos(?, ' ' || "_s : u" AND (? = '' OR instr(?, ' ' || "_s) +
                   QLatin1StringView(column) + u" || ' ') > 0)"_s);
}

template <typename F> void act(Operator &op, Exchange &ex, const QJsonObject &body, F &&effect)
{
    const auto nothing = [](Connection &) {};
    answerOnce(op, ex, body, nothing, [&](Connection &c, const QString &key) {
        ex.needIfNoneMatch();
        Notification n = lockOwn(c, ex);
        const QJsonArray evidence{effect(c, n, key)};
        announce(c, op.hub, n.folder);
        return evidenceOutcome(evidence, key);
    });
}

void putClosure(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const QString outcome = body.value("outcome"_L1).toString();
    const QString reason = body.value("reason"_L1).toString();
    if ((outcome != u"cancelled" && outcome != u"other_means") || reason.isEmpty() || reason.size() > 1000)
        throw Problem("invalid_request").with("detail", u"outcome"_s);
    act(op, ex, body, [&](Connection &c, Notification &n, const QString &key) {
        if (n.state != u"Submitted" && n.state != u"Available")
            throw Problem("not_available").with("reason", n.state);
        c.change(u"UPDATE challenges SET dead = 1 WHERE notification = ?"_s, {n.id});
        recordEffect(c, {u"closure"_s, n.entity, n.folder, n.id, key, outcome});
        const bool cancelled = outcome == u"cancelled";
        return appendRecord(c, op.config, op.keys, n,
                            {cancelled ? event::cancellation : event::relayToNonErds,
                             {},
                             {{u"reason"_s, reason}},
                             cancelled ? u"Cancelled"_s : u"OtherMeans"_s,
                             {},
                             true});
    });
}

void putCertificate(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const QByteArray jws = body.value("certificate"_L1).toString().toLatin1();
    const auto parsed = parseJws(jws);
    act(op, ex, body, [&](Connection &c, Notification &n, const QString &key) {
        if (!n.certificate.isNull())
            throw Problem("already_exists").with("current", trackingJson(c, n));
        if (n.state != u"Accessed")
            throw Problem("not_available").with("reason", n.state);
        const auto invalid = [](const char *reason) {
            return Problem("statement_invalid").with("reason", QString::fromLatin1(reason));
        };
        if (!parsed || jws.size() > 32768 || parsed->typ() != u"carpeta-certificate+json")
            throw invalid("form");
        if (!verifies(*parsed, entityKey(c, n.entity, parsed->kid(), u"sign"_s)) || signerFault(c, n.entity, *parsed))
            throw invalid("signature");
        const QJsonValue text = parsed->payload.value("text"_L1);
        if (parsed->payload.value("v"_L1).toInteger() != 1 ||
            !(text.isUndefined() || text.isNull() || (text.isString() && text.toString().size() <= longestText)))
            throw invalid("form");
        const QByteArray handover = evidenceAt(c, n.id, event::contentHandover).value("jws"_L1).toString().toLatin1();
        const QJsonObject &p = parsed->payload;
        if (p.value("id"_L1).toString() != n.id || p.value("iss"_L1).toString() != n.entity ||
            p.value("sub"_L1).toString() != n.recipient)
            throw invalid("id");
        if (p.value("evidence_sha256"_L1).toString() != digestOf(handover) ||
            p.value("accessed_at"_L1) != parseJws(handover)->payload.value("toe"_L1))
            throw invalid("evidence_sha256");
        n.certificate = QString::fromLatin1(jws);
        recordEffect(c, {u"certificate"_s, n.entity, n.folder, n.id, key, {}});
        return appendRecord(c, op.config, op.keys, n,
                            {event::accessCertificate, {ref("certificate", jws)}, {}, u"Certified"_s, {}, true});
    });
}

void getTracked(Operator &op, Exchange &ex)
{
    ex.json(200, op.read(ex, [&](Connection &c) {
        const auto n = findNotification(c, ex.arg(0));
        if (!n || n->entity != ex.who.entity)
            throw Problem("not_found");
        needOwn(ex.who, n->procedure);
        return trackingJson(c, *n);
    }));
}

QString filter(const Exchange &ex, const char *name)
{
    return ex.hasQuery(name) ? ex.query(name) : u""_s;
}

void listTracked(Operator &op, Exchange &ex)
{
    const qint64 limit = op.pageLimit(ex);
    const QString procedure = filter(ex, "procedure");
    const QString batch = filter(ex, "batch");
    const QString state = filter(ex, "state");
    const QString seen = proceduresSeen(ex.who);
    ex.json(200, op.read(ex, [&](Connection &c) {
        QStringList ids;
        QSqlQuery &row =
            c.run(QString(u"SELECT id FROM notifications WHERE entity = ? AND id > ? AND (? = '' OR procedure = ?)"
                          u" AND (? = '' OR batch = ?) AND (? = '' OR state = ?)"_s +
                          seenOnly(c, "procedure") + u" ORDER BY id LIMIT ?"_s),
                  {ex.who.entity, filter(ex, "page"), procedure, procedure, batch, batch, state, state, seen, seen,
                   limit + 1});
        while (row.next())
            ids.append(row.value(0).toString());
        row.finish();
        QJsonValue next;
        if (ids.size() > limit) {
            ids.removeLast();
            next = QString(u"/entity/notifications?procedure="_s + procedure + u"&batch="_s + batch + u"&state="_s +
                           state + u"&page="_s + ids.last() + u"&limit="_s + QString::number(limit));
        }
        QJsonArray list;
        for (const QString &id : std::as_const(ids))
            list.append(trackingJson(*findNotification(c, id)));
        return QJsonObject{{u"notifications"_s, list}, {u"next"_s, next}};
    }));
}

void getTotals(Operator &op, Exchange &ex)
{
    const QString procedure = filter(ex, "procedure");
    const QString batch = filter(ex, "batch");
    const QString seen = proceduresSeen(ex.who);
    ex.json(200, op.read(ex, [&](Connection &c) {
        QJsonObject states;
        qint64 total = 0;
        QSqlQuery &row =
            c.run(QString(u"SELECT state, COUNT(*) FROM notifications WHERE entity = ? AND (? = '' OR procedure = ?)"
                          u" AND (? = '' OR batch = ?)"_s +
                          seenOnly(c, "procedure") + u" GROUP BY state"_s),
                  {ex.who.entity, procedure, procedure, batch, batch, seen, seen});
        while (row.next()) {
            states.insert(row.value(0).toString(), row.value(1).toLongLong());
            total += row.value(1).toLongLong();
        }
        row.finish();
        return QJsonObject{{u"total"_s, total}, {u"states"_s, states}};
    }));
}

void getEvents(Operator &op, Exchange &ex)
{
    const qint64 since = ex.number(ex.query("since").toLatin1());
    const qint64 limit = op.pageLimit(ex);
    ex.json(200, op.read(ex, [&](Connection &c) {
        QJsonArray events;
        qint64 last = since;
        const QString columns = u"SELECT e.n, e.notification, e.event, e.state, e.jws FROM evidence e"_s;
        const QString seen = proceduresSeen(ex.who);
        QSqlQuery &row =
            seen.isEmpty()
                ? c.run(QString(columns + u" WHERE e.entity = ? AND e.n > ? ORDER BY e.n LIMIT ?"_s),
                        {ex.who.entity, since, limit})
                : c.run(QString(columns +
                                u" JOIN notifications t ON t.id = e.notification WHERE e.entity = ? AND e.n > ?"_s +
                                seenOnly(c, "t.procedure") + u" ORDER BY e.n LIMIT ?"_s),
                        {ex.who.entity, since, seen, seen, limit});
        while (row.next()) {
            last = row.value(0).toLongLong();
            events.append(QJsonObject{{u"n"_s, last},
                                      {u"notification"_s, row.value(1).toString()},
                                      {u"event"_s, row.value(2).toString()},
                                      {u"state"_s, row.value(3).toString()},
                                      {u"jws"_s, row.value(4).toString()}});
        }
        row.finish();
        const qint64 newest = c.one(u"SELECT events FROM entities WHERE id = ?"_s, {ex.who.entity}).toLongLong();
        if (events.size() < limit) // the rest, if there is one, is of other procedures
            last = std::max(last, newest);
        return QJsonObject{
            {u"events"_s, events}, {u"new_cursor"_s, QString::number(last)}, {u"has_more"_s, newest > last}};
    }));
}

} // namespace

void addDepositRoutes(Router &router)
{
    router.add("GET", "/entity/notifications", "GET tracked", Access::Entity, listTracked);
    router.add("GET", "/entity/notifications/*", "GET tracked one", Access::Entity, getTracked);
    router.add("PUT", "/entity/notifications/*", "PUT deposit", Access::Entity, putDeposit);
    router.add("PUT", "/entity/notifications/*/closure", "PUT closure", Access::Entity, putClosure);
    router.add("PUT", "/entity/notifications/*/certificate", "PUT certificate", Access::Entity, putCertificate);
    router.add("GET", "/entity/tracking", "GET tracking", Access::Entity, getTotals);
    router.add("GET", "/entity/events", "GET delivery events", Access::Entity, getEvents);
    router.add("GET", "/entity/batches/*", "GET batch", Access::Entity, getBatch);
    router.add("PUT", "/entity/batches/*", "PUT batch", Access::Entity, putBatch);
    router.add("GET", "/entity/batches/*/refusals", "GET batch refusals", Access::Entity, getBatchRefusals);
    router.add("POST", "/entity/batches/*/deposits", "POST batch deposits", Access::Entity, postBatchDeposits);
}

} // namespace carriel::op
