// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/BoxWords.h"

#include "core/crypto/Cms.h"
#include "core/signing/pdf/PageMarks.h"
#include "core/signing/pdf/PlainContent.h"
#include "core/signing/verify/Beside.h"
#include "core/signing/verify/FieldLook.h"
#include "core/signing/verify/PlainLook.h"
#include "core/signing/verify/ShownText.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace carriel::signing {

namespace {

// Decoration, on which nothing is read.
bool isPale(const Mark &mark)
{
    constexpr quint32 least = 0xd0;
    const auto part = [&](int shift) { return *mark.colour >> shift & 0xff; };
    return mark.colour && std::min({part(0), part(8), part(16)}) >= least;
}

QString plain(const QString &text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isLetterOrNumber())
            out += c;
    }
    return out;
}

// Words, and numbers: what stands between them says nothing.
QStringList tokens(const QString &text)
{
    QStringList out;
    bool open = false;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isMark())
            continue;
        if (!c.isLetterOrNumber()) {
            open = false;
            continue;
        }
        if (open && out.back()[0].isDigit() == c.isDigit())
            out.back() += c;
        else
            out += QString(c);
        open = true;
    }
    return out;
}

// With which programs say who signed, why, where and when, in Spanish and English.
const QStringList &usualWords()
{
    static const QStringList all = QStringLiteral(
        "firmado firmada firma firmante electronicamente electronica electronico digitalmente digital por de del el la en nombre fecha hora lugar ubicacion "
        "ciudad motivo razon certificado signed signature signer digitally electronically electronic by name date time reason location place certificate dn cn "
        "on at the id cc nit numero serial number email timestamp version adobe acrobat reader utc gmt z t am pm a m p cot cet cest est edt local colombia bogota "
        "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene feb mar abr may jun jul ago sep sept oct nov dic "
        "january february march april june july august september october november december jan apr aug dec "
        "lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday").split(u' ');
    return all;
}

// What stands between the numbers of a day and hour.
const QStringList &ofADate()
{
    static const QStringList all = usualWords().mid(usualWords().indexOf(QStringLiteral("utc"))) + QStringList{QStringLiteral("de"), QStringLiteral("del"), QStringLiteral("hora"), QStringLiteral("at"), QStringLiteral("time")};
    return all;
}

// Programs that place each letter by itself leave no room between words.
bool isMadeOf(const QString &text, const QStringList &known)
{
    constexpr qsizetype shortest = 3; // of the words of which a longer one is made
    if (known.contains(text))
        return true;
    std::vector<bool> reached(std::size_t(text.size()) + 1, false);
    reached[0] = true;
    for (qsizetype from = 0; from < text.size(); ++from) {
        if (!reached[std::size_t(from)])
            continue;
        for (const QString &word : known) {
            if ((word.size() >= shortest || word == QLatin1String("by") || word == QLatin1String("de")) && QStringView(text).sliced(from).startsWith(word))
                reached[std::size_t(from + word.size())] = true;
        }
    }
    return reached.back();
}

// Numbers that say when it was signed: one day, whose year the signature says, an hour, and how far that is from UTC.
bool areOfADate(const QStringList &numbers, const QString &time)
{
    constexpr int most = 59, fewest = 3;
    constexpr qsizetype atMost = 8;
    const QString year = time.mid(time.startsWith(QLatin1String("D:")) ? 2 : 0, 4);
    const auto isPart = [](const QString &one) { return one.size() <= 2 && one.toInt() <= most; };
    const auto isOffset = [](const QString &one) {
        return one.size() == 4 && one[0] == u'0' && (one.endsWith(QLatin1String("00")) || one.endsWith(QLatin1String("30")));
    };
    const auto isYear = [&](const QString &one) { return one.size() == 4 && one == year; };
    return numbers.isEmpty() || (numbers.size() >= fewest && numbers.size() <= atMost && std::count_if(numbers.begin(), numbers.end(), isYear) == 1 &&
                                 std::all_of(numbers.begin(), numbers.end(), [&](const QString &one) { return isPart(one) || isYear(one) || isOffset(one); }));
}

} // namespace

namespace {

QString wordsOf(const PageMarks &look, double least)
{
    constexpr double gap = 0.15; // of the size of a letter
    QString out;
    const Mark *before = nullptr;
    for (const Mark &mark : look.marks) {
        const double size = double(mark.size);
        if (mark.kind != Mark::Kind::Letter || mark.unseen || mark.cut || size < least)
            continue;
        const auto along = [](const Mark &one) { return one.way == Mark::Way::Up || one.way == Mark::Way::Down ? one.at.height() : one.at.width(); };
        const QPointF moved = before ? asRead(mark) - asRead(*before) : QPointF();
        if (before && (moved.x() - (along(mark) + along(*before)) / 2 > gap * size || std::abs(moved.y()) > size / 2))
            out += u' ';
        const char32_t letter = mark.shows ? mark.shows : mark.says;
        out += letter != 0 && QChar::isPrint(letter) ? QString::fromUcs4(&letter, 1) : QStringLiteral("?");
        before = &mark;
    }
    return out.simplified();
}

} // namespace

QString wordsOfBox(const PdfFile &file, const PdfDict &widget)
{
    return wordsOf(marksOfNote(file, widget), 0);
}

QString saysLouder(const PdfFile &file, const PdfDict &widget, const SignedBy &by)
{
    constexpr double much = 1.6;
    const PageMarks look = marksOfNote(file, widget);
    double smallest = 0;
    for (const Mark &mark : look.marks) {
        if (mark.kind == Mark::Kind::Letter && !mark.unseen && !mark.cut && (smallest == 0 || double(mark.size) < smallest))
            smallest = double(mark.size);
    }
    const QString words = wordsOf(look, much * smallest + 0.01);
    const QStringList name = tokens(by.name.join(u' ')), said = tokens(words);
    return std::all_of(said.begin(), said.end(), [&](const QString &one) { return isMadeOf(one, name); }) ? QString() : words;
}

bool isReadable(const PdfFile &file, const PdfDict &widget)
{
    constexpr double largestIcon = 48, slimmest = 1.5, thin = 2, smallest = 3;
    constexpr int mostLines = 4;
    const PageMarks look = marksOfNote(file, widget);
    const Plainly plain = howPlainlyDrawn(file, widget);
    const QRectF box = rectOf(file, widget);
    if (!look.complete || look.depends || !plain.written || !plain.lettered || !plain.one ||
        plainness(look, {box, {Mark::Way::Right, Mark::Way::Up, Mark::Way::Left, Mark::Way::Down}, {}, false}) != Plainness::Plain)
        return false;
    int icons = 0, lines = 0;
    bool below = true;
    if (!showsLetters(look) && drawsSomething(look, box)) // nobody's name stands for it
        return false;
    for (const Mark &mark : look.marks) {
        const double longer = std::max(mark.at.width(), mark.at.height()), shorter = std::min(mark.at.width(), mark.at.height());
        below &= mark.kind != Mark::Kind::Letter;
        if (mark.kind == Mark::Kind::Letter) {
            if (!mark.unseen && double(mark.size) < smallest)
                return false;
        } else if (mark.kind == Mark::Kind::Picture) {
            if (++icons > 1 || longer > largestIcon || longer > slimmest * shorter)
                return false;
        } else if (!isPale(mark) && !(isOfTheBox(mark, box, below, false) && mark.opaque && mark.colour)) {
            const bool rule = shorter <= thin && longer >= std::max(box.width(), box.height()) / 2;
            if (!rule || ++lines > mostLines)
                return false;
        }
    }
    return true;
}

SignedBy signedBy(const QByteArray &contents, const Claims &claims)
{
    SignedBy out{{}, {}, claims};
    const auto cms = crypto::CmsSignature::parse(contents, crypto::CmsSignature::Padding::Zeros);
    if (cms.ok() && cms.value().signer()) {
        out.name = cms.value().signer()->name().split(u' ', Qt::SkipEmptyParts);
        out.subject = cms.value().signer()->subject();
    }
    return out;
}

bool saysWhoSigned(const QString &words, const SignedBy &by)
{
    const QString said = plain(words);
    return !by.name.isEmpty() && std::all_of(by.name.begin(), by.name.end(), [&](const QString &word) { return said.contains(plain(word)); });
}

bool saysNothingElse(const QString &words, const SignedBy &by)
{
    constexpr qsizetype longest = 80; // of a reason: more is a text of its own
    const QStringList said = tokens(words);
    QStringList known = usualWords() + tokens(by.name.join(u' ')) + tokens(by.subject);
    QStringList numbers = tokens(by.subject);
    const bool labelled = std::any_of(said.begin(), said.end(), [](const QString &one) {
        return one.startsWith(QLatin1String("firm")) || one.startsWith(QLatin1String("sign")) || one.contains(QLatin1String("signed"));
    });
    for (const QString &claim : {by.claims.reason, by.claims.place}) {
        if (labelled && claim.size() <= longest) {
            known += tokens(claim);
            numbers += tokens(claim);
        }
    }
    QStringList when;
    bool next = false; // after the day and hour came something else
    for (qsizetype i = 0; i < said.size(); ++i) {
        const QString &one = said[i];
        if (one[0].isDigit()) {
            if (numbers.contains(one))
                continue;
            if (next)
                return false;
            when += one;
        } else if (isMadeOf(one, known)) {
            next |= !when.isEmpty() && !ofADate().contains(one);
        } else if (i + 1 < said.size() && isMadeOf(one + said[i + 1], known)) { // a letter's width is known only roughly
            ++i;
        } else {
            return false;
        }
    }
    return areOfADate(when, by.claims.time);
}

bool saysNameAndDate(const QString &words, const SignedBy &by)
{
    static const QRegularExpression date(QStringLiteral("(?<!\\d)(?:\\d{4}([-./])\\d{2}\\1\\d{2}|\\d{2}([-./])\\d{2}\\2\\d{4})"
                                                        "(?:,?[ T]+\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[(]?(?:UTC|GMT)?[+-]\\d{2}[:']?\\d{2}'?[)]?|Z)?)?(?!\\d)"));
    QString rest = words;
    if (const auto found = date.match(rest); found.hasMatch())
        rest.remove(found.capturedStart(), found.capturedLength());
    const bool numbers = std::any_of(rest.begin(), rest.end(), [](QChar c) { return c.isDigit(); });
    return !numbers && saysNothingElse(words, {by.name, {}, {{}, {}, by.claims.time}});
}

} // namespace carriel::signing
