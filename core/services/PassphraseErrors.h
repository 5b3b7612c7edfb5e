// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A passphrase that is to be set, and is too easy to guess (core/domain/PassphraseRule.h).
#pragma once

#include "core/base/Error.h"

namespace carriel::errors {

inline constexpr ErrorCode weakPassphrase{"CAR-SVC-014"}; // params: least (characters), different

} // namespace carriel::errors
