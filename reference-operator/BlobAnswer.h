// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The answer that is a blob's bytes: whole or one range, with its digests, streamed.
#pragma once

#include "reference-operator/Blobs.h"
#include "reference-operator/Operator.h"

namespace carriel::op {

void sendBlob(Operator &op, Exchange &ex, const Blob &blob); // throws range_invalid

} // namespace carriel::op
