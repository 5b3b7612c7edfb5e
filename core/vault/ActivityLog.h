// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// This device's chain of records (acts.md of the protocol: "Activity log"): hash(r) = SHA-256(0x00 ‖ bytes), prev = the hash
// before it or SHA-256(0x01 ‖ log id), detail = SHA-256(0x02 ‖ detail bytes). Bytes are kept as they were written.
// Thread: the engine's.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/sync/Rows.h"
#include "core/vault/Database.h"

namespace carriel::vault {

class ActivityLog
{
public:
    ActivityLog(Database &database, const Clock &clock, Random &random);

    // Inside the transaction of the act it tells. The log's name, actor and device come from profile_info.
    Outcome add(const sync::ActivityEntry &entry);

    struct Verdict {
        bool intact = true;
        qint64 records = 0;
        qint64 badSeq = 0;   // the first that does not hold
        QString reason;      // missing, altered, reordered
    };
    // One pass over a whole log. Erased details are no fault.
    static Result<Verdict> verify(Database &database, const QString &log);
    // A record of another log, as its writer sent it. It has been checked against the last one that is here.
    Outcome take(const QString &log, qint64 seq, const QByteArray &bytes, const std::optional<QByteArray> &detail);
    Result<QByteArray> hashAt(const QString &log, qint64 seq); // empty: it is not here
    Result<QString> currentLog(); // "dev:<device>:<epoch>"

private:
    Database &m_db;
    const Clock &m_clock;
    Random &m_random;
};

} // namespace carriel::vault
