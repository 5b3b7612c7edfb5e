// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of giving the room of documents back.
#pragma once

#include "core/base/Error.h"

namespace carriel::errors {

inline constexpr ErrorCode notProved{"CAR-SVC-096"}; // the operator was not reached to prove that it has them: they stay here

} // namespace carriel::errors
