// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/FailingDisk.h"

#include <QFile>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <sys/syscall.h>
#include <unistd.h>

namespace carriel::test {

namespace {
// Plain data: the calls come from everywhere, before main() too.
char folder[4096];
std::array<std::atomic<bool>, 4096> watched;
std::array<std::atomic<int>, 5> counts;
std::atomic<bool> armed;
std::atomic<bool> hit;
DiskFault fault;

bool isWatched(int fd)
{
    return fd >= 0 && size_t(fd) < watched.size() && watched[size_t(fd)];
}

bool isBelow(const char *path)
{
    return folder[0] && std::strncmp(path, folder, std::strlen(folder)) == 0;
}

// True if this call is to fail.
bool fails(DiskCall call)
{
    if (!armed)
        return false;
    const int now = ++counts[size_t(call)];
    const bool fail = (call == fault.call && now == fault.nth) || (hit && fault.stays && call != DiskCall::Lock);
    hit = hit || fail;
    return fail;
}

int failed()
{
    errno = fault.error;
    return -1;
}

int openHere(int dir, const char *path, int flags, mode_t mode)
{
    const bool mine = isBelow(path);
    if (mine && (flags & O_ACCMODE) != O_RDONLY && fails(DiskCall::Open))
        return failed();
    const int fd = int(::syscall(SYS_openat, dir, path, flags, mode));
    if (fd >= 0 && size_t(fd) < watched.size())
        watched[size_t(fd)] = mine;
    return fd;
}

ssize_t writeHere(int fd, const void *bytes, size_t count, off_t at)
{
    const auto real = [&](size_t n) {
        return at < 0 ? ::syscall(SYS_write, fd, bytes, n) : ::syscall(SYS_pwrite64, fd, bytes, n, at);
    };
    if (isWatched(fd) && fails(DiskCall::Write)) {
        if (fault.half)
            (void)real(count / 2);
        return failed();
    }
    return real(count);
}
} // namespace

void FailingDisk::watch(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    std::strncpy(folder, name.constData(), sizeof folder - 1);
}

void FailingDisk::arm(const DiskFault &next)
{
    fault = next;
    hit = false;
    for (auto &count : counts)
        count = 0;
    armed = true;
}

void FailingDisk::disarm()
{
    armed = false;
}

bool FailingDisk::fired()
{
    return hit;
}

int FailingDisk::passed(DiskCall call)
{
    return counts[size_t(call)];
}

} // namespace carriel::test

// The system's own names, so that the libraries find these first.
#define CARRIEL_EXPORTED extern "C" __attribute__((visibility("default")))
using namespace carriel::test;

CARRIEL_EXPORTED int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return openHere(AT_FDCWD, path, flags, mode);
}
CARRIEL_EXPORTED int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return openHere(AT_FDCWD, path, flags, mode);
}
CARRIEL_EXPORTED int close(int fd)
{
    if (fd >= 0 && size_t(fd) < watched.size())
        watched[size_t(fd)] = false;
    return int(::syscall(SYS_close, fd));
}
CARRIEL_EXPORTED ssize_t write(int fd, const void *bytes, size_t count)
{
    return writeHere(fd, bytes, count, -1);
}
CARRIEL_EXPORTED ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at)
{
    return writeHere(fd, bytes, count, at);
}
CARRIEL_EXPORTED ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at)
{
    return writeHere(fd, bytes, count, at);
}
CARRIEL_EXPORTED int fsync(int fd)
{
    return isWatched(fd) && fails(DiskCall::Sync) ? failed() : int(::syscall(SYS_fsync, fd));
}
CARRIEL_EXPORTED int fdatasync(int fd)
{
    return isWatched(fd) && fails(DiskCall::Sync) ? failed() : int(::syscall(SYS_fdatasync, fd));
}
CARRIEL_EXPORTED int ftruncate(int fd, off_t size) noexcept
{
    return isWatched(fd) && fails(DiskCall::Write) ? failed() : int(::syscall(SYS_ftruncate, fd, size));
}
CARRIEL_EXPORTED int ftruncate64(int fd, off_t size) noexcept
{
    return isWatched(fd) && fails(DiskCall::Write) ? failed() : int(::syscall(SYS_ftruncate, fd, size));
}
CARRIEL_EXPORTED int rename(const char *from, const char *to) noexcept
{
    return isBelow(to) && fails(DiskCall::Rename) ? failed() : int(::syscall(SYS_rename, from, to));
}
namespace {
int control(int fd, int command, void *argument)
{
    // Taking one may fail; giving it back never does.
    const bool takes =
        (command == F_SETLK || command == F_SETLKW) && static_cast<const flock *>(argument)->l_type != F_UNLCK;
    if (takes && isWatched(fd) && fails(DiskCall::Lock))
        return failed();
    return int(::syscall(SYS_fcntl, fd, command, argument));
}
} // namespace
CARRIEL_EXPORTED int fcntl(int fd, int command, ...)
{
    va_list more;
    va_start(more, command);
    void *argument = va_arg(more, void *);
    va_end(more);
    return control(fd, command, argument);
}
CARRIEL_EXPORTED int fcntl64(int fd, int command, ...)
{
    va_list more;
    va_start(more, command);
    void *argument = va_arg(more, void *);
    va_end(more);
    return control(fd, command, argument);
}
