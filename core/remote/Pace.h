// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// No more requests in a second than the operator allows (discovery, `limits.requests_per_s`). Half a second's worth may
// go at once, the rest is the person's other computers'. Times are monotonic. Thread: one.
#pragma once

#include <algorithm>
#include <chrono>

namespace carriel::remote {

class Pace
{
public:
    // 0: as fast as it goes.
    void setPerSecond(int count)
    {
        m_interval = std::chrono::microseconds(count > 0 ? 1000000 / count : 0);
        m_burst = m_interval * std::max(0, count / 2 - 1);
    }

    // One request wants to go: how long it must wait. It is counted already.
    std::chrono::milliseconds take(std::chrono::milliseconds now)
    {
        const std::chrono::microseconds at = std::max<std::chrono::microseconds>(m_next, now - m_burst);
        m_next = at + m_interval;
        return std::max(std::chrono::ceil<std::chrono::milliseconds>(at - now), std::chrono::milliseconds(0));
    }

private:
    std::chrono::microseconds m_interval{0};
    std::chrono::microseconds m_burst{0};
    std::chrono::microseconds m_next{std::chrono::microseconds::min() / 2};
};

} // namespace carriel::remote
