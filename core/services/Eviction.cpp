// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Eviction.h"

#include "core/services/EngineHost.h"
#include "core/services/StorageErrors.h"
#include "core/vault/StorageQuery.h"

#include <QTimer>
#include <memory>

namespace carriel {

namespace {
using namespace std::chrono_literals;
constexpr qsizetype atOnce = 100; // documents asked about in one check
constexpr auto lookEvery = 500ms;

struct Round
{
    EngineHost &host;
    QList<vault::Freeable> left;
    QSet<ItemId> together; // bytes that two of them share may go with both
    qint64 freed = 0;
    QSet<ItemId> last; // which the operator could not show
    std::function<void(Result<qint64>)> done;
    bool over = false;
};
using RoundPtr = std::shared_ptr<Round>;

void finish(const RoundPtr &round, const Outcome &outcome)
{
    if (std::exchange(round->over, true))
        return;
    const Outcome released = round->freed > 0 && round->host.isOpen() ? round->host.store().releaseSpace() : Outcome();
    if (!outcome.ok())
        round->done(outcome.error());
    else if (!released.ok())
        round->done(released.error());
    else if (!round->last.isEmpty())
        round->done(Error{errors::lastCopy, {{QStringLiteral("count"), int(round->last.size())}}, {}});
    else
        round->done(round->freed);
}

// Each by the guard of the edits, which knows what the check has found.
Outcome evict(Round &round, const QList<vault::Freeable> &proved)
{
    for (const vault::Freeable &one : proved) {
        CARRIEL_TRY(const bool gone, round.host.edits().evict(one.item, round.together));
        round.freed += gone ? one.size : 0;
    }
    return {};
}

void next(const RoundPtr &round)
{
    if (round->left.isEmpty())
        return finish(round, {});
    if (!round->host.isOpen() || !round->host.engine())
        return finish(round, Error{errors::notProved, {}, {}});
    const QList<vault::Freeable> asked = round->left.first(std::min(atOnce, round->left.size()));
    round->left.remove(0, asked.size());
    sync::Audit check;
    for (const vault::Freeable &one : asked)
        check.items += one.item;
    round->host.engine()->verify(check, [round, asked](const sync::AuditReport &report) {
        if (round->over)
            return;
        if (!report.complete || !round->host.isOpen())
            return finish(round, Error{errors::notProved, {}, {}});
        for (const ItemId &one : report.items)
            round->last.insert(one);
        const Outcome given = evict(*round, asked);
        given.ok() ? next(round) : finish(round, given);
    });
}

// An operator that says nothing, or is no longer ours, is not waited for.
void leaveTheSilent(const RoundPtr &round)
{
    if (round->over)
        return;
    auto *watch = new QTimer(&round->host);
    QObject::connect(watch, &QTimer::timeout, watch, [round, watch] {
        const bool reached = round->host.isOpen() && round->host.engine() && !round->host.engine()->status().silentSinceUtc.isValid();
        if (!reached)
            finish(round, Error{errors::notProved, {}, {}});
        if (round->over)
            watch->deleteLater();
    });
    watch->start(lookEvery);
}
} // namespace

void freeUnkept(EngineHost &host, const ItemId &under, std::function<void(Result<qint64>)> done)
{
    const auto candidates = vault::StorageQuery(host.store().database()).freeable(under);
    if (!candidates.ok())
        return done(candidates.error());
    const auto round = std::make_shared<Round>(Round{host, candidates.value(), {}, 0, {}, std::move(done)});
    for (const vault::Freeable &one : std::as_const(round->left))
        round->together.insert(one.item);
    next(round);
    leaveTheSilent(round);
}

} // namespace carriel
