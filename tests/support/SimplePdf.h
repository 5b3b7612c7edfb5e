// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whole small PDFs, their cross-reference table right.
#pragma once

#include <QByteArray>
#include <QList>

namespace carriel::test {

// A page for each content stream; the font is /F1, the paper 612 by 792 points.
inline QByteArray pdfOfContents(const QList<QByteArray> &contents)
{
    QList<QByteArray> objects;
    QByteArray kids;
    for (qsizetype i = 0; i < contents.size(); ++i)
        kids += QByteArray::number(4 + 2 * i) + " 0 R ";
    objects << "<</Type/Catalog/Pages 2 0 R>>"
            << "<</Type/Pages/Count " + QByteArray::number(contents.size()) + "/Kids[" + kids + "]>>"
            << "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
    for (qsizetype i = 0; i < contents.size(); ++i) {
        const QByteArray &content = contents.at(i);
        objects << "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents " +
                       QByteArray::number(5 + 2 * i) + " 0 R>>"
                << "<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream";
    }
    QByteArray pdf = "%PDF-1.4\n";
    QList<qsizetype> offsets;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        offsets << pdf.size();
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const qsizetype table = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets)
        pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    return pdf + "trailer<</Size " + QByteArray::number(objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" +
           QByteArray::number(table) + "\n%%EOF\n";
}

// One line of text on each page.
inline QByteArray pdfOfLines(const QList<QByteArray> &lines)
{
    QList<QByteArray> contents;
    for (const QByteArray &line : lines)
        contents << "BT /F1 12 Tf 72 700 Td (" + line + ") Tj ET";
    return pdfOfContents(contents);
}

} // namespace carriel::test
