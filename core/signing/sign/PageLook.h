// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What of a document's pages whoever signs it does not see, though it is signed. Only what can be told for certain from
// the instructions that draw them; the first 500 pages, and no more than 24 MiB of instructions. Pure.
#pragma once

#include "core/signing/pdf/PdfFile.h"

namespace carriel::signing {

struct PageLook
{
    // Pages with at least a few letters that nobody sees: invisible or transparent ones (but not those behind a scan,
    // which programs put there to be searched), of the colour of the paper, smaller than a point, under something that
    // was painted over them, or outside the page.
    int hiddenText = 0;
    int missingParts = 0;    // things that a page uses and that the file does not have: somebody could add them
    int otherFonts = 0;      // pages with letters of a font that is not inside: each computer takes one of its own
    int emptySignatures = 0; // empty signature fields that lie over text: who signs them may hide it
};
PageLook lookAtPages(const PdfFile &file);

} // namespace carriel::signing
