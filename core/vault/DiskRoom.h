// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How much of the disk documents may take that come by themselves. A reserve is kept back: where they took the last byte,
// nothing that the person does could be written any more.
#pragma once

#include "core/vault/Database.h"

namespace carriel::vault {

qint64 roomForDocuments(Database &database); // bytes; below 0: not known

// What the person wants here and is not, in bytes.
Result<qint64> bytesToCome(Database &database);

} // namespace carriel::vault
