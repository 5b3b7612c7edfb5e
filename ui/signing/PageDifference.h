// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where two drawings of a page differ. Pure; any thread.
#pragma once

#include <QImage>
#include <QList>
#include <QRectF>

namespace carriel::ui {

// Areas in parts of the whole (0..1), so that they fit a drawing of any size; neighbouring ones are one. The same size
// is asked: pages of different shape differ as a whole. Faint differences of drawing alone (a shifted edge by less than
// a pixel) do not count; one letter does.
QList<QRectF> differingAreas(const QImage &before, const QImage &after);

} // namespace carriel::ui
