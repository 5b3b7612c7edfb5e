// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What hangs at the pointer while documents are dragged: small, and beside it, so that the folder under the pointer
// stays readable.
#pragma once

#include <QModelIndexList>
#include <QPixmap>
#include <QPoint>

class QWidget;

namespace carriel::ui {

// Name and icon of one document or folder; of several, how many there are. In the colours and at the scale of `view`.
QPixmap dragPicture(const QModelIndexList &names, const QWidget &view);

inline constexpr QPoint dragHotSpot(-14, -10); // to the right of the pointer and below

} // namespace carriel::ui
