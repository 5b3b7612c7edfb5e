// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Files.h"

#include <QFile>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace carriel::op {

FileError::FileError(const QString &path, int error)
    : std::runtime_error(QFile::encodeName(path).toStdString() + ": " + std::strerror(error)), m_error(error)
{
}

File::File(const QString &path, int flags, unsigned mode) : m_path(path)
{
    do {
        m_fd = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode);
    } while (m_fd < 0 && errno == EINTR);
    if (m_fd < 0)
        throw FileError(path, errno);
}

File &File::operator=(File &&other) noexcept
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = std::exchange(other.m_fd, -1);
    m_path = std::move(other.m_path);
    return *this;
}

File::~File()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

void File::writeAt(qint64 offset, QByteArrayView bytes) const
{
    while (!bytes.isEmpty()) {
        const ssize_t n = ::pwrite(m_fd, bytes.data(), size_t(bytes.size()), offset);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            throw FileError(m_path, n < 0 ? errno : EIO);
        bytes = bytes.sliced(n);
        offset += n;
    }
}

QByteArray File::readAt(qint64 offset, qint64 most) const
{
    QByteArray out(most, Qt::Uninitialized);
    qint64 have = 0;
    while (have < most) {
        const ssize_t n = ::pread(m_fd, out.data() + have, size_t(most - have), offset + have);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            throw FileError(m_path, errno);
        if (n == 0)
            break;
        have += n;
    }
    out.truncate(have);
    return out;
}

void File::resize(qint64 size) const
{
    if (::ftruncate(m_fd, size) != 0)
        throw FileError(m_path, errno);
}

qint64 File::size() const
{
    struct stat info = {};
    if (::fstat(m_fd, &info) != 0)
        throw FileError(m_path, errno);
    return info.st_size;
}

void File::sync() const
{
    if (::fdatasync(m_fd) != 0)
        throw FileError(m_path, errno);
}

void syncFolder(const QString &path)
{
    const File folder(path, O_RDONLY | O_DIRECTORY);
    if (::fsync(folder.fd()) != 0)
        throw FileError(path, errno);
}

void syncFileSystem(const QString &path)
{
    const File folder(path, O_RDONLY | O_DIRECTORY);
    if (::syncfs(folder.fd()) != 0)
        throw FileError(path, errno);
}

} // namespace carriel::op
