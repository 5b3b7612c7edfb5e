// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/Hardening.h"

#include <QtGlobal>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

#ifdef CARRIEL_COVERAGE_BUILD
extern "C" void __gcov_dump();
#endif

namespace carriel::process {

void harden()
{
    umask(077);
    // What was closed would be the number of the next file that is opened, and be read, or written into, as if it were a terminal.
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        if (fcntl(fd, F_GETFD) < 0)
            (void)!open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDWR);
    }
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_IGN); // a reader that went away is an error of a write, not the end of the program
#if defined(Q_OS_LINUX) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // whose leak check attaches
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

void leave(int exitCode)
{
    std::fflush(nullptr);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    std::exit(exitCode); // their reports are written at the end
#else
#ifdef CARRIEL_COVERAGE_BUILD
    __gcov_dump(); // not by exit(): what that takes down is still used by threads that are about to end
#endif
    std::_Exit(exitCode);
#endif
}

} // namespace carriel::process
