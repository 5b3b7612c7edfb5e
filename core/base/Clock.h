// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Time as the core sees it: UTC for what is recorded, a monotonic count for waiting. Injected, so that tests own it.
#pragma once

#include <QDateTime>
#include <chrono>

namespace carriel {

class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime nowUtc() const = 0;                       // Qt::UTC, milliseconds; may jump, decides nothing
    virtual std::chrono::milliseconds monotonic() const = 0;    // never goes back; for delays and deadlines
};

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
    std::chrono::milliseconds monotonic() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
};

} // namespace carriel
