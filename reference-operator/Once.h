// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A request with an Idempotency-Key that has one effect in one transaction, and is answered the same when it comes again.
#pragma once

#include "reference-operator/Operator.h"

namespace carriel::op {

// `lock(Connection &)` holds what two arrivals must wait for each other at; `effect(Connection &, key) -> Outcome`.
template <typename L, typename F>
void answerOnce(Operator &op, Exchange &ex, const QJsonObject &body, L &&lock, F &&effect)
{
    const Key key = Key::of(ex, body);
    const InFlight::Guard guard(op.inFlight, key.folder, key.key);
    ex.send(op.write(ex, [&](Connection &c) {
        lock(c);
        return once(c, key, [&]() -> Outcome { return effect(c, key.key); });
    }));
}

} // namespace carriel::op
