// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Something done again and again in a thread of its own, until this is destroyed.
#pragma once

#include <QtGlobal>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace carriel::op {

class Repeat
{
public:
    // `turn` says how long to wait for the next one. After an exception, which is written down, as long as before.
    Repeat(const char *name, std::function<std::chrono::milliseconds()> turn)
        : m_name(name), m_turn(std::move(turn)), m_thread([this] { run(); })
    {
    }
    ~Repeat()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
            m_wake.notify_all();
        }
        m_thread.join();
    }
    Repeat(const Repeat &) = delete;
    Repeat &operator=(const Repeat &) = delete;

private:
    void run()
    {
        for (std::chrono::milliseconds pause(1000);;) {
            try {
                pause = m_turn();
            } catch (const std::exception &e) {
                pause = std::max(pause, std::chrono::milliseconds(1000));
                qWarning("%s: %s", m_name, e.what());
            }
            std::unique_lock lock(m_mutex);
            if (m_wake.wait_for(lock, pause, [&] { return m_closed; }))
                return;
        }
    }

    const char *m_name;
    std::function<std::chrono::milliseconds()> m_turn;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_closed = false;
    std::thread m_thread;
};

} // namespace carriel::op
