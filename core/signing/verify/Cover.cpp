// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/Cover.h"

#include "core/signing/pdf/FormFields.h"
#include "core/signing/pdf/PlainContent.h"
#include "core/signing/verify/Beside.h"

#include <algorithm>
#include <cmath>

namespace carriel::signing {

namespace {

constexpr std::size_t mostPages = 16; // kept
constexpr std::size_t mostGrounds = 1000;
constexpr double edge = 0.5;          // points by which boxes may touch

// Rules of forms and tables, and the dots and underscores on which one signs: they say nothing.
bool isRule(const Mark &mark)
{
    constexpr double thin = 2, long_ = 36;
    constexpr int leader = 8;
    static constexpr std::u32string_view leaders = U"._-\u00b7\u2013\u2014\u2024\u2026";
    if (mark.kind == Mark::Kind::Letter) // eight zeros on end are a figure
        return mark.run >= leader && leaders.find(mark.shows ? mark.shows : mark.says) != leaders.npos;
    if (mark.kind == Mark::Kind::Picture || std::min(mark.at.width(), mark.at.height()) > thin)
        return false;
    return std::max(mark.at.width(), mark.at.height()) >= long_ || (mark.kind == Mark::Kind::Line && mark.plain);
}

// What of `under` is seen inside `box`: not what has the colour of the paper there.
std::vector<const Mark *> seenIn(const QRectF &box, const PageMarks &under)
{
    std::optional<quint32> paper = 0xffffff;
    std::vector<const Mark *> seen;
    for (const Mark &mark : under.marks) {
        if (mark.unseen || mark.cut || !mark.at.intersects(box))
            continue;
        if (mark.kind == Mark::Kind::Area && mark.plain && mark.opaque && mark.colour && !under.depends && mark.at.contains(box)) {
            paper = mark.colour; // all of the box is of this colour now
            seen.clear();
        } else if (!(mark.colour && paper == mark.colour) && !isRule(mark)) {
            seen.push_back(&mark);
        }
    }
    return seen;
}

// What of `under` is seen at some distance around the box: what is white only on something that is not.
std::vector<const Mark *> seenAround(const QRectF &box, const PageMarks &under)
{
    constexpr quint32 white = 0xffffff;
    const QRectF all = box.adjusted(-mostBeside, -mostBeside, mostBeside, mostBeside);
    std::vector<const Mark *> seen, grounds;
    for (const Mark &mark : under.marks) {
        const bool paper = mark.kind == Mark::Kind::Area && mark.at.contains(box);
        const auto lies = [&](const Mark *ground) { return ground->at.intersects(mark.at); };
        if (mark.unseen || mark.cut || !mark.at.intersects(all))
            continue;
        if (!paper && !isRule(mark) && (mark.colour != white || std::any_of(grounds.begin(), grounds.end(), lies)))
            seen.push_back(&mark);
        if (mark.kind != Mark::Kind::Letter && mark.colour != white && grounds.size() < mostGrounds)
            grounds.push_back(&mark);
    }
    return seen;
}

// Not only their edges.
bool meet(const QRectF &a, const QRectF &b)
{
    const auto overlap = [](double low, double high, double otherLow, double otherHigh) {
        return std::min(high, otherHigh) - std::max(low, otherLow) > std::min({edge, (high - low) / 4, (otherHigh - otherLow) / 4});
    };
    return overlap(a.left(), a.right(), b.left(), b.right()) && overlap(a.top(), a.bottom(), b.top(), b.bottom());
}

QRectF around(const std::vector<QRectF> &all)
{
    QRectF whole = all.empty() ? QRectF() : all.front();
    for (const QRectF &one : all)
        whole |= one;
    return whole;
}

// Where a mark is, as near as that is known: below its line a letter of a font that every reader has goes only if it is
// one that does.
QRectF placeOf(const Mark &mark)
{
    static constexpr std::u32string_view deep = U"Qfgjpqy,;()[]{}/\\|@$_&\"'`^~";
    constexpr double below = 0.15; // of its size
    if (mark.kind != Mark::Kind::Letter || mark.way != Mark::Way::Right || mark.shows == 0 || mark.shows > 126 || deep.find(mark.shows) != deep.npos)
        return mark.at;
    return mark.at.adjusted(0, std::min(below * double(mark.size), mark.at.height() / 2), 0, 0);
}

bool isUnder(const Mark &mark, const std::vector<QRectF> &ink)
{
    const QRectF at = placeOf(mark);
    return std::any_of(ink.begin(), ink.end(), [&](const QRectF &one) { return meet(one, at); });
}

// A marker's colour that every reader multiplies with what lies below: dark letters stay as they are. Once.
bool isMarker(const PageMarks &look, const Plainly &plain, bool anyLight)
{
    if (!plain.written || plain.grouped || !plain.coloured || look.depends || look.marks.size() > 64)
        return false;
    for (auto mark = look.marks.begin(); mark != look.marks.end(); ++mark) {
        const bool again = std::any_of(look.marks.begin(), mark, [&](const Mark &other) { return meet(other.at, mark->at); });
        if (mark->kind != Mark::Kind::Area || mark->veil > 0 || again || (!anyLight && mark->colour != 0xffffffU))
            return false;
    }
    return true;
}

// Multiplied with its colour letters still differ from what is around them: green ones do not from a green ground.
bool leavesLetters(const Mark &marker, const PageMarks &under)
{
    constexpr quint32 most = 0xff, white = 0xffffff;
    constexpr int least = 0x60;
    return marker.colour == white || std::all_of(under.marks.begin(), under.marks.end(), [&](const Mark &mark) {
        if (mark.unseen || mark.cut || mark.kind != Mark::Kind::Letter || !mark.at.intersects(marker.at))
            return true;
        const auto part = [](quint32 colour, int shift) { return colour >> shift & most; };
        const auto lost = [&](int shift) { return int(part(*marker.colour, shift) * (most - part(*mark.colour, shift)) / most); };
        return mark.colour && std::max({lost(0), lost(8), lost(16)}) >= least;
    });
}

// All of an array of numbers that are coordinates, in pairs; of arrays of such.
void hold(const PdfFile &file, const PdfValue &value, QRectF &out, int depth = 0)
{
    const PdfArray all = file.resolved(value).valueOr({}).items();
    for (std::size_t i = 0; i < all.size() && depth < 3; ++i) {
        const PdfValue one = file.resolved(all[i]).valueOr({});
        if (one.isArray()) {
            hold(file, one, out, depth + 1);
        } else if (i % 2 == 1) {
            const QPointF at(file.resolved(all[i - 1]).valueOr({}).toNumber(), one.toNumber());
            out.setLeft(std::min(out.left(), at.x()));
            out.setRight(std::max(out.right(), at.x()));
            out.setTop(std::min(out.top(), at.y()));
            out.setBottom(std::max(out.bottom(), at.y()));
        }
    }
}

// Without a look readers draw one, each its own: anywhere in the note's rectangle and around its points, as far as its
// line is wide. An icon stands at the corner, in its own size.
std::vector<QRectF> drawnByReaders(const PdfFile &file, const PdfDict &note)
{
    constexpr double icon = 24, least = 1, most = 1000;
    const auto at = [&](const char *key) { return file.resolved(note[key]).valueOr({}); };
    QRectF rect = rectOf(file, note);
    if (at("Subtype").isName("Popup"))
        return {};
    if (at("Subtype").isName("Text"))
        return {QRectF(rect.left(), rect.bottom() - icon, icon, icon)};
    for (const char *points : {"QuadPoints", "InkList", "L", "Vertices", "CL"})
        hold(file, note[points], rect);
    const PdfArray border = at("Border").items();
    const double width = std::max({least, std::abs(file.resolved(at("BS")["W"]).valueOr({}).toNumber()),
                                   border.size() > 2 ? std::abs(file.resolved(border[2]).valueOr({}).toNumber()) : 0});
    const double reach = std::min(most, 5 * width);
    return {rect.adjusted(-reach, -reach, reach, reach)};
}

// What was signed has no look of its own, and readers draw it all the same: a note, or the value of a field.
std::vector<QRectF> drawnWithoutLook(const PdfFile &file, const PdfDict &note)
{
    const auto at = [&](const char *key) { return file.resolved(note[key]).valueOr({}); };
    if (!at("AP").isNull() || at("Subtype").isName("Link") || at("FT").isName("Sig"))
        return {};
    if (!at("Subtype").isName("Widget"))
        return drawnByReaders(file, note);
    const PdfValue value = at("V").isNull() ? file.resolved(at("Parent")["V"]).valueOr({}) : at("V");
    return value.isString() ? std::vector<QRectF>{rectOf(file, note)} : std::vector<QRectF>();
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
    Shown out{marksOfPage(m_before, page, &m_pictures), {}};
    const PdfValue dict = m_before.resolved(PdfValue::ref(page)).valueOr({});
    const PdfArray notes = m_before.resolved(dict["Annots"]).valueOr({}).items();
    for (const PdfValue &item : notes) {
        if (item.isRef() && item.target() == own)
            continue;
        const PdfDict entries = m_before.resolved(item).valueOr({}).entries();
        PageMarks note = marksOfNote(m_before, entries);
        for (const QRectF &at : drawnWithoutLook(m_before, entries))
            note.marks.push_back({.kind = Mark::Kind::Picture, .colour = {}, .at = at});
        if (item.isRef() && m_signed->contains(item.target().number)) {
            out.signatures.push_back(std::move(note));
            continue;
        }
        out.page.complete &= note.complete;
        out.page.depends |= note.depends;
        out.page.marks.insert(out.page.marks.end(), note.marks.begin(), note.marks.end());
    }
    return m_pages.emplace(std::pair(page, own), std::move(out)).first->second;
}

Cover::Of Cover::over(const Shown &before, const std::vector<QRectF> &ink)
{
    constexpr std::size_t mostPairs = 20'000'000;
    if (ink.empty())
        return Of::Nothing;
    const QRectF whole = around(ink).adjusted(-edge, -edge, edge, edge);
    const std::vector<const Mark *> seen = seenIn(whole, before.page);
    if (seen.size() * ink.size() > mostPairs)
        return Of::Drawn;
    bool drawn = !before.page.complete, signature = false;
    for (const Mark *under : seen) {
        if (!isUnder(*under, ink))
            continue;
        if (under->kind == Mark::Kind::Letter)
            return Of::Text;
        drawn = true;
    }
    for (const PageMarks &one : before.signatures) {
        const std::vector<const Mark *> parts = seenIn(whole, one);
        signature |= !one.complete || std::any_of(parts.begin(), parts.end(), [&](const Mark *under) { return isUnder(*under, ink); });
    }
    return drawn ? Of::Drawn : signature ? Of::Signature : Of::Nothing;
}

std::vector<QRectF> Cover::inkOf(const PdfDict &annotation, bool isNote, const Shown &below) const
{
    constexpr qint64 hidden = 2, print = 4, notViewed = 32, ownSize = 8 | 16; // NoZoom, NoRotate
    constexpr qint64 mostFlags = 0xffff;
    const QRectF rect = rectOf(m_after, annotation);
    const qint64 flags = m_after.resolved(annotation["F"]).valueOr({}).toInt();
    if (flags < 0 || flags > mostFlags) // readers cut such numbers each in their own way
        return {rect};
    if ((flags & hidden) || ((flags & notViewed) && !(flags & print)))
        return {};
    if (m_after.resolved(annotation["AP"]).valueOr({}).isNull()) {
        const bool draws = isNote || !m_after.resolved(annotation["MK"]).valueOr({}).isNull(); // some draw its background
        return draws ? drawnByReaders(m_after, annotation) : std::vector<QRectF>();
    }
    if (rect.width() <= 2 * edge || rect.height() <= 2 * edge)
        return {};
    const PageMarks look = marksOfNote(m_after, annotation);
    const Plainly plain = howPlainlyDrawn(m_after, annotation);
    if (!look.complete || look.depends || !plain.written || !plain.lettered || !plain.one || (flags & ownSize))
        return {rect};
    if (isMarker(look, plain, isNote) && std::all_of(look.marks.begin(), look.marks.end(), [&](const Mark &mark) { return leavesLetters(mark, below.page); }))
        return {};
    std::vector<QRectF> ink;
    for (const Mark &mark : look.marks) {
        const double reach = double(mark.reach);
        const QRectF one = placeOf(mark).adjusted(-reach, -reach, reach, reach) & rect;
        if (!mark.unseen && !one.isEmpty())
            ink.push_back(one);
    }
    return ink;
}

Cover::Of Cover::byNote(const PdfDict &note, PdfRef page, PdfRef own)
{
    return over(shown(page, own), inkOf(note, true, shown(page, own)));
}

Cover::Of Cover::byPaper(const QRectF &box, PdfRef page)
{
    return over(shown(page, {}), {box});
}

bool Cover::isBeside(const PdfDict &widget, PdfRef page, PdfRef own)
{
    const QRectF box = rectOf(m_after, widget);
    const PageMarks look = marksOfNote(m_after, widget);
    return standsBeside(look, box, seenAround(box, shown(page, own).page));
}

Cover::Of Cover::by(const PdfDict &widget, PdfRef page, PdfRef own)
{
    return over(shown(page, own), inkOf(widget, false, shown(page, own)));
}

} // namespace carriel::signing
