// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Throttle.h"

#include "reference-operator/Problem.h"

namespace carriel::op {

Throttle::Ticket::Ticket(Throttle &of, const QString &person, Kind kind) : m_of(of), m_person(person), m_kind(kind)
{
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(m_of.m_mutex);
    if (m_of.m_people.size() > 10000)
        m_of.m_people.removeIf([&](const auto &entry) {
            return entry.value().running == 0 && entry.value().streams == 0 && now - entry.value().at > std::chrono::seconds(10);
        });
    const bool fresh = !m_of.m_people.contains(person);
    Person &p = m_of.m_people[person];
    const double full = double(m_of.m_perSecond); // a second's worth may come at once
    const std::chrono::duration<double> passed = now - p.at;
    p.left = fresh ? full : std::min(full, p.left + passed.count() * full);
    p.at = now;
    const bool tooMany = kind == Kind::Stream ? p.streams >= m_of.m_streams : p.running >= m_of.m_parallel;
    if (p.left < 1 || tooMany)
        throw Problem("rate_limited").retryAfter(1);
    p.left -= 1;
    ++(kind == Kind::Stream ? p.streams : p.running);
}

Throttle::Ticket::~Ticket()
{
    const std::lock_guard lock(m_of.m_mutex);
    Person &p = m_of.m_people[m_person];
    --(m_kind == Kind::Stream ? p.streams : p.running);
}

} // namespace carriel::op
