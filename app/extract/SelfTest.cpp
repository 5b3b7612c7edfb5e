// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extract/Confinement.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace carriel::extract {

void tellWhatIsDenied(bool sealed)
{
    const auto say = [](const char *what, bool denied) { std::printf("%s %s\n", what, denied ? "denied" : "ALLOWED"); };
    say("network", socket(AF_INET, SOCK_STREAM, 0) < 0);
    say("local-socket", socket(AF_UNIX, SOCK_STREAM, 0) < 0);
    say("read-file", open("/etc/passwd", O_RDONLY | O_CLOEXEC) < 0);
    say("write-file", open("carriel-was-here", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) < 0);
    say("make-folder", mkdir("carriel-was-here.d", 0700) < 0);
    say("signal-parent", kill(getppid(), 0) < 0);
    bool inherited = false; // our own event loop has one or two low ones
    for (int fd = 8; fd < 64; ++fd)
        inherited |= lseek(fd, 0, SEEK_CUR) >= 0 || errno != EBADF;
    say("inherited-descriptor", !inherited);
    char program[] = "/bin/true";
    char *arguments[] = {program, nullptr};
    say("run-program", sealed ? execv(program, arguments) < 0 : false);
    say("fork", sealed ? fork() < 0 : false);
    std::fflush(stdout);
}

} // namespace carriel::extract
