// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/TaskPool.h"

#include <chrono>

namespace carriel::op {

void TaskPool::enqueue(std::function<void()> task)
{
    const std::lock_guard lock(m_mutex);
    m_tasks.push_back(std::move(task));
    if (m_idle < m_tasks.size() && m_threads < m_most) {
        ++m_threads;
        std::thread([this] { serve(); }).detach(); // counted; shutdown() waits for the count
    } else {
        m_filled.notify_one();
    }
}

void TaskPool::serve()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idle;
        const bool woken = m_filled.wait_for(lock, std::chrono::seconds(20), [&] { return m_closed || !m_tasks.empty(); });
        --m_idle;
        if (m_tasks.empty() && (m_closed || !woken))
            break;
        const std::function<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
    --m_threads;
    m_gone.notify_all();
}

void TaskPool::shutdown()
{
    std::unique_lock lock(m_mutex);
    m_closed = true;
    m_filled.notify_all();
    m_gone.wait(lock, [&] { return m_threads == 0; });
}

} // namespace carriel::op
