// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Router.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype opsTogether = 64; // of a batch in one transaction, so that others get their turn

void getItem(Operator &op, Exchange &ex)
{
    const Item item = op.read(ex, [&](Connection &c) { return needItem(c, ex.folder, ex.arg(0)); });
    ex.header("ETag", item.etag().toLatin1());
    ex.json(200, item.json());
}

void listItems(Operator &op, Exchange &ex)
{
    const qint64 limit = op.pageLimit(ex);
    ex.json(200, op.read(ex, [&](Connection &c) {
        if (ex.hasQuery("snapshot"))
            return snapshotPage(c, ex.folder, ex.query("snapshot"), ex.query("page"), limit);
        return childrenOf(c, ex.folder, ex.hasQuery("parent") ? ex.query("parent") : u"root"_s, ex.query("page"), limit);
    }));
}

void getVersions(Operator &op, Exchange &ex)
{
    const auto orNull = [](const QVariant &v) { return v.isNull() ? QJsonValue() : QJsonValue(v.toString()); };
    ex.json(
        200,
        {{u"versions"_s, op.read(ex, [&](Connection &c) {
              needItem(c, ex.folder, ex.arg(0));
              QJsonArray out;
              QSqlQuery &row = c.run(
                  u"SELECT id, blob, size, sha256, media_type, created, caused_by, sealed, base, label, made_at FROM versions"
                  u" WHERE folder = ? AND item = ? ORDER BY n DESC"_s,
                  {ex.folder, ex.arg(0)});
              while (row.next()) {
                  QJsonValue sealed;
                  if (!row.value(7).isNull() && !row.value(7).toString().isEmpty())
                      sealed = QJsonDocument::fromJson(row.value(7).toString().toUtf8()).object();
                  out.append(QJsonObject{{u"version"_s, row.value(0).toString()},
                                         {u"blob"_s, row.value(1).toString()},
                                         {u"size"_s, row.value(2).toLongLong()},
                                         {u"sha256"_s, row.value(3).toString()},
                                         {u"media_type"_s, row.value(4).toString()},
                                         {u"created"_s, row.value(5).toString()},
                                         {u"caused_by"_s, orNull(row.value(6))},
                                         {u"sealed"_s, sealed},
                                         {u"base"_s, orNull(row.value(8))},
                                         {u"label"_s, orNull(row.value(9))},
                                         {u"made_at"_s, orNull(row.value(10))}});
              }
              row.finish();
              return out;
          })}});
}

void change(Operator &op, Exchange &ex, const QString &verb, const char *mediaType = "application/json")
{
    ItemRequest request;
    request.method = ex.method();
    request.item = ex.arg(0);
    request.verb = verb;
    request.body = ex.json(op.config.limits.jsonBytes, mediaType);
    request.ifMatch = QString::fromLatin1(ex.header("If-Match"));
    request.ifNoneMatch = ex.header("If-None-Match") == "*";
    const QString key = ex.key();
    const InFlight::Guard guard(op.inFlight, ex.folder, key);
    ex.send(op.write(ex, [&](Connection &c) { return op.items.apply(c, ex.folder, ex.who, key, request); }));
}

ItemRequest fromOp(const QJsonObject &json)
{
    ItemRequest request;
    request.method = json.value("method"_L1).toString().toLatin1();
    const QStringList path = json.value("path"_L1).toString().split(u'/');
    if (path.size() < 3 || path.size() > 4 || !path[0].isEmpty() || path[1] != u"items" || !isId(path[2]))
        throw Problem("not_found");
    request.item = path[2];
    request.verb = path.value(3);
    const bool post = request.method == "POST";
    if (post == request.verb.isEmpty() || (!post && request.method != "PUT" && request.method != "PATCH"))
        throw Problem("method_not_allowed");
    request.ifMatch = json.value("if_match"_L1).toString();
    request.ifNoneMatch = json.value("if_none_match"_L1).toString() == u"*";
    request.body = json.value("body"_L1).toObject();
    return request;
}

// One operation of a batch inside the transaction of several; its failure takes back its own effects alone.
QJsonObject runOp(Operator &op, Exchange &ex, Connection &c, const QJsonObject &json)
{
    const QString key = json.value("key"_L1).toString();
    QJsonObject result{{u"key"_s, key}};
    const size_t after = c.afterCommitCount();
    c.execute(u"SAVEPOINT op"_s);
    try {
        if (!isId(key))
            throw Problem("idempotency_key_required");
        const InFlight::Guard guard(op.inFlight, ex.folder, key);
        const Outcome outcome = op.items.apply(c, ex.folder, ex.who, key, fromOp(json));
        result.insert(u"status"_s, outcome.status);
        if (outcome.headers.contains("ETag"_L1))
            result.insert(u"etag"_s, outcome.headers.value("ETag"_L1));
        result.insert(u"replayed"_s, outcome.replayed);
        result.insert(u"body"_s, QJsonDocument::fromJson(outcome.body).object());
    } catch (const Problem &problem) {
        c.execute(u"ROLLBACK TO SAVEPOINT op"_s);
        c.forgetAfterCommit(after);
        result.insert(u"status"_s, problem.status());
        result.insert(u"body"_s, problem.json(ex.requestId()));
    }
    c.execute(u"RELEASE SAVEPOINT op"_s);
    return result;
}

void batch(Operator &op, Exchange &ex)
{
    const QJsonArray ops = ex.json(op.config.limits.batchBytes).value("ops"_L1).toArray();
    if (ops.isEmpty() || ops.size() > op.config.limits.batchMax)
        throw Problem(ops.isEmpty() ? "invalid_request" : "too_large").with("detail", u"ops"_s);
    QJsonArray results;
    for (qsizetype from = 0; from < ops.size(); from += opsTogether) {
        const QJsonArray some = op.write(ex, [&](Connection &c) {
            QJsonArray out;
            for (qsizetype i = from; i < std::min(from + opsTogether, ops.size()); ++i)
                out.append(runOp(op, ex, c, ops.at(i).toObject()));
            return out;
        });
        for (const QJsonValue &result : some)
            results.append(result);
    }
    ex.json(200, {{u"results"_s, results}});
}

} // namespace

void addItemRoutes(Router &router)
{
    router.add("GET", "/folders/*/items/*", "GET item", Access::Folder, getItem);
    router.add("GET", "/folders/*/items", "GET items", Access::Folder, listItems);
    router.add("PUT", "/folders/*/items/*", "PUT item", Access::Folder, [](Operator &op, Exchange &ex) { change(op, ex, {}); });
    router.add("PATCH", "/folders/*/items/*", "PATCH item", Access::Folder,
               [](Operator &op, Exchange &ex) { change(op, ex, {}, "application/merge-patch+json"); });
    router.add("GET", "/folders/*/items/*/versions", "GET versions", Access::Folder, getVersions);
    router.add("POST", "/folders/*/items/*/versions", "POST version", Access::Folder,
               [](Operator &op, Exchange &ex) { change(op, ex, u"versions"_s); });
    router.add("POST", "/folders/*/items/*/trash", "POST trash", Access::Folder,
               [](Operator &op, Exchange &ex) { change(op, ex, u"trash"_s); });
    router.add("POST", "/folders/*/items/*/restore", "POST restore", Access::Folder,
               [](Operator &op, Exchange &ex) { change(op, ex, u"restore"_s); });
    router.add("POST", "/folders/*/items/*/purge", "POST purge", Access::Folder,
               [](Operator &op, Exchange &ex) { change(op, ex, u"purge"_s); });
    router.add("POST", "/folders/*/batch", "POST batch", Access::Folder, batch);
}

} // namespace carriel::op
