// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Forgets what discovery says is forgotten: stored answers, uploads, the trash, tombstones, bytes that no version names.
// A thread of its own, once at the start and then every ten minutes.
#pragma once

#include "reference-operator/Operator.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace carriel::op {

class Janitor
{
public:
    explicit Janitor(Operator &op);
    ~Janitor();
    Janitor(const Janitor &) = delete;
    Janitor &operator=(const Janitor &) = delete;

private:
    void run();
    void sweep();
    void endShares();
    void sweepOrphans(int of256);
    Operator &m_op;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_closed = false;
    int m_next = 0; // which of the 256 parts of the store is looked through next
    std::thread m_thread;
};

} // namespace carriel::op
