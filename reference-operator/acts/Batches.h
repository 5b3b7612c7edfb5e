// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Many deposits of one entity: lines in order, each admitted or refused alone, some in one transaction. `received` is
// where a cut batch goes on. Memory: one group of lines, whatever the batch.
#pragma once

#include "reference-operator/Operator.h"
#include "reference-operator/acts/Admission.h"

namespace carriel::op {

NewDeposit depositFrom(const QString &id, const QJsonObject &body); // throws invalid_request

void getBatch(Operator &op, Exchange &ex);
void getBatchRefusals(Operator &op, Exchange &ex);
void putBatch(Operator &op, Exchange &ex);
void postBatchDeposits(Operator &op, Exchange &ex);

} // namespace carriel::op
