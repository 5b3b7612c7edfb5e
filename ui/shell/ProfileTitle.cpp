// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ProfileTitle.h"

#include "core/services/Session.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

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

// Without a place.
QString called(const ProfileInfo &profile, const Session &open)
{
    if (!profile.name.isEmpty())
        return profile.name;
    const bool isOpen = QDir::cleanPath(profile.dir) == QDir::cleanPath(open.dir());
    const QString owner = isOpen && !open.account().holderName.isEmpty() ? open.account().holderName : profile.owner;
    return owner.isEmpty() ? Tr::tr("My folder") : owner;
}

} // namespace

QString profileTitle(const ProfileInfo &profile, const QList<ProfileInfo> &all, const Session &open)
{
    const auto calledSo = [&](const ProfileInfo &other) { return called(other, open) == called(profile, open); };
    const QString name = called(profile, open);
    return std::count_if(all.begin(), all.end(), calledSo) < 2 ? name : Tr::tr("%1 (%2)").arg(name, shortened(QDir::cleanPath(profile.dir)));
}

} // namespace carriel::ui
