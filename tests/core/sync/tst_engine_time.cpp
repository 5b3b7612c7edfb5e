// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Time passes while the engine thinks: what becomes due in the middle of a turn is not slept through.
#include "tests/support/sim/SimWorld.h"

#include "core/sync/Edits.h"

#include <QTest>

using namespace carriel;

namespace {
class TickingClock final : public Clock
{
public:
    explicit TickingClock(sim::SimClock &clock) : m_clock(clock) {}
    QDateTime nowUtc() const override { return m_clock.nowUtc(); }
    std::chrono::milliseconds monotonic() const override
    {
        m_clock.advanceTo(m_clock.monotonic() + std::chrono::milliseconds(40));
        return m_clock.monotonic();
    }

private:
    sim::SimClock &m_clock;
};

struct Deaf final : sync::EngineObserver
{
    void statusChanged(const sync::Status &) override {}
    void itemsChanged(const QList<ItemId> &) override {}
    void loginNeeded() override {}
    void stepUpNeeded(const OpKey &) override {}
};
} // namespace

class TestEngineTime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // What the person does, and what is tried in vain, is no contact.
    void lastContactIsTheLastAnswer()
    {
        sim::SimWorld world(3);
        sim::SimClient &ana = world.client(0);
        ana.engine->start();
        world.run(std::chrono::minutes(1));
        const QDateTime last = ana.engine->status().lastContactUtc;
        QVERIFY(last.isValid());
        ana.port->offline = true;
        for (int i = 0; i < 20; ++i) {
            ana.add(QStringLiteral("nota %1").arg(i), "x");
            ana.engine->wake();
            world.run(std::chrono::minutes(1));
        }
        // Not later than the last round of the minute before.
        QVERIFY(last.secsTo(ana.engine->status().lastContactUtc) < 60);
        ana.port->offline = false;
        QVERIFY(world.sync(ana));
        QVERIFY(last.secsTo(ana.engine->status().lastContactUtc) > 600);
    }

    // A request that hangs is told long before it is given up, and taken back with the answer.
    void silenceIsTold()
    {
        sim::SimWorld world(5, 1);
        sim::SimClient &ana = world.client();
        QVERIFY(world.sync(ana));
        ana.engine->start();
        world.run(std::chrono::seconds(20));
        QVERIFY(!ana.engine->status().silentSinceUtc.isValid()); // nothing is asked
        ana.port->faults.slow = 100;                             // up to two minutes on the way
        (void)ana.add(QStringLiteral("a"), "one");
        ana.engine->wake();
        int seconds = 0;
        while (!ana.told.silentSinceUtc.isValid() && ++seconds < 300)
            world.run(std::chrono::seconds(1));
        QVERIFY(seconds >= 10 && seconds < 300);
        QCOMPARE(ana.told.phase, sync::Phase::Syncing);
        QVERIFY(ana.engine->status().silentSinceUtc.secsTo(world.clock.nowUtc()) >= 10);
        ana.port->faults.slow = 0;
        world.run(std::chrono::minutes(5));
        QVERIFY(!ana.told.silentSinceUtc.isValid());
        QCOMPARE(ana.told.phase, sync::Phase::UpToDate);
    }

    // The bytes of a small document are asked like anything else, and a new try is no answer.
    void silenceLastsUntilAnAnswer()
    {
        sim::SimWorld world(6, 1);
        sim::SimClient &ana = world.client();
        QVERIFY(world.sync(ana));
        ana.engine->start();
        world.run(std::chrono::seconds(20));
        ana.port->faults.unreachable = 100;
        (void)ana.add(QStringLiteral("a"), "bytes");
        ana.engine->wake();
        world.run(std::chrono::seconds(15));
        QVERIFY(ana.told.silentSinceUtc.isValid());
        const QDateTime since = ana.engine->status().silentSinceUtc;
        for (int second = 0; second < 600; ++second) { // however often it is tried
            world.run(std::chrono::seconds(1));
            QVERIFY(ana.engine->status().silentSinceUtc.isValid());
        }
        QVERIFY(qAbs(since.secsTo(ana.engine->status().silentSinceUtc)) <= 1);
        ana.port->faults.unreachable = 0;
        world.run(std::chrono::minutes(10));
        QVERIFY(!ana.told.silentSinceUtc.isValid());
        QCOMPARE(ana.told.phase, sync::Phase::UpToDate);
    }

    void everyRoundEnds()
    {
        for (quint64 seed = 1; seed <= 60; ++seed) {
            sim::SimWorld world(seed);
            TickingClock clock(world.clock);
            Deaf deaf;
            sim::SimStore store;
            sim::SimPort port(world.server, world.scheduler, world.random);
            sync::Edits edits(store, clock, world.random);
            sync::Engine engine({store, port, world.scheduler, clock, world.random, deaf});
            port.faults.unreachable = 40;
            port.faults.inProgress = 30;
            for (int round = 0; round < 8; ++round) {
                (void)edits.addFolder(rootItem(), QStringLiteral("carpeta %1").arg(round));
                bool over = false;
                engine.syncOnce([&](const sync::Status &) { over = true; });
                const auto until = world.clock.monotonic() + std::chrono::hours(2);
                while (!over && world.scheduler.step(until)) {
                }
                QVERIFY2(over,
                         qPrintable(QStringLiteral("seed %1, round %2: nobody wakes the engine").arg(seed).arg(round)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestEngineTime)
#include "tst_engine_time.moc"
