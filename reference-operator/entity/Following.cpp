// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// register, track, subscribers, certify, close.
#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "reference-operator/entity/Api.h"
#include "reference-operator/entity/Commands.h"

#include <QFile>
#include <QJsonDocument>
#include <cstdio>

namespace carriel::entity {

using namespace Qt::StringLiterals;

namespace {

QJsonArray proceduresIn(const QString &file)
{
    if (file.isEmpty())
        return {};
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        throw Usage(QString(file + u": "_s + in.errorString()));
    const QJsonDocument json = QJsonDocument::fromJson(in.readAll());
    return json.isArray() ? json.array() : json.object().value("procedures"_L1).toArray();
}

QString query(const Invocation &in)
{
    QString out;
    for (const char *name : {"procedure", "batch", "state"}) {
        if (in.has(name) && qstrcmp(name, "state") != 0)
            out += QString((out.isEmpty() ? u"?"_s : u"&"_s) + QLatin1StringView(name) + u'=' + in.value(name));
    }
    return out;
}

} // namespace

int registerCommand(const Invocation &in)
{
    const Home home = makeHome(
        in.home, in.need("id"), in.need("name"), in.need("operator"), in.value("ca"), in.value("p12"),
        qgetenv(in.has("password-env") ? in.value("password-env").toLatin1().constData() : "CARRIEL_ENTITY_PASSWORD"));
    const QJsonObject registration{
        {u"name"_s, home.name},
        {u"client"_s, op::jwkOf(home.client)},
        {u"keys"_s,
         QJsonArray{QJsonObject{{u"use"_s, u"sign"_s}, {u"jwk"_s, home.signer.jwk()}, {u"x5c"_s, home.signer.x5c()}}}},
        {u"origins"_s, QJsonArray::fromStringList(in.options.values(u"origin"_s))},
        {u"procedures"_s, proceduresIn(in.value("procedures"))}};
    if (!in.has("invitation")) { // for an operator that registers by its own means, as a sandbox does
        QJsonObject whole = registration;
        whole.insert(u"id"_s, home.id);
        std::printf("%s\n", op::compact(whole).constData());
        return 0;
    }
    Api api(home);
    const QJsonObject made = api.registerWith(in.value("invitation").toLatin1(), registration);
    print(in, made, QString(u"registrada como "_s + made.value("client_id"_L1).toString()));
    return 0;
}

int trackCommand(const Invocation &in)
{
    const Home home = openHome(in.home);
    Api api(home);
    if (!in.words.isEmpty()) {
        const QJsonObject one = api.get(QString(u"/entity/notifications/"_s + in.words.at(0)));
        print(in, one, QString(one.value("id"_L1).toString() + u' ' + one.value("state"_L1).toString()));
        return 0;
    }
    if (in.has("events")) {
        const QJsonObject page =
            api.get(QString(u"/entity/events?since="_s + (in.has("since") ? in.value("since") : u"0"_s)));
        QString words;
        for (const QJsonValue &e : page.value("events"_L1).toArray())
            words += QString(e.toObject().value("notification"_L1).toString() + u' ' +
                             e.toObject().value("event"_L1).toString() + u'\n');
        QJsonObject out = page;
        out.insert(u"items"_s, out.take("events"_L1)); // as every list of these programs
        print(in, out, words.isEmpty() ? u"nada nuevo"_s : words.trimmed());
        return words.isEmpty() ? 3 : 0;
    }
    const QJsonArray own = api.get(u"/entity"_s).value("procedures"_L1).toArray();
    if (in.has("procedure") && !own.contains(in.value("procedure"))) // else it looks like one with nothing sent
        throw Usage(QString(u"this entity has no procedure "_s + in.value("procedure")));
    QJsonObject out = api.get(QString(u"/entity/tracking"_s + query(in)));
    if (in.has("detail")) {
        QJsonArray items;
        for (QJsonValue next = QString(u"/entity/notifications"_s + query(in)); next.isString();) {
            const QJsonObject page = api.get(next.toString());
            for (QJsonValue one : page.value("notifications"_L1).toArray()) {
                QJsonObject row = one.toObject();
                row.insert(u"name"_s, row.value("recipient"_L1));
                items.append(row);
            }
            next = page.value("next"_L1);
        }
        out.insert(u"items"_s, items);
    }
    QString words = QString(QString::number(out.value("total"_L1).toInteger()) + u" depositadas"_s);
    const QJsonObject states = out.value("states"_L1).toObject();
    for (auto it = states.begin(); it != states.end(); ++it)
        words += QString(u"\n  "_s + it.key() + u": "_s + QString::number(it.value().toInteger()));
    for (QJsonValue one : out.value("items"_L1).toArray()) {
        QStringList row;
        for (const char *member : {"id", "state", "changed", "recipient", "reference"})
            row << one.toObject().value(QLatin1StringView(member)).toString();
        words += QString(u"\n"_s + row.join(u"  "_s).trimmed());
    }
    print(in, out, words);
    return 0;
}

int subscribersCommand(const Invocation &in)
{
    const QStringList words = in.has("procedure") ? QStringList(in.value("procedure")) + in.words : in.words; // as for track
    if (words.size() < 2)
        throw Usage(u"subscribers PROCEDURE PERSON…"_s);
    const Home home = openHome(in.home);
    Api api(home);
    const QJsonObject answer =
        api.post(QString(u"/entity/procedures/"_s + words.at(0) + u"/subscribers"_s),
                 op::compact({{u"persons"_s, QJsonArray::fromStringList(words.mid(1))}}), "application/json");
    QJsonArray items;
    QString lines;
    for (const QJsonValue &value : answer.value("answers"_L1).toArray()) {
        const QJsonObject a = value.toObject();
        const bool yes = a.value("subscribed"_L1).toBool();
        items.append(QJsonObject{{u"id"_s, a.value("person"_L1)},
                                 {u"name"_s, a.value("person"_L1)},
                                 {u"state"_s, yes ? u"subscribed"_s : u"not_subscribed"_s},
                                 {u"consent"_s, a.value("consent"_L1)}});
        lines += QString(a.value("person"_L1).toString() + (yes ? u" sí"_s : u" no"_s) + u'\n');
    }
    print(in, {{u"items"_s, items}}, lines.trimmed());
    return 0;
}

namespace {

// What is certified is the operator's word, so it must be.
bool isOfTheOperator(Api &api, const QByteArray &record, const QString &notification)
{
    const auto jws = op::parseJws(record);
    if (!jws || jws->payload.value("txn"_L1).toString() != notification ||
        jws->payload.value("iss"_L1).toString() != api.api())
        return false;
    for (const QJsonValue &key : api.get(u"/operator-keys"_s).value("keys"_L1).toArray()) {
        if (key.toObject().value("kid"_L1).toString() == jws->kid())
            return op::verifies(*jws, op::keyFromJwk(key.toObject()));
    }
    return false;
}

} // namespace

int certifyCommand(const Invocation &in)
{
    const Home home = openHome(in.home);
    Api api(home);
    if (in.words.isEmpty())
        throw Usage(u"certify ID"_s);
    const QString id = in.words.at(0);
    const QJsonObject tracked = api.get(QString(u"/entity/notifications/"_s + id));
    QByteArray handover;
    QJsonValue when;
    for (const QJsonValue &e : tracked.value("evidence"_L1).toArray()) {
        const QByteArray jws = e.toObject().value("jws"_L1).toString().toLatin1();
        const auto record = op::parseJws(jws);
        if (record && record->payload.value("events"_L1)
                          .toObject()
                          .contains("http://uri.etsi.org/19522/Event/ContentHandover"_L1)) {
            handover = jws;
            when = record->payload.value("toe"_L1);
        }
    }
    if (handover.isEmpty()) {
        print(in, {{u"id"_s, id}, {u"state"_s, tracked.value("state"_L1)}},
              u"nadie ha accedido todavía: no hay qué certificar"_s);
        return 3;
    }
    if (!isOfTheOperator(api, handover, id))
        throw std::runtime_error(
            "the record of the access is not signed by the operator, or is of another notification");
    const QJsonObject certificate{
        {u"v"_s, 1},
        {u"id"_s, id},
        {u"iss"_s, home.id},
        {u"sub"_s, tracked.value("recipient"_L1)},
        {u"iat"_s, op::nowSeconds()},
        {u"accessed_at"_s, when},
        {u"evidence_sha256"_s, QString::fromLatin1(op::b64u(op::sha256(handover)))},
        {u"text"_s, u"Certificamos la fecha y hora en que el destinatario accedió a la notificación."_s}};
    const QByteArray jws =
        op::signJws(u"carpeta-certificate+json"_s, home.signer.kid(), certificate, home.signer.key, home.signer.x5c());
    api.put(QString(u"/entity/notifications/"_s + id + u"/certificate"_s),
            {{u"certificate"_s, QString::fromLatin1(jws)}}, op::newId());
    print(in, {{u"id"_s, id}, {u"state"_s, u"Certified"_s}, {u"accessed_at"_s, when}}, QString(u"certificada "_s + id));
    return 0;
}

int closeCommand(const Invocation &in)
{
    const Home home = openHome(in.home);
    Api api(home);
    if (in.words.isEmpty())
        throw Usage(u"close ID --reason TEXT [--other-means]"_s);
    const bool other = in.has("other-means");
    api.put(QString(u"/entity/notifications/"_s + in.words.at(0) + u"/closure"_s),
            {{u"outcome"_s, other ? u"other_means"_s : u"cancelled"_s}, {u"reason"_s, in.need("reason")}}, op::newId());
    print(in, {{u"id"_s, in.words.at(0)}, {u"state"_s, other ? u"OtherMeans"_s : u"Cancelled"_s}},
          QString(u"cerrada "_s + in.words.at(0)));
    return 0;
}

} // namespace carriel::entity
