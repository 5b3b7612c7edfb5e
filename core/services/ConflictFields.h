// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A stored conflict in the words of its fields. Private to core/services. Thread: the reader's.
#pragma once

#include "core/services/Conflicts.h"
#include "core/vault/RowReader.h"
#include "core/vault/VaultReader.h"

#include <QJsonObject>

namespace carriel {

// Names what the other side is, so that an answer can say what it answers.
QString seenOf(const QJsonObject &theirs);
ConflictInfo describe(const sync::ConflictRow &row, vault::VaultReader &reader, vault::RowReader &rows);

} // namespace carriel
