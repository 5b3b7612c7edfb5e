// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator was asked and says nothing: told to the person long before the request is given up, and until the next
// answer, however often it is tried again meanwhile. Documents under way get the time that a slow line needs for them.
#pragma once

#include "core/sync/Desk.h"

namespace carriel::sync {

class Silence
{
public:
    static constexpr std::chrono::milliseconds tolerated{10000};

    explicit Silence(Desk &desk) : m_desk(desk), m_alarm(desk.ports.scheduler) {}

    // After each turn: whether anything is asked just now. `bytes` counts those of documents that are still to travel;
    // it takes long where they are many, and is only asked after a silence.
    void look(bool asking, const std::function<qint64()> &bytes)
    {
        const bool answered = std::exchange(m_answers, m_desk.line.answers()) != m_desk.line.answers();
        const bool unheard = m_desk.line.isUnheard(); // given up once: nothing travels any more
        if (answered || (!asking && !unheard))
            reset();
        if (!asking && !unheard)
            return;
        if (!m_since)
            begin();
        if (unheard)
            m_more = {};
        if (m_desk.now() - *m_since < tolerated || unheard)
            return;
        if (!m_left) {
            m_left = bytes();
            m_more = std::chrono::milliseconds(std::min(*m_left, mostAtOnce) * 1000 / slowLine);
            m_alarm.set(m_more, [this] { m_desk.kick(); });
        } else if (m_desk.now() - *m_since >= tolerated + m_more && bytes() < *m_left) {
            reset(); // it does move
            begin();
        }
    }
    // Since when nothing was heard; invalid: not long enough to speak of it.
    QDateTime sinceUtc() const
    {
        const bool due = m_since && m_desk.now() - *m_since >= tolerated + m_more;
        if (!due || (!m_left && !m_desk.line.isUnheard()))
            return {};
        return m_desk.ports.clock.nowUtc().addMSecs((*m_since - m_desk.now()).count());
    }

private:
    static constexpr qint64 slowLine = 32 * 1024;         // bytes in a second
    static constexpr qint64 mostAtOnce = 4 * 1024 * 1024; // about what one request carries

    void begin()
    {
        m_since = m_desk.now();
        m_alarm.set(tolerated, [this] { m_desk.kick(); });
    }
    void reset()
    {
        m_since.reset();
        m_left.reset();
        m_more = {};
        m_alarm.stop();
    }

    Desk &m_desk;
    Alarm m_alarm;
    std::optional<std::chrono::milliseconds> m_since;
    std::optional<qint64> m_left; // when it had been silent for so long
    std::chrono::milliseconds m_more{0};
    quint64 m_answers = 0;
};

} // namespace carriel::sync
