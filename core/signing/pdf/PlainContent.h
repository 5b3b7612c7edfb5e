// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether drawing instructions are written so that every reader understands the same, and we with them: by a short list
// of what may stand where (ISO 32000-1 §8.2, Figure 9), with nothing left over, nothing odd and nothing unknown. What is
// written otherwise may paint anything. For what came after a signature only: pages in the wild are written worse. Pure.
#pragma once

#include "core/signing/pdf/PdfFile.h"

namespace carriel::signing {

struct Plainly
{
    bool written = true; // false: another reader may see something else
    bool lettered = true; // in fonts that every reader draws alike; else a letter may be any picture
    bool grouped = false; // parts of it are mixed before they come on the page (§11.4)
    bool coloured = true; // in colours that stand in its instructions and mean the same to all
    bool one = true; // it stays so under the mouse, and every reader takes this one
};

// Of a form: the look of a note, a field or a signature.
Plainly howPlainly(const PdfFile &file, const PdfValue &form);
// Of an annotation, as it is seen now.
Plainly howPlainlyDrawn(const PdfFile &file, const PdfDict &annotation);

} // namespace carriel::signing
