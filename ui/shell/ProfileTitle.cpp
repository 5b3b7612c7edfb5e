// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ProfileTitle.h"

#include "core/services/Session.h"

#include <QCoreApplication>
#include <QDir>

namespace carriel::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ProfileTitle)
};

QString shortened(const QString &dir)
{
    const QString home = QDir::homePath() + u'/';
    return QDir::toNativeSeparators(dir.startsWith(home) ? QString(QStringLiteral("~/") + dir.mid(home.size())) : dir);
}

} // namespace

QString profileTitle(const ProfileInfo &profile, const Session &open)
{
    if (!profile.name.isEmpty())
        return profile.name;
    const QString dir = QDir::cleanPath(profile.dir);
    if (dir == QDir::cleanPath(open.dir()) && !open.account().holderName.isEmpty())
        return open.account().holderName;
    return dir.startsWith(Profiles::defaultRoot() + u'/') ? Tr::tr("My folder") : Tr::tr("My folder (%1)").arg(shortened(dir));
}

} // namespace carriel::ui
