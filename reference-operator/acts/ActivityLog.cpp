// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/ActivityLog.h"

#include "reference-operator/Devices.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "reference-operator/Problem.h"

#include <QRegularExpression>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView event("urn:carpeta:event:Checkpoint");

struct Head
{
    qint64 seq = 0;
    QString hash; // base64url
};

QString tagged(char tag, const QByteArray &bytes)
{
    return QString::fromLatin1(b64u(sha256(QByteArray(QByteArray(1, tag) + bytes))));
}

QString logOf(const QString &folder)
{
    return u"op:"_s + folder;
}

Head headOf(Connection &c, const QString &folder)
{
    Head head{0, tagged(1, logOf(folder).toUtf8())};
    QSqlQuery &row = c.run(u"SELECT seq, hash FROM activity WHERE folder = ? ORDER BY seq DESC LIMIT 1"_s, {folder});
    if (row.next())
        head = {row.value(0).toLongLong(), row.value(1).toString()};
    row.finish();
    return head;
}

QString hashAt(Connection &c, const QString &folder, qint64 seq)
{
    if (seq == 0)
        return tagged(1, logOf(folder).toUtf8());
    return c.one(u"SELECT hash FROM activity WHERE folder = ? AND seq = ?"_s, {folder, seq}).toString();
}

// The last head of each log that was ever told.
QJsonArray headsOf(Connection &c, const QString &folder, const QString &log, const Head &now)
{
    QJsonArray out;
    QSqlQuery &row =
        c.run(u"SELECT DISTINCT k.log, k.seq, k.head FROM checkpoints k WHERE k.folder = ? AND k.log <> ? AND k.seq ="
              u" (SELECT MAX(o.seq) FROM checkpoints o WHERE o.folder = k.folder AND o.log = k.log)"
              u" ORDER BY k.log"_s,
              {folder, log});
    while (row.next())
        out.append(QJsonObject{{u"log"_s, row.value(0).toString()},
                               {u"seq"_s, row.value(1).toLongLong()},
                               {u"head"_s, row.value(2).toString()}});
    row.finish();
    out.append(QJsonObject{{u"log"_s, log}, {u"seq"_s, now.seq}, {u"head"_s, now.hash}});
    return out;
}

Problem fork(const char *side, const Head &last)
{
    return Problem("log_fork")
        .with("side", QString::fromLatin1(side))
        .with("last", QJsonObject{{u"seq"_s, last.seq}, {u"head"_s, last.hash}});
}

// How far the operator's own record is named by the last checkpoint of this folder.
qint64 anchored(Connection &c, const QString &folder)
{
    const auto last = parseJws(c.one(u"SELECT jws FROM checkpoints WHERE folder = ? ORDER BY n DESC LIMIT 1"_s, {folder}).toString().toLatin1());
    return last ? last->payload.value("events"_L1).toObject().value(event).toObject().value("op_seq"_L1).toInteger() : 0;
}

QJsonObject travelling(const QString &jws)
{
    return {{u"checkpoint"_s, QJsonObject{{u"jws"_s, jws}, {u"tst"_s, QJsonValue()}}}};
}

// What the device says of its log must be its own word, about the very head that is told.
QJsonObject readStatement(Connection &c, const QString &folder, const QString &log, const Head &told,
                          const QByteArray &text)
{
    static const QRegularExpression form(u"^dev:([A-Za-z0-9_-]{1,64}):[1-9][0-9]{0,8}$"_s);
    const auto invalid = [](const char *reason) {
        return Problem("statement_invalid").with("reason", QString::fromLatin1(reason));
    };
    const auto named = form.match(log);
    const auto jws = parseJws(text);
    if (!named.hasMatch() || told.seq < 1 || fromB64u(told.hash.toLatin1()).value_or(QByteArray()).size() != 32)
        throw invalid("log");
    if (!jws || jws->typ() != u"carpeta-head+json")
        throw invalid("form");
    const QJsonObject device = deviceJson(c, folder, named.captured(1));
    if (device.value("state"_L1).toString() != u"active"_s)
        throw Problem("device_revoked");
    if (!verifies(*jws, keyFromJwk(device.value("ds"_L1).toObject())))
        throw invalid("signature");
    const QJsonObject &p = jws->payload;
    if (p.value("log"_L1).toString() != log || p.value("seq"_L1).toInteger() != told.seq ||
        p.value("head"_L1).toString() != told.hash)
        throw invalid("head");
    return p;
}

} // namespace

void recordActivity(Connection &c, const QString &folder, const ActivityEntry &entry)
{
    c.one(QString(u"SELECT id FROM folders WHERE id = ?"_s + c.forUpdate()), {folder});
    const Head before = headOf(c, folder);
    const QByteArray detail =
        compact({{u"salt"_s, QString::fromLatin1(b64u(randomBytes(16)))}, {u"data"_s, entry.data}});
    QJsonObject record{
        {u"v"_s, 1},          {u"log"_s, logOf(folder)}, {u"seq"_s, before.seq + 1}, {u"prev"_s, before.hash},
        {u"at"_s, nowText()}, {u"kind"_s, entry.kind},   {u"via"_s, u"operator"_s},  {u"detail"_s, tagged(2, detail)}};
    for (const auto &[name, value] :
         {std::pair{u"actor"_s, entry.actor}, {u"subject"_s, entry.subject}, {u"op"_s, entry.op}}) {
        if (!value.isEmpty())
            record.insert(name, value);
    }
    const QByteArray bytes = compact(record);
    c.change(u"INSERT INTO activity(folder, seq, bytes, detail, hash) VALUES(?, ?, ?, ?, ?)"_s,
             {folder, before.seq + 1, QString::fromUtf8(bytes), QString::fromUtf8(detail), tagged(0, bytes)});
}

QByteArray activityHead(Connection &c, const QString &folder)
{
    const Head head = headOf(c, folder);
    qint64 n = 0;
    QByteArray digest;
    QSqlQuery &row = c.run(u"SELECT n, jws FROM checkpoints WHERE folder = ? ORDER BY n DESC LIMIT 1"_s, {folder});
    if (row.next()) {
        n = row.value(0).toLongLong();
        digest = b64u(sha256(row.value(1).toString().toLatin1()));
    }
    row.finish();
    return QByteArray::number(head.seq) + ':' + head.hash.toLatin1() + ':' + QByteArray::number(n) + ':' + digest;
}

QJsonObject activityPage(Connection &c, const QString &folder, qint64 from, qint64 limit)
{
    QJsonArray list;
    QSqlQuery &row = c.run(u"SELECT bytes, detail FROM activity WHERE folder = ? AND seq >= ? ORDER BY seq LIMIT ?"_s,
                           {folder, from, limit});
    while (row.next())
        list.append(
            QJsonObject{{u"bytes"_s, QString::fromLatin1(b64u(row.value(0).toString().toUtf8()))},
                        {u"detail"_s, row.value(1).isNull() ? QJsonValue() : QJsonValue(row.value(1).toString())}});
    row.finish();
    const Head head = headOf(c, folder);
    return {{u"records"_s, list}, {u"seq"_s, head.seq}, {u"head"_s, head.hash}};
}

QJsonObject checkpointsPage(Connection &c, const QString &folder, qint64 from, qint64 limit)
{
    QJsonArray list;
    QSqlQuery &row = c.run(u"SELECT jws, statement FROM checkpoints WHERE folder = ? AND n >= ? ORDER BY n LIMIT ?"_s,
                           {folder, from, limit});
    while (row.next())
        list.append(QJsonObject{
            {u"jws"_s, row.value(0).toString()}, {u"tst"_s, QJsonValue()}, {u"statement"_s, row.value(1).toString()}});
    row.finish();
    return {{u"checkpoints"_s, list}};
}

QJsonObject makeCheckpoint(Connection &c, const Config &config, const OperatorKeys &keys, const QString &folder,
                           const QJsonObject &body)
{
    c.one(QString(u"SELECT id FROM folders WHERE id = ?"_s + c.forUpdate()), {folder});
    const QString log = body.value("log"_L1).toString();
    const Head told{body.value("seq"_L1).toInteger(), body.value("head"_L1).toString()};
    const QByteArray statement = body.value("statement"_L1).toString().toLatin1();
    const QJsonObject said = readStatement(c, folder, log, told, statement);

    Head last;
    QString lastJws;
    QSqlQuery &row =
        c.run(u"SELECT seq, head, jws FROM checkpoints WHERE folder = ? AND log = ? ORDER BY seq DESC, n DESC LIMIT 1"_s,
              {folder, log});
    if (row.next()) {
        last = {row.value(0).toLongLong(), row.value(1).toString()};
        lastJws = row.value(2).toString();
    }
    row.finish();
    const bool same = told.seq == last.seq && told.hash == last.hash;
    if (same && anchored(c, folder) == headOf(c, folder).seq) // nothing is new on either side
        return travelling(lastJws);
    if (!same && told.seq <= last.seq) // a restored copy of the device's vault, or a second one
        throw fork("device", last);
    const Head own = headOf(c, folder);
    const qint64 seen = said.value("op_seq_seen"_L1).toInteger();
    if (seen > own.seq || hashAt(c, folder, seen) != said.value("op_head_seen"_L1).toString())
        throw fork("operator", own); // the device knows records of ours that are not here

    qint64 n = 1;
    QString prev;
    QSqlQuery &before = c.run(u"SELECT n, jws FROM checkpoints WHERE folder = ? ORDER BY n DESC LIMIT 1"_s, {folder});
    if (before.next()) {
        n = before.value(0).toLongLong() + 1;
        prev = QString::fromLatin1(b64u(sha256(before.value(1).toString().toLatin1())));
    }
    before.finish();
    QJsonObject checkpoint{{u"n"_s, n},
                           {u"log"_s, log},
                           {u"seq"_s, told.seq},
                           {u"head"_s, told.hash},
                           {u"statement_sha256"_s, QString::fromLatin1(b64u(sha256(statement)))},
                           {u"op_seq"_s, own.seq},
                           {u"op_head"_s, own.hash},
                           {u"heads"_s, headsOf(c, folder, log, told)}};
    if (n > 1)
        checkpoint.insert(u"prev"_s, prev);
    const QString jws =
        QString::fromLatin1(keys.sign(u"secevent+jwt"_s, {{u"iss"_s, config.api()},
                                                          {u"jti"_s, newId()},
                                                          {u"iat"_s, nowSeconds()},
                                                          {u"txn"_s, folder},
                                                          {u"events"_s, QJsonObject{{QString(event), checkpoint}}}}));
    c.change(u"INSERT INTO checkpoints(folder, n, log, seq, head, statement, jws) VALUES(?, ?, ?, ?, ?, ?, ?)"_s,
             {folder, n, log, told.seq, told.hash, QString::fromLatin1(statement), jws});
    return travelling(jws);
}

} // namespace carriel::op
