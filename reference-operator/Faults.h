// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Places where a test may end the process, as a loss of power would. Nothing of this is in a release.
#pragma once

#ifdef CARRIEL_TEST_HOOKS
#include <atomic>
#include <cstdlib>
#include <string_view>
#include <unistd.h>
#endif

namespace carriel::op {

// CARRIEL_CRASH_AT=name[:n] ends the process the n-th time that it passes the place of that name.
inline void crashPoint([[maybe_unused]] const char *name)
{
#ifdef CARRIEL_TEST_HOOKS
    static const char *const wanted = std::getenv("CARRIEL_CRASH_AT");
    static std::atomic<int> passed = 0;
    if (!wanted)
        return;
    const std::string_view text(wanted);
    const size_t colon = text.find(':');
    if (text.substr(0, colon) != name)
        return;
    const int n = colon == std::string_view::npos ? 1 : std::atoi(wanted + colon + 1);
    if (++passed == n)
        ::_exit(137);
#endif
}

} // namespace carriel::op
