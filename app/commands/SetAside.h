// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged vault that a rescue set aside, while what the operator has is not back: a folder that looks empty and new says so, and
// how it is filled.
#pragma once

#include "core/services/Values.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

namespace carriel::commands {

inline QStringList setAside(const QString &profile)
{
    const QDir dir(profile);
    QStringList out;
    for (const QString &name : dir.entryList({QStringLiteral("vault.db.damaged-*")}, QDir::Files, QDir::Name)) {
        if (!name.endsWith(QLatin1String("-wal")) && !name.endsWith(QLatin1String("-shm")))
            out.append(dir.filePath(name));
    }
    return out;
}

// How whoever is logged in is told of it: it stays until the person has seen that nothing is missing.
inline QString keptAsideWords(const QString &profile)
{
    const QStringList files = setAside(profile);
    if (files.isEmpty())
        return {};
    return QCoreApplication::translate("Commands", "A damaged file with your documents was set aside and is kept: %1.").arg(files.last()) + u'\n' +
           QCoreApplication::translate("Commands", "What your operator has comes back with: carriel-cli sync. Once you have seen that nothing is missing you may delete that file.");
}

// Nothing once somebody is logged in: the next sync brings it.
inline QString setAsideWords(const QString &profile, const Account &account)
{
    const QStringList files = account.loggedIn ? QStringList() : setAside(profile);
    if (files.isEmpty())
        return {};
    return QCoreApplication::translate("Commands", "A damaged file with your documents was set aside and is kept: %1.").arg(files.last()) + u'\n' +
           (account.connected
                ? QCoreApplication::translate("Commands", "What your operator has comes back once you log in: carriel-cli login")
                : QCoreApplication::translate("Commands", "What your operator has comes back once you log in: carriel-cli --operator https://… login, with --ca if it had a certificate of its own."));
}

} // namespace carriel::commands
