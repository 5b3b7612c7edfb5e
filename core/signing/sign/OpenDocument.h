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

// `bytes` outlive it. notPdf, badPdf, encryptedPdf.
Result<OpenDocument> openDocument(QByteArrayView bytes, const QByteArray &password);

// What a repair would take away, or bytes behind the document's end that nobody would look at any more: a signature
// that cannot be read must not become a document without one.
bool hidesSignature(const PdfFile &file);

// Everything that PdfSignJob does with the bytes of a stranger before it writes, done for nothing. It is run where a
// limit or a fault does no harm (judgeConfined, Question::Kind::Look): the same code on the same bytes then ends in the
// program as it ended there.
void rehearse(QByteArrayView bytes, const QDateTime &now);

} // namespace carriel::signing
