// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FolderNames.h"

#include <QFile>
#include <QStringDecoder>

#include <filesystem>
#include <system_error>

namespace carriel {

QStringList namesThatAreNotText(const QString &folder)
{
    QStringList out;
#ifndef Q_OS_WIN // there every name is UTF-16
    std::error_code broken;
    std::filesystem::directory_iterator entry(QFile::encodeName(folder).toStdString(), broken);
    for (; !broken && entry != std::filesystem::directory_iterator(); entry.increment(broken)) {
        const std::string name = entry->path().filename().native();
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString words = decoder(QByteArrayView(name.data(), qsizetype(name.size())));
        if (decoder.hasError())
            out += words;
    }
    out.sort();
#else
    Q_UNUSED(folder);
#endif
    return out;
}

} // namespace carriel
