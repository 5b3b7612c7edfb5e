// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How much one entity may bring: bytes, deposits, refusals - each of which leaves rows - and questions about people. A
// budget refills evenly, and whoever has spent it is told when there is enough again, so that one program gone wrong
// neither fills the operator nor takes it from the others. It lies in the database: a restart forgets nothing, and two
// operators on one database count together.
#pragma once

#include "reference-operator/Config.h"
#include "reference-operator/Connection.h"

namespace carriel::op {

enum class Spending { Bytes, Deposits, Refusals, Inquiries };

// Inside a transaction, after its other locks. Throws rate_limited with Retry-After; then nothing was spent.
void spend(Connection &c, const Config &config, const QString &entity, Spending what, qint64 amount);

} // namespace carriel::op
