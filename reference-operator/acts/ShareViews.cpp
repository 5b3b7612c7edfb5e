// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A share as it travels: all of it to its owner, what concerns him to the recipient.
#include "reference-operator/Changes.h"
#include "reference-operator/Config.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/PersonKeys.h"
#include "reference-operator/acts/Recipients.h"
#include "reference-operator/acts/SharedContent.h"
#include "reference-operator/acts/Shares.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

QJsonValue jsonOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

// What the owner asks of whoever read it, and what that one said. The same for both.
QJsonValue erasureJson(const Share &s)
{
    if (s.erasure.isNull())
        return {};
    return QJsonObject{{u"request"_s, s.erasure},
                       {u"device"_s, s.erasureDevice},
                       {u"answer"_s, jsonOrNull(s.erased)},
                       {u"answer_device"_s, jsonOrNull(s.erasedDevice)}};
}

} // namespace

QJsonObject shareJson(Connection &c, const Config &config, const Share &s)
{
    QJsonArray evidence;
    QSqlQuery &row = c.run(u"SELECT jws FROM share_evidence WHERE share = ? ORDER BY seq"_s, {s.id});
    while (row.next())
        evidence.append(QJsonObject{{u"jws"_s, row.value(0).toString()}, {u"tst"_s, QJsonValue()}});
    row.finish();
    QJsonValue to;
    if (s.kind == u"person")
        to = QJsonObject{{u"id"_s, s.recipient},
                         {u"name"_s, shownName(s.recipient, c.one(u"SELECT holder_name FROM folders WHERE id = ?"_s, {s.box}).toString())}};
    else if (s.kind == u"entity")
        to = QJsonObject{{u"id"_s, s.recipient}, {u"name"_s, c.one(u"SELECT name FROM entities WHERE id = ?"_s, {s.recipient}).toString()}};
    // Which key he has now: who shared with another one is to know it without looking him up.
    const bool inForce = s.stateNow() == u"Offered" || s.stateNow() == u"Accepted";
    const QJsonValue key = inForce && !s.manifest.isNull() ? directoryKeyJson(c, s.box) : QJsonValue();
    return {{u"id"_s, s.id},
            {u"rev"_s, s.rev},
            {u"state"_s, s.stateNow()},
            {u"kind"_s, s.kind},
            {u"to"_s, to},
            {u"recipient_key"_s, key},
            {u"grant"_s, s.granted},
            {u"manifest"_s, jsonOrNull(s.manifest)},
            {u"device"_s, s.device},
            {u"expires"_s, timeText(s.expires * 1000)},
            {u"fetches"_s, s.fetches},
            {u"evidence"_s, evidence},
            {u"answer"_s, jsonOrNull(s.answer)},
            {u"answer_device"_s, jsonOrNull(s.answered)},
            {u"extension"_s, jsonOrNull(s.extension)},
            {u"erasure"_s, erasureJson(s)},
            {u"link"_s, s.kind == u"link" ? QJsonValue(QString(config.api() + u"/links/"_s + s.id)) : QJsonValue()},
            {u"caused_by"_s, jsonOrNull(s.causedBy)},
            {u"made"_s, s.made},
            {u"changed"_s, s.changed}};
}

QJsonObject receivedJson(Connection &c, const Share &s)
{
    QJsonArray documents;
    const bool open = s.stateNow() == u"Offered" || s.stateNow() == u"Accepted";
    const QJsonArray granted = s.documents();
    for (const QJsonValue &value : granted) {
        const QJsonObject one = value.toObject();
        const auto content = open ? contentOf(c, s.folder, one, s.custody()) : std::nullopt;
        documents.append(QJsonObject{
            {u"n"_s, documents.size()},
            {u"name"_s, one.value("name"_L1)},
            {u"follow"_s, one.value("follow"_L1)},
            {u"available"_s, content.has_value()},
            {u"media_type"_s, content ? QJsonValue(content->mediaType) : one.value("media_type"_L1)},
            {u"size"_s, content ? QJsonValue(content->size) : one.value("size"_L1)},
            {u"sha256"_s, content ? QJsonValue(content->sha256) : one.value("sha256"_L1)}});
    }
    return {{u"id"_s, s.id},
            {u"rev"_s, s.rev},
            {u"state"_s, s.stateNow()},
            {u"from"_s, QJsonObject{{u"id"_s, s.person},
                                    {u"name"_s, c.one(u"SELECT holder_name FROM folders WHERE id = ?"_s, {s.folder}).toString()}}},
            {u"grant"_s, s.granted},
            {u"manifest"_s, jsonOrNull(s.manifest)},
            {u"device"_s, s.device},
            {u"expires"_s, timeText(s.expires * 1000)},
            {u"documents"_s, documents},
            {u"erasure"_s, erasureJson(s)},
            {u"caused_by"_s, jsonOrNull(s.causedBy)},
            {u"made"_s, s.made},
            {u"changed"_s, s.changed}};
}

void tellOwnersOfNewKey(Connection &c, Hub &hub, const QString &box)
{
    QStringList shares;
    QSqlQuery &row = c.run(u"SELECT id FROM shares WHERE box = ? AND manifest IS NOT NULL AND state IN ('Offered', 'Accepted') ORDER BY id"_s, {box});
    while (row.next())
        shares.append(row.value(0).toString());
    row.finish();
    for (const QString &id : std::as_const(shares)) {
        c.change(u"UPDATE shares SET rev = rev + 1, caused_by = NULL, changed = ? WHERE id = ?"_s, {nowText(), id});
        const QString owner = c.one(u"SELECT folder FROM shares WHERE id = ?"_s, {id}).toString();
        recordChange(c, owner, u"share"_s, id);
        announce(c, hub, owner);
    }
}

QJsonObject shareChange(Connection &c, const Config &config, const QString &folder, const QString &id)
{
    const Share s = findShare(c, id).value_or(Share());
    const bool own = s.folder == folder;
    return {{u"kind"_s, u"share"_s},
            {u"op"_s, u"upsert"_s},
            {u"id"_s, id},
            {u"rev"_s, s.rev},
            {u"caused_by"_s, jsonOrNull(s.causedBy)},
            {own ? u"share"_s : u"received"_s, own ? shareJson(c, config, s) : receivedJson(c, s)}};
}

} // namespace carriel::op
