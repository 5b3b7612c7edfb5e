// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The fourteen fonts that every reader has (ISO 32000-1 §9.6.2.2): a file names them and says neither their letters nor
// their widths. Pure.
#pragma once

#include <QByteArray>

#include <vector>

namespace carriel::signing {

bool isStandardFont(const QByteArray &baseFont);

// How wide the letters of the codes 32 to 255 are, as parts of the size; empty for a font whose widths are not known here
// (the two of symbols, and all others). An accented letter is as wide as the one below the accent (Windows-1252).
std::vector<double> standardWidths(const QByteArray &baseFont);

} // namespace carriel::signing
