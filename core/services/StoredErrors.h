// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox remembers an error by its code's text; here it becomes the same error again. Thread: any.
#pragma once

#include "core/base/Error.h"
#include "core/sync/Rows.h"

namespace carriel {

// With the item's name for the words. A code that nobody knows (an older or newer program wrote it) becomes
// CAR-SYN-009.
Error storedError(const QString &code, const QString &itemName = {});

} // namespace carriel
