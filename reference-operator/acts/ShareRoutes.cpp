// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares over HTTP: what an owner does with his, what a recipient does with those made to him, and what an entity reads.
#include "reference-operator/BlobAnswer.h"
#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/Jws.h"
#include "reference-operator/Once.h"
#include "reference-operator/PersonKeys.h"
#include "reference-operator/Router.h"
#include "reference-operator/acts/Entities.h"
#include "reference-operator/acts/Recipients.h"
#include "reference-operator/acts/Shares.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostAtOnce = 50; // each carries its grant and its chain

void announceBoth(Connection &c, Operator &op, const Share &s)
{
    announce(c, op.hub, s.folder);
    if (!s.box.isEmpty())
        announce(c, op.hub, s.box);
}

Actor actorOf(const Operator &op, const Exchange &ex, const QString &key)
{
    return {op.config, op.keys, ex.folder, ex.who.sub, key};
}

// ---- who can be shared with

void getListing(Operator &op, Exchange &ex)
{
    ex.json(200, op.read(ex, [&](Connection &c) { return QJsonObject{{u"findable"_s, isFindable(c, ex.folder)}}; }));
}

void putListing(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    if (!body.value("findable"_L1).isBool())
        throw Problem("invalid_request").with("detail", u"findable"_s);
    op.write(ex, [&](Connection &c) { setFindable(c, ex.folder, body.value("findable"_L1).toBool()); });
    ex.json(200, body);
}

void getRecipient(Operator &op, Exchange &ex)
{
    const QString id = ex.query("id");
    op.write(ex, [&](Connection &c) { countLookup(c, ex.folder); });
    ex.json(200, op.write(ex, [&](Connection &c) {
        const auto found = findRecipient(c, id);
        if (!found || found->box == ex.folder)
            throw Problem("recipient_unknown");
        tellFound(c, *found, ex.who.sub);
        return QJsonObject{{u"id"_s, found->id},
                           {u"kind"_s, found->kind},
                           {u"name"_s, found->name},
                           {u"key"_s, found->kind == u"person" ? directoryKeyJson(c, found->box) : QJsonValue()}};
    }));
}

// ---- the owner

Share ownShare(const std::optional<Share> &s, const Exchange &ex)
{
    if (!s || s->folder != ex.folder)
        throw Problem("not_found");
    return *s;
}

// Asking whether somebody is here by sharing with him counts as a question, unless he was shared with before. Entities
// are in the public directory.
void countUnlessKnown(Operator &op, const Exchange &ex, const QJsonObject &body)
{
    const auto jws = parseJws(body.value("statement"_L1).toString().toLatin1());
    const QString to = jws ? jws->payload.value("sub"_L1).toString() : QString();
    if (to.isEmpty())
        return;
    op.write(ex, [&](Connection &c) {
        if (!c.one(u"SELECT 1 FROM shares WHERE folder = ? AND recipient = ? LIMIT 1"_s, {ex.folder, to}).isValid() &&
            !findEntity(c, to))
            countLookup(c, ex.folder);
    });
}

void putShare(Operator &op, Exchange &ex)
{
    ex.who.needScope(u"acts"_s);
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    countUnlessKnown(op, ex, body);
    answerOnce(
        op, ex, body, [&](Connection &c) { lockFolder(c, ex.folder); },
        [&](Connection &c, const QString &key) -> Outcome {
            ex.needIfNoneMatch();
            const Share s = share(c, actorOf(op, ex, key), ex.arg(0), body);
            announceBoth(c, op, s);
            return {201, {}, compact(shareJson(c, op.config, s)), false};
        });
}

template <typename Effect> void changeShare(Operator &op, Exchange &ex, int status, Effect &&effect)
{
    ex.who.needScope(u"acts"_s);
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const auto nothing = [](Connection &) {};
    answerOnce(op, ex, body, nothing, [&](Connection &c, const QString &key) -> Outcome {
        Share s = ownShare(lockShare(c, ex.arg(0)), ex);
        effect(c, actorOf(op, ex, key), s, body);
        announceBoth(c, op, s);
        return {status, {}, compact(shareJson(c, op.config, s)), false};
    });
}

void postRevocation(Operator &op, Exchange &ex)
{
    changeShare(op, ex, 200, [](Connection &c, const Actor &by, Share &s, const QJsonObject &) {
        revokeShare(c, by, s, u"owner"_s);
    });
}

void postExtension(Operator &op, Exchange &ex)
{
    changeShare(op, ex, 200, extendShare);
}

void postErasureRequest(Operator &op, Exchange &ex)
{
    changeShare(op, ex, 200, askErasure);
}

using Told = std::function<QJsonObject(Connection &, const Share &)>;

// Those behind `page`, by id; `where` binds one value.
QJsonObject pageOf(Connection &c, Exchange &ex, const QString &where, const QString &value, const QString &path,
                   qint64 limit, const Told &told)
{
    const QString after = ex.hasQuery("page") ? ex.query("page") : u""_s;
    QStringList ids;
    QSqlQuery &row = c.run(QString(u"SELECT id FROM shares WHERE "_s + where + u" = ? AND id > ? ORDER BY id LIMIT ?"_s),
                           {value, after, limit + 1});
    while (row.next())
        ids.append(row.value(0).toString());
    row.finish();
    const bool more = ids.size() > limit;
    if (more)
        ids.removeLast();
    QJsonArray list;
    for (const QString &id : std::as_const(ids))
        list.append(told(c, *findShare(c, id)));
    return {{u"shares"_s, list},
            {u"next"_s, more ? QJsonValue(QString(path + u"?page="_s + ids.last() + u"&limit="_s + QString::number(limit)))
                             : QJsonValue()}};
}

void listShares(Operator &op, Exchange &ex)
{
    const qint64 limit = std::min(op.pageLimit(ex), mostAtOnce);
    ex.json(200, op.read(ex, [&](Connection &c) {
        return pageOf(c, ex, u"folder"_s, ex.folder, u"/shares"_s, limit,
                      [&](Connection &d, const Share &s) { return shareJson(d, op.config, s); });
    }));
}

void getShare(Operator &op, Exchange &ex)
{
    ex.json(200, op.read(ex, [&](Connection &c) { return shareJson(c, op.config, ownShare(findShare(c, ex.arg(0)), ex)); }));
}

// ---- the recipient: a person's folder, or an entity's

Share toMe(const std::optional<Share> &s, const Exchange &ex)
{
    if (!s || s->box != ex.folder)
        throw Problem("not_found");
    return *s;
}

void listReceived(Operator &op, Exchange &ex)
{
    const qint64 limit = std::min(op.pageLimit(ex), mostAtOnce);
    const QString path = ex.who.entity.isEmpty() ? u"/received"_s : u"/entity/shares"_s;
    ex.json(200, op.read(ex, [&](Connection &c) {
        return pageOf(c, ex, u"box"_s, ex.folder, path, limit, receivedJson);
    }));
}

void getReceived(Operator &op, Exchange &ex)
{
    ex.json(200, op.read(ex, [&](Connection &c) { return receivedJson(c, toMe(findShare(c, ex.arg(0)), ex)); }));
}

void putAnswer(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const auto nothing = [](Connection &) {};
    answerOnce(op, ex, body, nothing, [&](Connection &c, const QString &key) -> Outcome {
        ex.needIfNoneMatch();
        Share s = toMe(lockShare(c, ex.arg(0)), ex);
        answerShare(c, actorOf(op, ex, key), s, body);
        announceBoth(c, op, s);
        return {201, {}, compact(receivedJson(c, s)), false};
    });
}

// Of a person or company by a device, of an entity by its own key.
void putErasure(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const auto nothing = [](Connection &) {};
    answerOnce(op, ex, body, nothing, [&](Connection &c, const QString &key) -> Outcome {
        ex.needIfNoneMatch();
        Share s = toMe(lockShare(c, ex.arg(0)), ex);
        Actor by = actorOf(op, ex, key);
        if (!ex.who.entity.isEmpty()) {
            by.person = s.recipient;
            by.entity = ex.who.entity;
        }
        answerErasure(c, by, s, body);
        announceBoth(c, op, s);
        return {201, {}, compact(receivedJson(c, s)), false};
    });
}

void getDocument(Operator &op, Exchange &ex)
{
    const qint64 n = ex.number(ex.arg(1).toLatin1());
    const auto &ranges = ex.request().ranges;
    const qint64 from = ranges.size() == 1 ? std::max<qint64>(0, ranges[0].first) : 0;
    const Blob blob = op.write(ex, [&](Connection &c) {
        Share s = toMe(lockShare(c, ex.arg(0)), ex);
        const Blob taken = takeShared(c, op.config, op.keys, s, n, from, s.recipient);
        announceBoth(c, op, s);
        return taken;
    });
    sendBlob(op, ex, blob, [&op, id = ex.arg(0)] {
        return op.database.read([&](Connection &c) { return maySendOn(c, id); });
    });
}

void listForEntity(Operator &op, Exchange &ex)
{
    needWhole(ex.who);
    listReceived(op, ex);
}

void getForEntity(Operator &op, Exchange &ex)
{
    needWhole(ex.who);
    getReceived(op, ex);
}

void putErasureOfEntity(Operator &op, Exchange &ex)
{
    needWhole(ex.who);
    putErasure(op, ex);
}

void getDocumentForEntity(Operator &op, Exchange &ex)
{
    needWhole(ex.who);
    getDocument(op, ex);
}

} // namespace

void addShareRoutes(Router &router)
{
    router.add("GET", "/folders/*/directory", "GET listing", Access::Folder, getListing);
    router.add("PUT", "/folders/*/directory", "PUT listing", Access::Folder, putListing);
    router.add("GET", "/folders/*/recipients", "GET recipient", Access::Folder, getRecipient);
    router.add("GET", "/folders/*/shares", "GET shares", Access::Folder, listShares);
    router.add("GET", "/folders/*/shares/*", "GET share", Access::Folder, getShare);
    router.add("PUT", "/folders/*/shares/*", "PUT share", Access::Folder, putShare);
    router.add("POST", "/folders/*/shares/*/revocation", "POST share revocation", Access::Folder, postRevocation);
    router.add("POST", "/folders/*/shares/*/extension", "POST share extension", Access::Folder, postExtension);
    router.add("POST", "/folders/*/shares/*/erasure-request", "POST share erasure request", Access::Folder, postErasureRequest);
    router.add("PUT", "/folders/*/received/*/erasure", "PUT share erasure", Access::Folder, putErasure);
    router.add("PUT", "/entity/shares/*/erasure", "PUT entity share erasure", Access::Entity, putErasureOfEntity);
    router.add("GET", "/folders/*/received", "GET received shares", Access::Folder, listReceived);
    router.add("GET", "/folders/*/received/*", "GET received share", Access::Folder, getReceived);
    router.add("PUT", "/folders/*/received/*/answer", "PUT share answer", Access::Folder, putAnswer);
    router.add("GET", "/folders/*/received/*/documents/*", "GET shared document", Access::Folder, getDocument);
    router.add("GET", "/entity/shares", "GET entity shares", Access::Entity, listForEntity);
    router.add("GET", "/entity/shares/*", "GET entity share", Access::Entity, getForEntity);
    router.add("GET", "/entity/shares/*/documents/*", "GET entity shared document", Access::Entity, getDocumentForEntity);
}

} // namespace carriel::op
