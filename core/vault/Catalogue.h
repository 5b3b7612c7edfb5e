// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the vault knows of the documents, without their contents: every list, count and state that is told comes from there.
#pragma once

#include "core/vault/Database.h"

namespace carriel::vault {

// Reads all of it, which costs what it weighs and not what the documents do. CAR-VLT-004 if a page of it does not read: a count
// that was taken from the pages beside it proves nothing.
Outcome catalogueReads(Database &db);

} // namespace carriel::vault
