// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a person sees the letters of a field's look as they stand in it. Who fills a field may draw as he likes; what
// is drawn otherwise than programs draw filled fields is not believed. Private to core/signing/verify. Pure.
#pragma once

#include "core/signing/pdf/PageMarks.h"

namespace carriel::signing {

// What is usual for the field, by what was signed of it.
struct FieldSetting
{
    QRectF box;
    std::vector<Mark::Way> ways; // in which its text may be read
    std::optional<quint32> ink;  // its author's; it may be that of paper, where the page is dark
    bool number = false;         // its value is one: of which a part is another
};

enum class Plainness { Plain, Hidden, Doubtful };

// Hidden: letters that nobody sees are among those that count. Doubtful: stroked, faint, squeezed, turned, one on another,
// in a pattern, through a mask or a shape, or dependent on layers.
Plainness plainness(const PageMarks &look, const FieldSetting &setting);

} // namespace carriel::signing
