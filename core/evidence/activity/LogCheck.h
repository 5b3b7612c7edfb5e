// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a record of activity is as it was written. Each log is a chain: hash(r) = SHA-256(0x00 ‖ bytes), `prev` = the
// hash before it, of the first SHA-256(0x01 ‖ log); `detail` = SHA-256(0x02 ‖ detail). A detail may be erased, a record
// may not. What is anchored (a head that the other side signed) cannot be rewritten without a trace; of what comes
// after the last anchor the end can be cut. It proves that nothing was changed, never that everything was told. One
// pass, whatever the number. Thread: any, one at a time.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <optional>

namespace carriel::evidence {

struct LogRecord
{
    QString log;
    qint64 seq = 0;
    QByteArray bytes;
    std::optional<QByteArray> detail; // erased without
};

struct LogFault
{
    QString log;
    qint64 seq = 0;
    QString reason; // altered, missing, inserted, reordered, foreign, not_as_anchored, malformed
};

struct LogState
{
    QString log;
    qint64 records = 0;
    qint64 erased = 0;
    qint64 anchored = 0; // the last record that an anchor covers
    QByteArray head;     // hash of the last record
    QByteArray first, last; // the records themselves, as they came
};

struct LogReport
{
    QList<LogState> logs;
    QList<LogFault> faults; // the first of each log
    bool intact() const { return faults.isEmpty(); }
    bool wholeAnchored() const;
    qint64 records() const;
};

class LogCheck
{
public:
    // Before the records: what record `seq` of the log must hash to.
    void anchor(const QString &log, qint64 seq, const QByteArray &head);
    // Those of one log in their order; the logs in any.
    void add(const LogRecord &record);
    LogReport report() const;

    // Why a record does not continue the chain that ends so; empty: it does.
    static QString faultAfter(qint64 seq, const QByteArray &hash, const LogRecord &record);
    static QByteArray hashOf(QByteArrayView bytes);
    static QByteArray startOf(const QString &log);
    static QByteArray detailDigest(QByteArrayView detail);

private:
    struct Log
    {
        LogState state;
        QByteArray prev;
        std::optional<LogFault> fault;
    };
    QList<QString> m_order;
    QHash<QString, Log> m_logs;
    QHash<QString, QHash<qint64, QByteArray>> m_anchors;
};

} // namespace carriel::evidence
