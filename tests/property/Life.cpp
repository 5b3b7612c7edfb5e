// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/Life.h"

#include "core/sync/Held.h"
#include "core/sync/SyncErrors.h"

namespace carriel::property {

using namespace sync;
using namespace sim;
using namespace std::chrono_literals;

Life::Life(const Story &story) : m_story(story), m_world(story.seed, story.clients)
{
    SimRandom random(story.seed * 31 + 5);
    Limits &limits = m_world.server.limits;
    limits.pageMax = 1 + int(random.below(8));
    limits.batchMax = 1 + int(random.below(6));
    limits.bundlePartMax = 64;
    limits.bundleParts = 1 + int(random.below(5));
    limits.appendMax = 65536;
    limits.parallel = 2 + int(random.below(6));
    m_world.server.stepUpForPurge = random.chance(20);
    m_world.server.namesEpoch = random.chance(80);
}

void Life::play(const Step &step)
{
    SimClient &client = m_world.client(step.client % int(m_world.clients.size()));
    if (client.crashed) {
        client.boot();
        client.engine->start();
        say(QStringLiteral("client %1: starts again").arg(step.client));
    }
    const At at{client, step};
    const bool done = edit(at) || decide(at) || trouble(at);
    say(QStringLiteral("client %1: %2 %3").arg(step.client).arg(QLatin1String(step.verb), done ? QString() : QStringLiteral("(nothing to do)")));
    if (client.engine && !client.crashed)
        client.engine->wake();
    if (m_story.calm)
        rest();
    else if (step.wait > 0)
        m_world.run(std::chrono::milliseconds(step.wait));
    checkSafety();
}

QStringList Life::run()
{
    m_world.setFaults(m_story.faults);
    for (const auto &client : m_world.clients)
        client->engine->start();
    for (const Step &step : std::as_const(m_story.steps)) {
        play(step);
        if (!m_failures.isEmpty())
            return m_failures;
    }
    stabilize();
    if (m_failures.isEmpty()) {
        checkConvergence();
        checkTree();
        checkEveryContent();
        checkIdle();
        checkSafety();
        checkAlarms();
    }
    if (m_failures.isEmpty())
        checkReplay();
    return m_failures;
}

// Everybody comes to an end with what is under way, whatever happens on the way.
void Life::rest()
{
    for (int round = 0; round < 300; ++round) {
        const qint64 before = m_world.server.seq;
        bool quiet = true;
        for (const auto &client : m_world.clients) {
            client->engine->retryNow();
            Status status;
            const bool over = m_world.sync(*client, &status);
            dismissAlarms(*client);
            quiet = quiet && over && status.pendingOps == 0 && status.failedOps == 0 && status.waitingOps == 0 && status.downloads == 0
                    && status.phase == Phase::UpToDate;
        }
        if (quiet && m_world.server.seq == before)
            return;
    }
    fail(QStringLiteral("I8: they never come to rest"));
}

// The operator of a calm life alters nothing. What was altered on the way looks like it when it happens twice; the life
// without faults has no such alarm, so nobody may answer it by sending the bytes once more.
void Life::dismissAlarms(SimClient &client)
{
    const int alarms = decisions(client).resolveAll(Choice::Theirs, ConflictKind::Fixity).valueOr(0);
    if (alarms > 0 && m_story.faults.lie == 0)
        fail(QStringLiteral("I22: %1 alarms without a cause").arg(alarms));
}

// Faults off, everybody online and idle.
void Life::stabilize()
{
    say(QStringLiteral("stabilize"));
    for (const auto &client : m_world.clients) {
        client->store.failCommits = 0;
        client->store.dieBeforeCommit = -1;
        client->store.dieAfterCommit = -1;
        if (client->crashed)
            client->boot();
        client->port->faults = {};
        client->port->offline = false;
        client->port->loggedOut = false;
        client->port->steppedUp = true;
        client->engine->start();
        client->engine->loggedIn();
        const QList<TransferRow> transfers = client->store.data.transfers.values();
        for (const TransferRow &transfer : transfers) {
            if (transfer.paused)
                client->engine->pauseTransfer(transfer.blob, false);
        }
        client->engine->retryNow();
        client->port->requests = 0;
    }
    m_world.run(2min);
    for (const auto &client : m_world.clients) {
        if (client->port->requests > 3000)
            return fail(QStringLiteral("I21: it hammers: %1").arg(client->port->log.mid(client->port->log.size() - 8).join(u' ')));
    }
    m_world.run(18min);
    Status status;
    for (int round = 0; round < 16; ++round) {
        const qint64 before = m_world.server.seq;
        bool quiet = true;
        for (const auto &client : m_world.clients) {
            if (!m_world.sync(*client, &status)) {
                fail(QStringLiteral("I8: a round does not end: %1").arg(client->port->log.mid(client->port->log.size() - 12).join(u' ')));
                return;
            }
            quiet = quiet && status.pendingOps == 0 && status.downloads == 0 && status.missing == 0;
        }
        quiet = !decideHeld(round) && !sendAgain() && quiet;
        if (quiet && m_world.server.seq == before)
            return;
        decideMissing();
        if (round > 3) {
            for (const auto &client : m_world.clients)
                client->engine->retryNow();
        }
    }
    fail(QStringLiteral("I3: it never becomes quiet, phase %1").arg(int(status.phase)));
    for (size_t i = 0; i < m_world.clients.size(); ++i) {
        fail(m_world.clients[i]->port->log.mid(m_world.clients[i]->port->log.size() - 12).join(u' '));
        checkContent(*m_world.clients[i], int(i));
    }
}

// What waits because the operator went back: each difference is decided, now one way and now the other. Answers whether
// there was one.
bool Life::decideHeld(int round)
{
    bool any = false;
    for (const auto &client : m_world.clients) {
        const QList<OpRow> live = client->store.liveOps().valueOr({});
        for (const OpRow &op : live) {
            if (op.state != OpState::WaitingUser || !isHeld(op) || client->row(op.target).missingSinceUtc.isValid())
                continue;
            any = true;
            const QList<Conflict> open = decisions(*client).conflicts().valueOr({});
            // An earlier answer of this round may have ended it.
            const OpRow now = client->store.op(op.key).valueOr(op).value_or(op);
            if (!isDisputed(client->store, op.target).valueOr(true) && now.state == OpState::WaitingUser && isHeld(now))
                fail(QStringLiteral("I8: %1 waits for nothing").arg(op.key.text()));
            for (const Conflict &one : open) {
                if (one.item != op.target)
                    continue;
                for (const VersionRow &version : client->store.versions(one.item).valueOr({}))
                    storeAgain(*client, version.blob); // ours once more
                (void)decisions(*client).resolve(one.id,
                                                 round < 4 && m_stored.size() % 2 == 0 ? Choice::Mine : Choice::Theirs);
            }
        }
        client->engine->wake();
    }
    return any;
}

// An operator that lost an upload over and over is not tried for ever: the person is asked, and says once more. What
// neither it nor this computer has cannot come back: that wish is given up.
bool Life::sendAgain()
{
    bool any = false;
    for (const auto &client : m_world.clients) {
        for (const OpRow &op : client->store.liveOps().valueOr({})) {
            const bool asked = op.state == OpState::WaitingUser && op.lastProblem == QLatin1String(errors::bytesUnavailable.text);
            const BlobId blob = client->store.data.versions.value(op.version).blob;
            if (asked && client->store.data.blobs.value(blob).state != BlobState::Verified)
                any = decisions(*client).undo(op.key).ok() || any;
            else
                any = (asked && m_story.faults.uploadGone > 0 && decisions(*client).retry(op.key).ok()) || any;
        }
        client->engine->wake();
    }
    return any;
}

// What the operator does not show any more: the first who has the bytes sends them again, the others let go.
void Life::decideMissing()
{
    QSet<ItemId> sent;
    for (const auto &client : m_world.clients) {
        const QList<ItemId> missing = decisions(*client).missing().valueOr({});
        for (const ItemId &id : missing) {
            if (!sent.contains(id) && m_stored.size() % 3 != 0) {
                const QList<QByteArray> before = m_stored;
                for (const VersionRow &version : client->store.versions(id).valueOr({}))
                    storeAgain(*client, version.blob);
                if (decisions(*client).uploadAgain({id}).ok()) {
                    sent.insert(id);
                    continue;
                }
                m_stored = before;
            }
            const QSet<QByteArray> before = m_released;
            release(*client, id);
            if (!decisions(*client).letGo({id}).ok())
                m_released = before;
        }
        client->engine->wake();
    }
}

QStringList Life::outcome() const
{
    QStringList out;
    for (const SimItem &item : m_world.server.items) {
        if (item.purged)
            continue;
        QStringList path;
        for (ItemId at = item.item.id; at != rootItem() && path.size() < 100; at = m_world.server.items.value(at).item.fields.parent)
            path.prepend(m_world.server.items.value(at).item.fields.name);
        const QByteArray bytes = item.item.head ? m_world.server.blobs.value(item.item.head->blob) : QByteArray();
        out.append(QStringLiteral("%1 %2 %3 versions %4 %5")
                       .arg(path.join(u'/'))
                       .arg(int(item.item.fields.state))
                       .arg(QString::fromLatin1(bytes.left(bytes.indexOf(' '))))
                       .arg(item.versions.size())
                       .arg(item.item.fields.meta.note()));
    }
    out.sort();
    return out;
}

} // namespace carriel::property
