// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Procedures.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Problem.h"

#include <QJsonArray>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

Problem bad(const char *what)
{
    return Problem("invalid_request").with("detail", QString::fromLatin1(what));
}

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QStringList listOf(const QJsonValue &value, const QStringList &known, const char *what)
{
    QStringList out;
    for (const QJsonValue &one : value.toArray()) {
        if (!known.contains(one.toString()))
            throw bad(what);
        out.append(one.toString());
    }
    if (out.isEmpty())
        throw bad(what);
    return out;
}

QStringList knownRegimes()
{
    QStringList out;
    for (const Warning &warning : warnings())
        out.append(warning.regime);
    return out;
}

QString putText(Connection &c, const QString &procedure, const QString &text)
{
    const QString digest = QString::fromLatin1(b64(sha256(text.toUtf8())));
    const QString known =
        c.one(u"SELECT id FROM consent_texts WHERE procedure = ? AND sha256 = ?"_s, {procedure, digest}).toString();
    if (!known.isEmpty())
        return known;
    const qint64 count = c.one(u"SELECT COUNT(*) FROM consent_texts WHERE procedure = ?"_s, {procedure}).toLongLong();
    const QString id = QString(procedure + u'-' + QString::number(count + 1));
    c.change(u"INSERT INTO consent_texts(id, procedure, text, sha256) VALUES(?, ?, ?, ?)"_s,
             {id, procedure, text, digest});
    return id;
}

} // namespace

const QStringList &knownClasses()
{
    static const QStringList list = {u"notification"_s, u"communication"_s, u"alert"_s};
    return list;
}

QJsonObject LegalText::json() const
{
    return {
        {u"id"_s, id}, {u"language"_s, u"es-CO"_s}, {u"text"_s, text}, {u"sha256"_s, QString::fromLatin1(b64(sha256))}};
}

std::optional<Procedure> findProcedure(Connection &c, const QString &id)
{
    QSqlQuery &row = c.run(u"SELECT id, entity, title, classes, regimes, text FROM procedures WHERE id = ?"_s, {id});
    if (!row.next())
        return std::nullopt;
    Procedure p{row.value(0).toString(),
                row.value(1).toString(),
                row.value(2).toString(),
                row.value(3).toString().split(u' '),
                row.value(4).toString().split(u' '),
                row.value(5).toString()};
    row.finish();
    return p;
}

std::optional<LegalText> findConsentText(Connection &c, const QString &id)
{
    QSqlQuery &row = c.run(u"SELECT text, sha256 FROM consent_texts WHERE id = ?"_s, {id});
    if (!row.next())
        return std::nullopt;
    LegalText text{id, row.value(0).toString(), QByteArray::fromBase64(row.value(1).toString().toLatin1())};
    row.finish();
    return text;
}

void putProcedure(Connection &c, const QString &entity, const QString &id, const QJsonObject &request)
{
    const QString title = request.value("title"_L1).toString();
    const QStringList classes = listOf(request.value("classes"_L1), knownClasses(), "classes");
    const QStringList regimes = listOf(request.value("regimes"_L1), knownRegimes(), "regimes");
    const QString text = request.value("consent_text"_L1).toString();
    // A regime with legal effects is for notifications, which need a consent; and they for it.
    const bool legal = std::any_of(regimes.begin(), regimes.end(), hasLegalEffect);
    if (legal != classes.contains(u"notification"_s) ||
        (classes != QStringList{u"notification"_s} && !regimes.contains(u"comunicacion"_s)))
        throw bad("regimes");
    if (!isId(id) || title.isEmpty() || title.size() > 200)
        throw bad("title");
    if (text.size() > 20000 || (text.isEmpty() && classes.contains(u"notification"_s)))
        throw bad("consent_text");
    // In one statement: of two entities that announce the same id at once, one has it.
    const int rows = c.change(
        u"INSERT INTO procedures(id, entity, title, description, classes, regimes) VALUES(?, ?, ?, ?, ?, ?) ON "
        u"CONFLICT(id) DO UPDATE"
        u" SET title = excluded.title, description = excluded.description, classes = excluded.classes, regimes = "
        u"excluded.regimes"
        u" WHERE procedures.entity = excluded.entity"_s,
        {id, entity, title, notNull(request.value("description"_L1).toString().left(4000)), classes.join(u' '),
         regimes.join(u' ')});
    if (rows == 0)
        throw Problem("not_found");
    c.change(u"UPDATE procedures SET text = ? WHERE id = ?"_s,
             {text.isEmpty() ? QVariant() : QVariant(putText(c, id, text)), id});
}

QStringList proceduresOf(Connection &c, const QString &entity)
{
    QStringList out;
    QSqlQuery &row = c.run(u"SELECT id FROM procedures WHERE entity = ? ORDER BY id"_s, {entity});
    while (row.next())
        out.append(row.value(0).toString());
    row.finish();
    return out;
}

QJsonObject procedureJson(Connection &c, const QString &id)
{
    const auto procedure = findProcedure(c, id);
    if (!procedure)
        throw Problem("not_found");
    const auto text = findConsentText(c, procedure->text);
    return {
        {u"id"_s, id},
        {u"entity"_s,
         QJsonObject{{u"id"_s, procedure->entity},
                     {u"name"_s, c.one(u"SELECT name FROM entities WHERE id = ?"_s, {procedure->entity}).toString()}}},
        {u"title"_s, procedure->title},
        {u"description"_s, c.one(u"SELECT description FROM procedures WHERE id = ?"_s, {id}).toString()},
        {u"classes"_s, QJsonArray::fromStringList(procedure->classes)},
        {u"regimes"_s, QJsonArray::fromStringList(procedure->regimes)},
        {u"consent_text"_s, text ? QJsonValue(text->json()) : QJsonValue()}};
}

QJsonObject procedureList(Connection &c, const QString &entity, const QString &after, qint64 limit)
{
    QStringList ids;
    QSqlQuery &row = c.run(u"SELECT id FROM procedures WHERE id > ? AND (? = '' OR entity = ?) ORDER BY id LIMIT ?"_s,
                           {notNull(after), notNull(entity), notNull(entity), limit + 1});
    while (row.next())
        ids.append(row.value(0).toString());
    row.finish();
    const bool more = ids.size() > limit;
    if (more)
        ids.removeLast();
    QJsonArray list;
    for (const QString &id : std::as_const(ids))
        list.append(procedureJson(c, id));
    QJsonValue next;
    if (more)
        next = QString(u"/procedures?entity="_s + entity + u"&page="_s + ids.last() + u"&limit="_s +
                       QString::number(limit));
    return {{u"procedures"_s, list}, {u"next"_s, next}};
}

} // namespace carriel::op
