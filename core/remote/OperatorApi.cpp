// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/OperatorApi.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Digest.h"
#include "core/remote/ChangeCodec.h"
#include "core/remote/ItemCodec.h"
#include "core/remote/JsonCall.h"
#include "core/remote/RemoteErrors.h"

#include <QJsonDocument>

namespace carriel::remote {

using sync::Answer;
using sync::OpKind;
using sync::OpResult;
using sync::OpRow;

namespace {
constexpr HttpLimits pageLimits{std::chrono::milliseconds(60000), std::chrono::milliseconds(300000), maxPageBytes};

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

ApiRequest get(const QString &path, HttpLimits limits = {})
{
    ApiRequest request;
    request.path = path;
    request.headers = {{"Accept", "application/json"}};
    request.limits = limits;
    return request;
}

QByteArray compact(const QJsonObject &o)
{
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

Result<OpResult> readResult(const QJsonObject &body, bool replayed)
{
    OpResult result;
    result.replayed = replayed;
    if (body.value(QLatin1String("op")).toString() != QLatin1String("remove")) {
        CARRIEL_TRY(result.item, readItem(body));
        if (const QJsonObject made = body.value(QLatin1String("made")).toObject(); !made.isEmpty()) {
            CARRIEL_TRY(result.made, readHead(made));
        }
    }
    return result;
}

// A creation that finds something there already is no conflict of versions, whatever the operator calls it.
Trouble forOp(Trouble trouble, const OpRow &op)
{
    if (op.ifMatch == "*" && trouble.kind == TroubleKind::VersionConflict)
        trouble.kind = TroubleKind::AlreadyExists;
    return trouble;
}

// What was frozen is sent byte for byte or not at all (I17).
bool intact(const OpRow &op)
{
    return op.bodySha256.isEmpty() || op.bodySha256 == crypto::sha256(op.body);
}

Trouble damaged(const OpRow &op)
{
    return troubleOf(Error{carriel::errors::internal, {}, QLatin1String("frozen body changed: ") + op.key.text()});
}

QByteArray batchEntry(const OpRow &op)
{
    QJsonObject head{{QStringLiteral("key"), op.key.text()},
                     {QStringLiteral("method"), QString::fromLatin1(op.method)},
                     {QStringLiteral("path"), op.path}};
    if (op.ifMatch == "*")
        head.insert(QStringLiteral("if_none_match"), QStringLiteral("*"));
    else if (!op.ifMatch.isEmpty())
        head.insert(QStringLiteral("if_match"), QString::fromLatin1(op.ifMatch));
    // The body goes in as the bytes that were frozen, not written anew.
    return compact(head).chopped(1) + ",\"body\":" + (op.body.isEmpty() ? QByteArray("{}") : op.body) + '}';
}

Result<QList<Answer<OpResult>>> readBatch(const QJsonObject &o, const QList<OpRow> &ops)
{
    const QJsonArray results = o.value(QLatin1String("results")).toArray();
    if (results.size() != ops.size())
        return wire::protocolError(QStringLiteral("number of results"));
    QList<Answer<OpResult>> out;
    for (qsizetype i = 0; i < ops.size(); ++i) {
        const QJsonObject result = results.at(i).toObject();
        CARRIEL_TRY(const QString key, wire::id(result, "key"));
        CARRIEL_TRY(const qint64 status, wire::number(result, "status", 200));
        if (key != ops.at(i).key.text() || status > 599)
            return wire::protocolError(QStringLiteral("results of other operations"));
        const QJsonObject body = result.value(QLatin1String("body")).toObject();
        if (status >= 300) {
            out.append(forOp(troubleOf(int(status), body), ops.at(i)));
            continue;
        }
        auto one = readResult(body, result.value(QLatin1String("replayed")).toBool());
        if (one.ok())
            out.append(std::move(one).value());
        else
            out.append(troubleOf(one.error()));
    }
    return out;
}
} // namespace

void OperatorApi::configure(const FolderId &folder, const sync::Limits &limits)
{
    m_folder = folder;
    m_limits = limits;
}

QString OperatorApi::path(const QString &below) const
{
    return m_folder.isEmpty() ? QString() : QString(QLatin1String("/folders/") + m_folder.text() + below);
}

CallPtr OperatorApi::limits(sync::Done<sync::Limits> done)
{
    // Known since discovery; asked of no network, but answered later like everything else.
    class Later final : public QObject, public Call
    {
    };
    auto call = std::make_unique<Later>();
    QMetaObject::invokeMethod(call.get(), [limits = m_limits, done = std::move(done)] { done(limits); }, Qt::QueuedConnection);
    return call;
}

CallPtr OperatorApi::changes(const QString &cursor, int limit, sync::Done<sync::ChangePage> done)
{
    const QString query = QStringLiteral("/changes?since=%1&limit=%2").arg(encoded(cursor)).arg(std::min(limit, m_limits.pageMax));
    const auto read = [this, cursor](const HttpResponse &response) -> Result<sync::ChangePage> {
        if (!response.isJson())
            return wire::protocolError(QStringLiteral("not JSON"));
        if (const QByteArray head = response.header("Activity-Head"); !head.isEmpty() && onActivityHead)
            onActivityHead(head);
        return readChanges(response.body, cursor);
    };
    const auto answered = [done = std::move(done)](Answer<sync::ChangePage> answer) {
        auto *trouble = std::get_if<Trouble>(&answer);
        if (trouble && trouble->error.params.value(QStringLiteral("status")).toInt() == 410)
            trouble->kind = TroubleKind::CursorExpired; // nothing else can be gone here
        done(std::move(answer));
    };
    return remote::send<sync::ChangePage>(m_client, get(path(query), pageLimits), read, answered);
}

CallPtr OperatorApi::snapshotPage(const QString &next, int limit, sync::Done<sync::SnapshotPage> done)
{
    const QString first = QStringLiteral("/items?snapshot=new&limit=%1").arg(std::min(limit, m_limits.pageMax));
    const auto read = [](const HttpResponse &response) -> Result<sync::SnapshotPage> {
        if (!response.isJson())
            return wire::protocolError(QStringLiteral("not JSON"));
        return readSnapshot(response.body);
    };
    return remote::send<sync::SnapshotPage>(m_client, get(path(next.isEmpty() ? first : next), pageLimits), read, std::move(done));
}

CallPtr OperatorApi::item(const ItemId &id, sync::Done<sync::RemoteItem> done)
{
    return remote::send<sync::RemoteItem>(m_client, get(path(QLatin1String("/items/") + id.text())), fromJson(&readItem),
                                          std::move(done));
}

CallPtr OperatorApi::versions(const ItemId &id, sync::Done<QList<sync::RemoteHead>> done)
{
    const auto read = [](const HttpResponse &response) -> Result<QList<sync::RemoteHead>> {
        CARRIEL_TRY(const QJsonObject body, jsonOf(response, maxPageBytes));
        QList<sync::RemoteHead> out;
        const QJsonArray versions = body.value(QLatin1String("versions")).toArray();
        if (!body.value(QLatin1String("versions")).isArray() || versions.isEmpty())
            return wire::protocolError(QStringLiteral("member versions"));
        for (const QJsonValue &version : versions) {
            CARRIEL_TRY(const sync::RemoteHead head, readHead(version.toObject()));
            out.append(head);
        }
        return out;
    };
    const QString where = QLatin1String("/items/") + id.text() + QLatin1String("/versions");
    return remote::send<QList<sync::RemoteHead>>(m_client, get(path(where), pageLimits), read, std::move(done));
}

Result<sync::FrozenRequest> OperatorApi::freeze(const sync::Intent &intent)
{
    const QString item = QLatin1String("/items/") + intent.item.id.text();
    const QByteArray etag = intent.item.etag.toLatin1();
    const bool needsBlob = intent.kind == OpKind::CreateDocument || intent.kind == OpKind::AddVersion;
    if (needsBlob && (!intent.blob || intent.blob->remoteId.isEmpty()))
        return Error{carriel::errors::internal, {}, QStringLiteral("a document without its bytes at the operator")};
    const bool creates = intent.kind == OpKind::CreateFolder || intent.kind == OpKind::CreateDocument;
    if (!creates && etag.isEmpty())
        return Error{carriel::errors::internal, {}, QStringLiteral("a change of something the operator does not have")};

    const QByteArray json = "application/json";
    switch (intent.kind) {
    case OpKind::CreateFolder:
    case OpKind::CreateDocument:
        return sync::FrozenRequest{"PUT", item, "*", json, compact(writeNewItem(intent))};
    case OpKind::PatchItem:
        return sync::FrozenRequest{"PATCH", item, etag, "application/merge-patch+json", compact(writePatch(intent.item))};
    case OpKind::AddVersion:
        return sync::FrozenRequest{"POST", item + QLatin1String("/versions"), etag, json, compact(writeVersion(intent))};
    case OpKind::Trash:
        return sync::FrozenRequest{"POST", item + QLatin1String("/trash"), etag, json, "{}"};
    case OpKind::Restore: {
        // Where it comes back to here; else the operator, where the folder is gone, would make one for it.
        QJsonObject body;
        const std::optional<ItemFields> &base = intent.item.base;
        if (!base || base->parent != intent.item.local.parent)
            body.insert(QStringLiteral("parent"), intent.item.local.parent.text());
        return sync::FrozenRequest{"POST", item + QLatin1String("/restore"), etag, json, compact(body)};
    }
    case OpKind::Purge:
        return sync::FrozenRequest{"POST", item + QLatin1String("/purge"), etag, json, "{}"};
    }
    return Error{carriel::errors::internal, {}, QStringLiteral("kind of operation")};
}

CallPtr OperatorApi::send(const OpRow &op, sync::Done<OpResult> done)
{
    ApiRequest request;
    request.method = op.method;
    request.path = intact(op) ? path(op.path) : QString();
    request.headers = {idempotencyKey(op.key.text()), {"Accept", "application/json"}};
    if (op.ifMatch == "*")
        request.headers.append(HttpHeader{"If-None-Match", "*"});
    else if (!op.ifMatch.isEmpty())
        request.headers.append(HttpHeader{"If-Match", op.ifMatch});
    if (!op.contentType.isEmpty())
        request.headers.append({"Content-Type", op.contentType});
    request.body = op.body;
    const auto read = [](const HttpResponse &response) -> Result<OpResult> {
        CARRIEL_TRY(const QJsonObject body, jsonOf(response));
        return readResult(body, response.header("Idempotency-Replayed") == "true");
    };
    const auto answered = [op, done = std::move(done)](Answer<OpResult> answer) {
        if (!intact(op))
            return done(damaged(op));
        if (const auto *trouble = std::get_if<Trouble>(&answer))
            return done(forOp(*trouble, op));
        done(std::move(answer));
    };
    return remote::send<OpResult>(m_client, std::move(request), read, answered);
}

CallPtr OperatorApi::sendBatch(const QList<OpRow> &ops, sync::Done<QList<Answer<OpResult>>> done)
{
    QByteArray body = "{\"ops\":[";
    bool whole = true;
    for (const OpRow &op : ops) {
        whole = whole && intact(op);
        if (!body.endsWith('['))
            body += ',';
        body += batchEntry(op);
    }
    body += "]}";
    ApiRequest request;
    request.method = "POST";
    request.path = whole ? path(QStringLiteral("/batch")) : QString();
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    request.body = body;
    request.limits = pageLimits;
    const auto read = [ops](const HttpResponse &response) -> Result<QList<Answer<OpResult>>> {
        CARRIEL_TRY(const QJsonObject object, jsonOf(response, maxPageBytes));
        return readBatch(object, ops);
    };
    const auto answered = [whole, ops, done = std::move(done)](Answer<QList<Answer<OpResult>>> answer) {
        done(whole ? std::move(answer) : Answer<QList<Answer<OpResult>>>(damaged(ops.first())));
    };
    return remote::send<QList<Answer<OpResult>>>(m_client, std::move(request), read, answered);
}

} // namespace carriel::remote
