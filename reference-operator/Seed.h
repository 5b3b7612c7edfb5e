// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Loads seed.json: entities, folders and what entities have issued into them. Doing it again adds only what is missing.
#pragma once

#include "reference-operator/BlobStore.h"
#include "reference-operator/Config.h"
#include "reference-operator/Database.h"

namespace carriel::op {

// Nothing on success, else what is wrong.
QString seed(const Config &config, Database &database, BlobStore &store, const QString &directory);

} // namespace carriel::op
