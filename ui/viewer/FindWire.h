// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window and the confined child that looks for words (carriel-extract --find) say to each other, as in PageWire.h.
//
// To the child:  how many UTF-16 units the words have (32 bits) and these; the length (64 bits) and the bytes of a PDF.
// From it:       for each page with a match, in order, a FoundOn{page, marks} and that many Marks; at the end FoundOn{-1, 0}.
#pragma once

#include <cstdint>

namespace carriel::wire {

struct FoundOn {
    std::int32_t page; // 0 is the first; -1: that was all
    std::int32_t marks;
};

// A match that goes over two lines has two.
struct Mark {
    std::int32_t match; // of this page, 0 is the first
    float left;         // in points from the upper left corner of the page
    float top;
    float width;
    float height;
};

inline constexpr std::int32_t mostWords = 1'000;    // UTF-16 units
inline constexpr std::int32_t mostMatches = 2'000;  // of a page; later ones are not told
inline constexpr std::int32_t mostMarks = 20'000;   // of a page

} // namespace carriel::wire
