// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// For looking through all of a file with hundreds of thousands of objects: what an object refers to, in one pass that
// keeps nothing. It knows only plain writing; whatever else there is, is left to PdfLexer. Pure.
#pragma once

#include "core/signing/pdf/PdfValue.h"

#include <QByteArrayView>

namespace carriel::signing {

// True: `n g obj … endobj` stands at `offset` and PdfLexer would read it without a fault; its references were added to
// `numbers`. False: nobody knows, and `numbers` are as they were.
bool quickMentions(QByteArrayView bytes, qint64 offset, PdfRef ref, std::vector<int> &numbers);

} // namespace carriel::signing
