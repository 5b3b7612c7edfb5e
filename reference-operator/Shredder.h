// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Removes bytes that no row names any more, in a thread of its own: a removal waits until nobody is putting bytes, and whoever
// puts waits for the database, so the database's threads must not do it.
#pragma once

#include "reference-operator/BlobStore.h"
#include "reference-operator/Database.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace carriel::op {

class Shredder
{
public:
    Shredder(Database &database, BlobStore &store);
    ~Shredder();
    Shredder(const Shredder &) = delete;
    Shredder &operator=(const Shredder &) = delete;
    void add(const QString &place);

private:
    void run();
    Database &m_database;
    BlobStore &m_store;
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<QString> m_places;
    bool m_closed = false;
    std::thread m_thread;
};

} // namespace carriel::op
