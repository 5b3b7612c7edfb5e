// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a field was filled: by who may, and so that it shows what it says.
#include "core/signing/pdf/EntryTable.h"
#include "core/signing/pdf/Painter.h"
#include "core/signing/pdf/PlainContent.h"
#include "core/signing/verify/Explainer.h"
#include "core/signing/verify/FieldLook.h"

#include <QRegularExpression>
#include <algorithm>

namespace carriel::signing {

namespace {

constexpr qint64 readOnlyFlag = 1, password = 1 << 13, push = 1 << 16, combo = 1 << 17; // Tables 221, 226, 228, 230

bool isNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^\\s*[-+]?\\s*[$€]?\\s*[0-9][0-9., ]*%?\\s*$"));
    return number.match(text).hasMatch();
}

// The words of rich text (XHTML).
QString withoutTags(QString text)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    text.remove(tag);
    return text.replace(QLatin1String("&lt;"), QLatin1String("<")).replace(QLatin1String("&gt;"), QLatin1String(">")).replace(QLatin1String("&amp;"), QLatin1String("&"));
}

// The colour that a default appearance sets (Table 222).
std::optional<quint32> inkOf(const QByteArray &appearance)
{
    ContentLexer lexer(appearance);
    QByteArrayView name;
    std::vector<Operand> with;
    std::optional<quint32> out;
    while (lexer.next(name, with)) {
        if (name == "g" || name == "rg" || name == "k")
            out = colourOf(with);
    }
    return out;
}

// Something in a look that can be read and is no letter, or a letter that cannot be read, or is drawn by hand: strokes,
// pictures, fonts of drawings. What was there when it was signed is the author's.
bool showsMoreThanLetters(const PageMarks &was, const PageMarks &is, const QRectF &box, bool comb, bool rich)
{
    constexpr double underline = 2;
    bool below = true;
    std::optional<quint32> paper;
    for (const Mark &mark : is.marks) {
        const bool letter = mark.kind == Mark::Kind::Letter;
        below &= !letter;
        if (std::any_of(was.marks.begin(), was.marks.end(), [&](const Mark &other) { return sameMark(mark, other); }))
            continue;
        if (letter && (mark.unseen || mark.opaque || (paper && paper == mark.colour)))
            return true;
        if (!letter && !isOfTheBox(mark, box, below, comb) && !(rich && mark.kind != Mark::Kind::Picture && mark.at.height() <= underline))
            return true;
        if (!letter && mark.kind == Mark::Kind::Area && mark.plain && mark.opaque && mark.at.height() >= box.height() / 2)
            paper = mark.colour;
    }
    return false;
}

} // namespace

// A field that a script of the author computes is filled by no hand, and is closed to them.
bool Explainer::readOnly(const FormField &field) const
{
    if ((inherited(m_before, field.dict, "Ff").toInt() & readOnlyFlag) == 0)
        return false;
    const PdfValue form = old(old(m_before.trailer()["Root"])["AcroForm"]);
    const PdfArray computed = old(form["CO"]).items();
    return std::none_of(computed.begin(), computed.end(), [&](const PdfValue &one) {
        return one.isRef() && one.target() == field.ref;
    });
}

// A letter is believed that every reader draws by its name, or that the author's own font says it is: what fonts say
// that came later is what whoever filled the field wants one to believe.
LetterOf Explainer::letters() const
{
    return [this, said = std::map<int, bool>()](const Mark &mark) mutable {
        if (mark.shows != 0 || mark.font == 0)
            return mark.shows;
        const auto [known, isNew] = said.try_emplace(mark.font);
        if (isNew && !m_changes.changed.contains(mark.font) && !m_changes.appeared.contains(mark.font)) {
            const auto entry = m_before.entry(mark.font);
            const int generation = entry && entry->kind == XrefEntry::Kind::At ? entry->generation : 0;
            const PdfValue font = old(PdfValue::ref({mark.font, generation}));
            known->second = !old(font["Encoding"]).isNull() || !old(font["ToUnicode"]).isNull();
        }
        return known->second ? mark.says : char32_t(0);
    };
}

// In an encrypted file only its owner's key makes a string plain; those in object streams are.
QString Explainer::plainText(const PdfValue &string, PdfRef owner) const
{
    const auto entry = m_after.entry(owner.number);
    const bool closed = m_plain && string.isString() && entry && entry->kind == XrefEntry::Kind::At;
    return textOf(closed ? PdfValue::string(m_plain(owner, string.bytes())) : string);
}

FieldSetting Explainer::settingOf(const FormField &field, PdfRef widget, const QString &value) const
{
    const PdfDict was = old(PdfValue::ref(widget)).entries();
    FieldSetting out{rectOf(m_after, now(PdfValue::ref(widget)).entries()), {}, {}, isNumber(value)};
    // The field may be turned on its page, and the page on the screen (ISO 32000-1 Tables 189 and 30): both are signed.
    static constexpr Mark::Way ways[] = {Mark::Way::Right, Mark::Way::Up, Mark::Way::Left, Mark::Way::Down};
    for (const qint64 turned : {old(old(was["MK"])["R"]).toInt(), inherited(m_before, old(was["P"]).entries(), "Rotate").toInt()})
        out.ways.push_back(ways[(turned / 90 % 4 + 4) % 4]);
    const PdfValue form = old(old(m_before.trailer()["Root"])["AcroForm"]);
    PdfValue usual = inherited(m_before, was, "DA");
    if (!usual.isString())
        usual = inherited(m_before, field.dict, "DA");
    if (!usual.isString())
        usual = old(form["DA"]);
    if (!m_plain) // in an encrypted file it is not looked for
        out.ink = inkOf(usual.bytes());
    return out;
}

// What a field shows while it is pressed, or pointed at.
bool Explainer::underMouseAsItWas(const PdfDict &is, const PdfDict &was) const
{
    for (const char *key : {"R", "D"}) {
        const PdfValue seen = now(is["AP"])[key], before = old(was["AP"])[key];
        std::vector<int> inside = mentionsOf(seen);
        for (const int number : mentionsOf(old(before)))
            inside.push_back(number);
        if (!(seen == before) || std::any_of(inside.begin(), inside.end(), [&](int n) { return touched(PdfValue::ref({n, 0})); }))
            return false;
    }
    return true;
}

// Or is the one that was signed: what its author drew he answers for.
bool Explainer::lookWrittenPlainly(const PdfDict &is, const PdfDict &was) const
{
    const PdfValue look = now(is["AP"])["N"];
    return (look == old(was["AP"])["N"] && !touched(look)) || howPlainlyDrawn(m_after, is).written;
}

Explainer::Shows Explainer::textShows(const FormField &field, const PdfDict &is, PdfRef ref, const PdfValue &value) const
{
    constexpr qint64 cells = 1 << 24, rich = 1 << 25; // Table 228
    const PdfDict widget = now(PdfValue::ref(ref)).entries();
    const qint64 flags = inherited(m_after, is, "Ff").toInt();
    if (m_plain && is["V"].isNull() && !value.isNull()) // whose string it is decides what it says
        return Shows::Unknown;
    if (inherited(m_after, is, "FT").isName("Ch") && (flags & combo) == 0)
        return listShows(field, is, ref, value);
    const QString written = plainText(value, is["V"].isRef() ? is["V"].target() : field.ref);
    if (const PdfValue richly = now(is["RV"]); (flags & rich) != 0 && !richly.isNull()) { // a viewer that draws anew goes by it
        const QString said = withoutTags(plainText(richly, is["RV"].isRef() ? is["RV"].target() : field.ref));
        if (!richly.isString() || plainLetters(said) != plainLetters(written))
            return Shows::Other;
    }
    if (!underMouseAsItWas(widget, old(PdfValue::ref(ref)).entries()))
        return Shows::Other;
    const PageMarks look = marksOfNote(m_after, widget), was = marksOfNote(m_before, old(PdfValue::ref(ref)).entries());
    if (look.complete && showsMoreThanLetters(was, look, rectOf(m_after, widget), (flags & cells) != 0, (flags & rich) != 0))
        return Shows::Other;
    if (!lookWrittenPlainly(widget, old(PdfValue::ref(ref)).entries()))
        return Shows::Unknown;
    // A viewer that is told to draws the look anew.
    const PdfValue form = now(now(m_after.trailer()["Root"])["AcroForm"]);
    const bool asItWas = look.complete && std::equal(look.marks.begin(), look.marks.end(), was.marks.begin(), was.marks.end(), sameMark);
    if (asItWas && (now(form["NeedAppearances"]).toBool() || value == inherited(m_before, field.dict, "V")))
        return Shows::Value;
    const auto seen = shownText(look, letters());
    if (!look.complete || !seen || !(value.isNull() || value.isString()))
        return Shows::Unknown;
    if (const Plainness plain = plainness(look, settingOf(field, ref, written)); plain != Plainness::Plain)
        return plain == Plainness::Hidden ? Shows::Other : Shows::Unknown;
    if (seen->isEmpty()) { // it says nothing of its value; without a look a viewer makes one
        const bool hidden = (now(widget["F"]).toInt() & (2 | 32)) != 0;
        return asItWas || plainLetters(written).isEmpty() || now(widget["AP"]).isNull() || hidden || now(form["NeedAppearances"]).toBool()
                   ? Shows::Value
                   : Shows::Other;
    }
    if ((flags & password) != 0)
        return isMask(*seen) ? Shows::Value : Shows::Other;
    const QString shown = plainLetters(*seen), meant = plainLetters(written);
    if (shown == meant)
        return Shows::Value;
    // A script of the author may show a number or a moment in another form; what else it may say nobody can tell.
    if (!now(now(is["AA"])["F"]).isNull() || !now(now(widget["AA"])["F"]).isNull()) {
        const bool same = isNumber(written) ? isSameNumber(written, *seen)
                                            : isSameMoment(written, *seen) || shown.toCaseFolded() == meant.toCaseFolded();
        return same ? Shows::Value : Shows::Other;
    }
    const auto choices = options(field, is);
    if (!choices)
        return Shows::Unknown;
    const bool option = std::any_of(choices->begin(), choices->end(), [&](const Option &one) {
        return one.value == written && plainLetters(one.shown) == shown;
    });
    return option ? Shows::Value : Shows::Other;
}

void Explainer::filled(const FormField &field)
{
    const auto kind = [&](const char *type) { return field.type == type; };
    if (!kind("Tx") && !kind("Ch") && !kind("Btn"))
        return raise(After::B3, QStringLiteral("field %1 looks different").arg(field.name));
    if (kind("Btn") && (inherited(m_before, field.dict, "Ff").toInt() & push) != 0) // it has no value
        return refuse(QStringLiteral("button %1").arg(field.name));
    if (readOnly(field))
        return refuse(QStringLiteral("field %1 changed, which its author closed to filling").arg(field.name));
    const PdfDict is = field.ref.number ? now(PdfValue::ref(field.ref)).entries() : field.dict;
    const PdfValue value = inherited(m_after, is, "V");
    Shows shows = Shows::Value; // the worst of all its places
    if (kind("Btn"))
        shows = buttonShowsItsValue(field, value) && buttonLooksAsItWas(field) ? Shows::Value : Shows::Other;
    else
        for (const PdfRef &widget : field.widgets)
            shows = std::max(shows, textShows(field, is, widget, value));
    if (shows == Shows::Other)
        return refuse(QStringLiteral("field %1 shows something else than its value").arg(field.name));
    if (shows == Shows::Unknown)
        return refuse(QStringLiteral("what field %1 shows cannot be told").arg(field.name));
    const bool same = value == inherited(m_before, field.dict, "V");
    raise(After::B3, (same ? QStringLiteral("field %1 looks different") : QStringLiteral("field %1 was filled")).arg(field.name));
}

} // namespace carriel::signing
