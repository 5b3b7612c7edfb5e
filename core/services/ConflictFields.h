// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A stored conflict in the words of its fields. Private to core/services. Thread: the reader's.
#pragma once

#include "core/services/Conflicts.h"
#include "core/vault/RowReader.h"
#include "core/vault/VaultReader.h"

namespace carriel {

ConflictInfo describe(const sync::ConflictRow &row, vault::VaultReader &reader, vault::RowReader &rows);

} // namespace carriel
