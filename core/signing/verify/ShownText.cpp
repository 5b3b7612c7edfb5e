// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/ShownText.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace carriel::signing {

namespace {

constexpr float smallest = 2; // points: less is not read

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

std::optional<std::vector<ShownLine>> shownLines(const PageMarks &look, const LetterOf &letterOf)
{
    std::vector<ShownLine> out;
    const Mark *before = nullptr;
    bool pale = false, dark = false;
    for (const Mark &mark : look.marks) {
        if (mark.kind != Mark::Kind::Letter || mark.unseen)
            continue;
        (isPale(mark) ? pale : dark) = true;
        const char32_t letter = letterOf(mark);
        if (letter == 0 || mark.size < smallest || (pale && dark) || (before && !follows(mark, *before)))
            return std::nullopt;
        const bool below = before && asRead(mark).y() < asRead(*before).y() - 0.4 * std::min(mark.size, before->size);
        if (!before || below)
            out.emplace_back();
        out.back().text += QString::fromUcs4(&letter, 1);
        out.back().at = out.back().at.united(mark.at);
        out.back().cut |= mark.cut;
        before = &mark;
    }
    return out;
}

std::optional<QString> shownText(const PageMarks &look, const LetterOf &letterOf)
{
    bool cut = false;
    for (const Mark &mark : look.marks) {
        if (mark.kind != Mark::Kind::Letter || mark.unseen)
            continue;
        cut |= mark.cut;
        if (cut && !mark.cut)
            return std::nullopt;
    }
    const auto lines = shownLines(look, letterOf);
    if (!lines)
        return std::nullopt;
    QString out;
    for (const ShownLine &line : *lines)
        out += line.text;
    return out;
}

QString plainLetters(const QString &text)
{
    constexpr char16_t firstLigature = 0xfb00, lastLigature = 0xfb06;
    QString all; // spaces part nothing where each letter is placed by itself
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.unicode() >= firstLigature && c.unicode() <= lastLigature)
            all += QString(c).normalized(QString::NormalizationForm_KD);
        else if (c.category() == QChar::Punctuation_Dash || c == QChar(0x2212) || c == QChar(0xad))
            all += u'-';
        else if (!c.isSpace() && !c.isMark())
            all += c;
    }
    QString out;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QChar c = all[i];
        const bool digitNext = i + 1 < all.size() && isDigit(all[i + 1]);
        const bool between = (c == u'.' || c == u',') && digitNext && i > 0 && isDigit(all[i - 1]);
        const bool minus = c == u'-' && digitNext && (i == 0 || !all[i - 1].isLetterOrNumber());
        if (between || minus || c == u'%' || c.isSurrogate() || c.isLetterOrNumber())
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

namespace {

struct Parts
{
    QList<int> numbers;
    bool morning = false, evening = false;
    bool known = true; // no other word
};

Parts partsOf(const QString &text)
{
    // Longer ones first: words stand without spaces.
    static const QRegularExpression word(
        QStringLiteral("\\G(?:(?<number>\\d{1,4})|(?<month>enero|january|jan|ene|febrero|february|feb|marzo|march|mar(?!tes)|abril|april|abr|apr"
                       "|mayo|may|junio|june|jun|julio|july|jul|agosto|august|ago|aug|septiembre|setiembre|september|sept|sep|set"
                       "|octubre|october|oct|noviembre|november|nov|diciembre|december|dic|dec)|(?<am>a\\.?m\\.?)|(?<pm>p\\.?m\\.?)"
                       "|lunes|martes|miercoles|jueves|viernes|sabado|domingo|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
                       "|lun|vie|sab|dom|mon|tue|wed|thu|fri|sat|sun|del|de|horas|hora|hrs|hs|h|min|st|nd|rd|th|of|t|z|[^\\w])"));
    static const QStringList months{QStringLiteral("enejan"), QStringLiteral("feb"), QStringLiteral("mar"), QStringLiteral("abrapr"),
                                    QStringLiteral("may"), QStringLiteral("jun"), QStringLiteral("jul"), QStringLiteral("agoaug"),
                                    QStringLiteral("sepset"), QStringLiteral("oct"), QStringLiteral("nov"), QStringLiteral("dicdec")};
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D).toLower()) {
        if (!c.isMark() && !c.isSpace())
            plain += c;
    }
    Parts out;
    qsizetype at = 0;
    while (at < plain.size()) {
        const auto found = word.match(plain, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!found.hasMatch() || found.capturedLength() == 0) {
            out.known = false;
            return out;
        }
        at = found.capturedEnd();
        if (const QString number = found.captured(QStringLiteral("number")); !number.isEmpty())
            out.numbers += number.toInt();
        for (qsizetype i = 0; i < months.size() && !found.captured(QStringLiteral("month")).isEmpty(); ++i) {
            if (months[i].contains(found.captured(QStringLiteral("month")).left(3)))
                out.numbers += int(i) + 1;
        }
        out.morning |= !found.captured(QStringLiteral("am")).isEmpty();
        out.evening |= !found.captured(QStringLiteral("pm")).isEmpty();
    }
    return out;
}

} // namespace

bool isSameMoment(const QString &value, const QString &shown)
{
    constexpr int century = 100, noon = 12;
    const Parts meant = partsOf(value), seen = partsOf(shown);
    if (!meant.known || !seen.known || seen.numbers.size() < 2 || seen.numbers.size() > meant.numbers.size())
        return false;
    const auto same = [&](int a, int b) {
        const bool year = a >= century && b < century ? a % century == b : b >= century && a < century && b % century == a;
        const bool hour = (seen.evening && !meant.evening && a == b + noon) || (seen.morning && !meant.morning && a == 0 && b == noon);
        return a == b || year || hour;
    };
    QList<int> left = meant.numbers;
    return std::all_of(seen.numbers.begin(), seen.numbers.end(), [&](int b) {
        auto found = std::find(left.begin(), left.end(), b);
        if (found == left.end())
            found = std::find_if(left.begin(), left.end(), [&](int a) { return same(a, b); });
        if (found == left.end())
            return false;
        left.erase(found);
        return true;
    });
}

bool isMask(const QString &shown)
{
    static const QString masks = QStringLiteral("*\u2022\u25cf\u2217");
    return std::all_of(shown.begin(), shown.end(), [](QChar c) { return masks.contains(c); });
}

} // namespace carriel::signing
