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
    QString name;  // given by the person, shown in the switcher; empty: none yet
    QString owner; // whose folder it is; empty: nobody has logged in yet
};

class Profiles
{
public:
    // `root`: the folder that holds them; normally the application's data folder.
    explicit Profiles(QString root);
    static QString defaultRoot();

    // By name: every folder here that has a vault or was given a name, those that were remembered while their vault is
    // there, and the one that is `open`, wherever it lies.
    QList<ProfileInfo> list(const QString &open = {}) const;
    static QString nameOf(const QString &dir); // given by the person; empty: none
    static void noteOwner(const QString &dir, const QString &owner); // known at a login, wanted where the vault is locked
    Result<ProfileInfo> create(const QString &name);
    Outcome rename(const QString &dir, const QString &name);
    // Off the list, or on it again. Nothing of the folder is touched; --profile opens it as before.
    Outcome setListed(const QString &dir, bool listed);
    // A folder outside of the root (--profile) that somebody has opened: the way back to it is kept.
    void remember(const QString &dir);
    QString lastUsed() const;                 // dir; empty if none
    void setLastUsed(const QString &dir);

private:
    QString m_root;
};

} // namespace carriel
