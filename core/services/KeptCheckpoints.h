// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What this vault keeps of the operator's checkpoints and of what they say of its logs (docs/ACTIVITY.md). Private to
// core/services. Thread: the connection's.
#pragma once

#include "core/base/Clock.h"
#include "core/evidence/activity/Checkpoint.h"
#include "core/vault/ActivityLog.h"
#include "core/vault/Database.h"

#include <functional>

namespace carriel {

// Names in profile_info.
inline constexpr const char *activityAlarmFact = "activity_alarm";
inline constexpr const char *activityAlarmsFact = "activity_alarms"; // every reason that was met, a line each
inline constexpr const char *activityNotedFact = "activity_alarm_noted"; // when the person took note of it, UTC
inline constexpr const char *activityEpochFact = "activity_epoch";
inline constexpr const char *activityToldFact = "activity_told"; // LOG SEQ: how far the operator said that its record goes
inline constexpr const char *activityLookedFact = "activity_looked"; // the last checkpoint that was compared with the own log

// Where a log ends here; of one that is not here, its start.
Result<evidence::LogHead> lastOf(vault::Database &database, const QString &log);
Result<std::optional<evidence::Checkpoint>> lastCheckpoint(vault::Database &database);
Result<QByteArray> newestCheckpoint(vault::Database &database); // as signed; empty: there is none
QByteArray checkpointDigest(vault::Database &database, qint64 n); // empty: it is not here
// Kept under its number, as what it is: a receipt of the operator.
Outcome keepCheckpoint(vault::Database &database, qint64 n, const QByteArray &jws, const QDateTime &nowUtc);
// Remembers the key that signed; false: under its name another one has signed before.
Result<bool> keepCheckpointKey(vault::Database &database, const crypto::PublicKey &key, const QByteArray &kid);

// What an operator signed of this vault's logs: [(log, seq, hash)], from the checkpoints that are kept. Of the logs
// that are in this vault, without the ends that were lost when a copy of it was put back.
Result<QList<evidence::LogHead>> anchorsIn(vault::Database &database);
// Each of the operator's checkpoints that is kept, oldest first, and the keys that signed them as a JWKS.
Outcome eachCheckpoint(vault::Database &database, const std::function<void(const QByteArray &jws)> &told);
// How far the last checkpoint goes in which this log was told; 0: in none. There are years of them: those before are not read.
Result<qint64> toldOf(vault::Database &database, const QString &log);
// The last epoch of this computer's log under which another history was told than is here; 0: none. Read from what is kept and
// was not looked at before (lookedAt), so that an end between taking checkpoints in and going on under the next name loses nothing.
Result<int> toldElsewhere(vault::Database &database, vault::ActivityLog &log);
Outcome lookedAt(vault::Database &database);
QByteArray checkpointKeys(vault::Database &database);
// Why the operator's record is not believed any more; empty: it is.
QString activityAlarm(vault::Database &database);
// When the person said that it was seen; invalid: it asks for it still.
QDateTime activityAlarmNoted(vault::Database &database);
Outcome noteActivityAlarm(vault::Database &database, const Clock &clock);
// Met now. True: it is told anew, for the first time or after the person took note of another.
Result<bool> raiseActivityAlarm(vault::Database &database, const QString &reason);
// How many entries the operator says that it has and that are not here yet.
Result<qint64> activityBehind(vault::Database &database);

} // namespace carriel
