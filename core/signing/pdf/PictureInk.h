// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a picture shows something, and where only its ground: a scan is one picture as large as its page, most of it blank.
// Simple forms alone are read (grey or red-green-blue of eight bits or one, a stencil; nothing, Flate or DCT around it);
// of all others nothing is said, and who asks takes them for full. Pure.
#pragma once

#include "core/signing/pdf/PdfFile.h"

#include <QRectF>
#include <QSizeF>
#include <optional>

namespace carriel::signing {

struct PictureInk
{
    std::optional<quint32> ground = {}; // 0xRRGGBB; nothing: a stencil, which paints its ink alone
    std::vector<QRectF> ink = {};       // in the unit square in which pictures stand (§8.9.5.1): y upwards
};

// Spends what it may read once for all pictures that it is asked about.
class PictureReader
{
public:
    // `points`: the size at which it stands on the page.
    std::optional<PictureInk> inkOf(const PdfFile &file, const PdfValue &picture, const QSizeF &points);

private:
    qint64 m_left = 256 * 1024 * 1024; // samples
};

} // namespace carriel::signing
