// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what is painted later stands so near to what was signed that both are read as one: "$ 1000" and ".000.000"
// beside it. Private to core/signing/verify. Pure.
#pragma once

#include "core/signing/pdf/PageMarks.h"

namespace carriel::signing {

// `look`: of a box at `box`. `page`: what was seen of the signed page. A line of letters above or below is clear by the
// height of the larger letters; on the same line, by several times that: a gap there is one that is filled.
bool standsBeside(const PageMarks &look, const QRectF &box, const std::vector<const Mark *> &page);
// How far around a look there may be something beside it.
constexpr double mostBeside = 600;
// Whether it paints letters, and whether anything but letters and the frame and ground of a box that is no letter itself.
bool showsLetters(const PageMarks &look);
bool drawsSomething(const PageMarks &look, const QRectF &box);

} // namespace carriel::signing
