// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A page as it is shown (ISO 32000-1 §7.7.3.3: CropBox, Rotate, inherited), and the way from there to the page's own
// coordinates. Pure.
#pragma once

#include "core/signing/pdf/PdfFile.h"

#include <QRectF>

namespace carriel::signing {

struct PageSpace
{
    QRectF box;       // what of the page is shown, in its own coordinates: points, x and y of the lower left corner
    int rotation = 0; // 0, 90, 180, 270: turned clockwise when shown

    QSizeF shown() const; // points
    // From a place on the shown page (from its lower left corner) to the page's own coordinates.
    QRectF onPage(const QRectF &place) const;
};

// Nothing if the page does not say how large it is.
std::optional<PageSpace> pageSpace(const PdfFile &file, PdfRef page);

} // namespace carriel::signing
