// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A row of the vault as a front end sees it. Private to core/services.
#pragma once

#include "core/services/Shares.h"
#include "core/vault/ShareStore.h"

namespace carriel {

ShareInfo shareInfoOf(const vault::ShareRow &row, vault::Database &database);

} // namespace carriel
