// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The 4-pixel grid, in device-independent pixels.
#pragma once

namespace carriel::ui::space {

inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
inline constexpr int xxl = 32;
inline constexpr int target = 32; // least height of what is pressed (WCAG 2.2 asks 24)
inline constexpr int icon = 20;
inline constexpr int radius = 4;

} // namespace carriel::ui::space
