// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Items.h"

#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Quota.h"
#include "reference-operator/Schema.h"
#include "reference-operator/Trash.h"

#include <QDateTime>
#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

QString needText(const QJsonObject &body, QLatin1StringView key)
{
    if (!body.value(key).isString())
        throw Problem("invalid_request").with("detail", key);
    return body.value(key).toString();
}

QString optionalText(const QJsonObject &body, QLatin1StringView key, qsizetype most)
{
    const QJsonValue value = body.value(key);
    if (value.isUndefined() || value.isNull())
        return {};
    if (!value.isString() || value.toString().size() > most)
        throw Problem("invalid_request").with("detail", key);
    return value.toString();
}

// When the person made the bytes, as their computer says it. A clock that is ahead says nothing.
QString madeAt(const QJsonObject &body, const QString &now)
{
    const QString text = optionalText(body, "made_at"_L1, 40);
    if (text.isEmpty())
        return {};
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!at.isValid() || at.timeSpec() != Qt::UTC)
        throw Problem("invalid_request").with("detail", u"made_at"_s);
    const QString same = timeText(at.toMSecsSinceEpoch());
    return same > now ? QString() : same;
}

bool wantsRename(const QJsonObject &body)
{
    const QString value = body.value("on_name_taken"_L1).toString(u"fail"_s);
    if (value != u"fail" && value != u"rename")
        throw Problem("invalid_request").with("detail", u"on_name_taken"_s);
    return value == u"rename";
}

void refuseReadOnly(const QJsonObject &body)
{
    for (QLatin1StringView key : {"official"_L1, "issuer"_L1, "validity"_L1, "head"_L1, "state"_L1, "rev"_L1}) {
        if (body.contains(key))
            throw Problem("field_read_only").with("detail", key);
    }
}

} // namespace

QString ItemRequest::path() const
{
    return QString(u"/items/"_s + item + (verb.isEmpty() ? QString() : QString(u'/' + verb)));
}

Outcome itemOutcome(int status, const Item &item)
{
    return {status, {{u"ETag"_s, item.etag()}}, compact(item.json()), false};
}

Outcome Items::apply(Connection &c, const QString &folder, const Principal &who, const QString &key, const ItemRequest &request)
{
    lockFolder(c, folder);
    const Key whole{folder, key, Key::fingerprintOf(request.method, request.path(), compact(request.body))};
    return once(c, whole, [&] {
        Outcome outcome = effect({c, folder, who, key, request});
        announce(c, m_hub, folder);
        return outcome;
    });
}

Outcome Items::effect(const Act &act)
{
    if (act.request.method == "PUT")
        return create(act);
    if (act.request.method == "PATCH")
        return patch(act);
    if (act.request.verb == u"versions")
        return addVersion(act);
    if (act.request.verb == u"purge")
        act.who.needStepUp();
    Item item = matching(act);
    if (act.request.verb == u"trash") {
        trash(act.c, act.folder, item, act.key);
    } else if (act.request.verb == u"restore") {
        restore(act.c, act.folder, item, act.request.body.value("parent"_L1).toString(), act.key, m_config.limits);
    } else if (act.request.verb == u"purge") {
        return {200, {}, compact(purge(act.c, act.folder, item, act.key, u"purged"_s, m_shredder)), false};
    } else {
        throw Problem("not_found");
    }
    return itemOutcome(200, item);
}

Item Items::matching(const Act &act)
{
    if (act.request.ifMatch.isEmpty())
        throw Problem("precondition_required").with("detail", u"If-Match"_s);
    Item item = needItem(act.c, act.folder, act.request.item);
    if (act.request.ifMatch != item.etag()) {
        const QString start = QString(u'"' + item.id + u'-');
        bool ok = false;
        const qint64 base = act.request.ifMatch.startsWith(start)
                                ? act.request.ifMatch.mid(start.size()).section(u'-', 0, 0).toLongLong(&ok)
                                : 0;
        throw Problem("version_conflict")
            .with("current", item.json())
            .with("epoch", epoch(act.c))
            .with("base_rev", ok ? QJsonValue(base) : QJsonValue());
    }
    return item;
}

Head Items::keepContent(const Act &act, Item &item)
{
    const QJsonObject &body = act.request.body;
    const QString blob = needText(body, "blob"_L1);
    const QString sha = needText(body, "sha256"_L1);
    QSqlQuery &row = act.c.run(u"SELECT size, sha256 FROM blobs WHERE folder = ? AND id = ?"_s, {act.folder, blob});
    if (!row.next())
        throw Problem("blob_missing");
    Head head;
    head.size = row.value(0).toLongLong();
    head.sha256 = row.value(1).toString();
    row.finish();
    if (head.sha256 != sha)
        throw Problem("digest_mismatch");
    head.version = newId();
    head.blob = blob;
    head.mediaType = body.value("media_type"_L1).toString(item.head ? item.head->mediaType : u"application/octet-stream"_s).left(200);
    head.created = nowText();
    head.madeAt = madeAt(body, head.created);
    head.causedBy = act.key;
    if (item.custody == u"private")
        head.sealed = checkedSealed(body.value("sealed"_L1));
    else if (body.contains("sealed"_L1))
        throw Problem("invalid_request").with("detail", u"sealed"_s);
    // A version that is put back shares the bytes of the one that it was: they are counted once.
    const bool shared =
        item.versions > 0 &&
        act.c.one(u"SELECT 1 FROM versions WHERE folder = ? AND blob = ? AND item = ?"_s, {act.folder, blob, item.id})
            .isValid();
    const qint64 counted = shared ? 0 : head.size;
    takeSpace(act.c, m_config, act.folder, counted);
    const QString label = optionalText(body, "label"_L1, 100);
    const QString base = optionalText(body, "base"_L1, 64);
    act.c.change(u"INSERT INTO versions(folder, id, item, n, blob, size, sha256, media_type, sealed, created, "
                 u"caused_by, counted,"
                 u" base, label, made_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                 {act.folder, head.version, item.id, ++item.versions, head.blob, head.size, head.sha256, head.mediaType,
                  head.sealed, head.created, head.causedBy, counted, base, label,
                  head.madeAt});
    return head;
}

Outcome Items::create(const Act &act)
{
    if (!act.request.ifNoneMatch)
        throw Problem("precondition_required").with("detail", u"If-None-Match"_s);
    if (const auto there = findItem(act.c, act.folder, act.request.item); there || act.request.item == u"root") {
        if (there && there->state == u"purged")
            throw Problem("item_purged");
        Problem problem("already_exists");
        throw there ? problem.with("current", there->json()).with("epoch", epoch(act.c)) : problem;
    }
    const QJsonObject &body = act.request.body;
    refuseReadOnly(body);
    Item item;
    item.id = act.request.item;
    item.type = needText(body, "type"_L1);
    item.custody = body.value("custody"_L1).toString(u"open"_s);
    if ((!item.isFolder() && item.type != u"document") || (item.custody != u"open" && item.custody != u"private") ||
        (item.isFolder() && (item.custody == u"private" || body.contains("blob"_L1))))
        throw Problem("invalid_request").with("detail", u"type"_s);
    const QString name = needText(body, "name"_L1);
    checkName(name, m_config.limits);
    if (item.custody == u"private" && name != item.id)
        throw Problem("name_invalid").with("reason", u"private"_s);
    item.originalName = checkedOriginalName(body.value("original_name"_L1));
    item.state = u"active"_s;
    item.meta = u"{}"_s;
    mergeMeta(item, body.value("meta"_L1).toObject(), m_config.limits);
    item.causedBy = act.key;
    place(act.c, act.folder, item, needText(body, "parent"_L1), name, wantsRename(body), m_config.limits);
    if (!item.isFolder())
        item.head = keepContent(act, item);
    insertItem(act.c, act.folder, item);
    return itemOutcome(201, item);
}

Outcome Items::patch(const Act &act)
{
    Item item = matching(act);
    const QJsonObject &body = act.request.body;
    refuseReadOnly(body);
    if (item.state != u"active")
        throw Problem("item_trashed");
    if (body.contains("name"_L1) || body.contains("parent"_L1)) {
        const QString name = body.contains("name"_L1) ? needText(body, "name"_L1) : item.name;
        const QString parent = body.contains("parent"_L1) ? needText(body, "parent"_L1) : item.parent;
        if (name != item.name) {
            if (item.custody == u"private")
                throw Problem("name_invalid").with("reason", u"private"_s);
            checkName(name, m_config.limits);
        }
        place(act.c, act.folder, item, parent, name, wantsRename(body), m_config.limits);
    }
    if (body.contains("original_name"_L1))
        item.originalName = checkedOriginalName(body.value("original_name"_L1));
    if (body.contains("sealed"_L1)) {
        if (item.custody != u"private" || !item.head)
            throw Problem("invalid_request").with("detail", u"sealed"_s);
        item.head->sealed = checkedSealed(body.value("sealed"_L1));
        act.c.change(u"UPDATE versions SET sealed = ? WHERE folder = ? AND id = ?"_s,
                     {item.head->sealed, act.folder, item.head->version});
    }
    if (body.contains("meta"_L1)) {
        if (!body.value("meta"_L1).isObject())
            throw Problem("invalid_request").with("detail", u"meta"_s);
        mergeMeta(item, body.value("meta"_L1).toObject(), m_config.limits);
    }
    item.causedBy = act.key;
    updateItem(act.c, act.folder, item);
    return itemOutcome(200, item);
}

Outcome Items::addVersion(const Act &act)
{
    Item item = matching(act);
    if (item.official)
        throw Problem("official_document_locked");
    if (item.isFolder())
        throw Problem("invalid_request").with("detail", u"type"_s);
    if (item.state != u"active")
        throw Problem("item_trashed");
    const QJsonValue base = act.request.body.value("base"_L1);
    if (!base.isUndefined() && !base.isNull() &&
        !act.c
             .one(u"SELECT 1 FROM versions WHERE folder = ? AND id = ? AND item = ?"_s,
                  {act.folder, base.toString(), item.id})
             .isValid())
        throw Problem("invalid_request").with("detail", u"base"_s);
    const Head made = keepContent(act, item);
    // Made from what somebody else has replaced meanwhile: kept beside it, and the head stays theirs.
    const bool further = base.isString() && item.head && base.toString() != item.head->version;
    if (!further)
        item.head = made;
    item.causedBy = act.key;
    updateItem(act.c, act.folder, item);
    QJsonObject answer = item.json();
    answer.insert(u"made"_s, made.json());
    return {201, {{u"ETag"_s, item.etag()}}, compact(answer), false};
}

} // namespace carriel::op
