// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/LentBytes.h"

#include "core/base/BaseErrors.h"

#include <QFileInfo>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace carriel::signing {

namespace {

constexpr qsizetype slice = 1024 * 1024;

Error trouble(ErrorCode code, const QString &path, const QString &reason)
{
    return {code, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), reason}}, reason};
}

} // namespace

LentBytes::~LentBytes()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

Result<std::shared_ptr<LentBytes>> LentBytes::ofFile(const QString &path)
{
    std::shared_ptr<LentBytes> lent(new LentBytes);
    lent->m_descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat facts
    {
    };
    if (lent->m_descriptor < 0 || fstat(lent->m_descriptor, &facts) != 0)
        return trouble(carriel::errors::fileRead, path, QString::fromLocal8Bit(std::strerror(errno)));
    if (!S_ISREG(facts.st_mode))
        return trouble(carriel::errors::fileRead, path,
                       S_ISDIR(facts.st_mode) ? QStringLiteral("it is a folder")
                                              : QStringLiteral("it is not a plain file"));
    lent->m_path = path;
    lent->m_size = facts.st_size;
    lent->m_modified[0] = facts.st_mtim.tv_sec;
    lent->m_modified[1] = facts.st_mtim.tv_nsec;
    return lent;
}

Result<std::shared_ptr<LentBytes>> LentBytes::inMemory()
{
    std::shared_ptr<LentBytes> lent(new LentBytes);
#ifdef Q_OS_LINUX
    lent->m_descriptor = memfd_create("carriel", MFD_CLOEXEC);
#else
    const QByteArray name = "/carriel-" + QByteArray::number(getpid()) + QByteArray::number(quint64(lent.get()), 16);
    lent->m_descriptor = shm_open(name.constData(), O_RDWR | O_CREAT | O_EXCL, 0600);
    shm_unlink(name.constData());
#endif
    if (lent->m_descriptor < 0)
        return trouble(carriel::errors::diskFull, QString(), QString::fromLocal8Bit(std::strerror(errno)));
    return lent;
}

Outcome LentBytes::append(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t put = pwrite(m_descriptor, bytes.data() + at, std::size_t(bytes.size() - at), m_size);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return trouble(carriel::errors::diskFull, QString(), QString::fromLocal8Bit(std::strerror(errno)));
        at += put;
        m_size += put;
    }
    return {};
}

Result<std::shared_ptr<LentBytes>> LentBytes::copyOf(QByteArrayView bytes)
{
    CARRIEL_TRY(std::shared_ptr<LentBytes> lent, inMemory());
    CARRIEL_CHECK(lent->append(bytes));
    return lent;
}

Result<std::shared_ptr<LentBytes>> LentBytes::copyOf(QIODevice &device, qint64 most)
{
    if (!device.isOpen() && !device.open(QIODevice::ReadOnly))
        return trouble(carriel::errors::fileRead, QString(), device.errorString());
    CARRIEL_TRY(std::shared_ptr<LentBytes> lent, inMemory());
    QByteArray part(slice, Qt::Uninitialized);
    while (device.isSequential() || !device.atEnd()) {
        const qint64 got = device.read(part.data(), part.size());
        if (got == 0 && device.isSequential())
            break; // the other end closed it
        if (got <= 0)
            return trouble(carriel::errors::fileRead, QString(), device.errorString());
        if (lent->m_size + got > most)
            return trouble(carriel::errors::fileRead, QString(), QStringLiteral("more than a gigabyte came"));
        CARRIEL_CHECK(lent->append(QByteArrayView(part).first(got)));
    }
    return lent;
}

QByteArray LentBytes::head(qint64 most) const
{
    QByteArray bytes(std::min(most, m_size), Qt::Uninitialized);
    const ssize_t got = pread(m_descriptor, bytes.data(), std::size_t(bytes.size()), 0);
    bytes.resize(std::max<ssize_t>(0, got));
    return bytes;
}

bool LentBytes::unchanged() const
{
    struct stat now
    {
    };
    if (fstat(m_descriptor, &now) != 0 || now.st_size != m_size)
        return false;
    return m_modified[0] == 0 || (now.st_mtim.tv_sec == m_modified[0] && now.st_mtim.tv_nsec == m_modified[1]);
}

} // namespace carriel::signing
