// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a command goes on waiting for the operator after each word of a round. What it was asked for is safe on this computer
// before, so an operator that says nothing is left to a later sync after seconds; one that takes bytes gets the time that they need.
#pragma once

#include "core/services/Values.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace carriel::commands {

class StandingStill
{
public:
    static constexpr std::chrono::seconds few{8};

    // `sinceUtc`: when the command began; whatever the operator said before that proves nothing of now.
    explicit StandingStill(QDateTime sinceUtc) : m_sinceUtc(std::move(sinceUtc)) {}

    // From this word on; nullopt: it is none of the operator's. `at` is monotonic.
    std::optional<std::chrono::milliseconds> after(const SyncStatus &status, std::chrono::milliseconds at)
    {
        if (status.silentSinceUtc.isValid())
            return std::nullopt;
        if (!(status.lastContactUtc.isValid() && status.lastContactUtc >= m_sinceUtc))
            return few; // it was not heard yet: nothing of a document is on its way before that
        if (status.bytesLeft < m_left)
            m_rate = (m_left - status.bytesLeft) * 1000 / std::max<qint64>(1, (at - m_movedAt).count());
        if (status.bytesLeft != m_left)
            m_movedAt = at;
        m_left = status.bytesLeft;
        const qint64 slowest = std::max(slowLine, m_rate / 4);
        return few + std::chrono::milliseconds(std::min(m_left, mostAtOnce) * 1000 / slowest);
    }

private:
    static constexpr qint64 slowLine = 32 * 1024;         // bytes in a second, where nothing is known of the line
    static constexpr qint64 mostAtOnce = 4 * 1024 * 1024; // about what travels before the operator answers for it

    QDateTime m_sinceUtc;
    std::chrono::milliseconds m_movedAt{0};
    qint64 m_left = 0;
    qint64 m_rate = 0;
};

} // namespace carriel::commands
