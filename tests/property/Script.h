// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One random life of one to three clients and an operator, made of one seed, and what must hold of it (SYNC 4.1).
#pragma once

#include "tests/support/sim/SimWorld.h"

namespace carriel::property {

class Script
{
public:
    explicit Script(quint64 seed);

    // Empty if every invariant held.
    QStringList run();
    const QStringList &steps() const { return m_steps; }

private:
    void step();
    void edit(sim::SimClient &client, int number);
    void disturb(sim::SimClient &client, int number);
    void stabilize();
    void checkSafety();
    void checkConvergence();
    void checkTree();
    void checkEveryContent();
    void checkIdle();
    void checkReplay();
    void checkContent(sim::SimClient &client, int number);

    void say(const QString &line) { m_steps.append(line); }
    void fail(const QString &line) { m_failures.append(line); }
    QByteArray content();
    QString name();
    ItemId any(sim::SimClient &client, ItemState state, bool folderToo = true);
    ItemId folder(sim::SimClient &client);
    void release(sim::SimClient &client, const ItemId &id); // the person destroys it
    sim::Faults randomFaults();

    quint64 m_seed;
    sim::SimRandom m_random;
    sim::SimWorld m_world;
    QStringList m_steps;
    QStringList m_failures;
    QList<QByteArray> m_stored;   // every byte string a person has put in
    QSet<QByteArray> m_released;
    int m_count = 0;
};

} // namespace carriel::property
