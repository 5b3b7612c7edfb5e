// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/activity/LogCheck.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/StrictJson.h"

#include <algorithm>

namespace carriel::evidence {

namespace {

constexpr qsizetype largestRecord = 64 * 1024;

QByteArray tagged(char tag, QByteArrayView bytes)
{
    QByteArray all(1, tag);
    all += bytes;
    return crypto::sha256(all);
}

} // namespace

QByteArray LogCheck::hashOf(QByteArrayView bytes)
{
    return tagged(0, bytes);
}

QByteArray LogCheck::startOf(const QString &log)
{
    return tagged(1, log.toUtf8());
}

QByteArray LogCheck::detailDigest(QByteArrayView detail)
{
    return tagged(2, detail);
}

bool LogReport::wholeAnchored() const
{
    return std::all_of(logs.begin(), logs.end(), [](const LogState &one) { return one.anchored == one.records; });
}

qint64 LogReport::records() const
{
    qint64 sum = 0;
    for (const LogState &one : logs)
        sum += one.records;
    return sum;
}

void LogCheck::anchor(const QString &log, qint64 seq, const QByteArray &head)
{
    m_anchors[log].insert(seq, head);
}

void LogCheck::add(const LogRecord &record)
{
    if (!m_logs.contains(record.log)) {
        m_order += record.log;
        Log fresh;
        fresh.state.log = record.log;
        fresh.prev = startOf(record.log);
        m_logs.insert(record.log, fresh);
    }
    Log &log = m_logs[record.log];
    if (!log.fault) {
        if (const QString reason = faultAfter(log.state.records, log.prev, record); !reason.isEmpty())
            log.fault = LogFault{record.log, log.state.records + 1, reason};
    }
    ++log.state.records;
    log.state.erased += record.detail ? 0 : 1;
    log.prev = log.state.head = hashOf(record.bytes);
    if (log.state.records == 1)
        log.state.first = record.bytes;
    log.state.last = record.bytes;
    const auto anchors = m_anchors.constFind(record.log);
    if (!log.fault && anchors != m_anchors.constEnd() && anchors->contains(record.seq)) {
        if (anchors->value(record.seq) != log.state.head)
            log.fault = LogFault{record.log, record.seq, QStringLiteral("not_as_anchored")};
        else
            log.state.anchored = record.seq;
    }
}

QString LogCheck::faultAfter(qint64 seq, const QByteArray &hash, const LogRecord &record)
{
    const qint64 expected = seq + 1;
    if (record.seq > expected)
        return QStringLiteral("missing");
    if (record.seq < expected)
        return QStringLiteral("inserted");
    const auto read = crypto::parseStrictObject(record.bytes, largestRecord);
    if (!read.ok() || read.value().value(QLatin1String("v")).toInt() != 1)
        return QStringLiteral("malformed");
    const QJsonObject &object = read.value();
    if (object.value(QLatin1String("log")).toString() != record.log)
        return QStringLiteral("foreign");
    if (object.value(QLatin1String("seq")).toInteger() != record.seq)
        return QStringLiteral("reordered");
    const auto said = [&](const char *name) {
        return crypto::fromBase64Url(object.value(QLatin1String(name)).toString().toLatin1()).valueOr({});
    };
    if (said("prev") != hash || (record.detail && said("detail") != detailDigest(*record.detail)))
        return QStringLiteral("altered");
    return {};
}

LogReport LogCheck::report() const
{
    LogReport out;
    for (const QString &name : m_order) {
        const Log &log = m_logs[name];
        out.logs += log.state;
        if (log.fault)
            out.faults += *log.fault;
    }
    // Anchored once, and not there any more.
    for (auto log = m_anchors.begin(); log != m_anchors.end(); ++log) {
        const bool told = std::any_of(out.faults.begin(), out.faults.end(),
                                      [&](const LogFault &one) { return one.log == log.key(); });
        const qint64 records = m_logs.value(log.key()).state.records;
        const QList<qint64> seqs = log.value().keys();
        const qint64 last = *std::max_element(seqs.begin(), seqs.end());
        if (!told && last > records)
            out.faults += LogFault{log.key(), records + 1, QStringLiteral("missing")};
    }
    return out;
}

} // namespace carriel::evidence
