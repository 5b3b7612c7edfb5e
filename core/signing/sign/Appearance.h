// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a visible signature shows. It is decoration: it proves nothing, and no verdict is ever read from it.
#pragma once

#include "core/signing/sign/SignatureField.h"

namespace carriel::signing {

// Sets /Rect, /AP and /TU (what a screen reader says, PDF/UA) of the widget and puts the form with its lines into the
// update. `box.rect` as it is shown, `onPage` in the page's own coordinates; the page is turned by `rotation` (0, 90,
// 180, 270) when it is shown, and the box must stand upright then.
// Whether a box has all the letters of these lines: a name that is shown is shown right, or not at all.
bool canShow(const QStringList &lines);
void addAppearance(PdfUpdate &update, PdfDict &widget, const VisibleBox &box, const QRectF &onPage, int rotation = 0);

// On the page, for people: by the clock of Colombia, which has one hour all the year, and says so.
QStringList shownLines(const QString &name, const QDateTime &utc, const QString &reason, const QString &place);

} // namespace carriel::signing
