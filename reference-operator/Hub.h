// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Wakes the event streams of a folder when something was committed there. Thread: any.
#pragma once

#include <QHash>
#include <QString>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace carriel::op {

class Hub
{
public:
    // The streams of one folder; seq is the last change known to be committed.
    class Topic
    {
    public:
        // The last change once it is above `seen`; `seen` when the time is over; nothing is said when the hub closes.
        qint64 wait(qint64 seen, std::chrono::steady_clock::time_point until);
        bool closed();

    private:
        friend class Hub;
        std::mutex m_mutex;
        std::condition_variable m_changed;
        qint64 m_seq = 0;
        bool m_closed = false;
    };

    std::shared_ptr<Topic> topic(const QString &folder);
    void changed(const QString &folder, qint64 seq);
    void close(); // all streams end

private:
    std::mutex m_mutex;
    QHash<QString, std::weak_ptr<Topic>> m_topics;
    bool m_closed = false;
};

} // namespace carriel::op
