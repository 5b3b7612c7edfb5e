// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of a disk that is too small for what is to be kept on it.
#pragma once

#include "core/base/Error.h"

namespace carriel::errors {

inline constexpr ErrorCode notAllFits{"CAR-SVC-095"}; // what is to be here and is not would fill the disk; it is not begun

} // namespace carriel::errors
