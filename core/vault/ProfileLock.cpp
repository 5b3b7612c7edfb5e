// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/ProfileLock.h"

#include "core/vault/VaultErrors.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QThread>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace carriel::vault {

namespace {
Error errorAt(ErrorCode code, const QString &path, const QString &reason)
{
    return Error{code, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), reason}}, reason};
}

// "pid\nprogram\n"; it may be of somebody who is long gone, or missing.
QByteArrayList holder(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(256).split('\n') : QByteArrayList();
}

Error inUse(const QString &path)
{
    const QByteArrayList lines = holder(path);
    return Error{
        errors::inUse,
        {{QStringLiteral("path"), path}, {QStringLiteral("program"), QString::fromUtf8(lines.value(1)).left(64)}},
        QStringLiteral("process ") + QString::fromLatin1(lines.value(0).left(12))};
}

QByteArray signature()
{
    return QByteArray::number(QCoreApplication::applicationPid()) + '\n' +
           QCoreApplication::applicationName().toUtf8() + '\n';
}
} // namespace

#ifdef Q_OS_WIN

Result<std::unique_ptr<ProfileLock>> ProfileLock::take(const QString &path)
{
    const QString native = QDir::toNativeSeparators(path);
    const HANDLE handle = CreateFileW(reinterpret_cast<const wchar_t *>(native.utf16()), GENERIC_READ | GENERIC_WRITE,
                                      FILE_SHARE_READ, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle != INVALID_HANDLE_VALUE) {
        const QByteArray text = signature();
        DWORD written = 0;
        SetEndOfFile(handle);
        WriteFile(handle, text.constData(), DWORD(text.size()), &written, nullptr);
        return std::unique_ptr<ProfileLock>(new ProfileLock(reinterpret_cast<qintptr>(handle)));
    }
    switch (const DWORD why = GetLastError()) {
    case ERROR_SHARING_VIOLATION:
        return inUse(path);
    case ERROR_DISK_FULL:
        return errorAt(errors::diskFull, path, {});
    case ERROR_ACCESS_DENIED:
    case ERROR_WRITE_PROTECT:
        return std::unique_ptr<ProfileLock>(new ProfileLock(-1));
    default:
        return errorAt(errors::cannotOpen, path, QStringLiteral("error %1").arg(why));
    }
}

ProfileLock::~ProfileLock()
{
    if (m_handle != -1)
        CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

#else

namespace {
// A process that was killed while it started another one leaves the lock to that one, for the moment until its program
// is loaded.
bool holderIsDead(const QString &path)
{
    const int pid = holder(path).value(0).toInt();
    return pid > 0 && ::kill(pid, 0) != 0 && errno == ESRCH;
}
} // namespace

Result<std::unique_ptr<ProfileLock>> ProfileLock::take(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    bool mayWrite = true;
    int fd = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0 && (errno == EACCES || errno == EROFS || errno == EPERM)) {
        mayWrite = false;
        fd = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
        if (fd < 0 && (errno == ENOENT || errno == EACCES))
            return std::unique_ptr<ProfileLock>(new ProfileLock(-1));
    }
    if (fd < 0) {
        const int why = errno;
        const bool full = why == ENOSPC || why == EDQUOT;
        return errorAt(full ? errors::diskFull : errors::cannotOpen, path, QString::fromLocal8Bit(std::strerror(why)));
    }
    constexpr int patience = 200; // times 10 ms
    for (int waited = 0; ::flock(fd, LOCK_EX | LOCK_NB) != 0; ++waited) {
        const int why = errno;
        if (why == EWOULDBLOCK && waited < patience && holderIsDead(path)) {
            QThread::msleep(10);
            continue;
        }
        ::close(fd);
        if (why == EWOULDBLOCK)
            return inUse(path);
        return errorAt(errors::cannotOpen, path, QString::fromLocal8Bit(std::strerror(why)));
    }
    if (mayWrite) {
        const QByteArray text = signature();
        [[maybe_unused]] const bool signedIt =
            ::ftruncate(fd, 0) == 0 && ::write(fd, text.constData(), std::size_t(text.size())) > 0;
    }
    return std::unique_ptr<ProfileLock>(new ProfileLock(fd));
}

ProfileLock::~ProfileLock()
{
    if (m_handle == -1)
        return;
    // By name: a child process that is being started just now has the file open too, until its own program is loaded, and closing
    // ours alone would leave the lock with it.
    ::flock(int(m_handle), LOCK_UN);
    ::close(int(m_handle));
}

#endif

} // namespace carriel::vault
