// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// All entries of a file's cross-references at once, by number, as PdfFile::entry() says each: for looking through hundreds
// of thousands. What nothing is known of stands there as free. Pure.
#pragma once

#include "core/signing/pdf/PdfFile.h"

namespace carriel::signing {

std::vector<XrefEntry> entriesOf(const PdfFile &file);

} // namespace carriel::signing
