// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of records: each a SET (RFC 8417) that names the digest of the one before.
#include "reference-operator/Changes.h"
#include "reference-operator/Config.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/acts/Notifications.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr int clockErrorMs = 500;
const QString typ = u"secevent+jwt"_s;

QJsonObject travelling(const QString &jws, const QVariant &tst)
{
    return {{u"jws"_s, jws}, {u"tst"_s, tst.isNull() ? QJsonValue() : QJsonValue(tst.toString())}};
}

QJsonObject common(const QString &regime, const QString &entity, const QString &recipient, QJsonObject extra)
{
    extra.insert(u"regime"_s, regime);
    extra.insert(u"entity"_s, entity);
    extra.insert(u"recipient"_s, recipient);
    extra.insert(u"clock_error_ms"_s, clockErrorMs);
    return extra;
}

} // namespace

QString digestOf(const QByteArray &jws)
{
    return QString::fromLatin1(b64u(sha256(jws)));
}

QJsonObject ref(const char *type, const QByteArray &jws)
{
    return {{u"type"_s, QString::fromLatin1(type)}, {u"sha256"_s, digestOf(jws)}};
}

QJsonObject appendRecord(Connection &c, const Config &config, const OperatorKeys &keys, Notification &n,
                         const NewRecord &record)
{
    const qint64 now = nowSeconds();
    const QString name = QString::fromLatin1(record.event);
    ++n.records;
    QJsonObject payload{{u"iss"_s, config.api()},
                        {u"jti"_s, newId()},
                        {u"iat"_s, now},
                        {u"toe"_s, now},
                        {u"txn"_s, n.id},
                        {u"seq"_s, n.records},
                        {u"refs"_s, record.refs},
                        {u"events"_s, QJsonObject{{name, common(n.regime, n.entity, n.recipient, record.extra)}}}};
    if (n.records > 1)
        payload.insert(u"prev"_s, n.head);
    const QByteArray jws = keys.sign(typ, payload);
    n.head = digestOf(jws);
    if (!record.state.isNull())
        n.state = record.state;
    n.causedBy = record.causedBy;
    n.changed = nowText();
    const bool seen = n.rev > 0 || n.state == u"Available"; // the recipient learns of it once it was there for him
    n.rev += seen ? 1 : 0;
    const auto orNull = [](const QString &text) { return text.isNull() ? QVariant() : QVariant(text); };
    c.change(u"UPDATE notifications SET state = ?, rev = ?, head = ?, records = ?, acknowledgement = ?, device = ?, "
             u"certificate = ?,"
             u" dispute = ?, caused_by = ?, changed = ?, fetched = ? WHERE id = ?"_s,
             {n.state, n.rev, n.head, n.records, orNull(n.acknowledgement), orNull(n.device), orNull(n.certificate),
              orNull(n.dispute), orNull(n.causedBy), n.changed, n.fetched.isEmpty() ? u" "_s : n.fetched, n.id});
    if (seen)
        recordChange(c, n.folder, u"notification"_s, n.id);
    const qint64 number =
        c.one(u"UPDATE entities SET events = events + 1 WHERE id = ? RETURNING events"_s, {n.entity}).toLongLong();
    c.change(
        u"INSERT INTO evidence(notification, seq, entity, n, event, state, jws, stamp) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {n.id, n.records, n.entity, number, name, n.state, QString::fromLatin1(jws), record.stamp ? 1 : 0});
    return travelling(QString::fromLatin1(jws), {});
}

QJsonObject refusalRecord(const Config &config, const OperatorKeys &keys, const QString &id, const QString &entity,
                          const QByteArray &seal, const QJsonObject &payload, const QString &reason)
{
    const qint64 now = nowSeconds();
    const QJsonObject event = common(payload.value("regime"_L1).toString(), entity, payload.value("sub"_L1).toString(),
                                     {{u"reason"_s, reason}});
    const QByteArray jws =
        keys.sign(typ, {{u"iss"_s, config.api()},
                        {u"jti"_s, newId()},
                        {u"iat"_s, now},
                        {u"toe"_s, now},
                        {u"txn"_s, id},
                        {u"seq"_s, 1},
                        {u"refs"_s, QJsonArray{ref("seal", seal)}},
                        {u"events"_s, QJsonObject{{QString::fromLatin1(event::submissionRejection), event}}}});
    return travelling(QString::fromLatin1(jws), {});
}

QJsonArray evidenceOf(Connection &c, const QString &notification)
{
    QJsonArray out;
    QSqlQuery &row = c.run(u"SELECT jws, tst FROM evidence WHERE notification = ? ORDER BY seq"_s, {notification});
    while (row.next())
        out.append(travelling(row.value(0).toString(), row.value(1)));
    row.finish();
    return out;
}

QJsonObject evidenceAt(Connection &c, const QString &notification, const char *event)
{
    QSqlQuery &row = c.run(u"SELECT jws, tst FROM evidence WHERE notification = ? AND event = ? ORDER BY seq LIMIT 1"_s,
                           {notification, QString::fromLatin1(event)});
    if (!row.next())
        return {};
    const QJsonObject found = travelling(row.value(0).toString(), row.value(1));
    row.finish();
    return found;
}

} // namespace carriel::op
