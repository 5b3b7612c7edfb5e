// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/SocketPath.h"

#include "core/base/BaseErrors.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace carriel::instance {

Result<QString> socketPath(const QString &profileDir)
{
    const QFileInfo profile(profileDir);
    const QString real = profile.exists() ? profile.canonicalFilePath() : profile.absoluteFilePath();
    const QString name =
        QString::fromLatin1(QCryptographicHash::hash(real.toUtf8(), QCryptographicHash::Sha256).toHex().left(24));
#ifdef Q_OS_UNIX
    // The path of a socket may have some hundred bytes only, so a long runtime folder is not used.
    QString base = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (base.isEmpty() || base.toUtf8().size() > 60 || !QFileInfo(base).isDir())
        base = QStringLiteral("/tmp/carriel-") + QString::number(getuid());
    else
        base += QStringLiteral("/carriel");
    const QByteArray path = QFile::encodeName(base);
    struct stat folder{};
    mkdir(path.constData(), 0700);
    const bool ours = lstat(path.constData(), &folder) == 0 && S_ISDIR(folder.st_mode) && folder.st_uid == getuid()
        && (folder.st_mode & 0077) == 0;
    if (!ours)
        return Error{errors::fileWrite, {{QStringLiteral("path"), base}, {QStringLiteral("reason"), QStringLiteral("0700")}}, {}};
    return QString(base + u'/' + name);
#else
    return QString(QStringLiteral("carriel-") + name);
#endif
}

bool peerIsThisUser(const QLocalSocket &socket)
{
#ifdef Q_OS_LINUX
    ucred peer{};
    socklen_t size = sizeof peer;
    return getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == getuid();
#else
    Q_UNUSED(socket)
    return true;
#endif
}

} // namespace carriel::instance
