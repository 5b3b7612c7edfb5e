// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of giving the room of documents back.
#pragma once

#include "core/base/Error.h"

namespace carriel::errors {

inline constexpr ErrorCode notProved{"CAR-SVC-096"}; // the operator was not reached to prove that it has them: they stay here
inline constexpr ErrorCode lastCopy{"CAR-SVC-097"};  // params: count. Of so many the operator has not the same: what is here is the last

} // namespace carriel::errors
