// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Consents.h"

#include "reference-operator/Changes.h"
#include "reference-operator/Config.h"
#include "reference-operator/Devices.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "reference-operator/acts/Effects.h"
#include "reference-operator/acts/Notifications.h"
#include "reference-operator/acts/Procedures.h"

#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

Problem invalid(const char *reason)
{
    return Problem("statement_invalid").with("reason", QString::fromLatin1(reason));
}

QString partyName(Connection &c, const QString &entity)
{
    return c.one(u"SELECT name FROM entities WHERE id = ?"_s, {entity}).toString();
}

// Schema ConsentAct, with the operator's receipt over statement and device.
QJsonObject act(const Config &config, const OperatorKeys &keys, const QJsonObject &statement, const QByteArray &jws,
                const QByteArray &device, const QString &event)
{
    const qint64 now = nowSeconds();
    const QJsonObject told{{u"sub"_s, statement.value("sub"_L1)},
                           {u"entity"_s, statement.value("entity"_L1)},
                           {u"procedure"_s, statement.value("procedure"_L1)}};
    const QByteArray receipt =
        keys.sign(u"secevent+jwt"_s, {{u"iss"_s, config.api()},
                                      {u"jti"_s, newId()},
                                      {u"iat"_s, now},
                                      {u"toe"_s, now},
                                      {u"txn"_s, statement.value("id"_L1)},
                                      {u"refs"_s, QJsonArray{ref("consent", jws), ref("device", device)}},
                                      {u"events"_s, QJsonObject{{event, told}}}});
    return {{u"statement"_s, QString::fromLatin1(jws)},
            {u"device"_s, QString::fromLatin1(device)},
            {u"at"_s, nowText()},
            {u"receipt"_s, QString::fromLatin1(receipt)}};
}

struct Statement
{
    QByteArray jws;
    QJsonObject payload;
    QByteArray device;
};

Statement read(Connection &c, const QString &folder, const QString &sub, const QString &id, const QJsonObject &request,
               const char *action)
{
    Statement s;
    s.jws = request.value("statement"_L1).toString().toLatin1();
    const QString device = request.value("device"_L1).toString();
    s.payload = statementOf(c, folder, device, s.jws, "carpeta-consent+json");
    s.device = deviceJson(c, folder, device).value("statement"_L1).toString().toLatin1();
    if (s.payload.value("v"_L1).toInt() != 1 || s.payload.value("id"_L1).toString() != id ||
        s.payload.value("action"_L1).toString() != QLatin1StringView(action))
        throw invalid("id");
    if (s.payload.value("sub"_L1).toString() != sub)
        throw invalid("sub");
    return s;
}

QString text(const QJsonObject &json)
{
    return QString::fromUtf8(compact(json));
}

} // namespace

QJsonObject statementOf(Connection &c, const QString &folder, const QString &device, const QByteArray &jws,
                        const char *typ)
{
    const auto parsed = parseJws(jws);
    if (!parsed || parsed->typ() != QLatin1StringView(typ))
        throw invalid("form");
    if (c.one(u"SELECT state FROM devices WHERE folder = ? AND id = ?"_s, {folder, device}).toString() != u"active")
        throw invalid("device");
    const QJsonObject ds = deviceJson(c, folder, device).value("ds"_L1).toObject();
    if (parsed->kid().toLatin1() != thumbprint(ds) || !verifies(*parsed, keyFromJwk(ds)))
        throw invalid("signature");
    return parsed->payload;
}

void storeConsent(Connection &c, const Config &config, const OperatorKeys &keys, const QString &folder,
                  const QString &id, const Procedure &procedure, const QByteArray &statement, const QByteArray &device,
                  const QString &key)
{
    const QJsonObject given =
        act(config, keys, parseJws(statement)->payload, statement, device, u"urn:carpeta:event:Consent"_s);
    c.change(u"INSERT INTO consents(folder, id, rev, state, entity, procedure, text, sha256, given, caused_by)"
             u" VALUES(?, ?, 1, 'active', ?, ?, ?, ?, ?, ?)"_s,
             {folder, id, procedure.entity, procedure.id, procedure.text, digestOf(statement), text(given), key});
    recordChange(c, folder, u"consent"_s, id);
    recordEffect(c, {u"consent"_s, procedure.entity, folder, id, key, procedure.id});
}

QJsonObject giveConsent(Connection &c, const Config &config, const OperatorKeys &keys, const QString &folder,
                        const QString &sub, const QString &id, const QJsonObject &request, const QString &key)
{
    if (c.one(u"SELECT 1 FROM consents WHERE folder = ? AND id = ?"_s, {folder, id}).isValid())
        throw Problem("already_exists").with("current", consentJson(c, folder, id));
    const Statement s = read(c, folder, sub, id, request, "give");
    const auto procedure = findProcedure(c, s.payload.value("procedure"_L1).toString());
    if (!procedure || procedure->entity != s.payload.value("entity"_L1).toString())
        throw invalid("procedure");
    const auto shown = findConsentText(c, procedure->text);
    if (!shown || s.payload.value("text_id"_L1).toString() != shown->id ||
        s.payload.value("text_sha256"_L1).toString().toLatin1() != b64u(shown->sha256))
        throw Problem("consent_text_outdated");
    const QString first = c.one(u"SELECT id FROM consents WHERE folder = ? AND procedure = ? AND state = 'active'"_s,
                                {folder, procedure->id})
                              .toString();
    if (!first.isEmpty())
        throw Problem("consent_exists").with("existing", first);
    storeConsent(c, config, keys, folder, id, *procedure, s.jws, s.device, key);
    return consentJson(c, folder, id);
}

QJsonObject withdrawConsent(Connection &c, const Config &config, const OperatorKeys &keys, const QString &folder,
                            const QString &sub, const QString &id, const QJsonObject &request, const QString &key)
{
    const QJsonObject before = consentJson(c, folder, id);
    if (before.value("state"_L1).toString() != u"active")
        throw Problem("already_exists").with("current", before);
    const Statement s = read(c, folder, sub, id, request, "withdraw");
    if (s.payload.value("given_sha256"_L1) != before.value("sha256"_L1))
        throw invalid("given_sha256");
    c.change(
        u"UPDATE consents SET state = 'withdrawn', rev = rev + 1, withdrawn = ?, caused_by = ? WHERE folder = ? AND id = ?"_s,
        {text(act(config, keys, s.payload, s.jws, s.device, u"urn:carpeta:event:ConsentWithdrawal"_s)), key, folder,
         id});
    recordChange(c, folder, u"consent"_s, id);
    recordEffect(
        c, {u"withdrawal"_s, before.value("entity"_L1).toObject().value("id"_L1).toString(), folder, id, key, {}});
    return consentJson(c, folder, id);
}

QJsonObject consentJson(Connection &c, const QString &folder, const QString &id)
{
    QSqlQuery &row =
        c.run(u"SELECT rev, state, entity, procedure, text, sha256, given, withdrawn, caused_by FROM consents"
              u" WHERE folder = ? AND id = ?"_s,
              {folder, id});
    if (!row.next())
        throw Problem("not_found");
    const QString entity = row.value(2).toString();
    const QString procedure = row.value(3).toString();
    const QString words = row.value(4).toString();
    const auto parsed = [](const QVariant &v) {
        return v.isNull() ? QJsonValue() : QJsonValue(QJsonDocument::fromJson(v.toString().toUtf8()).object());
    };
    QJsonObject out{{u"id"_s, id},
                    {u"rev"_s, row.value(0).toLongLong()},
                    {u"state"_s, row.value(1).toString()},
                    {u"sha256"_s, row.value(5).toString()},
                    {u"given"_s, parsed(row.value(6))},
                    {u"withdrawn"_s, parsed(row.value(7))},
                    {u"caused_by"_s, row.value(8).isNull() ? QJsonValue() : QJsonValue(row.value(8).toString())}};
    row.finish();
    out.insert(u"entity"_s, QJsonObject{{u"id"_s, entity}, {u"name"_s, partyName(c, entity)}});
    out.insert(
        u"procedure"_s,
        QJsonObject{{u"id"_s, procedure},
                    {u"title"_s, c.one(u"SELECT title FROM procedures WHERE id = ?"_s, {procedure}).toString()}});
    out.insert(u"text"_s, findConsentText(c, words).value_or(LegalText()).json());
    return out;
}

QJsonObject consentChange(Connection &c, const QString &folder, const QString &id)
{
    const QJsonObject consent = consentJson(c, folder, id);
    return {{u"kind"_s, u"consent"_s},
            {u"op"_s, u"upsert"_s},
            {u"id"_s, id},
            {u"rev"_s, consent.value("rev"_L1)},
            {u"caused_by"_s, consent.value("caused_by"_L1)},
            {u"consent"_s, consent}};
}

QJsonObject consentList(Connection &c, const QString &folder, const QString &after, qint64 limit)
{
    QStringList ids;
    QSqlQuery &row = c.run(u"SELECT id FROM consents WHERE folder = ? AND id > ? ORDER BY id LIMIT ?"_s,
                           {folder, after.isNull() ? u""_s : after, limit + 1});
    while (row.next())
        ids.append(row.value(0).toString());
    row.finish();
    QJsonValue next;
    if (ids.size() > limit) {
        ids.removeLast();
        next = QString(u"/consents?page="_s + ids.last() + u"&limit="_s + QString::number(limit));
    }
    QJsonArray list;
    for (const QString &id : std::as_const(ids))
        list.append(consentJson(c, folder, id));
    return {{u"consents"_s, list}, {u"next"_s, next}};
}

QJsonObject askSubscriber(Connection &c, const QString &entity, const QString &procedure, const QString &person)
{
    QJsonValue consent;
    const QString folder =
        c.one(u"SELECT id FROM folders WHERE holder = ? AND state = 'active'"_s, {person}).toString();
    if (!folder.isEmpty()) {
        QSqlQuery &row =
            c.run(u"SELECT id, sha256 FROM consents WHERE folder = ? AND procedure = ? AND state = 'active'"_s,
                  {folder, procedure});
        if (row.next())
            consent = QJsonObject{{u"id"_s, row.value(0).toString()}, {u"sha256"_s, row.value(1).toString()}};
        row.finish();
        c.change(u"INSERT INTO inquiries(folder, id, at, entity, procedure, subscribed) VALUES(?, ?, ?, ?, ?, ?)"_s,
                 {folder, newId(), nowText(), entity, procedure, consent.isNull() ? 0 : 1});
        recordEffect(c, {u"inquiry"_s, entity, folder, person, {}, procedure});
    }
    return {{u"person"_s, person}, {u"subscribed"_s, !consent.isNull()}, {u"consent"_s, consent}};
}

QJsonObject inquiryList(Connection &c, const QString &folder, const QString &before, qint64 limit)
{
    QJsonArray list;
    QJsonValue next;
    QString last;
    QSqlQuery &row = c.run(u"SELECT i.id, i.at, i.entity, e.name, i.procedure, i.subscribed FROM inquiries i JOIN "
                           u"entities e ON e.id = i.entity"
                           u" WHERE i.folder = ? AND i.id < ? ORDER BY i.id DESC LIMIT ?"_s,
                           {folder, before.isEmpty() ? u"z"_s : before, limit + 1});
    while (row.next()) {
        if (list.size() == limit) {
            next = QString(u"/inquiries?page="_s + last + u"&limit="_s + QString::number(limit));
            break;
        }
        last = row.value(0).toString();
        list.append(QJsonObject{
            {u"at"_s, row.value(1).toString()},
            {u"entity"_s, QJsonObject{{u"id"_s, row.value(2).toString()}, {u"name"_s, row.value(3).toString()}}},
            {u"procedure"_s, row.value(4).toString()},
            {u"subscribed"_s, row.value(5).toLongLong() != 0}});
    }
    row.finish();
    return {{u"inquiries"_s, list}, {u"next"_s, next}};
}

} // namespace carriel::op
