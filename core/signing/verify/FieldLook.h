// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a field of a form is and what its look paints. Private to core/signing/verify. Pure.
#pragma once

#include "core/signing/pdf/PageMarks.h"

namespace carriel::signing {

// Of the field, or of what it hangs from (ISO 32000-1 §12.7.3.1).
PdfValue inherited(const PdfFile &file, const PdfDict &field, const char *key);

bool sameMark(const Mark &a, const Mark &b);

// Besides letters a field shows its background, below them, its border, and the lines between the cells of a comb.
bool isOfTheBox(const Mark &mark, const QRectF &box, bool below, bool comb);

} // namespace carriel::signing
