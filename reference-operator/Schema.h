// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables. Text for everything but counts, sizes and revisions, so that SQLite and PostgreSQL hold the same values.
#pragma once

#include "reference-operator/Connection.h"

namespace carriel::op {

// Brings the database to the newest schema; refuses one that is newer than this program.
void makeSchema(Connection &c);

QString epoch(Connection &c);
// After a restore from a backup: clients then read everything again and remove nothing by themselves.
void renewEpoch(Connection &c);

} // namespace carriel::op
