// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Config.h"

#include "reference-operator/Names.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <initializer_list>
#include <utility>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

template <typename T> using Fields = std::initializer_list<std::pair<QLatin1StringView, qint64 T::*>>;

const Fields<Limits> announced = {{"page_max"_L1, &Limits::pageMax},       {"name_bytes"_L1, &Limits::nameBytes},
                                  {"upload_max"_L1, &Limits::uploadMax},   {"append_max"_L1, &Limits::appendMax},
                                  {"depth"_L1, &Limits::depth},            {"parallel"_L1, &Limits::parallel},
                                  {"requests_per_s"_L1, &Limits::requestsPerSecond},
                                  {"batch_max"_L1, &Limits::batchMax},     {"bundle_bytes"_L1, &Limits::bundleBytes},
                                  {"bundle_part_max"_L1, &Limits::bundlePartMax},
                                  {"meta_bytes"_L1, &Limits::metaBytes},   {"quota_bytes"_L1, &Limits::quotaBytes},
                                  {"notification_bytes"_L1, &Limits::notificationBytes},
                                  {"entity_bytes_per_h"_L1, &Limits::entityBytesPerHour},
                                  {"deposits_per_h"_L1, &Limits::depositsPerHour},
                                  {"refusals_per_day"_L1, &Limits::refusalsPerDay},
                                  {"inquiries_per_h"_L1, &Limits::inquiriesPerHour}};
const Fields<Limits> inner = {{"json_bytes"_L1, &Limits::jsonBytes},
                              {"batch_bytes"_L1, &Limits::batchBytes},
                              {"threads"_L1, &Limits::threads},
                              {"streams"_L1, &Limits::streams},
                              {"streams_per_person"_L1, &Limits::streamsPerPerson}};
const Fields<Retention> kept = {{"idempotency_s"_L1, &Retention::idempotency},
                                {"cursor_s"_L1, &Retention::cursor},
                                {"upload_s"_L1, &Retention::upload},
                                {"trash_s"_L1, &Retention::trash}};

template <typename T> void take(T &into, const Fields<T> &fields, const QJsonObject &from)
{
    for (const auto &[key, member] : fields) {
        if (from.value(key).isDouble())
            into.*member = from.value(key).toInteger();
    }
}

template <typename T> QJsonObject show(const T &of, const Fields<T> &fields)
{
    QJsonObject out;
    for (const auto &[key, member] : fields)
        out.insert(key, of.*member);
    return out;
}

} // namespace

QStringList Config::acrOrder()
{
    return {u"urn:carpeta:loa:low"_s, u"urn:carpeta:loa:medium"_s, u"urn:carpeta:loa:high"_s, u"urn:carpeta:loa:very-high"_s};
}

QString Config::stepUpAcr()
{
    return u"urn:carpeta:loa:high"_s;
}

QJsonObject Config::discovery(const QString &epoch, const QJsonObject &sealKey) const
{
    QJsonArray features;
    for (const QString &one : {u"sse"_s, u"batch"_s, u"bundles"_s, u"fixity"_s, u"count"_s, u"version_base"_s,
                               u"sealed-1"_s, u"contributions"_s, u"person-keys"_s,
                               u"sealed-shares"_s}) {
        if (!unannounced.contains(one))
            features.append(one);
    }
    return {{u"api"_s, api()},
            {u"issuer"_s, issuer},
            {u"client_id"_s, clientId},
            {u"audience"_s, expectedAudience()},
            {u"scopes"_s, QJsonArray{u"openid"_s, u"offline_access"_s, u"folder"_s, u"acts"_s}},
            {u"acr_order"_s, QJsonArray::fromStringList(acrOrder())},
            {u"operator"_s, QJsonObject{{u"id"_s, operatorId}, {u"name"_s, operatorName}}},
            {u"epoch"_s, epoch},
            {u"limits"_s, show(limits, announced)},
            {u"names"_s, namesAnnounced()},
            {u"retention"_s, show(retention, kept)},
            {u"poll"_s, QJsonObject{{u"active_s"_s, 30}, {u"idle_s"_s, 300}, {u"min_s"_s, 10}}},
            {u"digests"_s, QJsonArray{u"sha-256"_s}},
            {u"features"_s, features},
            {u"entity_token"_s, QString(api() + u"/entity-token"_s)},
            {u"seal_key"_s, sealKey}};
}

std::optional<Config> readConfig(const QString &file, QString *error)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        *error = QString(file + u": "_s + in.errorString());
        return std::nullopt;
    }
    QJsonParseError parse;
    const QJsonObject json = QJsonDocument::fromJson(in.readAll(), &parse).object();
    if (parse.error != QJsonParseError::NoError) {
        *error = QString(file + u": "_s + parse.errorString());
        return std::nullopt;
    }
    const QDir base = QFileInfo(file).absoluteDir();
    const auto text = [](const QJsonObject &o, QLatin1StringView key, QString &into) {
        if (o.value(key).isString())
            into = o.value(key).toString();
    };
    const auto path = [&](const QJsonObject &o, QLatin1StringView key, QString &into) {
        if (const QString p = o.value(key).toString(); !p.isEmpty())
            into = p.contains("://"_L1) || p == "-"_L1 ? p : base.absoluteFilePath(p);
    };
    Config c;
    text(json, "listen"_L1, c.listen);
    c.port = json.value("port"_L1).toInt(0);
    text(json, "public_url"_L1, c.publicUrl);
    path(json.value("tls"_L1).toObject(), "cert"_L1, c.tlsCert);
    path(json.value("tls"_L1).toObject(), "key"_L1, c.tlsKey);
    path(json, "database"_L1, c.database);
    path(json, "blobs"_L1, c.blobs);
    path(json, "keys"_L1, c.keys);
    text(json, "issuer"_L1, c.issuer);
    path(json, "issuer_ca"_L1, c.issuerCa);
    path(json, "issuer_jwks_file"_L1, c.issuerJwksFile);
    text(json, "client_id"_L1, c.clientId);
    text(json, "audience"_L1, c.audience);
    text(json, "tsa"_L1, c.tsa);
    path(json, "tsa_ca"_L1, c.tsaCa);
    path(json, "receipt_ca"_L1, c.receiptCa);
    path(json, "webhook_ca"_L1, c.webhookCa);
    c.webhooksAnywhere = json.value("webhooks_anywhere"_L1).toBool(false);
    path(json, "log"_L1, c.log);
    for (const QJsonValue &one : json.value("unannounced"_L1).toArray())
        c.unannounced.append(one.toString());
    text(json.value("operator"_L1).toObject(), "id"_L1, c.operatorId);
    text(json.value("operator"_L1).toObject(), "name"_L1, c.operatorName);
    take(c.limits, announced, json.value("limits"_L1).toObject());
    take(c.limits, inner, json.value("limits"_L1).toObject());
    take(c.retention, kept, json.value("retention"_L1).toObject());
    for (const auto &[name, value] : {std::pair{"database"_L1, c.database}, {"blobs"_L1, c.blobs}, {"keys"_L1, c.keys},
                                      {"tls.cert"_L1, c.tlsCert}, {"tls.key"_L1, c.tlsKey}, {"issuer"_L1, c.issuer}}) {
        if (value.isEmpty()) {
            *error = QString(file + u": \""_s + name + u"\" is missing"_s);
            return std::nullopt;
        }
    }
    return c;
}

} // namespace carriel::op
