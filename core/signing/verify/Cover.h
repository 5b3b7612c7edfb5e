// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the picture of a later signature lies over: the page that was signed says what was seen there. Pure.
#pragma once

#include "core/signing/pdf/PageMarks.h"
#include "core/signing/pdf/PictureInk.h"

#include <map>
#include <set>

namespace carriel::signing {

class Cover
{
public:
    // Drawn: it is painted over something that is no letter, or that cannot be excluded. Signature: nothing but the box of
    // an earlier signature is hidden, in part or wholly: such a box is decoration, the name is told from the certificate,
    // so it is told and not an alteration. Text: over letters of the page, of a note or a field.
    enum class Of { Nothing, Drawn, Signature, Text };
    Cover(const PdfFile &before, const PdfFile &after) : m_before(before), m_after(after) {}

    // By a widget of the later version on a page of the signed one. `own`: what the widget itself showed there before
    // does not count.
    Of by(const PdfDict &widget, PdfRef page, PdfRef own = {});
    // Whether it stands so near to what was signed there that both are read as one.
    bool isBeside(const PdfDict &widget, PdfRef page, PdfRef own = {});
    // By a note of the later version, which may have stood there before as `own`.
    Of byNote(const PdfDict &note, PdfRef page, PdfRef own = {});
    // By a box like those that Appearance makes, on paper of its own; in the page's own coordinates.
    Of byPaper(const QRectF &box, PdfRef page);

private:
    struct Shown
    {
        PageMarks page;                    // and its notes and fields
        std::vector<PageMarks> signatures; // the boxes of those that are made
    };
    const Shown &shown(PdfRef page, PdfRef own);
    // Rectangles that hold all that is painted. Default deny: the whole look, unless it is known what it paints.
    std::vector<QRectF> inkOf(const PdfDict &annotation, bool isNote, const Shown &below) const;
    static Of over(const Shown &before, const std::vector<QRectF> &ink);
    const PdfFile &m_before;
    const PdfFile &m_after;
    std::optional<std::set<int>> m_signed; // object numbers of the widgets of signatures that are made
    std::map<std::pair<PdfRef, PdfRef>, Shown> m_pages;
    PictureReader m_pictures;
};

} // namespace carriel::signing
