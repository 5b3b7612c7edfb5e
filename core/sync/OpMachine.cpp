// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/OpMachine.h"

#include "core/sync/SyncErrors.h"

namespace carriel::sync {

Outcome advance(OpRow &op, OpEvent event)
{
    const std::optional<OpState> to = next(op.state, event);
    if (!to) {
        return Error{errors::badTransition, {},
                     QStringLiteral("operation %1: event %2 in state %3").arg(op.key.text()).arg(int(event)).arg(int(op.state))};
    }
    op.state = *to;
    return {};
}

} // namespace carriel::sync
