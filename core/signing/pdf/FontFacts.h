// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What must be known of a font to tell where its letters stand (ISO 32000-1 §9.6, §9.7): nothing is drawn here. Pure.
#pragma once

#include "core/signing/pdf/PdfFile.h"

namespace carriel::signing {

struct FontFacts
{
    bool twoBytes = false; // a composite font; every code is taken for two bytes, as nearly all are
    bool vertical = false;
    bool drawn = false;   // Type 3: each letter is a drawing, and may be anything
    bool outside = false; // neither in the file nor one of those that every reader has (§9.6.2.2)
    double ascent = 0.75, descent = -0.2; // of a letter, as parts of the size
    double widthOf(int code) const;
    // What the font says that the letter is (UTF-32); 0 if that is not known. A font may say so and show another.
    char32_t meaning(int code) const;
    bool isBlank(int code) const; // the font says that nothing is seen
    // Which letter is seen, whatever the font says; 0 if that is not known.
    char32_t shows(int code) const;
    // How wide the letter is that is seen, as parts of the size, whatever the file says of its width.
    double drawnWidthOf(int code) const;

    double otherWidth = 0.55; // of what has none
    int first = 0;
    std::vector<double> widths, natural; // natural: of a font that is everywhere, from code 32
    std::map<int, double> wide; // of a composite font
    std::map<int, char32_t> meanings;
    bool everywhere = false;        // every reader has it, and draws it by the names of its letters
    std::map<int, char32_t> named;  // of its own encoding
    bool western = false;           // the other codes are those of WinAnsiEncoding
    bool plainCodes = false; // a code without another meaning is its letter, as far as ASCII goes
};

FontFacts fontFacts(const PdfFile &file, const PdfValue &font);

} // namespace carriel::signing
