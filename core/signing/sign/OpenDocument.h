// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF as the signer reads it, and the rehearsal of that reading in a child process. Private to core/signing.
#pragma once

#include "core/signing/pdf/PdfCrypt.h"
#include "core/signing/pdf/PdfFile.h"

#include <memory>
#include <optional>

namespace carriel::signing {

// A document opened for being added to: by its own table, or by one that was rebuilt.
struct OpenDocument
{
    std::optional<PdfFile> file;
    std::unique_ptr<PdfCrypt> crypt;
};

// `bytes` outlive it. notPdf, badPdf, encryptedPdf, passwordNeeded.
Result<OpenDocument> openDocument(QByteArrayView bytes, const QByteArray &password);

// Whether it may be added to a document: asked before any key is. certifiedPdf, of a signature alone: timestamps and
// proofs are allowed in every document (ISO 32000-2 §12.8.2.2). signedIrregular if a repair would take a signature away,
// or leave it behind the document's end where nobody would look at it any more. unclearForm: what is signed could not be
// verified afterwards.
enum class Addition { Signature, Proofs };
Outcome mayAdd(const PdfFile &file, Addition what);

} // namespace carriel::signing
