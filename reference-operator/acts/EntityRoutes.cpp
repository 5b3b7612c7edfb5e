// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What entities say of themselves, and the public lists: directory, procedures, warnings.
#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/Router.h"
#include "reference-operator/acts/Consents.h"
#include "reference-operator/acts/Entities.h"
#include "reference-operator/acts/EntityBudget.h"
#include "reference-operator/acts/Procedures.h"
#include "reference-operator/acts/Webhooks.h"

#include <QUrl>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

void getDirectory(Operator &op, Exchange &ex)
{
    ex.json(200,
            {{u"directory"_s,
              QString::fromLatin1(op.database.read([&](Connection &c) { return directory(c, op.config, op.keys); }))}});
}

void getProcedures(Operator &op, Exchange &ex)
{
    const qint64 limit = op.pageLimit(ex);
    ex.json(200, op.database.read(
                     [&](Connection &c) { return procedureList(c, ex.query("entity"), ex.query("page"), limit); }));
}

void getWarnings(Operator &, Exchange &ex)
{
    QJsonArray list;
    for (const Warning &warning : warnings()) {
        QJsonObject one = warning.text.json();
        one.insert(u"regime"_s, warning.regime);
        list.append(one);
    }
    ex.json(200, {{u"warnings"_s, list}});
}

// Told at once, and asked before the database is locked: the name service may take its time.
void needReachable(const Operator &op, const QJsonValue &url)
{
    if (!op.config.webhooksAnywhere && url.isString() && isWithin(QUrl(url.toString()).host()))
        throw Problem("invalid_request").with("detail", u"url is not on the public internet"_s);
}

void putRegistration(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const QByteArray authorization = ex.header("Authorization");
    const QString id = QString(u"co:NIT:"_s + ex.arg(0));
    needReachable(op, body.value("webhook"_L1).toObject().value("url"_L1));
    const QString print = Key::fingerprintOf(ex.method(), ex.path(), compact(body));
    ex.json(201, op.database.write([&](Connection &c) {
        if (!takeInvitation(c, authorization.startsWith("Bearer ") ? authorization.mid(7).trimmed() : QByteArray(), id,
                            print))
            return entityJson(c, *findEntity(c, id));
        registerEntity(c, id, body);
        if (const QJsonValue webhook = body.value("webhook"_L1); webhook.isObject())
            setWebhook(c, op.config, id, webhook.toObject().value("url"_L1));
        return entityJson(c, *findEntity(c, id));
    }));
}

QHash<QString, QString> formOf(const QByteArray &body)
{
    QHash<QString, QString> form;
    for (const QByteArray &pair : body.split('&')) {
        const qsizetype at = pair.indexOf('=');
        const auto plain = [](QByteArray text) { return QUrl::fromPercentEncoding(text.replace('+', ' ')); };
        form.insert(plain(pair.left(at)), at < 0 ? QString() : plain(pair.mid(at + 1)));
    }
    return form;
}

void postToken(Operator &op, Exchange &ex)
{
    if (ex.header("Content-Type").split(';').value(0).trimmed().toLower() != "application/x-www-form-urlencoded")
        throw Problem("media_type_unsupported");
    try {
        ex.json(200, op.entityTokens.issue(formOf(ex.body(65536))));
    } catch (const TokenRefusal &refusal) {
        ex.json(qstrcmp(refusal.error(), "invalid_client") == 0 ? 401 : 400,
                {{u"error"_s, QString::fromLatin1(refusal.error())},
                 {u"error_description"_s, QString::fromLatin1(refusal.description())}});
    }
}

void getEntity(Operator &op, Exchange &ex)
{
    ex.json(200, op.read(ex, [&](Connection &c) { return entityJson(c, *findEntity(c, ex.who.entity)); }));
}

void putEntityProcedure(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    needWhole(ex.who);
    ex.json(200, op.write(ex, [&](Connection &c) {
        putProcedure(c, ex.who.entity, ex.arg(0), body);
        return procedureJson(c, ex.arg(0));
    }));
}

void postSubscribers(Operator &op, Exchange &ex)
{
    const QJsonArray persons = ex.json(op.config.limits.jsonBytes).value("persons"_L1).toArray();
    needProcedure(ex.who, ex.arg(0));
    if (persons.isEmpty() || persons.size() > op.config.limits.batchMax)
        throw Problem(persons.isEmpty() ? "invalid_request" : "too_large").with("detail", u"persons"_s);
    ex.json(200, op.write(ex, [&](Connection &c) {
        QJsonArray answers;
        spend(c, op.config, ex.who.entity, Spending::Inquiries, persons.size());
        for (const QJsonValue &person : persons)
            answers.append(askSubscriber(c, ex.who.entity, ex.arg(0), person.toString()));
        return QJsonObject{{u"answers"_s, answers}};
    }));
}

void putWebhook(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    needWhole(ex.who);
    needReachable(op, body.value("url"_L1));
    op.write(ex, [&](Connection &c) { setWebhook(c, op.config, ex.who.entity, body.value("url"_L1)); });
    ex.json(200, {{u"url"_s, body.value("url"_L1)}});
}

} // namespace

void addEntityRoutes(Router &router)
{
    router.add("GET", "/directory", "GET directory", Access::Limited, getDirectory);
    router.add("GET", "/procedures", "GET procedures", Access::Public, getProcedures);
    router.add("GET", "/warnings", "GET warnings", Access::Public, getWarnings);
    router.add("PUT", "/entity-registrations/*", "PUT registration", Access::Limited, putRegistration);
    router.add("POST", "/entity-token", "POST entity token", Access::Limited, postToken);
    router.add("GET", "/entity", "GET entity", Access::Entity, getEntity);
    router.add("PUT", "/entity/procedures/*", "PUT procedure", Access::Entity, putEntityProcedure);
    router.add("POST", "/entity/procedures/*/subscribers", "POST subscribers", Access::Entity, postSubscribers);
    router.add("PUT", "/entity/webhook", "PUT webhook", Access::Entity, putWebhook);
}

} // namespace carriel::op
