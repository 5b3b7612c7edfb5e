// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a visible signature shows. It is decoration: it proves nothing, and no verdict is ever read from it.
#pragma once

#include "core/signing/sign/SignatureField.h"

namespace carriel::signing {

// Sets /Rect, /AP and /TU (what a screen reader says, PDF/UA) of the widget and puts the form with its lines into the
// update.
void addAppearance(PdfUpdate &update, PdfDict &widget, const VisibleBox &box);

} // namespace carriel::signing
