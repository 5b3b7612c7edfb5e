// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/TaskPool.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace carriel::op {

using namespace std::chrono_literals;

struct TaskPool::Shared {
    explicit Shared(size_t bound) : most(bound) {}
    const size_t most;
    std::mutex mutex;
    std::condition_variable filled;
    std::condition_variable gone;
    std::deque<std::function<void()>> tasks;
    size_t threads = 0;
    size_t idle = 0;
    bool closed = false;
};

TaskPool::TaskPool(size_t most, std::function<bool()> quiet) : m_shared(std::make_shared<Shared>(most)), m_quiet(std::move(quiet)) {}

TaskPool::Taken TaskPool::enqueue(std::function<void()> task)
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->tasks.push_back(std::move(task));
    if (m_shared->idle < m_shared->tasks.size() && m_shared->threads < m_shared->most) {
        ++m_shared->threads;
        std::thread([shared = m_shared] { serve(shared); }).detach();
    } else {
        m_shared->filled.notify_one();
    }
    return Taken(true);
}

void TaskPool::serve(const std::shared_ptr<Shared> &s)
{
    std::unique_lock lock(s->mutex);
    for (;;) {
        ++s->idle;
        const bool woken = s->filled.wait_for(lock, 20s, [&] { return s->closed || !s->tasks.empty(); });
        --s->idle;
        if (s->tasks.empty() && (s->closed || !woken))
            break;
        const std::function<void()> task = std::move(s->tasks.front());
        s->tasks.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
    --s->threads;
    s->gone.notify_all();
}

void TaskPool::shutdown()
{
    constexpr int quietEnough = 5; // times in a row: the last answers are on the wire by then
    constexpr int longest = 500;
    std::unique_lock lock(m_shared->mutex);
    m_shared->closed = true;
    m_shared->filled.notify_all();
    for (int quiet = 0, waited = 0; m_shared->threads > 0 && quiet < quietEnough && waited < longest; ++waited) {
        m_shared->gone.wait_for(lock, 50ms);
        quiet = m_quiet() ? quiet + 1 : 0;
    }
}

} // namespace carriel::op
