// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/ShownText.h"

#include <algorithm>
#include <cmath>

namespace carriel::signing {

namespace {

constexpr float smallest = 2; // points: less is not read

// Turned so that one reads to the right, and lines follow downwards.
QPointF asRead(const Mark &mark)
{
    const QPointF at = mark.at.center();
    switch (mark.way) {
    case Mark::Way::Up:
        return {at.y(), -at.x()};
    case Mark::Way::Left:
        return {-at.x(), -at.y()};
    case Mark::Way::Down:
        return {-at.y(), at.x()};
    default:
        return at;
    }
}

// After the other: on its line and further on, or on a line below.
bool follows(const Mark &next, const Mark &before)
{
    if (next.way != before.way || next.way == Mark::Way::Other)
        return false;
    const double line = 0.4 * std::min(next.size, before.size);
    const QPointF a = asRead(before), b = asRead(next);
    return b.y() < a.y() - line || (std::abs(b.y() - a.y()) <= line && b.x() > a.x());
}

bool isPale(const Mark &mark)
{
    constexpr quint32 pale = 0xd0;
    return mark.colour && (*mark.colour & 0xff) >= pale && (*mark.colour >> 8 & 0xff) >= pale && (*mark.colour >> 16 & 0xff) >= pale;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

struct Number
{
    double value = 0;
    int decimals = 0;
};

// A point or a comma parts thousands or decimals: before three digits it may be either. The sign is left out: scripts
// show it by a colour, too.
QList<Number> numbersOf(const QString &text)
{
    QString digits; // and separators
    for (const QChar c : text) {
        if (isDigit(c) || c == u'.' || c == u',')
            digits += c;
        else if (!digits.isEmpty() && c.isLetter() && c.unicode() < 128)
            digits += u' '; // "12 de 34" is no number
    }
    digits = digits.trimmed();
    while (!digits.isEmpty() && !isDigit(digits.back()))
        digits.chop(1);
    if (digits.isEmpty() || digits.contains(u' '))
        return {};
    constexpr qsizetype thousand = 3;
    const qsizetype last = std::max(digits.lastIndexOf(u'.'), digits.lastIndexOf(u','));
    const QString back = digits.mid(last + 1);
    const auto plain = [](QString part) { return part.remove(u'.').remove(u','); };
    QList<Number> out;
    if (last < 0 || back.size() == thousand)
        out += {plain(digits).toDouble(), 0};
    if (last >= 0)
        out += {QString(plain(digits.left(last)) + u'.' + back).toDouble(), int(back.size())};
    return out;
}

} // namespace

std::optional<QString> shownText(const PageMarks &look, const LetterOf &letterOf)
{
    QString out;
    const Mark *before = nullptr;
    bool cut = false, pale = false, dark = false;
    for (const Mark &mark : look.marks) {
        if (mark.kind != Mark::Kind::Letter || mark.unseen)
            continue;
        cut |= mark.cut;
        (isPale(mark) ? pale : dark) = true;
        const char32_t letter = letterOf(mark);
        if (letter == 0 || mark.size < smallest || (cut && !mark.cut) || (pale && dark) || (before && !follows(mark, *before)))
            return std::nullopt;
        out += QString::fromUcs4(&letter, 1);
        before = &mark;
    }
    return out;
}

QString plainLetters(const QString &text)
{
    QString all; // spaces part nothing where each letter is placed by itself
    for (const QChar c : text) {
        if (!c.isSpace())
            all += c;
    }
    QString out;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QChar c = all[i];
        const bool digitNext = i + 1 < all.size() && isDigit(all[i + 1]);
        const bool between = (c == u'.' || c == u',') && digitNext && i > 0 && isDigit(all[i - 1]);
        const bool minus = c == u'-' && digitNext && (i == 0 || !all[i - 1].isLetterOrNumber());
        if (between || minus || (c.unicode() < 128 && c.isLetterOrNumber()))
            out += c;
    }
    return out;
}

bool isSameNumber(const QString &value, const QString &shown)
{
    constexpr double rounding = 0.5000001;
    const QList<Number> meant = numbersOf(value), seen = numbersOf(shown);
    const double part = shown.contains(u'%') && !value.contains(u'%') ? 100 : 1;
    return std::any_of(meant.begin(), meant.end(), [&](const Number &a) {
        return std::any_of(seen.begin(), seen.end(), [&](const Number &b) {
            return std::abs(a.value * part - b.value) <= rounding * std::pow(10, -b.decimals);
        });
    });
}

} // namespace carriel::signing
