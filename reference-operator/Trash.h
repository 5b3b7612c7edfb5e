// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The trash: in, out again, and away for good. Each change of each item is recorded. Inside a transaction; throws Problem.
#pragma once

#include "reference-operator/Shredder.h"
#include "reference-operator/ItemRules.h"

namespace carriel::op {

void trash(Connection &c, const QString &folder, Item &item, const QString &key);
// `wanted`: the folder it is to come back to, if there is such a one now; empty: where it was.
void restore(Connection &c, const QString &folder, Item &item, const QString &wanted, const QString &key,
             const Limits &limits);
// With all its descendants; bytes that nothing names any more are removed after the commit. Gives schema Removal.
QJsonObject purge(Connection &c, const QString &folder, Item &item, const QString &key, const QString &reason, Shredder &shredder);

// Forgets the blob's row unless a version names it, and its bytes after the commit.
void dropBlobIfUnused(Connection &c, const QString &folder, const QString &blob, Shredder &shredder);

} // namespace carriel::op
