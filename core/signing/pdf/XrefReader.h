// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads cross-reference sections (ISO 32000-1 §7.5.4, §7.5.8) for PdfFile.
#pragma once

#include "core/signing/pdf/PdfFile.h"

namespace carriel::signing {

class PdfLexer;

class XrefReader
{
public:
    XrefReader(const PdfFile &file, QByteArrayView bytes, qint64 base) : m_file(file), m_bytes(bytes), m_base(base) {}

    // From the newest back to the oldest by /Prev; a loop, or more than 10,000 of them, is badPdf.
    Result<std::vector<XrefSection>> chain(qint64 startXref);

private:
    Result<XrefSection> section(qint64 at);
    Result<XrefSection> table(qint64 at);
    Result<XrefSection::Run> tableRun(PdfLexer &lexer);
    Outcome stream(qint64 at, XrefSection &into, PdfDict &trailer, qint64 &end);
    Error wrong(const char *what, qint64 at) const;

    const PdfFile &m_file;
    QByteArrayView m_bytes;
    qint64 m_base;
};

inline constexpr int maxObjectNumber = 8'388'607; // ISO 32000-1 Annex C

} // namespace carriel::signing
