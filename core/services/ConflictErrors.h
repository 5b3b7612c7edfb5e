// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of deciding between what was done here and elsewhere.
#pragma once

#include "core/base/Error.h"

namespace carriel::errors {

// Two computers put each of two folders into the other: ours cannot have its way as things lie. params: name
inline constexpr ErrorCode foldersCircle{"CAR-SVC-070"};
inline constexpr ErrorCode conflictMoved{"CAR-SVC-071"}; // it is another one than was answered

} // namespace carriel::errors
