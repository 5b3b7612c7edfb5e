// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Shredder.h"

#include <QDebug>

namespace carriel::op {

using namespace Qt::StringLiterals;

Shredder::Shredder(Database &database, BlobStore &store) : m_database(database), m_store(store), m_thread([this] { run(); }) {}

Shredder::~Shredder()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_filled.notify_all();
    }
    m_thread.join();
}

void Shredder::add(const QString &place)
{
    const std::lock_guard lock(m_mutex);
    m_places.push_back(place);
    m_filled.notify_one();
}

void Shredder::run()
{
    for (;;) {
        QString place;
        {
            std::unique_lock lock(m_mutex);
            m_filled.wait(lock, [&] { return m_closed || !m_places.empty(); });
            if (m_places.empty())
                return;
            place = m_places.front();
            m_places.pop_front();
        }
        try {
            m_store.remove(place, [&] {
                return m_database.read(
                    [&](Connection &c) { return c.one(u"SELECT 1 FROM blobs WHERE place = ?"_s, {place}).isValid(); });
            });
        } catch (const std::exception &e) {
            qWarning("bytes that nobody names were not removed: %s", e.what()); // found again by the next sweep
        }
    }
}

} // namespace carriel::op
