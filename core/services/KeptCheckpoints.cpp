// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/KeptCheckpoints.h"

#include "core/evidence/activity/LogForks.h"
#include "core/evidence/records/Statements.h"
#include "core/services/ActRecord.h"
#include "core/vault/Settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace carriel {

using evidence::Checkpoint;
using evidence::LogCheck;
using evidence::LogHead;

namespace {

constexpr const char *receiptName = "checkpoint:";
constexpr const char *keysFact = "checkpoint_keys"; // JWKS: every key that signed one of them

QString nameOf(qint64 n)
{
    return QString::fromLatin1(receiptName) + QString::number(n).rightJustified(12, u'0');
}

// The first records of all logs of computers, where it is said what they continue.
Result<evidence::LogForks> forksIn(vault::Database &database)
{
    evidence::LogForks forks;
    vault::Statement row = database.query("SELECT log,seq,bytes,detail FROM activity WHERE seq=1 AND log LIKE 'dev:%'");
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return forks;
        forks.add({row.text(0), row.integer(1), row.bytes(2), row.isNull(3) ? std::nullopt : std::optional(row.bytes(3))});
    }
}

} // namespace

Result<LogHead> lastOf(vault::Database &database, const QString &log)
{
    LogHead head{log, 0, LogCheck::startOf(log)};
    vault::Statement row = database.query("SELECT seq,hash FROM activity WHERE log=? ORDER BY seq DESC LIMIT 1", log);
    CARRIEL_TRY(const bool found, row.next());
    if (found)
        head = {log, row.integer(0), row.bytes(1)};
    return head;
}

Result<std::optional<Checkpoint>> lastCheckpoint(vault::Database &database)
{
    CARRIEL_TRY(const QByteArray jws, newestCheckpoint(database));
    if (jws.isEmpty())
        return std::optional<Checkpoint>();
    CARRIEL_TRY(Checkpoint last, evidence::readCheckpoint(jws));
    return std::optional(std::move(last));
}

Result<QByteArray> newestCheckpoint(vault::Database &database)
{
    vault::Statement row = database.query("SELECT jws FROM receipt WHERE id GLOB 'checkpoint:*' ORDER BY id DESC LIMIT 1");
    CARRIEL_TRY(const bool found, row.next());
    return found ? row.text(0).toLatin1() : QByteArray();
}

QByteArray checkpointDigest(vault::Database &database, qint64 n)
{
    vault::Statement row = database.query("SELECT jws FROM receipt WHERE id=?", nameOf(n));
    return row.next().valueOr(false) ? evidence::digestOf(row.text(0).toLatin1()) : QByteArray();
}

Outcome keepCheckpoint(vault::Database &database, qint64 n, const QByteArray &jws, const QDateTime &nowUtc)
{
    const QString name = nameOf(n);
    return database
        .query("INSERT INTO receipt(id,op_key,jws,stored) VALUES(?,?,?,?)", name, name, QString::fromLatin1(jws),
               nowUtc.toMSecsSinceEpoch())
        .run();
}

Result<bool> keepCheckpointKey(vault::Database &database, const crypto::PublicKey &key, const QByteArray &kid)
{
    vault::ProfileFacts facts(database);
    QJsonArray keys = QJsonDocument::fromJson(checkpointKeys(database)).object().value(QLatin1String("keys")).toArray();
    QJsonObject jwk = key.toJwk();
    jwk.insert(QStringLiteral("kid"), QString::fromLatin1(kid));
    for (const QJsonValue &one : std::as_const(keys)) {
        if (one.toObject().value(QLatin1String("kid")) == jwk.value(QLatin1String("kid")))
            return one.toObject() == jwk;
    }
    keys.append(jwk);
    CARRIEL_CHECK(facts.set(QString::fromLatin1(keysFact),
                            QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}})
                                                  .toJson(QJsonDocument::Compact))));
    return true;
}

QString activityAlarm(vault::Database &database)
{
    return vault::ProfileFacts(database).value(QString::fromLatin1(activityAlarmFact));
}

QDateTime activityAlarmNoted(vault::Database &database)
{
    return QDateTime::fromString(vault::ProfileFacts(database).value(QString::fromLatin1(activityNotedFact)), Qt::ISODateWithMs);
}

Outcome noteActivityAlarm(vault::Database &database, const Clock &clock)
{
    vault::ProfileFacts facts(database);
    const QString reason = facts.value(QString::fromLatin1(activityAlarmFact));
    if (reason.isEmpty() || activityAlarmNoted(database).isValid())
        return {};
    return database.transact([&]() -> Outcome {
        CARRIEL_CHECK(facts.set(QString::fromLatin1(activityNotedFact), clock.nowUtc().toString(Qt::ISODateWithMs)));
        return recordAct(database, clock, {QStringLiteral("operator.alarm_noted"), {}, reason, {}});
    });
}

Result<bool> raiseActivityAlarm(vault::Database &database, const QString &reason)
{
    vault::ProfileFacts facts(database);
    const QString standing = facts.value(QString::fromLatin1(activityAlarmFact));
    const QString met = QString::fromLatin1(activityAlarmsFact);
    QStringList reasons = facts.value(met).split(u'\n', Qt::SkipEmptyParts);
    if (reason == standing || reasons.contains(reason)) // the same break is met again with every round
        return false;
    reasons.append(reason);
    CARRIEL_CHECK(facts.set(met, reasons.join(u'\n')));
    if (!standing.isEmpty() && !activityAlarmNoted(database).isValid())
        return false; // what comes after follows from the first
    CARRIEL_CHECK(facts.set(QString::fromLatin1(activityAlarmFact), reason));
    CARRIEL_CHECK(facts.set(QString::fromLatin1(activityNotedFact), {}));
    return true;
}

Result<qint64> activityBehind(vault::Database &database)
{
    const QString told = vault::ProfileFacts(database).value(QString::fromLatin1(activityToldFact));
    if (told.isEmpty())
        return qint64(0);
    CARRIEL_TRY(const LogHead here, lastOf(database, told.section(u' ', 0, 0)));
    return std::max<qint64>(0, told.section(u' ', 1).toLongLong() - here.seq);
}

QByteArray checkpointKeys(vault::Database &database)
{
    return vault::ProfileFacts(database).value(QString::fromLatin1(keysFact)).toUtf8();
}

Outcome eachCheckpoint(vault::Database &database, const std::function<void(const QByteArray &jws)> &told)
{
    vault::Statement row = database.query("SELECT jws FROM receipt WHERE id GLOB 'checkpoint:*' ORDER BY id");
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return {};
        told(row.text(0).toLatin1());
    }
}

Result<qint64> toldOf(vault::Database &database, const QString &log)
{
    vault::Statement row = database.query("SELECT jws FROM receipt WHERE id GLOB 'checkpoint:*' ORDER BY id DESC");
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return qint64(0);
        CARRIEL_TRY(const Checkpoint one, evidence::readCheckpoint(row.text(0).toLatin1()));
        if (one.told.log == log)
            return one.told.seq;
    }
}

Result<int> toldElsewhere(vault::Database &database, vault::ActivityLog &log)
{
    using evidence::LogForks;
    CARRIEL_TRY(const QString current, log.currentLog());
    const qint64 looked = vault::ProfileFacts(database).value(QString::fromLatin1(activityLookedFact)).toLongLong();
    vault::Statement row = database.query("SELECT jws FROM receipt WHERE id GLOB 'checkpoint:*' AND id>?", nameOf(looked));
    int last = 0;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return last;
        CARRIEL_TRY(const Checkpoint one, evidence::readCheckpoint(row.text(0).toLatin1()));
        const int epoch = LogForks::epochOf(one.told.log);
        if (LogForks::stemOf(one.told.log) != LogForks::stemOf(current) || epoch < LogForks::epochOf(current))
            continue;
        CARRIEL_TRY(const QByteArray here, log.hashAt(one.told.log, one.told.seq));
        if (here != one.told.hash)
            last = std::max(last, epoch);
    }
}

Outcome lookedAt(vault::Database &database)
{
    CARRIEL_TRY(const auto last, lastCheckpoint(database));
    const QString n = QString::number(last ? last->n : 0);
    vault::ProfileFacts facts(database);
    const QString fact = QString::fromLatin1(activityLookedFact);
    return facts.value(fact) == n ? Outcome() : facts.set(fact, n);
}

Result<QList<LogHead>> anchorsIn(vault::Database &database)
{
    const vault::ProfileFacts facts(database);
    const QString own = QStringLiteral("dev:%1:").arg(facts.value(QStringLiteral("device")));
    const QString current = own + QString::number(qMax(1, facts.value(QString::fromLatin1(activityEpochFact)).toInt()));
    CARRIEL_TRY(const evidence::LogForks forks, forksIn(database));
    QList<LogHead> out;
    vault::Statement row = database.query("SELECT jws FROM receipt WHERE id GLOB 'checkpoint:*' ORDER BY id");
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out + forks.endsUnder(out);
        CARRIEL_TRY(const Checkpoint one, evidence::readCheckpoint(row.text(0).toLatin1()));
        if (one.own.seq > 0)
            out += one.own;
        CARRIEL_TRY(const LogHead here, lastOf(database, one.told.log));
        // Those of other devices are in their vaults. And where this one was put back from a copy, the end of the log
        // that it had is lost: the next epoch begins with a record that says so.
        const qint64 end = std::min(here.seq, forks.endOf(one.told.log).value_or(here.seq));
        const bool forked = one.told.log.startsWith(own) && one.told.log != current && one.told.seq > end;
        if (!forked && (here.seq > 0 || one.told.log.startsWith(own)))
            out += one.told;
    }
}

} // namespace carriel
