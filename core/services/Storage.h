// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept on this computer for use without a network, and how much room it takes. A rule for a folder holds for
// all it contains, also for what comes later; the nearest rule above a document counts. Made by Documents. Thread: GUI.
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>

namespace carriel {

struct VaultAccess;

enum class KeepRule { Inherited, Keep, Release };

struct StorageUse
{
    qint64 here = 0;      // bytes of documents on this computer
    qint64 kept = 0;      // … of them under a rule that keeps them
    qint64 freeable = 0;  // … that the operator has too and no rule keeps
    qint64 onlyHere = 0;  // … that the operator does not have (yet)
    qint64 all = 0;       // bytes of all documents, here or not
    qint64 vaultFile = 0; // size of the vault on disk
    qint64 diskFree = -1; // -1: not known
};

struct KeptFolder
{
    ItemId item;
    QString path;
    KeepRule rule = KeepRule::Keep;
    qint64 here = 0; // bytes in it on this computer
    qint64 all = 0;
};

class Storage
{
public:
    explicit Storage(VaultAccess &access) : m_access(access) {}

    StorageUse use() const;
    StorageUse useOf(const ItemId &folder) const; // vaultFile and diskFree are not filled in
    QList<KeptFolder> rules() const;              // by path
    KeepRule ruleOf(const ItemId &item) const;    // its own
    bool isKept(const ItemId &item) const;        // by its own rule, one above it, or the general one

    // The general rule, for what no folder's rule says otherwise. Default: everything is kept here.
    bool keepsEverything() const;
    QFuture<Outcome> setKeepEverything(bool on);

    // Release frees what may be freed: never bytes of which the operator has not proved just now that it has them. CAR-SVC-096 if
    // it could not be asked: the rule holds, and nothing was freed.
    QFuture<Outcome> setRule(QList<ItemId> items, KeepRule rule);
    // Frees everything that no rule keeps, likewise; answers the bytes freed.
    QFuture<Result<qint64>> freeNow();

private:
    VaultAccess &m_access;
};

} // namespace carriel
