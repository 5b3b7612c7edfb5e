// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// From any older vault to this program's: numbered steps, each one transaction, each with a copy of the file before it.
// A step that is killed has not happened and runs again at the next start; a newer vault is refused and left as it is.
#pragma once

#include "core/vault/Database.h"

#include <QList>

namespace carriel::vault {

struct Migration {
    int version;                                // the file's user_version afterwards
    std::function<Outcome(Database &)> apply;   // inside the transaction
};

// Those of this program, in order, from 1 on.
const QList<Migration> &migrations();
int knownSchema();

// Errors: CAR-VLT-003 (newer), -018 (a step failed; the copy `<file>.before-N` holds what was), and those of Database.
// Only the copy of the last step is kept.
Outcome migrate(Database &database, const QList<Migration> &steps = migrations());

} // namespace carriel::vault
