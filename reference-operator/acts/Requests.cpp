// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Requests.h"

#include "reference-operator/Config.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "reference-operator/Problem.h"
#include "reference-operator/acts/Entities.h"
#include "reference-operator/acts/Procedures.h"

#include <QSet>
#include <QUrl>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largest = 65536;      // bytes of its JWS
constexpr qint64 longestOnce = 86400;     // seconds
constexpr qint64 longest = 400LL * 86400; // of one for many
constexpr qint64 tolerance = 300;         // between the entity's clock and ours
constexpr qsizetype mostDocuments = 50;

void need(bool holds, const char *reason)
{
    if (!holds)
        throw Problem("request_invalid").with("reason", QString::fromLatin1(reason));
}

bool isText(const QJsonValue &value, qsizetype most)
{
    return value.isString() && !value.toString().trimmed().isEmpty() && value.toString().size() <= most;
}

bool isTextList(const QJsonValue &value, qsizetype most)
{
    const QJsonArray list = value.toArray();
    return (value.isUndefined() || value.isArray()) && list.size() <= most &&
           std::all_of(list.begin(), list.end(), [](const QJsonValue &one) { return isText(one, 200); });
}

// A member that is not known would be signed, shown to nobody, and promised to the entity.
void needKnown(const QJsonObject &object, const QStringList &known)
{
    const QStringList names = object.keys();
    need(std::all_of(names.begin(), names.end(), [&](const QString &name) { return known.contains(name); }), "unknown_member");
}

void checkDocuments(const QJsonArray &documents)
{
    static const QStringList members{u"id"_s,          u"title"_s, u"required"_s,            u"types"_s, u"issuers"_s,
                                     u"media_types"_s, u"max"_s,   u"not_older_than_days"_s, u"signed"_s};
    need(!documents.isEmpty() && documents.size() <= mostDocuments, "form");
    QSet<QString> ids;
    for (const QJsonValue &value : documents) {
        const QJsonObject one = value.toObject();
        needKnown(one, members);
        need(one.value("signed"_L1).isUndefined() || one.value("signed"_L1).isBool(), "form");
        const QString id = one.value("id"_L1).toString();
        need(isId(id) && !ids.contains(id), "form");
        ids.insert(id);
        need(isText(one.value("title"_L1), 200) && one.value("required"_L1).isBool(), "form");
        need(isTextList(one.value("types"_L1), 20) && isTextList(one.value("issuers"_L1), 20) &&
                 isTextList(one.value("media_types"_L1), 20),
             "form");
        const qint64 max = one.value("max"_L1).toInteger(1);
        need(max >= 1 && max <= 20, "form");
        const QJsonValue age = one.value("not_older_than_days"_L1);
        need(age.isNull() || age.isUndefined() || age.toInteger() > 0, "form");
    }
}

// Null, or https without credentials; whose origin it is, the entity's registration says.
bool isReturn(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return true;
    const QUrl url(value.toString(), QUrl::StrictMode);
    return url.isValid() && url.scheme() == u"https" && !url.host().isEmpty() && url.userInfo().isEmpty() &&
           !url.hasFragment() && value.toString().size() <= 2048;
}

QString originOf(const QUrl &url)
{
    return QString(url.scheme() + u"://"_s + url.authority().toLower());
}

QJsonObject publishedJson(Connection &c, const QString &id)
{
    QSqlQuery &row =
        c.run(u"SELECT r.entity, e.name, r.procedure, p.title, r.title, r.expires, r.jws FROM requests r"
              u" JOIN entities e ON e.id = r.entity JOIN procedures p ON p.id = r.procedure WHERE r.id = ?"_s,
              {id});
    if (!row.next())
        throw Problem("not_found");
    const QJsonObject out{
        {u"id"_s, id},
        {u"entity"_s, QJsonObject{{u"id"_s, row.value(0).toString()}, {u"name"_s, row.value(1).toString()}}},
        {u"procedure"_s, QJsonObject{{u"id"_s, row.value(2).toString()}, {u"title"_s, row.value(3).toString()}}},
        {u"title"_s, row.value(4).toString()},
        {u"expires"_s, timeText(row.value(5).toLongLong() * 1000)},
        {u"request"_s, row.value(6).toString()}};
    row.finish();
    return out;
}

} // namespace

ContributionRequest readRequest(const Config &config, const QByteArray &jws)
{
    const auto parsed = jws.size() <= largest ? parseJws(jws) : std::nullopt;
    need(parsed && parsed->typ() == u"carpeta-request+json", "form");
    const QJsonObject &p = parsed->payload;
    needKnown(p, {u"v"_s, u"jti"_s, u"iss"_s, u"aud"_s, u"sub"_s, u"iat"_s, u"exp"_s, u"once"_s, u"procedure"_s, u"title"_s, u"purpose"_s, u"case"_s,
                  u"retention"_s, u"documents"_s, u"response"_s, u"return"_s});
    ContributionRequest r{jws,
                          p,
                          p.value("jti"_L1).toString(),
                          p.value("iss"_L1).toString(),
                          p.value("procedure"_L1).toString(),
                          p.value("sub"_L1).toString(),
                          p.value("once"_L1).toBool(),
                          p.value("exp"_L1).toInteger()};
    need(p.value("v"_L1).toInteger() == 1 && isId(r.id) && isId(r.procedure) && r.entity.startsWith("co:"_L1), "form");
    need(isText(p.value("title"_L1), 200) && isText(p.value("purpose"_L1), 2000) && p.value("once"_L1).isBool(),
         "form");
    need(isText(p.value("retention"_L1), 500) && p.value("response"_L1).toString() == u"contributions", "form");
    need(p.value("case"_L1).isNull() || (isText(p.value("case"_L1).toObject().value("number"_L1), 100) &&
                                         isText(p.value("case"_L1).toObject().value("holder"_L1), 200)),
         "form");
    need(p.value("sub"_L1).isNull() || r.sub.startsWith("co:"_L1), "form");
    need(isReturn(p.value("return"_L1)), "form");
    checkDocuments(p.value("documents"_L1).toArray());
    // What is published is for everybody and leads to nobody's case; what is for one case is used once.
    need(r.once || (r.sub.isEmpty() && p.value("return"_L1).isNull() && p.value("case"_L1).isNull()), "form");
    need(p.value("aud"_L1).toString() == config.api(), "audience");
    const qint64 now = nowSeconds();
    const qint64 made = p.value("iat"_L1).toInteger();
    need(made > 0 && made <= now + tolerance && r.expires > made &&
             r.expires - made <= (r.once ? longestOnce : longest),
         "dates");
    need(r.expires > now, "expired");
    return r;
}

void needGenuine(Connection &c, const ContributionRequest &request)
{
    const auto parsed = parseJws(request.jws);
    const auto entity = findEntity(c, request.entity);
    need(parsed && entity && !entity->box.isEmpty() &&
             verifies(*parsed, entityKey(c, request.entity, parsed->kid(), u"sign"_s)),
         "signature");
    const auto procedure = findProcedure(c, request.procedure);
    need(procedure && procedure->entity == request.entity, "procedure");
    if (const QJsonValue back = request.payload.value("return"_L1); back.isString())
        need(entity->origins.contains(originOf(QUrl(back.toString()))), "return");
    if (!request.once)
        need(c.one(u"SELECT jws FROM requests WHERE id = ?"_s, {request.id}).toString().toLatin1() == request.jws,
             "unpublished");
}

QJsonObject publishRequest(Connection &c, const QString &entity, const ContributionRequest &request)
{
    need(request.entity == entity && !request.once, "form");
    const QString owner = c.one(u"SELECT entity FROM requests WHERE id = ?"_s, {request.id}).toString();
    if (!owner.isEmpty() && owner != entity)
        throw Problem("id_taken");
    if (!owner.isEmpty())
        throw Problem("already_exists").with("existing", request.id);
    c.change(u"INSERT INTO requests(id, entity, procedure, title, expires, jws) VALUES(?, ?, ?, ?, ?, ?)"_s,
             {request.id, entity, request.procedure, request.payload.value("title"_L1).toString(), request.expires,
              QString::fromLatin1(request.jws)});
    needGenuine(c, request); // with what was just put
    return publishedJson(c, request.id);
}

QJsonObject publishedRequest(Connection &c, const QString &id)
{
    if (c.one(u"SELECT expires FROM requests WHERE id = ?"_s, {id}).toLongLong() <= nowSeconds())
        throw Problem("not_found");
    return publishedJson(c, id);
}

QJsonObject publishedRequests(Connection &c, const QString &entity, const QString &procedure, const QString &after,
                              qint64 limit)
{
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    QStringList ids;
    QSqlQuery &row =
        c.run(u"SELECT id FROM requests WHERE id > ? AND expires > ? AND (? = '' OR entity = ?)"
              u" AND (? = '' OR procedure = ?) ORDER BY id LIMIT ?"_s,
              {text(after), nowSeconds(), text(entity), text(entity), text(procedure), text(procedure), limit + 1});
    while (row.next())
        ids.append(row.value(0).toString());
    row.finish();
    QJsonValue next;
    if (ids.size() > limit) {
        ids.removeLast();
        next = QString(u"/requests?entity="_s + entity + u"&procedure="_s + procedure + u"&page="_s + ids.last() +
                       u"&limit="_s + QString::number(limit));
    }
    QJsonArray list;
    for (const QString &id : std::as_const(ids))
        list.append(publishedJson(c, id));
    return {{u"requests"_s, list}, {u"next"_s, next}};
}

} // namespace carriel::op
