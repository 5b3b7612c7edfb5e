// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the entries of the record about shares are about: an entry has the share's number, the vault knows what was shared
// and with whom. Private to core/services.
#pragma once

#include "core/services/Activity.h"
#include "core/vault/Database.h"

namespace carriel {

class ShareNames
{
public:
    explicit ShareNames(vault::Database &database) : m_database(database) {}
    void fill(ActivityRecord &record); // name and with, of an entry about a share that is known here

private:
    struct Known
    {
        QString what, with;
    };
    vault::Database &m_database;
    QHash<QString, Known> m_known; // asked for as they come: a record is long, and speaks of few shares
};

} // namespace carriel
