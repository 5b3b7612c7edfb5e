// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The names by which encodings call the signs of Latin text (ISO 32000-1 annex D). Pure.
#pragma once

#include <QByteArray>

namespace carriel::signing {

// The sign of that name (UTF-32), also "uni0041"; 0 if the name is not one of these.
char32_t signOfGlyph(const QByteArray &name);

} // namespace carriel::signing
