// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The way to the operator: open, closed until some moment, or closed until the person does something.
#pragma once

#include "core/base/Clock.h"
#include "core/sync/Backoff.h"
#include "core/sync/OperatorPort.h"

namespace carriel::sync {

class Line
{
public:
    Line(const Clock &clock, Random &random) : m_clock(clock), m_random(random) {}

    bool isOpen() const { return !m_needsLogin && !m_storeError && m_clock.monotonic() >= until(); }
    bool needsLogin() const { return m_needsLogin; }
    // No hiccup any more: the person is told why nothing goes. "Later" is an answer, and three of them are a story.
    bool isLasting() const { return m_failures > 1 || m_later > 2; }
    const std::optional<Error> &lastError() const { return m_error; }
    const std::optional<Error> &storeError() const { return m_storeError; }
    std::chrono::milliseconds wait() const { return std::max(until() - m_clock.monotonic(), std::chrono::milliseconds(0)); }
    // Waiting longer than a person who asked for one round would.
    bool isStuck() const
    {
        return m_needsLogin || m_storeError || m_failures >= 4 || (!isOpen() && wait() > std::chrono::seconds(20));
    }

    void answered()
    {
        m_failures = 0;
        m_later = 0;
        m_unheard = false;
        m_error.reset();
        ++m_answers;
    }
    quint64 answers() const { return m_answers; } // how often the operator was heard
    bool isUnheard() const { return m_unheard; }  // the last that was asked came to nothing: nobody answered
    // True if the trouble is the way's and not the request's: nobody should send anything now.
    bool note(const Trouble &trouble);
    void storeFailed(const Error &error) { m_storeError = error; }
    void storeMended() { m_storeError.reset(); }
    // A new network, or the person asks: try now. What the operator asked for (Retry-After) still holds.
    void forget()
    {
        m_until = {};
        m_failures = 0;
    }
    void loggedIn()
    {
        m_needsLogin = false;
        forget();
    }

private:
    std::chrono::milliseconds until() const { return std::max(m_until, m_busyUntil); }

    const Clock &m_clock;
    Random &m_random;
    std::chrono::milliseconds m_until{0};     // our own back-off
    std::chrono::milliseconds m_busyUntil{0}; // the operator's wish
    int m_failures = 0;
    int m_later = 0; // how often in a row it was told to come again later
    quint64 m_answers = 0;
    bool m_needsLogin = false;
    bool m_unheard = false;
    std::optional<Error> m_error;
    std::optional<Error> m_storeError;
};

} // namespace carriel::sync
