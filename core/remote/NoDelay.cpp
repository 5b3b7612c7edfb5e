// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/NoDelay.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <arpa/inet.h>
#include <cstdlib>
#include <dirent.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace carriel::remote {

#ifdef Q_OS_LINUX
namespace {
int peerPort(int fd)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getpeername(fd, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return -1;
    if (address.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in *>(&address)->sin_port);
    return address.ss_family == AF_INET6 ? ntohs(reinterpret_cast<const sockaddr_in6 *>(&address)->sin6_port) : -1;
}
} // namespace

void setNoDelay(int port)
{
    DIR *folder = opendir("/proc/self/fd");
    if (!folder)
        return;
    while (const dirent *entry = readdir(folder)) {
        const int fd = std::atoi(entry->d_name);
        const int on = 1;
        if (fd > 2 && peerPort(fd) == port)
            setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    closedir(folder);
}
#else
void setNoDelay(int) {}
#endif

} // namespace carriel::remote
