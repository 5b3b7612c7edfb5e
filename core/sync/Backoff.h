// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How long to wait after a failure (SYNC 1): full jitter over 1 s · 2^n, at most 15 minutes, never before what was asked for.
#pragma once

#include "core/base/Random.h"

#include <algorithm>
#include <chrono>

namespace carriel::sync {

inline std::chrono::milliseconds backoff(int failures, std::chrono::milliseconds atLeast, Random &random)
{
    using namespace std::chrono_literals;
    const std::chrono::milliseconds most = std::min<std::chrono::milliseconds>(15min, 1s * (1 << std::clamp(failures, 0, 10)));
    return std::max(atLeast, std::chrono::milliseconds(random.below(quint64(most.count()) + 1)));
}

} // namespace carriel::sync
