// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Which certificates the proofs of a document must be about.
#pragma once

#include "core/signing/pdf/PdfFile.h"
#include "core/signing/sign/RevocationGatherer.h"

namespace carriel::signing {

struct DocumentChains
{
    QByteArrayList certificates;    // of every path, once
    QList<RevocationWanted> wanted; // once each
};

// Paths of every signature and every timestamp in the document. `known` helps to complete them; the self-issued ones of
// it end a path. A signature that cannot be read is left out.
Result<DocumentChains> chainsOf(const PdfFile &file, const QList<crypto::Certificate> &known, const QDateTime &now);

// The same of one signature and its timestamps.
DocumentChains chainsOf(const QByteArray &cms, const QList<crypto::Certificate> &known, const QDateTime &now);

} // namespace carriel::signing
