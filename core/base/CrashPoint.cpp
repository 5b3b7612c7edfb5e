// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CrashPoint.h"

#ifdef CARRIEL_TEST_HOOKS
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <string>
#ifndef _WIN32
#include <csignal>
#endif

namespace carriel::hooks {

// CARRIEL_CRASHPOINT_LIST=file: every place that is passed is added to it, one name a line.
void crashPoint(const char *name)
{
    static std::mutex mutex;
    static std::map<std::string, int> passed;
    const std::scoped_lock lock(mutex);
    const int now = ++passed[name];
    if (const char *list = std::getenv("CARRIEL_CRASHPOINT_LIST")) {
        if (std::FILE *file = std::fopen(list, "a")) {
            std::fprintf(file, "%s\n", name);
            std::fclose(file);
        }
    }
#ifndef _WIN32
    // CARRIEL_CRASHPOINT_HOLD=name: it stands still there, the first time, until it is told to go on (SIGCONT).
    if (const char *held = std::getenv("CARRIEL_CRASHPOINT_HOLD"); held && std::strcmp(held, name) == 0 && now == 1)
        std::raise(SIGSTOP);
#endif
    const char *wanted = std::getenv("CARRIEL_CRASHPOINT");
    if (!wanted)
        return;
    const char *colon = std::strchr(wanted, ':');
    const std::string which = colon ? std::string(wanted, colon) : std::string(wanted);
    if (which == name && now == (colon ? std::atoi(colon + 1) : 1))
        std::_Exit(137);
}

} // namespace carriel::hooks
#endif
