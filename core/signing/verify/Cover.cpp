// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/Cover.h"

#include "core/signing/pdf/FormFields.h"

#include <algorithm>
#include <cmath>

namespace carriel::signing {

namespace {

constexpr std::size_t mostPages = 16; // kept
constexpr double edge = 0.5;          // points by which boxes may touch

// Rules of forms and tables, and the dots and underscores on which one signs: they say nothing.
bool isRule(const Mark &mark)
{
    constexpr double thin = 2, long_ = 36;
    constexpr int leader = 8;
    if (mark.kind == Mark::Kind::Letter)
        return mark.run >= leader;
    if (mark.kind == Mark::Kind::Picture || std::min(mark.at.width(), mark.at.height()) > thin)
        return false;
    return std::max(mark.at.width(), mark.at.height()) >= long_ || (mark.kind == Mark::Kind::Line && mark.plain);
}

// What of `under` is seen inside `box`: not what has the colour of the paper there.
std::vector<Mark> seenIn(const QRectF &box, const std::vector<Mark> &under)
{
    std::optional<quint32> paper = 0xffffff;
    std::vector<Mark> seen;
    for (const Mark &mark : under) {
        if (mark.unseen || mark.cut || !mark.at.intersects(box))
            continue;
        if (mark.kind == Mark::Kind::Area && mark.plain && mark.opaque && mark.colour && mark.at.contains(box)) {
            paper = mark.colour; // all of the box is of this colour now
            seen.clear();
        } else if (!(mark.colour && paper == mark.colour) && !isRule(mark)) {
            seen.push_back(mark);
        }
    }
    return seen;
}

// How much of a letter what lies above takes away. Default deny: whatever lies on its middle hides it, unless it is
// known to let it through - a light marker, a thin stroke. Many of those hide it too.
class Veil
{
public:
    explicit Veil(const Mark &letter) : m_letter(letter) {}

    void add(const Mark &above)
    {
        if (above.unseen || above.cut)
            return;
        const double half = double(above.stroke) / 2;
        const bool onIt = above.at.adjusted(-half, -half, half, half).contains(m_letter.at.center());
        constexpr double thick = 0.4; // of the letter's size
        if (above.kind == Mark::Kind::Line && double(above.stroke) < thick * double(m_letter.size)) {
            const QRectF shared = above.at & m_letter.at;
            const double area = std::max(1.0, m_letter.at.width() * m_letter.at.height());
            m_struck += double(above.veil) * std::hypot(shared.width(), shared.height()) * double(above.stroke) / area;
        } else if (onIt) {
            m_left *= 1 - double(above.veil);
        }
    }
    bool hides() const
    {
        constexpr double least = 0.4, most = 0.6;
        return m_left < least || m_struck > most;
    }

private:
    const Mark &m_letter;
    double m_left = 1, m_struck = 0;
};

bool hidden(const Mark &letter, const PageMarks &look)
{
    Veil veil(letter);
    for (const Mark &above : look.marks)
        veil.add(above);
    return veil.hides();
}

} // namespace

const Cover::Shown &Cover::shown(PdfRef page, PdfRef own)
{
    if (const auto known = m_pages.find({page, own}); known != m_pages.end())
        return known->second;
    if (!m_signed) {
        m_signed.emplace();
        for (const FormField &field : formFields(m_before).fields) {
            if (field.type != "Sig" || m_before.resolved(field.value).valueOr({}).isNull())
                continue;
            for (const PdfRef &widget : field.widgets)
                m_signed->insert(widget.number);
        }
    }
    if (m_pages.size() >= mostPages)
        m_pages.clear();
    Shown out{marksOfPage(m_before, page), {}};
    const PdfValue dict = m_before.resolved(PdfValue::ref(page)).valueOr({});
    const PdfArray notes = m_before.resolved(dict["Annots"]).valueOr({}).items();
    for (const PdfValue &item : notes) {
        if (item.isRef() && item.target() == own)
            continue;
        PageMarks note = marksOfNote(m_before, m_before.resolved(item).valueOr({}).entries());
        if (item.isRef() && m_signed->contains(item.target().number)) {
            out.signatures.push_back(std::move(note));
            continue;
        }
        out.page.complete &= note.complete;
        out.page.marks.insert(out.page.marks.end(), note.marks.begin(), note.marks.end());
    }
    return m_pages.emplace(std::pair(page, own), std::move(out)).first->second;
}

Cover::Of Cover::over(const Shown &before, const PageMarks &look, const QRectF &box) const
{
    const QRectF inside = box.adjusted(edge, edge, -edge, -edge);
    const std::vector<Mark> seen = seenIn(inside, before.page.marks);
    const bool text = std::any_of(seen.begin(), seen.end(), [&](const Mark &under) {
        return under.kind == Mark::Kind::Letter && (!look.complete || hidden(under, look)); // what cannot be looked at may hide anything
    });
    if (text)
        return Of::Text;
    const bool signature = std::any_of(before.signatures.begin(), before.signatures.end(), [&](const PageMarks &one) {
        return !one.complete || !seenIn(inside, one.marks).empty();
    });
    if (signature)
        return Of::Signature;
    return seen.empty() && before.page.complete ? Of::Nothing : Of::Drawn;
}

Cover::Of Cover::byNote(const PdfDict &note, PdfRef page, PdfRef own)
{
    const QRectF rect = rectOf(m_after, note);
    PageMarks look = marksOfNote(m_after, note);
    // Without a look readers draw one: what they fill hides what is below.
    const PdfValue kind = m_after.resolved(note["Subtype"]).valueOr({});
    const bool filled = !m_after.resolved(note[kind.isName("FreeText") ? "C" : "IC"]).valueOr({}).items().empty();
    if (note["AP"].isNull() && (kind.isName("Stamp") || filled))
        look.marks = {{.kind = Mark::Kind::Area, .plain = true, .opaque = true, .colour = {}, .at = rect}};
    return rect.isEmpty() || (look.complete && look.marks.empty()) ? Of::Nothing : over(shown(page, own), look, rect);
}

Cover::Of Cover::byPaper(const QRectF &box, PdfRef page)
{
    const PageMarks paper{{{.kind = Mark::Kind::Area, .plain = true, .opaque = true, .colour = 0xffffff, .at = box}}, true};
    return over(shown(page, {}), paper, box);
}

Cover::Of Cover::by(const PdfDict &widget, PdfRef page, PdfRef own)
{
    const QRectF rect = rectOf(m_after, widget);
    // Several looks, and nothing says which: readers differ.
    const PdfValue looks = m_after.resolved(m_after.resolved(widget["AP"]).valueOr({})["N"]).valueOr({});
    PageMarks look = marksOfNote(m_after, widget);
    look.complete &= !(looks.isDict() && looks["Length"].isNull() && widget["AS"].isNull());
    if (widget["AP"].isNull() && !m_after.resolved(widget["MK"]).valueOr({}).isNull()) // some draw its background
        look.marks = {{.kind = Mark::Kind::Area, .plain = true, .opaque = true, .colour = {}, .at = rect}};
    if (rect.width() <= 2 * edge || rect.height() <= 2 * edge || (look.complete && look.marks.empty()))
        return Of::Nothing;
    QRectF box = rect;
    if (look.complete) {
        box = look.marks.front().at;
        for (const Mark &mark : look.marks)
            box |= mark.at;
        box &= rect;
    }
    // Some programs show such a box larger than it says.
    constexpr qint64 ownSize = 8 | 16; // NoZoom, NoRotate
    if (m_after.resolved(widget["F"]).valueOr({}).toInt() & ownSize)
        return Of::Drawn;
    return over(shown(page, own), look, box);
}

} // namespace carriel::signing
