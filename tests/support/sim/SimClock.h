// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Time and chance under the simulator's control.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/sync/Scheduler.h"

#include <map>
#include <random>

namespace carriel::sim {

class SimClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::fromMSecsSinceEpoch(m_wall + m_now.count(), Qt::UTC); }
    std::chrono::milliseconds monotonic() const override { return m_now; }
    void advanceTo(std::chrono::milliseconds when) { m_now = std::max(m_now, when); }
    void shiftWall(qint64 milliseconds) { m_wall += milliseconds; } // the person sets the clock

private:
    std::chrono::milliseconds m_now{1000};
    qint64 m_wall = 1767000000000;
};

class SimRandom final : public Random
{
public:
    explicit SimRandom(quint64 seed) : m_engine(seed) {}
    QByteArray bytes(int count) override
    {
        QByteArray out(count, Qt::Uninitialized);
        for (int i = 0; i < count; i += 8) {
            const quint64 word = m_engine();
            for (int j = i; j < count && j < i + 8; ++j)
                out[j] = char(word >> (8 * (j - i)));
        }
        return out;
    }
    quint64 below(quint64 bound) override { return m_engine() % bound; }
    bool chance(int percent) { return below(100) < quint64(percent); }

private:
    std::mt19937_64 m_engine;
};

// One queue of things to happen for the whole simulated world.
class SimScheduler final : public sync::Scheduler
{
public:
    explicit SimScheduler(SimClock &clock) : m_clock(clock) {}

    sync::TimerPtr after(std::chrono::milliseconds delay, std::function<void()> run) override
    {
        const Key key{m_clock.monotonic() + delay, ++m_count};
        m_queue.emplace(key, std::move(run));
        return std::make_unique<SimTimer>(*this, key);
    }
    // The same, without a handle.
    void post(std::chrono::milliseconds delay, std::function<void()> run)
    {
        m_queue.emplace(Key{m_clock.monotonic() + delay, ++m_count}, std::move(run));
    }
    // Runs the next thing; false if there is none before `until`.
    bool step(std::chrono::milliseconds until)
    {
        if (m_queue.empty() || m_queue.begin()->first.first > until)
            return false;
        auto node = m_queue.extract(m_queue.begin());
        m_clock.advanceTo(node.key().first);
        node.mapped()();
        return true;
    }
    std::chrono::milliseconds nextAt() const
    {
        return m_queue.empty() ? std::chrono::milliseconds::max() : m_queue.begin()->first.first;
    }

private:
    using Key = std::pair<std::chrono::milliseconds, quint64>;
    struct SimTimer final : sync::Timer {
        SimTimer(SimScheduler &owner, Key at) : scheduler(owner), key(at) {}
        ~SimTimer() override { scheduler.m_queue.erase(key); }
        SimScheduler &scheduler;
        Key key;
    };
    SimClock &m_clock;
    std::map<Key, std::function<void()>> m_queue;
    quint64 m_count = 0;
};

} // namespace carriel::sim
