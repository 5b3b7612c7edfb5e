// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// SQL that more than one query of VaultReader begins with. Private to core/vault.
#pragma once

#include <QString>

// The folders that are in the trash, and those below them: what lies in them is not shown as if it were not. Walked once for
// a query; nothing is in it most of the time.
#define CARRIEL_HIDDEN_FOLDERS                                                                                         \
    "WITH RECURSIVE hidden(id) AS (SELECT id FROM listing WHERE state=1 AND type=0 UNION "                             \
    "SELECT l.id FROM hidden h CROSS JOIN listing l ON l.parent=h.id AND l.state=0 AND l.type=0) "

namespace carriel::vault {

// What a person types, for the index of words: each word in quotes (the index's own language stays out), each but a
// single letter matched from its beginning. Empty: no word is in it.
QString matchOf(const QString &text);

} // namespace carriel::vault
