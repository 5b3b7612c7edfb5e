// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/trust/CertificateFiles.h"

#include "core/signing/SigningErrors.h"

#include <QFile>
#include <QFileInfo>

namespace carriel::signing {

Error badAnchor(const QString &file, const char *reason)
{
    return {errors::badAnchor,
            {{QStringLiteral("file"), file}, {QStringLiteral("reason"), QString::fromLatin1(reason)}},
            {}};
}

Result<QByteArray> contentOf(const QString &path)
{
    constexpr qint64 maxFile = 50 * 1024 * 1024;
    QFile file(path);
    if (!QFileInfo(path).isFile() && QFileInfo::exists(path)) // a pipe: reading would wait for ever
        return badAnchor(path, "cannot be read");
    if (file.size() > maxFile || !file.open(QIODevice::ReadOnly))
        return badAnchor(path, "cannot be read");
    return file.readAll();
}

Result<QList<crypto::Certificate>> certificatesIn(const QByteArray &bytes)
{
    if (bytes.contains("-----BEGIN"))
        return crypto::Certificate::fromPem(bytes);
    CARRIEL_TRY(const crypto::Certificate one, crypto::Certificate::fromDer(bytes));
    return QList<crypto::Certificate>{one};
}

} // namespace carriel::signing
