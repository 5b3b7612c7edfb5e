// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sim/SimWorld.h"

#include <QBuffer>

namespace carriel::sim {

using namespace sync;
using namespace std::chrono_literals;

SimClient::SimClient(SimWorld &world, int number) : m_world(world), m_number(number)
{
    store.died = [this] {
        crashed = true;
        if (port)
            port->dead = true;
    };
    boot();
}

void SimClient::boot()
{
    engine.reset();
    const Faults faults = port ? port->faults : Faults();
    const bool offline = port && port->offline;
    port = std::make_unique<SimPort>(m_world.server, m_world.scheduler, m_world.random);
    port->faults = faults;
    port->offline = offline;
    store.dead = false;
    store.dieBeforeCommit = -1;
    store.dieAfterCommit = -1;
    crashed = false;
    engine = std::make_unique<Engine>(Engine::Ports{store, *port, m_world.scheduler, m_world.clock, m_world.random, *this});
    edits = std::make_unique<Edits>(store, m_world.clock, m_world.random);
}

void SimClient::crash()
{
    store.dead = true;
    port->dead = true;
    crashed = true;
    engine.reset();
}

BlobId SimClient::stage(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const auto staged = edits->stage(buffer);
    return staged.ok() ? staged.value().id : BlobId();
}

ItemId SimClient::add(const QString &name, const QByteArray &bytes, const ItemId &parent)
{
    const BlobId blob = stage(bytes);
    const auto added = edits->addDocuments({NewDocument{parent, name, blob, QStringLiteral("text/plain"), {}}});
    return added.ok() ? added.value().first().id : ItemId();
}

QByteArray SimClient::headBytes(const ItemId &id)
{
    return store.bytesOf(store.data.versions.value(row(id).local.version).blob);
}

bool SimClient::hasHead(const ItemId &id)
{
    return store.data.blobs.value(store.data.versions.value(row(id).local.version).blob).state == BlobState::Verified;
}

void SimClient::statusChanged(const Status &status)
{
    told = status;
    ++statuses;
    // I22, the moment it is said.
    if (status.phase == Phase::UpToDate) {
        const auto live = store.liveOps();
        if (live.ok() && !live.value().isEmpty())
            store.violations.append(QStringLiteral("I22: up to date with %1 operations live").arg(live.value().size()));
        if (port->offline && m_world.clock.monotonic() > 0ms && !status.lastContactUtc.isValid())
            store.violations.append(QStringLiteral("I22: up to date without ever having asked"));
    }
}

void SimClient::loginNeeded()
{
    ++logins;
    m_world.scheduler.post(2s, [this] {
        port->loggedOut = false;
        if (engine)
            engine->loggedIn();
    });
}

void SimClient::stepUpNeeded(const OpKey &op)
{
    Q_UNUSED(op);
    ++stepUps;
    m_world.scheduler.post(2s, [this] {
        port->steppedUp = true;
        if (engine)
            engine->loggedIn();
    });
}

SimWorld::SimWorld(quint64 seed, int count) : random(seed)
{
    server.limits.events = true;
    server.limits.fixity = true;
    server.limits.counts = true;
    server.limits.epoch = server.epoch;
    for (int i = 0; i < count; ++i)
        clients.push_back(std::make_unique<SimClient>(*this, i));
    server.changed = [this] {
        for (const auto &one : clients) {
            if (one->port)
                one->port->hint();
        }
    };
}

void SimWorld::bury()
{
    for (const auto &one : clients) {
        if (one->crashed && one->engine)
            one->engine.reset();
    }
}

void SimWorld::run(std::chrono::milliseconds time)
{
    const auto until = clock.monotonic() + time;
    while (scheduler.step(until))
        bury();
    clock.advanceTo(until);
}

bool SimWorld::sync(SimClient &one, Status *status)
{
    bool over = false;
    one.engine->syncOnce([&](const Status &answer) {
        over = true;
        if (status)
            *status = answer;
    });
    const auto until = clock.monotonic() + 1h;
    while (!over && !one.crashed && scheduler.step(until))
        bury();
    return over;
}

void SimWorld::setFaults(const Faults &faults)
{
    for (const auto &one : clients)
        one->port->faults = faults;
}

} // namespace carriel::sim
