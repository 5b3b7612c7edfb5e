// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The folders of temporary copies on the disk: one for each run of the program, with a lock beside it that says whether
// that run still lives, and beside each copy a note of whose it is and what the vault had of it. Any thread.
#pragma once

#include "core/base/Id.h"
#include "core/domain/Ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace carriel::ui {

// A copy that was changed by another program and not taken in.
struct UnsavedCopy
{
    QString path;
    QString note;    // the file that describes it
    QString profile; // the folder of the vault it came from
    ItemId item;
    QString name;
    QByteArray digest; // as it is now
};

QString copiesRoot();                         // of this user
QByteArray digestOfFile(const QString &path); // SHA-256; empty if it cannot be read
void writeNote(const QString &path, const QString &profile, const ItemId &item, const QString &name,
               const QByteArray &digest);

// Overwrites with zeros, then removes. What a disk keeps of it elsewhere cannot be reached from here.
void wipeFile(const QString &path);
void wipeFolder(const QString &folder);
// What runs that no longer live left unsaved.
QList<UnsavedCopy> unsavedCopies(const QString &root);
// Removes what such runs left, except for what was never taken in.
void wipeLeftovers(const QString &root);

} // namespace carriel::ui
