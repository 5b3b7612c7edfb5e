// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// request: what people are asked for, signed; for a link or a file, or published in the operator's catalogue.
#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "reference-operator/entity/Api.h"
#include "reference-operator/entity/Commands.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace carriel::entity {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 onceFor = 86400; // seconds, at most
constexpr qint64 publishedFor = 365LL * 86400;

QJsonArray documentsIn(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        throw Usage(QString(file + u": "_s + in.errorString()));
    const QJsonDocument json = QJsonDocument::fromJson(in.readAll());
    if (!json.isArray() || json.array().isEmpty())
        throw Usage(QString(file + u" is not an array of what is asked for (ContributionRequest in the protocol)"_s));
    static const QStringList members{u"id"_s,          u"title"_s, u"required"_s,            u"types"_s, u"issuers"_s,
                                     u"media_types"_s, u"max"_s,   u"not_older_than_days"_s, u"signed"_s};
    const QJsonArray all = json.array();
    for (const QJsonValue &one : all) {
        for (const QString &name : one.toObject().keys()) {
            if (!members.contains(name))
                throw Usage(QString(file + u": "_s + name + u" is nothing that can be asked (ContributionRequest in the protocol)"_s));
        }
    }
    return json.array();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

int requestCommand(const Invocation &in)
{
    const Home home = openHome(in.home);
    Api api(home);
    const bool publish = in.has("publish");
    if (publish && (in.has("to") || in.has("case") || in.has("return")))
        throw Usage(u"what is published is for everybody: without --to, --case and --return"_s);
    const qint64 now = op::nowSeconds();
    const QString id = op::newId();
    QJsonValue subject;
    if (in.has("case"))
        subject = QJsonObject{{u"number"_s, in.value("case")}, {u"holder"_s, in.need("holder")}};
    const QJsonObject request{{u"v"_s, 1},
                              {u"jti"_s, id},
                              {u"iss"_s, home.id},
                              {u"aud"_s, api.api()},
                              {u"sub"_s, orNull(in.value("to"))},
                              {u"iat"_s, now},
                              {u"exp"_s, now + (publish ? publishedFor : onceFor)},
                              {u"once"_s, !publish},
                              {u"procedure"_s, in.need("procedure")},
                              {u"title"_s, in.need("title")},
                              {u"purpose"_s, in.need("purpose")},
                              {u"case"_s, subject},
                              {u"retention"_s, in.need("retention")},
                              {u"documents"_s, documentsIn(in.need("documents"))},
                              {u"response"_s, u"contributions"_s},
                              {u"return"_s, orNull(in.value("return"))}};
    const QByteArray jws =
        op::signJws(u"carpeta-request+json"_s, home.signer.kid(), request, home.signer.key, home.signer.x5c());
    if (publish)
        api.put(QString(u"/entity/requests/"_s + id), {{u"request"_s, QString::fromLatin1(jws)}}, op::newId());
    if (in.has("out")) {
        QSaveFile file(in.value("out"));
        if (!file.open(QIODevice::WriteOnly) || file.write(jws) != jws.size() || !file.commit())
            throw std::runtime_error(QString(file.fileName() + u": "_s + file.errorString()).toStdString());
    }
    print(in,
          {{u"id"_s, id},
           {u"published"_s, publish},
           {u"expires"_s, request.value("exp"_L1)},
           {u"request"_s, QString::fromLatin1(jws)}},
          publish ? QString(u"publicada "_s + id) : QString::fromLatin1(jws));
    return 0;
}

} // namespace carriel::entity
