// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the picture of a later signature lies over: the page that was signed says what was seen there. Pure.
#pragma once

#include "core/signing/pdf/PageMarks.h"

#include <map>

namespace carriel::signing {

class Cover
{
public:
    // Drawn: it lies over something, or that cannot be excluded. Text: letters can no longer be read.
    enum class Of { Nothing, Drawn, Text };
    Cover(const PdfFile &before, const PdfFile &after) : m_before(before), m_after(after) {}

    // By a widget of the later version on a page of the signed one. `own`: what the widget itself showed there before
    // does not count.
    Of by(const PdfDict &widget, PdfRef page, PdfRef own = {});

private:
    const PageMarks &shown(PdfRef page, PdfRef own);
    const PdfFile &m_before;
    const PdfFile &m_after;
    std::map<std::pair<PdfRef, PdfRef>, PageMarks> m_pages;
};

} // namespace carriel::signing
