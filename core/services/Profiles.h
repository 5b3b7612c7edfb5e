// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The profiles of this computer's user: me, my company. Each is a folder with a vault of its own.
// Thread: GUI. Errors: CAR-SVC-0xx.
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QString>

namespace carriel {

struct ProfileInfo {
    QString dir;   // absolute
    QString name;  // given by the person; shown in the switcher
};

class Profiles
{
public:
    // `root`: the folder that holds them; normally the application's data folder.
    explicit Profiles(QString root);
    static QString defaultRoot();

    QList<ProfileInfo> list() const;          // by name
    Result<ProfileInfo> create(const QString &name);
    Outcome rename(const QString &dir, const QString &name);
    QString lastUsed() const;                 // dir; empty if none
    void setLastUsed(const QString &dir);

private:
    QString m_root;
};

} // namespace carriel
