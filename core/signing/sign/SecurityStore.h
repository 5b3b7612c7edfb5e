// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The document security store (ETSI EN 319 142-1 §5.4.2): proofs kept inside the document.
#pragma once

#include "core/signing/pdf/PdfUpdate.h"
#include "core/signing/sign/RevocationGatherer.h"

namespace carriel::signing {

// Adds to what the document keeps already; what it has is not written twice.
Outcome addSecurityStore(const PdfFile &file, PdfUpdate &update, const ValidationData &data);

// What the document keeps. What cannot be read is left out: it proves nothing. At most 1,000 objects of 20 MB.
ValidationData readSecurityStore(const PdfFile &file);

} // namespace carriel::signing
