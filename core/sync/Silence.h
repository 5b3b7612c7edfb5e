// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator took a request and says nothing: told to the person long before the request is given up. Bytes of documents
// are not counted; a large one takes its time.
#pragma once

#include "core/sync/Desk.h"

namespace carriel::sync {

class Silence
{
public:
    static constexpr std::chrono::milliseconds tolerated{10000};

    explicit Silence(Desk &desk) : m_desk(desk), m_alarm(desk.ports.scheduler) {}

    // After each turn: whether something small is asked just now.
    void look(bool asking)
    {
        const bool answered = std::exchange(m_answers, m_desk.line.answers()) != m_desk.line.answers();
        if (!asking) {
            m_since.reset();
            m_alarm.stop();
        } else if (!m_since || answered) {
            m_since = m_desk.now();
            m_alarm.set(tolerated, [this] { m_desk.kick(); });
        }
    }
    // Since when nothing was heard; invalid: not long enough to speak of it.
    QDateTime sinceUtc() const
    {
        if (!m_since || m_desk.now() - *m_since < tolerated)
            return {};
        return m_desk.ports.clock.nowUtc().addMSecs((*m_since - m_desk.now()).count());
    }

private:
    Desk &m_desk;
    Alarm m_alarm;
    std::optional<std::chrono::milliseconds> m_since;
    quint64 m_answers = 0;
};

} // namespace carriel::sync
