// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/CountRound.h"

#include "core/services/EngineHost.h"
#include "core/vault/Settings.h"

#include <QTimeZone>

namespace carriel {

static constexpr auto provedKey = "operator.proved";

std::optional<LastProof> lastProof(vault::Database &database)
{
    const QStringList parts = vault::Settings(database).value(QLatin1String(provedKey)).split(u' ');
    if (parts.size() != 2)
        return std::nullopt;
    return LastProof{parts.at(1).toInt(), QDateTime::fromSecsSinceEpoch(parts.at(0).toLongLong(), QTimeZone::utc())};
}

namespace {
constexpr qint64 every = 2 * 60; // seconds
constexpr int proofs = 100; // at once: one request
constexpr auto key = "operator.counted";

qint64 nowOf(EngineHost &host) { return host.clock().nowUtc().toSecsSinceEpoch(); }

void note(EngineHost &host)
{
    // Not noted, it is asked again by the next round.
    (void)vault::Settings(host.store().database()).set(QLatin1String(key), QString::number(nowOf(host)));
}

void noteProof(EngineHost &host, const sync::AuditReport &report)
{
    const QString text = QStringLiteral("%1 %2").arg(nowOf(host)).arg(std::max<qsizetype>(0, report.checked - report.items.size()));
    (void)vault::Settings(host.store().database()).set(QLatin1String(provedKey), text); // a word for the person, no more
}

// The first round of all only notes the time: what matters more comes first.
bool isDue(EngineHost &host)
{
    const QString last = vault::Settings(host.store().database()).value(QLatin1String(key));
    const qint64 passed = nowOf(host) - last.toLongLong();
    if (last.isEmpty())
        note(host);
    return !last.isEmpty() && (passed < 0 || passed >= every);
}
} // namespace

void countIfDue(EngineHost &host, const sync::Status &round, std::function<void(const sync::Status &)> goOn)
{
    if (round.phase != sync::Phase::UpToDate || !isDue(host))
        return goOn(round);
    sync::Audit check;
    check.sample = proofs;
    check.mostBytes = 0; // nothing is moved for it: a command does not wait for that
    host.engine()->verify(check, [&host, round, goOn](const sync::AuditReport &report) {
        if (report.complete && !report.uncounted)
            note(host);
        if (report.complete)
            noteProof(host, report);
        if (report.countDiffers && host.engine())
            return host.engine()->syncOnce(goOn); // its list is read to the end, and what it lacks is told
        sync::Status now = round;
        if (host.engine()) { // what was found since
            const sync::Status found = host.engine()->status();
            now.alarms = found.alarms;
            now.conflicts = found.conflicts;
        }
        goOn(now);
    });
}

} // namespace carriel
