// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Every byte behind a signed version is accounted for: an object where its own cross-reference lists it, a
// cross-reference, a trailer, a comment, white space. What hides anywhere else is what incremental-saving attacks live
// from.
#pragma once

#include "core/signing/pdf/PdfFile.h"

#include <QStringList>

namespace carriel::signing {

// Findings; none: all is accounted for. `signedEnd` is where the signed version ends, `signedNewest` where its newest
// cross-reference begins.
QStringList unexplainedBytes(const PdfFile &whole, qint64 signedEnd, qint64 signedNewest);

} // namespace carriel::signing
