// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signed requests and contributions over HTTP: what a person sends, what the entity takes and answers.
#include "reference-operator/BlobAnswer.h"
#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Once.h"
#include "reference-operator/Router.h"
#include "reference-operator/acts/Contributions.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostAtOnce = 50; // each carries request, statement and chain

void listRequests(Operator &op, Exchange &ex)
{
    const qint64 limit = std::min(op.pageLimit(ex), mostAtOnce);
    ex.json(200, op.database.read([&](Connection &c) {
        return publishedRequests(c, ex.query("entity"), ex.query("procedure"), ex.query("page"), limit);
    }));
}

void getRequest(Operator &op, Exchange &ex)
{
    ex.json(200, op.database.read([&](Connection &c) { return publishedRequest(c, ex.arg(0)); }));
}

void putRequest(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const auto nothing = [](Connection &) {};
    answerOnce(op, ex, body, nothing, [&](Connection &c, const QString &) -> Outcome {
        ex.needIfNoneMatch();
        const ContributionRequest request = readRequest(op.config, body.value("request"_L1).toString().toLatin1());
        if (request.id != ex.arg(0))
            throw Problem("request_invalid").with("reason", u"form"_s);
        needOwn(ex.who, request.procedure);
        return {201, {}, compact(publishRequest(c, ex.who.entity, request)), false};
    });
}

void putContribution(Operator &op, Exchange &ex)
{
    ex.who.needScope(u"acts"_s);
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const auto held = op.store->hold();
    answerOnce(
        op, ex, body, [&](Connection &c) { lockFolder(c, ex.folder); },
        [&](Connection &c, const QString &key) -> Outcome {
            ex.needIfNoneMatch();
            const Contribution k = submit(c, op.config, op.keys, ex.folder, ex.who.sub, ex.arg(0), body, key);
            announce(c, op.hub, ex.folder);
            return {201, {}, compact(contributionJson(c, k)), false};
        });
}

// Those behind `after`, which a page's `next` names; `column` orders them.
QJsonObject page(Operator &op, Connection &c, QStringList ids, qint64 limit,
                 const std::function<QString(const Contribution &)> &next)
{
    Q_UNUSED(op)
    const bool more = ids.size() > limit;
    QJsonArray list;
    Contribution last;
    for (const QString &id : std::as_const(ids)) {
        if (list.size() == limit)
            break;
        last = *findContribution(c, id);
        list.append(contributionJson(c, last));
    }
    return {{u"contributions"_s, list}, {u"next"_s, more ? QJsonValue(next(last)) : QJsonValue()}};
}

QStringList idsOf(QSqlQuery &row)
{
    QStringList ids;
    while (row.next())
        ids.append(row.value(0).toString());
    row.finish();
    return ids;
}

void listContributions(Operator &op, Exchange &ex)
{
    const qint64 limit = std::min(op.pageLimit(ex), mostAtOnce);
    const QString after = ex.query("page");
    ex.json(200, op.read(ex, [&](Connection &c) {
        QSqlQuery &row = c.run(u"SELECT id FROM contributions WHERE folder = ? AND id > ? ORDER BY id LIMIT ?"_s,
                               {ex.folder, after.isNull() ? u""_s : after, limit + 1});
        return page(op, c, idsOf(row), limit, [&](const Contribution &last) {
            return QString(u"/contributions?page="_s + last.id + u"&limit="_s + QString::number(limit));
        });
    }));
}

void getContribution(Operator &op, Exchange &ex)
{
    ex.json(200, op.read(ex, [&](Connection &c) {
        const auto k = findContribution(c, ex.arg(0));
        if (!k || k->folder != ex.folder)
            throw Problem("not_found");
        return contributionJson(c, *k);
    }));
}

Contribution own(const std::optional<Contribution> &k, const Exchange &ex)
{
    if (!k || k->entity != ex.who.entity)
        throw Problem("not_found");
    needOwn(ex.who, k->procedure);
    return *k;
}

void listReceived(Operator &op, Exchange &ex)
{
    const qint64 limit = std::min(op.pageLimit(ex), mostAtOnce);
    const qint64 since = ex.hasQuery("since") ? ex.number(ex.query("since").toLatin1()) : 0;
    const QString state = ex.hasQuery("state") ? ex.query("state") : u""_s;
    needWhole(ex.who);
    ex.json(200, op.read(ex, [&](Connection &c) {
        QSqlQuery &row = c.run(u"SELECT id FROM contributions WHERE entity = ? AND n > ? AND (? = '' OR state = ?)"
                               u" ORDER BY n LIMIT ?"_s,
                               {ex.who.entity, since, state, state, limit + 1});
        return page(op, c, idsOf(row), limit, [&](const Contribution &last) {
            return QString(u"/entity/contributions?since="_s + QString::number(last.n) + u"&state="_s + state +
                           u"&limit="_s + QString::number(limit));
        });
    }));
}

void getReceived(Operator &op, Exchange &ex)
{
    ex.json(200,
            op.read(ex, [&](Connection &c) { return contributionJson(c, own(findContribution(c, ex.arg(0)), ex)); }));
}

void getPackage(Operator &op, Exchange &ex)
{
    const Blob blob = op.write(ex, [&](Connection &c) {
        Contribution k = own(lockContribution(c, ex.arg(0)), ex);
        const auto found = findBlob(c, k.box, k.copy);
        if (!found)
            throw Problem("not_found");
        handOver(c, op.config, op.keys, k);
        announce(c, op.hub, k.folder);
        return *found;
    });
    sendBlob(op, ex, blob);
}

template <typename Effect> void answer(Operator &op, Exchange &ex, const char *member, Effect &&effect)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const auto nothing = [](Connection &) {};
    answerOnce(op, ex, body, nothing, [&](Connection &c, const QString &key) -> Outcome {
        ex.needIfNoneMatch();
        Contribution k = own(lockContribution(c, ex.arg(0)), ex);
        effect(c, op.config, op.keys, k, body.value(QLatin1StringView(member)).toString().toLatin1(), key);
        announce(c, op.hub, k.folder);
        return {201, {}, compact(contributionJson(c, k)), false};
    });
}

void putFiling(Operator &op, Exchange &ex)
{
    answer(op, ex, "filing", file);
}

void putRejection(Operator &op, Exchange &ex)
{
    answer(op, ex, "rejection", reject);
}

} // namespace

void addContributionRoutes(Router &router)
{
    router.add("GET", "/requests", "GET requests", Access::Public, listRequests);
    router.add("GET", "/requests/*", "GET request", Access::Public, getRequest);
    router.add("PUT", "/entity/requests/*", "PUT request", Access::Entity, putRequest);
    router.add("GET", "/folders/*/contributions", "GET contributions", Access::Folder, listContributions);
    router.add("GET", "/folders/*/contributions/*", "GET contribution", Access::Folder, getContribution);
    router.add("PUT", "/folders/*/contributions/*", "PUT contribution", Access::Folder, putContribution);
    router.add("GET", "/entity/contributions", "GET received", Access::Entity, listReceived);
    router.add("GET", "/entity/contributions/*", "GET received one", Access::Entity, getReceived);
    router.add("GET", "/entity/contributions/*/package", "GET package", Access::Entity, getPackage);
    router.add("PUT", "/entity/contributions/*/filing", "PUT filing", Access::Entity, putFiling);
    router.add("PUT", "/entity/contributions/*/rejection", "PUT rejection", Access::Entity, putRejection);
}

} // namespace carriel::op
