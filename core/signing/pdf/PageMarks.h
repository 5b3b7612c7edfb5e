// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a page paints and where, told from its drawing instructions (ISO 32000-1 §8, §9) without drawing anything: every
// letter, line, area and picture with the rectangle that holds it. For questions like "does something lie under this
// box", which the library that draws pages must not decide. Rectangles are rather too large than too small. Pure.
#pragma once

#include "core/signing/pdf/PdfFile.h"

#include <QRectF>
#include <optional>

namespace carriel::signing {

struct Mark
{
    enum class Kind : quint8 { Letter, Line, Area, Picture };
    Kind kind;
    bool plain = false;  // an area that is exactly its rectangle; a line that is a side of a large one
    bool opaque = false; // what lies below it is not seen any more; never of letters, but those that are drawings
    bool unseen = false; // a letter in rendering mode 3 or 7, or wholly transparent
    bool cut = false;    // a letter outside the page, or outside what a clipping path lets through
    bool partly = false; // a letter of which a clipping path takes more than its edge
    bool odd = false;     // a letter that may not be seen as its font draws it: stroked, faint, squeezed, through a mask or a shape
    bool outside = false; // a letter of a font that is not in the file
    int run = 1;          // of so many times the same letter on end: dots and underscores that make a line
    float size = 0;       // of a letter, in points
    float stroke = 0;     // of a line, or of a letter that is drawn by its edge: how wide
    float reach = 0;      // how far beyond `at` its paint may go: corners and ends of strokes, parts of letters
    float veil = 1;       // how much of what lies below is not seen any more where it lies: 0 to 1
    char32_t says = 0;    // which letter, as its font says; 0 if that is not known
    char32_t shows = 0;   // which letter is seen, whatever is said; 0 if that is not known
    int font = 0;         // the object number of its font; 0: part of another object
    enum class Way : quint8 { Right, Up, Left, Down, Other } way = Way::Right; // in which it is read, as it stands
    std::optional<quint32> colour = {}; // 0xRRGGBB, where it is one
    QRectF at = {};                     // in the page's own coordinates: points, y upwards
};

struct PageMarks
{
    std::vector<Mark> marks; // in the order in which they are painted
    bool complete = true;    // false: there may be more
    bool depends = false;    // on layers, or on other files: not everybody sees the same
};

class PictureReader;

// What its instructions paint; letters that are spaces are left out. With somebody who reads pictures: of those that can be
// read an area for their ground, and a picture for each part that shows something.
PageMarks marksOfPage(const PdfFile &file, PdfRef page, PictureReader *pictures = nullptr);
// What the look of a note, a field or a signature paints (§12.5.5). Nothing if it is hidden or has none.
PageMarks marksOfNote(const PdfFile &file, const PdfDict &annotation);

// The rectangle of an annotation; empty if it has none.
QRectF rectOf(const PdfFile &file, const PdfDict &annotation);

} // namespace carriel::signing
