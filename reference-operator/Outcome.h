// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of a mutation: what the idempotency store keeps and a batch repeats.
#pragma once

#include "reference-operator/Problem.h"

namespace carriel::op {

struct Outcome {
    int status = 200;
    QJsonObject headers; // ETag, Location, Upload-…
    QByteArray body;     // JSON
    bool replayed = false;
};

} // namespace carriel::op
