// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Threads for connections: as many as there are connections, up to a bound, kept a while when idle. An event stream keeps its
// thread for hours, so a pool of fixed size would starve the requests; streams are bounded separately, well below this.
#pragma once

#include "reference-operator/Http.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace carriel::op {

class TaskPool final : public httplib::TaskQueue
{
public:
    explicit TaskPool(size_t most) : m_most(most) {}
    void enqueue(std::function<void()> task) override;
    void shutdown() override; // waits for all

private:
    void serve();
    const size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::condition_variable m_gone;
    std::deque<std::function<void()>> m_tasks;
    size_t m_threads = 0;
    size_t m_idle = 0;
    bool m_closed = false;
};

} // namespace carriel::op
