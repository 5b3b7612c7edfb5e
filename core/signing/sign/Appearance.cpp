// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/Appearance.h"

#include <QDateTime>
#include <algorithm>
#include <string_view>

namespace carriel::signing {

namespace {

using namespace std::string_view_literals;

PdfValue number(double n)
{
    return PdfValue::real(QByteArray::number(n, 'f', 2));
}

// In WinAnsiEncoding (ISO 32000-1 Annex D.2): Latin-1, and some more where that has controls. 0: it has none for it.
char winAnsi(QChar c)
{
    static constexpr std::u16string_view more = u"\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
                                                u"\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178"sv;
    const char16_t code = c.unicode();
    if (code < 32)
        return ' ';
    if (code < 0x7f || (code >= 0xa0 && code <= 0xff))
        return char(code);
    const std::size_t at = code == 0 ? std::u16string_view::npos : more.find(code);
    return at == std::u16string_view::npos ? '\0' : char(0x80 + at);
}

QByteArray shown(const QString &line)
{
    QByteArray out;
    for (const QChar letter : line.normalized(QString::NormalizationForm_C)) {
        const char c = winAnsi(letter);
        if (c == '(' || c == ')' || c == '\\')
            out += '\\';
        out += c ? c : '?';
    }
    return out;
}

// Of Helvetica at one point, roughly and never too little: for the size that fits.
double widthOf(const QString &line)
{
    double width = 0;
    for (const QChar c : line)
        width += QStringLiteral(" .,:;'ijlI()-/").contains(c) ? 0.34
                 : c.isUpper() || c == u'm' || c == u'w'      ? 0.8
                                                              : 0.56;
    return width;
}

} // namespace

bool canShow(const QStringList &lines)
{
    return std::all_of(lines.begin(), lines.end(), [](const QString &line) {
        const QString whole = line.normalized(QString::NormalizationForm_C);
        return std::all_of(whole.begin(), whole.end(), [](QChar c) { return winAnsi(c) != '\0'; });
    });
}

QStringList shownLines(const QString &name, const QDateTime &utc, const QString &reason, const QString &place)
{
    constexpr int colombia = -5 * 60 * 60;
    QStringList lines{QStringLiteral("Firmado electrónicamente por"), name,
                      utc.toOffsetFromUtc(colombia).toString(QStringLiteral("yyyy-MM-dd HH:mm '(UTC-05:00)'"))};
    if (!reason.isEmpty())
        lines += reason.left(60);
    if (!place.isEmpty())
        lines += place.left(60);
    return lines;
}

void addAppearance(PdfUpdate &update, PdfDict &widget, const VisibleBox &box, const QRectF &onPage, int rotation)
{
    const double width = box.rect.width();
    const double height = box.rect.height();
    const double margin = 3;
    double line = std::min(12.0, (height - 2 * margin) / double(std::max<qsizetype>(1, box.lines.size())));
    for (const QString &text : box.lines) // nothing is cut off: a long name becomes smaller
        line = std::min(line, (width - 2 * margin) / std::max(1.0, widthOf(text)) / 0.8);
    line = std::max(line, 0.5);
    // On paper of its own: on a dark page it could not be read.
    QByteArray content =
        "q 1 1 1 rg 0 0 " + QByteArray::number(width, 'f', 2) + ' ' + QByteArray::number(height, 'f', 2) +
        " re f Q\nq 0.2 0.4 0.8 RG 0.75 w 0.5 0.5 " + QByteArray::number(width - 1, 'f', 2) + ' ' +
        QByteArray::number(height - 1, 'f', 2) + " re S Q\nq 0 0 " + QByteArray::number(width, 'f', 2) + ' ' +
        QByteArray::number(height, 'f', 2) + " re W n BT /F " + QByteArray::number(line * 0.8, 'f', 2) + " Tf " +
        QByteArray::number(line, 'f', 2) + " TL " + QByteArray::number(margin, 'f', 2) + ' ' +
        QByteArray::number(height - margin - line * 0.8, 'f', 2) + " Td\n";
    for (const QString &text : box.lines)
        content += '(' + shown(text) + ") Tj T*\n";
    content += "ET Q\n";

    PdfDict font;
    font.set("Type", PdfValue::name("Font"));
    font.set("Subtype", PdfValue::name("Type1"));
    font.set("BaseFont", PdfValue::name("Helvetica"));
    font.set("Encoding", PdfValue::name("WinAnsiEncoding"));
    PdfDict fonts;
    fonts.set("F", PdfValue::dict(font));
    PdfDict resources;
    resources.set("Font", PdfValue::dict(fonts));
    PdfDict form;
    form.set("Type", PdfValue::name("XObject"));
    form.set("Subtype", PdfValue::name("Form"));
    form.set("BBox", PdfValue::array({number(0), number(0), number(width), number(height)}));
    switch (rotation) { // turned back, so that it is upright when shown (§12.5.5)
    case 90:
        form.set("Matrix", PdfValue::array({number(0), number(1), number(-1), number(0), number(0), number(0)}));
        break;
    case 180:
        form.set("Matrix", PdfValue::array({number(-1), number(0), number(0), number(-1), number(0), number(0)}));
        break;
    case 270:
        form.set("Matrix", PdfValue::array({number(0), number(-1), number(1), number(0), number(0), number(0)}));
        break;
    default:
        break;
    }
    form.set("Resources", PdfValue::dict(resources));
    const PdfRef appearance = update.newObject();
    update.putStream(appearance, form, content);

    PdfDict states;
    states.set("N", PdfValue::ref(appearance));
    widget.set("Rect", PdfValue::array({number(onPage.x()), number(onPage.y()), number(onPage.x() + onPage.width()),
                                        number(onPage.y() + onPage.height())}));
    widget.set("AP", PdfValue::dict(states));
    widget.set("TU", textString(box.lines.join(QStringLiteral(". "))));
}

} // namespace carriel::signing
