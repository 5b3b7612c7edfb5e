// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold at every moment (S), and once everything is quiet (L).
#include "core/sync/BlobBytes.h"
#include "tests/property/Life.h"

namespace carriel::property {

using namespace sync;
using namespace sim;
using namespace std::chrono_literals;

namespace {
QString textOf(const ItemFields &fields)
{
    return QStringLiteral("%1/%2 state %3 version %4 meta %5")
        .arg(fields.parent.text(), fields.name)
        .arg(int(fields.state))
        .arg(fields.version.text())
        .arg(fields.meta.fields().size());
}
} // namespace

// Bytes that were staged for what was refused then belong to nothing: nobody would find them again.
QSet<QByteArray> Life::everything()
{
    QSet<QByteArray> there;
    for (const auto &client : m_world.clients) {
        for (const VersionRow &version : std::as_const(client->store.data.versions)) {
            if (client->store.data.blobs.value(version.blob).state == BlobState::Verified)
                there.insert(client->store.bytesOf(version.blob));
        }
    }
    for (const SimItem &item : std::as_const(m_world.server.items)) {
        for (const RemoteHead &head : item.versions)
            there.insert(m_world.server.blobs.value(head.blob));
    }
    return there;
}

void Life::checkSafety()
{
    for (const auto &client : m_world.clients) {
        m_failures += std::exchange(client->store.violations, {});
    }
    m_failures += m_world.server.violations;
    for (auto it = m_world.server.effects.constBegin(); it != m_world.server.effects.constEnd(); ++it) {
        if (it.value() > 1)
            fail(QStringLiteral("I7: %1 took effect %2 times").arg(it.key().text()).arg(it.value()));
    }
    for (const auto &client : m_world.clients) {
        for (const BlobRow &blob : std::as_const(client->store.data.blobs)) {
            if (blob.state == BlobState::Verified && sha256Of(client->store.bytesOf(blob.id)) != blob.sha256)
                fail(QStringLiteral("I11: %1 verified with other bytes").arg(blob.id.text()));
        }
    }
    for (const auto &client : m_world.clients)
        checkOwnTree(*client);
    // I1: whatever anybody stored is somewhere, unless a person destroyed it.
    const QSet<QByteArray> there = everything();
    for (const QByteArray &bytes : std::as_const(m_stored)) {
        if (!there.contains(bytes) && !m_released.contains(bytes) && !m_world.server.purgedContent.contains(bytes))
            fail(QStringLiteral("I1: \"%1\" is lost").arg(QString::fromLatin1(bytes.left(20))));
    }
}

// I13 as the person sees it, at every moment: no circle, and nothing of ours in a folder that is no more.
void Life::checkOwnTree(SimClient &client)
{
    const QMap<ItemId, ItemRow> &items = client.store.data.items;
    for (const ItemRow &row : items) {
        if (row.local.state == ItemState::Removed)
            continue;
        int depth = 0;
        for (ItemId at = row.local.parent; at != rootItem() && depth < 100; ++depth)
            at = items.contains(at) ? items.value(at).local.parent : rootItem();
        if (depth >= 100)
            fail(QStringLiteral("I13: %1 in a circle here").arg(row.id.text()));
        const auto parent = items.constFind(row.local.parent);
        const bool gone = parent != items.constEnd() && parent->remote && parent->remote->state == ItemState::Removed;
        if (gone && (!row.remote || row.remote->parent != row.local.parent))
            fail(QStringLiteral("I13: %1 in a folder that is removed").arg(row.id.text()));
    }
}

void Life::checkConvergence()
{
    int number = 0;
    for (const auto &client : m_world.clients) {
        for (const SimItem &item : std::as_const(m_world.server.items)) {
            const auto row = client->store.data.items.constFind(item.item.id);
            const QString who = QStringLiteral("I3: client %1, %2: ").arg(number).arg(item.item.id.text());
            if (item.purged) {
                if (row != client->store.data.items.constEnd() && row->local.state != ItemState::Removed
                    && !row->missingSinceUtc.isValid()) // a snapshot shows no tombstones: shown, and asked
                    fail(who + QStringLiteral("purged at %1, but here at %2: %3").arg(item.item.rev).arg(row->remoteRev).arg(textOf(row->local)));
                continue;
            }
            if (row == client->store.data.items.constEnd()) {
                fail(who + QStringLiteral("not here"));
                continue;
            }
            if (row->local != item.item.fields)
                fail(who + QStringLiteral("here %1, there %2").arg(textOf(row->local), textOf(item.item.fields)));
            if (!row->remote || !row->base || *row->remote != row->local || *row->base != row->local)
                fail(who + QStringLiteral("r, b and l differ"));
            if (row->missingSinceUtc.isValid())
                fail(who + QStringLiteral("said to be missing"));
            if (item.item.head && item.item.fields.state == ItemState::Active) {
                const bool wanted = keepOf(client->store, *row).valueOr(Keep::Inherit) != Keep::Off;
                if (!wanted && !client->hasHead(item.item.id))
                    continue;
                if (!client->hasHead(item.item.id))
                    fail(who + QStringLiteral("its bytes are not here"));
                else if (client->headBytes(item.item.id) != m_world.server.blobs.value(item.item.head->blob))
                    fail(who + QStringLiteral("I11: other bytes"));
            }
        }
        checkContent(*client, number++);
    }
}

void Life::checkContent(SimClient &client, int number)
{
    for (const ItemRow &row : std::as_const(client.store.data.items)) {
        if (row.local.state != ItemState::Removed && !m_world.server.items.contains(row.id))
            fail(QStringLiteral("I3: client %1 has %2 alone, %3, remote %4, missing %5")
                     .arg(number)
                     .arg(row.id.text(), textOf(row.local))
                     .arg(row.remote.has_value())
                     .arg(row.missingSinceUtc.isValid()));
    }
    int problems = 0;
    for (const qint64 seq : std::as_const(client.store.data.live)) {
        const OpRow op = client.store.data.ops.value(seq);
        // What the operator does not know any more, and gave no tombstone for, is the person's to decide.
        const bool asked = (op.state == OpState::Failed || op.state == OpState::WaitingUser) && client.row(op.target).missingSinceUtc.isValid();
        problems += asked;
        if (asked)
            continue;
        fail(QStringLiteral("I3: client %1: operation %2 kind %3 of %4 stays in state %5 %6")
                 .arg(number)
                 .arg(op.key.text())
                 .arg(int(op.kind))
                 .arg(op.target.text())
                 .arg(int(op.state))
                 .arg(op.lastProblem));
    }
    const Status status = client.engine->status();
    if (status.phase != (problems > 0 ? Phase::Problem : Phase::UpToDate))
        fail(QStringLiteral("I22: client %1 in phase %2").arg(number).arg(int(status.phase)));
}

// The record is for ever: no word against an operator that has lost nothing.
void Life::checkAlarms()
{
    const bool reverted = std::any_of(m_story.steps.begin(), m_story.steps.end(),
                                      [](const Step &step) { return step.verb == "revert"; });
    for (const auto &client : m_world.clients) {
        for (const ActivityEntry &entry : std::as_const(client->store.data.activity)) {
            if (!reverted && entry.kind == QLatin1String("operator.count_differs"))
                fail(QStringLiteral("I22: an alarm over the count without a cause"));
        }
    }
}

void Life::checkTree()
{
    const QMap<ItemId, SimItem> &items = m_world.server.items;
    for (const SimItem &item : items) {
        if (item.purged)
            continue;
        int depth = 0;
        for (ItemId at = item.item.fields.parent; at != rootItem() && depth < 100; ++depth) {
            const auto parent = items.constFind(at);
            if (parent == items.constEnd() || parent->purged) {
                fail(QStringLiteral("I13: %1 is an orphan").arg(item.item.id.text()));
                break;
            }
            at = parent->item.fields.parent;
        }
        if (depth >= 100)
            fail(QStringLiteral("I13: %1 in a circle").arg(item.item.id.text()));
        for (const SimItem &other : items) {
            const bool both = !other.purged && other.item.id < item.item.id && other.item.fields.parent == item.item.fields.parent
                              && other.item.fields.state == ItemState::Active && item.item.fields.state == ItemState::Active;
            if (both && m_world.server.limits.names.clash(other.item.fields.name, item.item.fields.name))
                fail(QStringLiteral("I13: %1 twice").arg(item.item.fields.name));
        }
    }
}

// I21: nothing to do means one small question each poll period, and hardly a write.
void Life::checkIdle()
{
    std::vector<std::pair<int, int>> before;
    for (const auto &client : m_world.clients)
        before.emplace_back(client->port->requests, client->store.commits);
    m_world.run(10min);
    for (size_t i = 0; i < m_world.clients.size(); ++i) {
        const int requests = m_world.clients[i]->port->requests - before[i].first;
        const int commits = m_world.clients[i]->store.commits - before[i].second;
        if (requests > 22 || commits > 12)
            fail(QStringLiteral("I21: client %1 idle, and yet %2 requests, %3 writes: %4").arg(i).arg(requests).arg(commits)
                     .arg(m_world.clients[i]->port->log.mid(m_world.clients[i]->port->log.size() - 8).join(u' ')));
    }
}

// Whatever was added reached the operator, once for each time; a repeated request must not make it twice.
void Life::checkEveryContent()
{
    QHash<QByteArray, int> there;
    for (const SimItem &item : std::as_const(m_world.server.items)) {
        for (const RemoteHead &head : item.versions)
            ++there[m_world.server.blobs.value(head.blob)];
    }
    // What belongs to a document the operator has lost sight of waits for the person.
    QSet<QByteArray> asked;
    for (const auto &client : m_world.clients) {
        for (const VersionRow &version : std::as_const(client->store.data.versions)) {
            // … and what the operator does not have since it went back: shown as a conflict, never sent unasked (I25).
            const QList<ConflictRow> open = client->store.openConflicts().valueOr({});
            // What it once had and lost stays in the history here, whatever was decided about the head.
            const bool disputed = client->store.operatorWentBack &&
                                  (version.origin == VersionOrigin::Server ||
                                   std::any_of(open.begin(), open.end(),
                                               [&](const ConflictRow &row) { return row.item == version.item; }));
            if (disputed || client->row(version.item).missingSinceUtc.isValid())
                asked.insert(client->store.bytesOf(version.blob));
        }
    }
    for (const QByteArray &bytes : std::as_const(m_stored)) {
        const auto times = m_stored.count(bytes);
        const QString what = QString::fromLatin1(bytes.left(20));
        if (there.value(bytes) > times)
            fail(QStringLiteral("I7: \"%1\" is there %2 times").arg(what).arg(there.value(bytes)));
        const bool gone = m_released.contains(bytes) || m_world.server.purgedContent.contains(bytes) || asked.contains(bytes);
        if (there.value(bytes) == 0 && !gone)
            fail(QStringLiteral("I8: \"%1\" never reached the operator").arg(what));
    }
}

// I5: the whole feed once more changes nothing.
void Life::checkReplay()
{
    for (const auto &client : m_world.clients) {
        for (const ItemRow &row : std::as_const(client->store.data.items)) {
            if (row.missingSinceUtc.isValid())
                return; // the tombstones would come that the snapshot did not show, and bytes be rescued to everybody
        }
    }
    int number = 0;
    for (const auto &client : m_world.clients) {
        const QMap<ItemId, ItemRow> before = client->store.data.items;
        const auto conflicts = client->store.data.conflicts.size();
        const auto ops = client->store.data.ops.size();
        m_world.server.oldestCursor = 0;
        client->store.data.state.cursor = QStringLiteral("e1:0");
        if (!m_world.sync(*client))
            fail(QStringLiteral("I5: client %1 does not come to an end").arg(number));
        if (before.size() != client->store.data.items.size() || conflicts != client->store.data.conflicts.size()
            || ops != client->store.data.ops.size())
            {
            fail(QStringLiteral("I5: the feed once more made client %1 do something: %2 items, %3 conflicts, %4 operations more")
                     .arg(number)
                     .arg(client->store.data.items.size() - before.size())
                     .arg(client->store.data.conflicts.size() - conflicts)
                     .arg(client->store.data.ops.size() - ops));
        }
        for (const ItemRow &row : before) {
            const ItemRow now = client->store.data.items.value(row.id);
            if (now.local != row.local || now.remote != row.remote || now.base != row.base
                || (now.remoteRev != row.remoteRev && row.local.state != ItemState::Removed))
                fail(QStringLiteral("I5: the feed once more changed %1 of client %2: %3, was %4")
                         .arg(row.id.text()).arg(number).arg(textOf(now.local), textOf(row.local)));
        }
        ++number;
    }
}

} // namespace carriel::property
