// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Hub.h"

namespace carriel::op {

qint64 Hub::Topic::wait(qint64 seen, std::chrono::steady_clock::time_point until)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_until(lock, until, [&] { return m_closed || m_seq > seen; });
    return std::max(m_seq, seen);
}

bool Hub::Topic::closed()
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

std::shared_ptr<Hub::Topic> Hub::topic(const QString &folder)
{
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<Topic> topic = m_topics.value(folder).lock();
    if (!topic) {
        topic = std::make_shared<Topic>();
        topic->m_closed = m_closed;
        m_topics.removeIf([](const auto &entry) { return entry.value().expired(); });
        m_topics.insert(folder, topic);
    }
    return topic;
}

void Hub::changed(const QString &folder, qint64 seq)
{
    std::shared_ptr<Topic> topic;
    {
        const std::lock_guard lock(m_mutex);
        topic = m_topics.value(folder).lock();
    }
    if (!topic)
        return;
    const std::lock_guard lock(topic->m_mutex);
    topic->m_seq = std::max(topic->m_seq, seq);
    topic->m_changed.notify_all();
}

void Hub::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    for (const auto &weak : std::as_const(m_topics)) {
        if (const auto topic = weak.lock()) {
            const std::lock_guard inner(topic->m_mutex);
            topic->m_closed = true;
            topic->m_changed.notify_all();
        }
    }
}

} // namespace carriel::op
