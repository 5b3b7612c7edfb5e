// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One life of one to four clients and an operator, as a story tells it, and what must hold of it (SYNC 4.1).
#pragma once

#include "core/sync/Decisions.h"
#include "tests/property/Story.h"
#include "tests/support/sim/SimWorld.h"

namespace carriel::property {

class Life
{
public:
    explicit Life(const Story &story);

    // Empty if every invariant held; each begins with the name of the one that did not.
    QStringList run();
    const QStringList &steps() const { return m_steps; }
    // What all agreed on in the end: contents, places, states. The same with and without faults, if everybody came to rest in
    // between (`calm`).
    QStringList outcome() const;

private:
    struct At {
        sim::SimClient &client;
        const Step &step;
    };
    void play(const Step &step);
    bool edit(const At &at);
    bool decide(const At &at);
    bool trouble(const At &at);
    void rest();
    void dismissAlarms(sim::SimClient &client);
    void stabilize();
    void decideMissing();
    bool decideHeld(int round);
    bool sendAgain();
    void checkSafety();
    void checkOwnTree(sim::SimClient &client);
    void checkConvergence();
    void checkAlarms();
    void checkTree();
    void checkEveryContent();
    void checkIdle();
    void checkReplay();
    void checkContent(sim::SimClient &client, int number);

    void say(const QString &line) { m_steps.append(line); }
    void fail(const QString &line) { m_failures.append(line); }
    QByteArray content(const Step &step);
    ItemId any(sim::SimClient &client, quint32 which, std::optional<ItemState> state, bool folderToo = true);
    ItemId folder(sim::SimClient &client, quint32 which);
    BlobId anyBlob(sim::SimClient &client, quint32 which);
    void release(sim::SimClient &client, const ItemId &id); // the person destroys it
    void releaseBytes(sim::SimClient &client, const BlobId &blob);
    void storeAgain(sim::SimClient &client, const BlobId &blob); // the same bytes may be there once more
    void loseAtOperator();
    QSet<QByteArray> everything(); // what some document names: whole at a client, or at the operator
    sync::Decisions decisions(sim::SimClient &client) { return {client.store, m_world.clock, m_world.random}; }

    Story m_story;
    sim::SimWorld m_world;
    QStringList m_steps;
    QStringList m_failures;
    QList<QByteArray> m_stored;   // every byte string a person has put in
    QSet<QByteArray> m_released;  // … and has destroyed, or the operator has lost where nobody else had it
    sim::SimOperator::Backup m_backup;
    bool m_backedUp = false;
    int m_count = 0;
};

} // namespace carriel::property
