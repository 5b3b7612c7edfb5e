// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in this folder on this computer, newest first, in plain values; words are the window's. Made by
// Documents. Thread: GUI.
#pragma once

#include "core/services/Values.h"

namespace carriel {

struct VaultAccess;

struct ActivityRecord
{
    QString kind;      // "document.added", "item.renamed", "item.trashed", "conflict.resolved" …
    QDateTime whenUtc; // this computer's clock
    ItemId item;
    QString name;        // as it was called then
    QString before;      // of a renaming or move; of a verdict, what it was
    QString verdict;     // of a document whose signatures were looked at again
    bool erased = false; // its detail was erased at the person's wish
};

class Activity
{
public:
    explicit Activity(VaultAccess &access) : m_access(access) {}
    QList<ActivityRecord> records(int most, int skip = 0) const;
    QList<ActivityRecord> of(const ItemId &item, int most) const;

private:
    VaultAccess &m_access;
};

} // namespace carriel
