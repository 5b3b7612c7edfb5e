// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares so many bytes a second among all transfers of one direction. Thread: that of the transport.
#pragma once

#include <QElapsedTimer>
#include <algorithm>
#include <chrono>

namespace carriel::remote {

class Pacer
{
public:
    static constexpr std::chrono::milliseconds pause{50}; // who got nothing asks again after this

    void setRate(qint64 bytesPerSecond) // 0: no limit
    {
        m_rate = std::max<qint64>(bytesPerSecond, 0);
        m_left = 0;
        m_clock.start();
    }
    bool isOn() const { return m_rate > 0; }

    // How many of these bytes may move now; perhaps none.
    qint64 take(qint64 wanted)
    {
        if (m_rate == 0)
            return wanted;
        // A fifth of a second may be saved up, so that a timer that comes late does not slow things down.
        const double most = std::max(double(m_rate) / 5, 1024.0);
        m_left = std::min(most, m_left + double(m_rate) * double(m_clock.nsecsElapsed()) / 1e9);
        m_clock.start();
        const qint64 allowed = std::min(wanted, qint64(m_left));
        m_left -= double(allowed);
        return allowed;
    }

private:
    qint64 m_rate = 0;
    double m_left = 0;
    QElapsedTimer m_clock;
};

} // namespace carriel::remote
