// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Notifications.h"

#include "reference-operator/Blobs.h"
#include "reference-operator/Encoding.h"

#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

const QString columns =
    u"SELECT id, entity, folder, recipient, procedure, class, regime, state, rev, seal, blob, a, a_sha256, "
    u"cipher_sha256,"
    u" batch, reference, not_before, expires, acr, max_age, warning_sha256, head, records, acknowledgement, device,"
    u" certificate, dispute, caused_by, received, changed, fetched, line FROM notifications WHERE "_s;

std::optional<Notification> from(QSqlQuery &row)
{
    if (!row.next())
        return std::nullopt;
    const auto text = [&](int i) { return row.value(i).isNull() ? QString() : row.value(i).toString(); };
    Notification n;
    int i = 0;
    for (QString *into : {&n.id, &n.entity, &n.folder, &n.recipient, &n.procedure, &n.cls, &n.regime, &n.state})
        *into = text(i++);
    n.rev = row.value(i++).toLongLong();
    for (QString *into : {&n.seal, &n.blob, &n.a, &n.aSha256, &n.cipherSha256, &n.batch, &n.reference})
        *into = text(i++);
    n.notBefore = row.value(i++).toLongLong();
    if (!row.value(i).isNull())
        n.expires = row.value(i).toLongLong();
    n.acr = text(++i);
    n.maxAge = row.value(++i).toLongLong();
    n.warningSha256 = text(++i);
    n.head = text(++i);
    n.records = row.value(++i).toLongLong();
    for (QString *into :
         {&n.acknowledgement, &n.device, &n.certificate, &n.dispute, &n.causedBy, &n.received, &n.changed, &n.fetched})
        *into = text(++i);
    ++i;
    n.line = row.value(i).isNull() ? -1 : row.value(i).toLongLong();
    row.finish();
    return n;
}

QVariant orNull(const QString &text)
{
    return text.isNull() ? QVariant() : QVariant(text);
}

QJsonValue jsonOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

} // namespace

std::optional<Notification> lockNotification(Connection &c, const QString &id)
{
    static const QString plain = QString(columns + u"id = ?"_s);
    return from(c.run(c.isPostgres() ? QString(plain + c.forUpdate()) : plain, {id}));
}

std::optional<Notification> findNotification(Connection &c, const QString &id)
{
    return from(c.run(QString(columns + u"id = ?"_s), {id}));
}

void insertNotification(Connection &c, const Notification &n)
{
    c.change(u"INSERT INTO notifications(id, entity, folder, recipient, procedure, class, regime, state, rev, seal, "
             u"blob, a, a_sha256,"
             u" cipher_sha256, batch, reference, not_before, expires, acr, max_age, warning_sha256, records, received, "
             u"changed, line)"
             u" VALUES(?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)"_s,
             {n.id,
              n.entity,
              n.folder,
              n.recipient,
              n.procedure,
              n.cls,
              n.regime,
              n.state,
              n.seal,
              n.blob,
              n.a,
              n.aSha256,
              n.cipherSha256,
              orNull(n.batch),
              orNull(n.reference),
              n.notBefore,
              n.expires ? QVariant(*n.expires) : QVariant(),
              n.acr,
              n.maxAge,
              n.warningSha256,
              n.received,
              n.changed,
              n.line < 0 ? QVariant() : QVariant(n.line)});
}

QJsonObject notificationJson(Connection &c, const Notification &n)
{
    const auto blob = findBlob(c, n.folder, n.blob);
    return {
        {u"id"_s, n.id},
        {u"rev"_s, n.rev},
        {u"state"_s, n.state},
        {u"entity"_s,
         QJsonObject{{u"id"_s, n.entity},
                     {u"name"_s, c.one(u"SELECT name FROM entities WHERE id = ?"_s, {n.entity}).toString()}}},
        {u"procedure"_s,
         QJsonObject{{u"id"_s, n.procedure},
                     {u"title"_s, c.one(u"SELECT title FROM procedures WHERE id = ?"_s, {n.procedure}).toString()}}},
        {u"seal"_s, n.seal},
        {u"blob"_s, blob ? QJsonValue(blob->json()) : QJsonValue()},
        {u"evidence"_s, evidenceOf(c, n.id)},
        {u"acknowledgement"_s, n.acknowledgement.isNull()
                                   ? QJsonValue()
                                   : QJsonValue(QJsonDocument::fromJson(n.acknowledgement.toUtf8()).object())},
        {u"certificate"_s, jsonOrNull(n.certificate)},
        {u"dispute"_s, jsonOrNull(n.dispute)},
        {u"caused_by"_s, jsonOrNull(n.causedBy)},
        {u"received"_s, n.received}};
}

QJsonObject notificationChange(Connection &c, const QString &id)
{
    const Notification n = findNotification(c, id).value_or(Notification());
    return {{u"kind"_s, u"notification"_s},
            {u"op"_s, u"upsert"_s},
            {u"id"_s, id},
            {u"rev"_s, n.rev},
            {u"caused_by"_s, jsonOrNull(n.causedBy)},
            {u"notification"_s, notificationJson(c, n)}};
}

QJsonObject trackingJson(const Notification &n)
{
    return {{u"id"_s, n.id},
            {u"state"_s, n.state},
            {u"recipient"_s, n.recipient},
            {u"procedure"_s, n.procedure},
            {u"class"_s, n.cls},
            {u"batch"_s, jsonOrNull(n.batch)},
            {u"reference"_s, jsonOrNull(n.reference)},
            {u"deposited"_s, n.received},
            {u"changed"_s, n.changed}};
}

QJsonObject trackingJson(Connection &c, const Notification &n)
{
    QJsonObject out = trackingJson(n);
    out.insert(u"evidence"_s, evidenceOf(c, n.id));
    return out;
}

QStringList notificationsOf(Connection &c, const QString &folder, const QString &after, qint64 limit)
{
    QStringList ids;
    QSqlQuery &row =
        c.run(u"SELECT id FROM notifications WHERE folder = ? AND id > ? AND rev > 0 ORDER BY id LIMIT ?"_s,
              {folder, after.isNull() ? u""_s : after, limit});
    while (row.next())
        ids.append(row.value(0).toString());
    row.finish();
    return ids;
}

} // namespace carriel::op
