// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What must be known of a PDF before a key is asked for: whether it may be signed, how many pages it has and how large
// the first is. Pure.
#pragma once

#include "core/base/Result.h"

#include <QByteArrayView>
#include <QSizeF>

namespace carriel::signing {

struct PageFacts
{
    Outcome maySign;  // what PdfSignJob would answer, as far as it can be told here; a damaged table is no refusal
    int pages = 0;    // at most 10,000
    QSizeF firstPage; // points, as it is shown; empty if not known
};

PageFacts pageFacts(QByteArrayView bytes);

} // namespace carriel::signing
