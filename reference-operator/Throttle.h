// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How much one person may ask at once and per second, so that one program gone wrong does not take the operator from the others.
// Thread: any.
#pragma once

#include <QHash>
#include <QString>
#include <chrono>
#include <mutex>

namespace carriel::op {

class Throttle
{
public:
    Throttle(qint64 perSecond, qint64 parallel, qint64 streams) : m_perSecond(perSecond), m_parallel(parallel), m_streams(streams) {}

    enum class Kind { Request, Stream };
    // One request under way; throws rate_limited.
    class Ticket
    {
    public:
        Ticket(Throttle &of, const QString &person, Kind kind);
        ~Ticket();
        Ticket(const Ticket &) = delete;
        Ticket &operator=(const Ticket &) = delete;

    private:
        Throttle &m_of;
        QString m_person;
        Kind m_kind;
    };

private:
    struct Person {
        double left = 0;
        std::chrono::steady_clock::time_point at;
        qint64 running = 0;
        qint64 streams = 0;
    };
    std::mutex m_mutex;
    QHash<QString, Person> m_people;
    qint64 m_perSecond;
    qint64 m_parallel;
    qint64 m_streams;
};

} // namespace carriel::op
