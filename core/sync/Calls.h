// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Calls under way and timers, kept so that a callback may end its own call: what is finished is only dropped later, by
// sweep(), outside of any callback.
#pragma once

#include "core/sync/OperatorPort.h"
#include "core/sync/Scheduler.h"

#include <map>
#include <vector>

namespace carriel::sync {

class CallBag
{
public:
    explicit CallBag(int &used) : m_used(used) {}
    ~CallBag() { clear(); }
    CallBag(const CallBag &) = delete;
    CallBag &operator=(const CallBag &) = delete;

    int next()
    {
        ++m_used;
        m_calls.emplace(++m_last, nullptr);
        return m_last;
    }
    void keep(int id, CallPtr call)
    {
        const auto found = m_calls.find(id);
        if (found != m_calls.end())
            found->second = std::move(call);
        else
            m_finished.push_back(std::move(call));
    }
    void done(int id)
    {
        const auto found = m_calls.find(id);
        if (found == m_calls.end())
            return;
        m_finished.push_back(std::move(found->second));
        m_calls.erase(found);
        --m_used;
    }
    bool has(int id) const { return m_calls.count(id) > 0; }
    int size() const { return int(m_calls.size()); }
    void sweep() { m_finished.clear(); }
    void clear()
    {
        m_used -= int(m_calls.size());
        m_calls.clear();
        m_finished.clear();
    }

private:
    int &m_used; // all calls of the engine together
    int m_last = 0;
    std::map<int, CallPtr> m_calls;
    std::vector<CallPtr> m_finished;
};

// One timer that may be set again from within its own run.
class Alarm
{
public:
    explicit Alarm(Scheduler &scheduler) : m_scheduler(scheduler) {}
    void set(std::chrono::milliseconds delay, std::function<void()> run)
    {
        m_retired = std::move(m_current);
        m_set = true;
        m_current = m_scheduler.after(delay, [this, run = std::move(run)] {
            m_set = false;
            run();
        });
    }
    void stop()
    {
        m_set = false;
        m_retired.reset();
        m_current.reset();
    }
    bool isSet() const { return m_set; }

private:
    Scheduler &m_scheduler;
    TimerPtr m_current;
    TimerPtr m_retired; // perhaps the one whose run is setting us
    bool m_set = false;
};

} // namespace carriel::sync
