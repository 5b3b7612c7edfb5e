// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Poller.h"

namespace carriel::sync {

using namespace std::chrono_literals;

namespace {
constexpr int silentAllowed = 3;
}

std::chrono::milliseconds Poller::period() const
{
    const auto wanted = m_foreground ? m_desk.limits.pollActive : m_desk.limits.pollIdle;
    return std::max({wanted, m_desk.limits.pollMin, std::chrono::seconds(1)});
}

void Poller::start()
{
    m_started = true;
    m_silent = 0;
    m_desk.readFeed = true;
}

void Poller::stop()
{
    m_started = false;
    m_calls.clear();
    m_poll.stop();
    m_retry.stop();
}

void Poller::setForeground(bool on)
{
    m_foreground = on;
    m_poll.stop();
}

void Poller::networkChanged()
{
    m_calls.clear();
    m_retry.stop();
    m_silent = 0;
    m_desk.readFeed = true;
}

void Poller::pump(const QString &cursor)
{
    m_cursor = cursor;
    if (!m_started)
        return;
    if (!m_poll.isSet()) {
        m_poll.set(period(), [this] {
            m_desk.readFeed = true;
            m_desk.kick();
        });
    }
    const bool wanted = m_desk.limitsKnown && m_desk.limits.events && m_desk.line.isOpen() && !cursor.isEmpty();
    if (wanted && m_calls.size() == 0 && !m_retry.isSet())
        open();
}

void Poller::open()
{
    m_heard = false;
    const int id = m_calls.next();
    const auto changed = [this](const QString &cursor) {
        m_heard = true;
        m_silent = 0;
        if (cursor.isEmpty() || cursor != m_cursor) {
            m_desk.readFeed = true;
            m_desk.kick();
        }
    };
    m_calls.keep(id, m_desk.ports.remote.events(changed, [this, id](const Trouble &trouble) {
        m_calls.done(id);
        ended(trouble);
    }));
}

void Poller::ended(const Trouble &trouble)
{
    m_silent = m_heard ? 0 : m_silent + 1;
    // An hour of polling alone after three streams that said nothing.
    const std::chrono::milliseconds pause = m_silent >= silentAllowed
                                                ? std::chrono::milliseconds(1h)
                                                : std::min<std::chrono::milliseconds>(5min, backoff(m_silent + 1, 1s, m_desk.ports.random));
    m_retry.set(std::max(pause, trouble.retryAfter), [this] { m_desk.kick(); });
}

} // namespace carriel::sync
