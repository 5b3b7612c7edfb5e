// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/QtScheduler.h"

#include <QTimer>

namespace carriel {

namespace {
class QtTimer final : public sync::Timer
{
public:
    QtTimer(std::chrono::milliseconds delay, std::function<void()> run)
    {
        m_timer.setSingleShot(true);
        // What runs may destroy this very timer, so it runs from a copy.
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [run = std::move(run)] {
            const auto copy = run;
            copy();
        });
        m_timer.start(delay);
    }

private:
    QTimer m_timer;
};
} // namespace

sync::TimerPtr QtScheduler::after(std::chrono::milliseconds delay, std::function<void()> run)
{
    return std::make_unique<QtTimer>(delay, std::move(run));
}

} // namespace carriel
