// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/PlainLook.h"

#include "core/signing/verify/ShownText.h"

#include <algorithm>
#include <cmath>

namespace carriel::signing {

namespace {

constexpr quint32 white = 0xffffff;

// By as much that it is read.
bool standsOut(quint32 ink, quint32 paper)
{
    constexpr int least = 0x30;
    const auto differ = [&](int shift) { return std::abs(int(ink >> shift & 0xff) - int(paper >> shift & 0xff)); };
    return std::max({differ(0), differ(8), differ(16)}) >= least;
}

bool isDigit(const Mark &mark)
{
    const char32_t c = mark.shows ? mark.shows : mark.says;
    return c >= U'0' && c <= U'9';
}

double along(const Mark &mark)
{
    return mark.way == Mark::Way::Up || mark.way == Mark::Way::Down ? mark.at.height() : mark.at.width();
}

bool onOneLine(const Mark &a, const Mark &b)
{
    return std::abs(asRead(a).y() - asRead(b).y()) <= 0.4 * std::min(a.size, b.size);
}

// Letters stand side by side.
bool isCrowded(const Mark &before, const Mark &next)
{
    constexpr double least = 0.4;
    return onOneLine(before, next) && asRead(next).x() - asRead(before).x() < least * (along(before) + along(next)) / 2;
}

// What is longer than its field goes on behind its edge; a number does not, and nothing is hidden in the middle.
Plainness cutOff(const Mark &mark, const Mark *before, const FieldSetting &setting)
{
    constexpr double widestGap = 1.5;
    const double edge = 2 + 0.4 * double(mark.size);
    if (setting.number || setting.box.adjusted(edge, edge, -edge, -edge).contains(mark.at.center()) ||
        (before && isDigit(*before) && isDigit(mark)))
        return Plainness::Hidden;
    const bool far = before && onOneLine(*before, mark) &&
                     asRead(mark).x() - asRead(*before).x() > (along(*before) + along(mark)) / 2 + widestGap * double(mark.size);
    return far ? Plainness::Doubtful : Plainness::Plain;
}

} // namespace

Plainness plainness(const PageMarks &look, const FieldSetting &setting)
{
    if (look.depends || !look.complete)
        return Plainness::Doubtful;
    const Mark *before = nullptr;
    bool seen = false;
    for (auto mark = look.marks.begin(); mark != look.marks.end(); ++mark) {
        if (mark->kind != Mark::Kind::Letter || mark->unseen)
            continue;
        if (mark->odd || !mark->colour || std::find(setting.ways.begin(), setting.ways.end(), mark->way) == setting.ways.end() ||
            (before && isCrowded(*before, *mark)))
            return Plainness::Doubtful;
        const auto paper = std::find_if(std::make_reverse_iterator(mark), look.marks.rend(), [&](const Mark &one) {
            return one.kind != Mark::Kind::Letter && one.at.contains(mark->at.center());
        });
        if (paper != look.marks.rend() && !paper->colour)
            return Plainness::Doubtful;
        if (mark->colour != setting.ink && !standsOut(*mark->colour, paper == look.marks.rend() ? white : *paper->colour))
            return Plainness::Hidden;
        if (mark->cut || mark->partly) {
            if (const Plainness how = cutOff(*mark, before, setting); how != Plainness::Plain)
                return how;
        }
        seen |= !mark->cut && !mark->partly;
        before = &*mark;
    }
    return before && !seen ? Plainness::Hidden : Plainness::Plain;
}

} // namespace carriel::signing
