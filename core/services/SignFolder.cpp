// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/SignFolder.h"

#include "core/base/BaseErrors.h"
#include "core/services/ServiceErrors.h"
#include "core/signing/verify/FileVerifier.h"
#include "core/vault/PlainContent.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace carriel {

namespace {
constexpr qint64 largestSignature = 64 << 20; // beside a file

void wipeFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite)) {
        const QByteArray zeros(256 * 1024, '\0');
        for (qint64 left = file.size(); left > 0; left -= zeros.size())
            file.write(zeros.constData(), qMin<qint64>(left, zeros.size()));
        file.flush();
    }
    file.remove();
}
} // namespace

Outcome SignFolder::open()
{
    if (!m_folder || !m_folder->isValid()) {
        // The runtime folder lives in memory and is this user's alone, where the system has one.
        const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
        const QString base = !runtime.isEmpty() && QFileInfo(runtime).isWritable() ? runtime : QDir::tempPath();
        m_folder = std::make_unique<QTemporaryDir>(base + QStringLiteral("/carriel-sign-XXXXXX"));
    }
    if (!m_folder->isValid())
        return Error{errors::fileWrite,
                     {{QStringLiteral("path"), m_folder->path()}, {QStringLiteral("reason"), m_folder->errorString()}},
                     {}};
    return {};
}

Outcome SignFolder::write(vault::VaultStore &store, const BlobId &id, const QString &name, const QString &path)
{
    CARRIEL_TRY(const auto blob, store.blob(id));
    if (!blob || blob->state != sync::BlobState::Verified)
        return Error{errors::notHere, {{QStringLiteral("name"), name}}, {}};
    QFile file(path);
    const auto writeError = [&] {
        return Error{
            errors::fileWrite, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}}, {}};
    };
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return writeError();
    CARRIEL_TRY(const vault::PlainContent content, vault::PlainContent::of(store.database(), id));
    for (qint64 offset = 0; offset < content.size();) {
        CARRIEL_TRY(const QByteArray bytes, content.piece(store.database(), offset / vault::PlainContent::pieceSize));
        if (bytes.isEmpty() || file.write(bytes) != bytes.size())
            return writeError();
        offset += bytes.size();
    }
    return file.flush() ? Outcome() : Outcome(writeError());
}

QByteArray SignFolder::signedDigest() const
{
    QFile file(source());
    if (file.size() > largestSignature || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    return signing::formatOf(bytes) == signing::SignedFormat::Cades ? signing::signedDigest(bytes) : QByteArray();
}

void SignFolder::wipe()
{
    if (!m_folder)
        return;
    const QFileInfoList left = QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : left)
        wipeFile(file.filePath());
}

} // namespace carriel
