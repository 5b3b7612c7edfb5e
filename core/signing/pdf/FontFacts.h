// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What must be known of a font to tell where its letters stand (ISO 32000-1 §9.6, §9.7): nothing is drawn here. Pure.
#pragma once

#include "core/signing/pdf/PdfFile.h"

#include <set>

namespace carriel::signing {

struct FontFacts
{
    bool twoBytes = false; // a composite font; every code is taken for two bytes, as nearly all are
    bool vertical = false;
    bool drawn = false;   // Type 3: each letter is a drawing, and may be anything
    bool outside = false; // neither in the file nor one of those that every reader has (§9.6.2.2)
    double ascent = 0.75, descent = -0.2; // of a letter, as parts of the size
    double widthOf(int code) const;
    bool isBlank(int code) const { return blanks.contains(code); } // the font says that nothing is seen

    double otherWidth = 0.55; // of what has none
    int first = 0;
    std::vector<double> widths;
    std::map<int, double> wide; // of a composite font
    std::set<int> blanks;
};

FontFacts fontFacts(const PdfFile &file, const PdfValue &font);

} // namespace carriel::signing
