// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/CountRound.h"

#include "core/services/EngineHost.h"
#include "core/vault/Settings.h"

namespace carriel {

namespace {
constexpr qint64 every = 6 * 60 * 60; // seconds
constexpr auto key = "operator.counted";

qint64 nowOf(EngineHost &host) { return host.clock().nowUtc().toSecsSinceEpoch(); }

void note(EngineHost &host)
{
    // Not noted, it is asked again by the next round.
    (void)vault::Settings(host.store().database()).set(QLatin1String(key), QString::number(nowOf(host)));
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
    sync::Audit count;
    count.sample = 0; // bytes are fetched for a proof that is not here; a command does not wait for that
    host.engine()->verify(count, [&host, round, goOn](const sync::AuditReport &report) {
        if (report.complete && !report.uncounted)
            note(host);
        if (report.countDiffers && host.engine())
            host.engine()->syncOnce(goOn); // its list is read to the end, and what it lacks is told
        else
            goOn(round);
    });
}

} // namespace carriel
