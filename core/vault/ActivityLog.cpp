// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/ActivityLog.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace carriel::vault {

namespace {
QByteArray digest(char tag, QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(&tag, 1));
    hash.addData(bytes);
    return hash.result();
}

QString b64u(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

constexpr char recordTag = 0;
constexpr char logTag = 1;
constexpr char detailTag = 2;
} // namespace

ActivityLog::ActivityLog(Database &database, const Clock &clock, Random &random)
    : m_db(database), m_clock(clock), m_random(random)
{
}

Result<QString> ActivityLog::currentLog()
{
    Statement row = m_db.query("SELECT (SELECT value FROM profile_info WHERE key='device'),"
                               "coalesce((SELECT value FROM profile_info WHERE key='activity_epoch'),'1')");
    CARRIEL_TRY(const bool found, row.next());
    (void)found;
    // A vault without a device (a test, a salvage) still keeps a log.
    const QString device = row.isNull(0) ? QStringLiteral("local") : row.text(0);
    return QStringLiteral("dev:%1:%2").arg(device, row.text(1));
}

Outcome ActivityLog::add(const sync::ActivityEntry &entry)
{
    CARRIEL_TRY(const QString log, currentLog());
    qint64 seq = 1;
    QByteArray prev = digest(logTag, log.toUtf8());
    {
        Statement last = m_db.query("SELECT seq,hash FROM activity WHERE log=? ORDER BY seq DESC LIMIT 1", log);
        CARRIEL_TRY(const bool found, last.next());
        if (found) {
            seq = last.integer(0) + 1;
            prev = last.bytes(1);
        }
    }
    QString actor;
    {
        Statement row = m_db.query("SELECT value FROM profile_info WHERE key='person'");
        CARRIEL_TRY(const bool found, row.next());
        if (found)
            actor = row.text(0);
    }
    const QByteArray detail = QJsonDocument(QJsonObject{{QStringLiteral("salt"), b64u(m_random.bytes(16))},
                                                        {QStringLiteral("data"), entry.data}})
                                  .toJson(QJsonDocument::Compact);
    QJsonObject record{{QStringLiteral("v"), 1},
                       {QStringLiteral("log"), log},
                       {QStringLiteral("seq"), seq},
                       {QStringLiteral("prev"), b64u(prev)},
                       {QStringLiteral("at"), m_clock.nowUtc().toString(Qt::ISODate)},
                       {QStringLiteral("kind"), entry.kind},
                       {QStringLiteral("via"), log.section(QLatin1Char(':'), 0, 1)},
                       {QStringLiteral("detail"), b64u(digest(detailTag, detail))}};
    if (!actor.isEmpty())
        record.insert(QStringLiteral("actor"), actor);
    if (!entry.subject.isEmpty())
        record.insert(QStringLiteral("subject"), entry.subject);
    if (!entry.op.isEmpty())
        record.insert(QStringLiteral("op"), entry.op.text());
    const QByteArray bytes = QJsonDocument(record).toJson(QJsonDocument::Compact);
    return m_db.query("INSERT INTO activity(log,seq,bytes,hash,detail) VALUES(?,?,?,?,?)", log, seq, bytes,
                      digest(recordTag, bytes), detail)
        .run();
}

Outcome ActivityLog::take(const QString &log, qint64 seq, const QByteArray &bytes,
                          const std::optional<QByteArray> &detail)
{
    if (!detail)
        return m_db.query("INSERT INTO activity(log,seq,bytes,hash) VALUES(?,?,?,?)", log, seq, bytes,
                          digest(recordTag, bytes))
            .run();
    return m_db.query("INSERT INTO activity(log,seq,bytes,hash,detail) VALUES(?,?,?,?,?)", log, seq, bytes,
                      digest(recordTag, bytes), *detail)
        .run();
}

Result<QByteArray> ActivityLog::hashAt(const QString &log, qint64 seq)
{
    Statement row = m_db.query("SELECT hash FROM activity WHERE log=? AND seq=?", log, seq);
    CARRIEL_TRY(const bool found, row.next());
    return found ? row.bytes(0) : QByteArray();
}

Result<ActivityLog::Verdict> ActivityLog::verify(Database &database, const QString &log)
{
    Verdict verdict;
    const auto fault = [&](qint64 seq, const QString &reason) {
        verdict.intact = false;
        verdict.badSeq = seq;
        verdict.reason = reason;
        return verdict;
    };
    QByteArray prev = digest(logTag, log.toUtf8());
    Statement row = database.query("SELECT seq,bytes,hash,detail FROM activity WHERE log=? ORDER BY seq", log);
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return verdict;
        const qint64 seq = ++verdict.records;
        if (row.integer(0) != seq)
            return fault(seq, QStringLiteral("missing"));
        const QByteArray bytes = row.bytes(1);
        const QJsonObject record = QJsonDocument::fromJson(bytes).object();
        if (digest(recordTag, bytes) != row.bytes(2))
            return fault(seq, QStringLiteral("altered"));
        if (record.value(QLatin1String("prev")).toString() != b64u(prev) || record.value(QLatin1String("log")).toString() != log
            || record.value(QLatin1String("seq")).toInteger() != seq)
            return fault(seq, QStringLiteral("reordered"));
        if (!row.isNull(3) && record.value(QLatin1String("detail")).toString() != b64u(digest(detailTag, row.bytes(3))))
            return fault(seq, QStringLiteral("altered"));
        prev = row.bytes(2);
    }
}

} // namespace carriel::vault
