// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How carriel-verify ends, and where it finds what it was lent.
#pragma once

namespace carriel::signing {

enum class ConfinedExit { Ok = 0, Memory = 3, Usage = 64, Internal = 70 };

inline constexpr int lentFile = 3;
inline constexpr int lentContent = 4; // closed if there is none

} // namespace carriel::signing
