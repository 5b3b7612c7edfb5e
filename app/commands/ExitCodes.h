// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a script reads: part of the command line's contract.
#pragma once

#include "core/base/Error.h"

namespace carriel::commands {

namespace exits {
inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int indeterminate = 2;
inline constexpr int nothingThere = 3;
inline constexpr int authenticationNeeded = 4;
inline constexpr int usage = 64;
} // namespace exits

int exitFor(const Error &error);

} // namespace carriel::commands
