// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a program (LD_PRELOAD): its wall clock is CARRIEL_LATER seconds ahead. What a program does a few times a day
// is seen without waiting for the day to pass; the monotonic clock stays, so that no deadline is moved.
#include <cstdlib>
#include <sys/syscall.h>
#include <sys/time.h>
#include <ctime>
#include <unistd.h>

namespace {
time_t ahead()
{
    static const char *const words = getenv("CARRIEL_LATER");
    return words ? time_t(strtoll(words, nullptr, 10)) : 0;
}
} // namespace

// Seen by the program although all else of ours is hidden.
#pragma GCC visibility push(default)
extern "C" {

int clock_gettime(clockid_t clock, timespec *now) noexcept
{
    const int failed = int(syscall(SYS_clock_gettime, clock, now));
    if (failed == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += ahead();
    return failed;
}

int gettimeofday(timeval *now, void *) noexcept
{
    timespec exact;
    const int failed = clock_gettime(CLOCK_REALTIME, &exact);
    if (failed == 0)
        *now = {exact.tv_sec, exact.tv_nsec / 1000};
    return failed;
}

time_t time(time_t *kept) noexcept
{
    timespec exact;
    if (clock_gettime(CLOCK_REALTIME, &exact) != 0)
        return time_t(-1);
    if (kept)
        *kept = exact.tv_sec;
    return exact.tv_sec;
}
}
#pragma GCC visibility pop
