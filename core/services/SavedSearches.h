// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Saved searches as the vault keeps them: the query as JSON. Private to core/services.
#pragma once

#include "core/base/Random.h"
#include "core/services/Values.h"
#include "core/vault/Settings.h"

namespace carriel {

QList<SavedSearch> readSavedSearches(vault::Database &database);
Outcome writeSavedSearch(vault::Database &database, SavedSearch search, Random &random);
Outcome eraseSavedSearch(vault::Database &database, const QString &id);

} // namespace carriel
