// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF that is signed after it was written anew (--normalise): the original stays, the copy lives as long as this.
#pragma once

#include "core/signing/MappedFile.h"
#include "core/signing/sign/Normalise.h"
#include "core/signing/verify/FileVerifier.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <memory>

namespace carriel::commands {

// Nothing if it is regular, or no PDF. `source` becomes the copy's path.
inline Result<std::shared_ptr<QTemporaryDir>> writtenAnew(QString &source, const QByteArray &password)
{
    CARRIEL_TRY(const auto file, signing::MappedFile::open(source));
    const QByteArrayView bytes = file->bytes();
    if (signing::formatOf(bytes.first(std::min<qsizetype>(bytes.size(), 1024))) != signing::SignedFormat::Pdf)
        return std::shared_ptr<QTemporaryDir>();
    auto folder = std::make_shared<QTemporaryDir>();
    const QString copy = folder->filePath(QFileInfo(source).fileName());
    CARRIEL_TRY(const bool written, signing::normalise(bytes, copy, password));
    if (!written)
        return std::shared_ptr<QTemporaryDir>();
    source = copy;
    return folder;
}

} // namespace carriel::commands
