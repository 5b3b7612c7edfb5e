// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's timers on Qt's event loop. Thread: the one it lives in.
#pragma once

#include "core/sync/Scheduler.h"

#include <QObject>

namespace carriel {

class QtScheduler final : public QObject, public sync::Scheduler
{
public:
    [[nodiscard]] sync::TimerPtr after(std::chrono::milliseconds delay, std::function<void()> run) override;
};

} // namespace carriel
