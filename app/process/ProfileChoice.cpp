// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/ProfileChoice.h"

#include "core/services/Profiles.h"

#include <QDir>

namespace carriel::process {

QString chosenProfile(const QString &given)
{
    if (!given.isEmpty())
        return QDir::cleanPath(QDir::current().absoluteFilePath(given));
    const QString root = Profiles::defaultRoot();
    const QString last = Profiles(root).lastUsed();
    return last.isEmpty() ? QString(root + QStringLiteral("/default")) : last;
}

} // namespace carriel::process
