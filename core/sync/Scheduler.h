// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Time for the engine: run something later in its own thread. Qt's timers in the program, a queue in the simulator.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace carriel::sync {

// Destroying it stops it.
class Timer
{
public:
    virtual ~Timer() = default;
};
using TimerPtr = std::unique_ptr<Timer>;

class Scheduler
{
public:
    virtual ~Scheduler() = default;
    [[nodiscard]] virtual TimerPtr after(std::chrono::milliseconds delay, std::function<void()> run) = 0;
};

} // namespace carriel::sync
