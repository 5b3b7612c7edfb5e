// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Files.h"

#include "core/base/BaseErrors.h"
#include "core/base/CrashPoint.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <cerrno>
#include <cstring>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace carriel::vault {

namespace {
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

Error writeError(const QString &path, const QString &reason, bool full = false)
{
    if (full)
        return Error{carriel::errors::diskFull, {{QStringLiteral("path"), path}}, reason};
    return Error{carriel::errors::fileWrite, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), reason}}, {}};
}

bool isFull(int error)
{
#ifdef Q_OS_UNIX
    return error == ENOSPC || error == EDQUOT;
#else
    return error == ENOSPC;
#endif
}

// QSaveFile syncs too, but takes no notice when that fails: what was not kept would be said to be.
bool synced(QSaveFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

void syncDir(const QString &path)
{
#ifdef Q_OS_UNIX
    // Best effort: some file systems refuse it, and then they do not need it.
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)::fsync(fd);
        ::close(fd);
    }
#else
    (void)path;
#endif
}
} // namespace

Outcome renameDurably(const QString &from, const QString &to)
{
#ifdef Q_OS_WIN
    const bool done = MoveFileExW(reinterpret_cast<const wchar_t *>(QDir::toNativeSeparators(from).utf16()),
                                  reinterpret_cast<const wchar_t *>(QDir::toNativeSeparators(to).utf16()),
                                  MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
    if (!done)
        return writeError(to, QStringLiteral("MoveFileEx %1").arg(GetLastError()));
#else
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return writeError(to, QString::fromLocal8Bit(std::strerror(errno)), isFull(errno));
#endif
    CARRIEL_CRASHPOINT("file.renamed");
    syncDir(QFileInfo(to).absolutePath());
    return {};
}

Outcome copyDurably(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        return Error{carriel::errors::fileRead,
                     {{QStringLiteral("path"), from}, {QStringLiteral("reason"), source.errorString()}}, {}};
    }
    QSaveFile target(to);
    if (!target.open(QIODevice::WriteOnly))
        return writeError(to, target.errorString());
    target.setPermissions(ownerOnly);
    QByteArray piece(1 << 20, Qt::Uninitialized);
    for (;;) {
        const qint64 count = source.read(piece.data(), piece.size());
        if (count < 0) {
            return Error{carriel::errors::fileRead,
                         {{QStringLiteral("path"), from}, {QStringLiteral("reason"), source.errorString()}}, {}};
        }
        if (count == 0)
            break;
        if (target.write(piece.constData(), count) != count)
            return writeError(to, target.errorString(), target.error() == QFileDevice::ResourceError);
    }
    if (!synced(target))
        return writeError(to, QString::fromLocal8Bit(std::strerror(errno)), isFull(errno));
    if (!target.commit())
        return writeError(to, target.errorString(), target.error() == QFileDevice::ResourceError);
    syncDir(QFileInfo(to).absolutePath());
    return {};
}

Outcome writeDurably(const QString &path, const QByteArray &bytes)
{
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly))
        return writeError(path, target.errorString());
    CARRIEL_CRASHPOINT("file.begun");
    target.setPermissions(ownerOnly);
    if (target.write(bytes) != bytes.size() || !synced(target))
        return writeError(path, QString::fromLocal8Bit(std::strerror(errno)), isFull(errno));
    if (!target.commit())
        return writeError(path, target.errorString(), target.error() == QFileDevice::ResourceError);
    syncDir(QFileInfo(path).absolutePath());
    return {};
}

Outcome makePrivateDir(const QString &path)
{
    const bool wasThere = QFileInfo(path).isDir();
    if (!QDir().mkpath(path))
        return writeError(path, QStringLiteral("cannot be made"));
    if (!wasThere)
        QFile::setPermissions(path, ownerOnly | QFile::ExeOwner);
    return {};
}

} // namespace carriel::vault
