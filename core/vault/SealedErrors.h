// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace carriel::vault::errors {

inline constexpr ErrorCode sealedElsewhere{"CAR-VLT-040"}; // sealed with a key of the person that this vault does not have (yet)

} // namespace carriel::vault::errors
