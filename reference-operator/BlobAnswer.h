// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The answer that is a blob's bytes: whole or one range, with its digests, streamed.
#pragma once

#include "reference-operator/Blobs.h"
#include "reference-operator/Operator.h"

namespace carriel::op {

// Throws range_invalid. `goesOn`, where given, is asked before each piece: no, and the answer is cut off there.
void sendBlob(Operator &op, Exchange &ex, const Blob &blob, std::function<bool()> goesOn = {});

} // namespace carriel::op
