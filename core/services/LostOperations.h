// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// After a rescue: what the person wants and no operation says any more, because its page is gone, gets a new one. Only content
// that is whole is ever sent; an operation that is still there is left as it is. Thread: before the engine starts.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/vault/VaultStore.h"

namespace carriel {

// Answers how many items got one.
Result<int> planLostOperations(vault::VaultStore &store, const Clock &clock, Random &random);

} // namespace carriel
