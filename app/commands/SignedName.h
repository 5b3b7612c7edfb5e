// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Into a folder: under the same name, with what the format is known by behind it.
#pragma once

#include <QFileInfo>

namespace carriel::commands {

inline QString signedPath(const QString &folder, const QString &source, const QString &format)
{
    const QString name = folder + u'/' + QFileInfo(source).fileName();
    return format == QLatin1String("asice")   ? QString(name + QStringLiteral(".asice"))
           : format == QLatin1String("cades") ? QString(name + QStringLiteral(".p7s"))
                                              : name;
}

} // namespace carriel::commands
