// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/Beside.h"

#include <algorithm>

namespace carriel::signing {

namespace {

constexpr double smallestBox = 36; // points; a smaller frame may be a letter
constexpr std::size_t mostPairs = 20'000'000;

// As high as the letters of a line. What is no letter may be one that is drawn, unless it is too large for that.
double lineOf(const Mark &mark)
{
    constexpr double least = 6, most = 48, usual = 12;
    if (mark.kind == Mark::Kind::Letter)
        return std::max(least, double(mark.size));
    const double high = std::min(mark.at.height(), mark.at.width()) > most ? usual : mark.at.height();
    return high > most ? usual : std::max(least, high);
}

// A side of the box from end to end, or all of it.
bool isFrame(const Mark &mark, const QRectF &box)
{
    constexpr double edge = 4, most = 0.85;
    if (mark.kind == Mark::Kind::Letter || mark.kind == Mark::Kind::Picture)
        return false;
    const bool wide = mark.at.width() >= most * box.width(), high = mark.at.height() >= most * box.height();
    const QRectF inner = box.adjusted(edge, edge, -edge, -edge);
    return (wide && high) || ((wide || high) && !mark.at.intersects(inner));
}

bool isUpright(const Mark &mark)
{
    return mark.way == Mark::Way::Right || mark.way == Mark::Way::Left;
}

bool isBeside(const Mark &one, const Mark &other)
{
    constexpr double much = 3, leaning = 0.25, gap = 8;
    const double a = lineOf(one), b = lineOf(other);
    const double line = std::max(std::min(a, much * b), std::min(b, much * a)), across = leaning * line, along = gap * line;
    const auto within = [&](double x, double y) { return one.at.adjusted(-x, -y, x, y).intersects(other.at); };
    return within(line, line) || (isUpright(one) && isUpright(other) ? within(along, across) : within(across, along) || within(along, across));
}

} // namespace

bool standsBeside(const PageMarks &look, const QRectF &box, const std::vector<const Mark *> &page)
{
    constexpr double larger = 3; // than the letters beside it: no letter then
    if (page.empty())
        return false;
    if (!look.complete || look.marks.size() * page.size() > mostPairs)
        return true;
    const double side = std::min(box.width(), box.height());
    return std::any_of(look.marks.begin(), look.marks.end(), [&](const Mark &mark) {
        const bool frame = isFrame(mark, box);
        return !mark.unseen && !mark.cut && std::any_of(page.begin(), page.end(), [&](const Mark *other) {
            return !(frame && side >= std::max(smallestBox, larger * lineOf(*other))) && isBeside(mark, *other);
        });
    });
}

bool showsLetters(const PageMarks &look)
{
    return std::any_of(look.marks.begin(), look.marks.end(), [](const Mark &mark) { return mark.kind == Mark::Kind::Letter && !mark.unseen && !mark.cut; });
}

bool drawsSomething(const PageMarks &look, const QRectF &box)
{
    const bool large = std::min(box.width(), box.height()) >= smallestBox || showsLetters(look);
    return std::any_of(look.marks.begin(), look.marks.end(), [&](const Mark &mark) {
        return mark.kind != Mark::Kind::Letter && !(large && isFrame(mark, box));
    });
}

} // namespace carriel::signing
