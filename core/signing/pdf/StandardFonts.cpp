// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/StandardFonts.h"

#include <QString>

#include <array>

namespace carriel::signing {

namespace {

// Of the codes 32 to 126, in thousandths of the size.
using Widths = std::array<short, 95>;

constexpr Widths helvetica{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
constexpr Widths helveticaBold{
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
    556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
    556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
    333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584};
constexpr Widths timesRoman{
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333,
    389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469,
    500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
    278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};
constexpr Widths timesBold{
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389,
    500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581,
    500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389,
    333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520};
constexpr Widths timesItalic{
    250, 333, 420, 500, 500, 833, 778, 214, 333, 333, 500, 675, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 333, 333, 675, 675, 675, 500, 920, 611, 611, 667, 722, 611, 611, 722, 722, 333,
    444, 667, 556, 833, 667, 722, 611, 722, 611, 500, 556, 722, 611, 833, 611, 556, 556, 389, 278, 389, 422,
    500, 333, 500, 500, 444, 500, 444, 278, 500, 500, 278, 278, 444, 278, 722, 500, 500, 500, 500, 389, 389,
    278, 500, 444, 667, 444, 444, 389, 400, 275, 400, 541};
constexpr Widths timesBoldItalic{
    250, 389, 555, 500, 500, 833, 778, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 832, 667, 667, 667, 722, 667, 667, 722, 778, 389,
    500, 667, 611, 889, 722, 722, 611, 722, 667, 556, 611, 722, 667, 889, 667, 611, 611, 333, 278, 333, 570,
    500, 333, 500, 500, 444, 500, 444, 333, 500, 556, 278, 278, 500, 278, 778, 556, 500, 500, 500, 389, 389,
    278, 556, 444, 667, 500, 444, 389, 348, 220, 348, 570};

const Widths *widthsOf(const QByteArray &name)
{
    struct Named
    {
        const char *name;
        const Widths &widths;
    };
    static constexpr std::array known{
        Named{"Helvetica", helvetica},         Named{"Helvetica-Oblique", helvetica},
        Named{"Helvetica-Bold", helveticaBold}, Named{"Helvetica-BoldOblique", helveticaBold},
        Named{"Times-Roman", timesRoman},      Named{"Times-Bold", timesBold},
        Named{"Times-Italic", timesItalic},    Named{"Times-BoldItalic", timesBoldItalic}};
    for (const Named &one : known) {
        if (name == one.name)
            return &one.widths;
    }
    return nullptr;
}

bool isCourier(const QByteArray &name)
{
    return name == "Courier" || name.startsWith("Courier-");
}

// Of Windows-1252 above ASCII, which in its letters is Latin-1: the letter without its accent.
int withoutAccent(int code)
{
    const QString parts = QString(QChar(code)).normalized(QString::NormalizationForm_D);
    const int letter = parts.at(0).unicode();
    return letter >= 32 && letter < 127 ? letter : 'n'; // most signs are as wide as a letter
}

} // namespace

bool isStandardFont(const QByteArray &baseFont)
{
    return widthsOf(baseFont) || isCourier(baseFont) || baseFont.startsWith("Helvetica-") || baseFont == "Symbol" ||
           baseFont == "ZapfDingbats";
}

std::vector<double> standardWidths(const QByteArray &baseFont)
{
    constexpr int first = 32, end = 256;
    if (isCourier(baseFont))
        return std::vector<double>(end - first, 0.6);
    const Widths *const widths = widthsOf(baseFont);
    std::vector<double> out;
    for (int code = first; widths && code < end; ++code) {
        const int letter = code < 127 ? code : withoutAccent(code);
        out.push_back((*widths)[std::size_t(letter - first)] / 1000.0);
    }
    return out;
}

} // namespace carriel::signing
