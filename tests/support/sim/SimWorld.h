// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Several clients and one operator in one thread, one clock, one seed. A client can end at any moment and be started again
// on what its store kept.
#pragma once

#include "core/sync/Edits.h"
#include "core/sync/Engine.h"
#include "tests/support/sim/SimPort.h"
#include "tests/support/sim/SimStore.h"

namespace carriel::sim {

inline QString name(const char *text)
{
    return QString::fromLatin1(text);
}

class SimWorld;

class SimClient final : public sync::EngineObserver
{
public:
    SimClient(SimWorld &world, int number);

    SimStore store;
    std::unique_ptr<SimPort> port;
    std::unique_ptr<sync::Engine> engine;
    std::unique_ptr<sync::Edits> edits;
    sync::Status told;
    int logins = 0;
    int stepUps = 0;
    int statuses = 0;
    bool crashed = false;

    void boot();                 // a new process on the same store
    void crash();                // at once; boot() brings it back
    BlobId stage(QByteArray bytes);
    ItemId add(const QString &name, const QByteArray &bytes, const ItemId &parent = rootItem());
    sync::ItemRow row(const ItemId &id) { return store.data.items.value(id); }
    QByteArray headBytes(const ItemId &id);
    bool hasHead(const ItemId &id);

    void statusChanged(const sync::Status &status) override;
    void itemsChanged(const QList<ItemId> &ids) override { Q_UNUSED(ids); }
    void loginNeeded() override;
    void stepUpNeeded(const OpKey &op) override;

private:
    SimWorld &m_world;
    int m_number;
};

class SimWorld
{
public:
    explicit SimWorld(quint64 seed, int clients = 1);

    SimClock clock;
    SimRandom random;
    SimScheduler scheduler{clock};
    SimOperator server;
    std::vector<std::unique_ptr<SimClient>> clients;
    SimClient &client(int number = 0) { return *clients.at(size_t(number)); }

    // Lets time pass; ended clients are cleared away between two events.
    void run(std::chrono::milliseconds time);
    // One round of this client, to its end. False if it does not end within an hour of its time.
    bool sync(SimClient &client, sync::Status *status = nullptr);
    void setFaults(const Faults &faults);

private:
    void bury();
};

} // namespace carriel::sim
