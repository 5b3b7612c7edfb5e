// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a field was filled: by who may, and so that it shows what it says.
#include "core/signing/pdf/PageMarks.h"
#include "core/signing/verify/Explainer.h"

#include <QRegularExpression>
#include <algorithm>

namespace carriel::signing {

namespace {

constexpr qint64 readOnlyFlag = 1, password = 1 << 13, push = 1 << 16, combo = 1 << 17; // Tables 221, 226, 228, 230

// Of the field, or of what it hangs from (§12.7.3.1).
PdfValue inherited(const PdfFile &file, const PdfDict &field, const char *key)
{
    PdfValue node = PdfValue::dict(field);
    for (int depth = 0; depth < 32 && node.isDict(); ++depth) {
        if (const PdfValue found = file.resolved(node[key]).valueOr({}); !found.isNull())
            return found;
        node = file.resolved(node["Parent"]).valueOr({});
    }
    return {};
}

bool same(const Mark &a, const Mark &b)
{
    constexpr double near = 0.5;
    if (a.kind == Mark::Kind::Letter &&
        (a.says != b.says || a.shows != b.shows || a.font != b.font || (a.font == 0 && a.shows == 0)))
        return false; // a font that is part of the look may have become another
    return a.kind == b.kind && a.colour == b.colour && qAbs(a.at.x() - b.at.x()) < near && qAbs(a.at.y() - b.at.y()) < near &&
           qAbs(a.at.width() - b.at.width()) < near && qAbs(a.at.height() - b.at.height()) < near;
}

bool isNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^\\s*[-+]?\\s*[$€]?\\s*[0-9][0-9., ]*%?\\s*$"));
    return number.match(text).hasMatch();
}

// Besides letters a field shows its background, below them, its border, and the lines between the cells of a comb.
bool isOfTheBox(const Mark &mark, const QRectF &box, bool below, bool comb)
{
    constexpr double edge = 4, most = 0.85, thin = 2.5;
    const QRectF &at = mark.at;
    if (mark.kind == Mark::Kind::Area && mark.plain && below && at.width() >= most * box.width() && at.height() >= most * box.height())
        return true;
    if (mark.kind == Mark::Kind::Picture || std::min(at.width(), at.height()) > edge)
        return false;
    const bool side = at.right() - box.left() <= edge || box.right() - at.left() <= edge ||
                      at.bottom() - box.top() <= edge || box.bottom() - at.top() <= edge;
    return side || (comb && at.width() <= thin && at.height() >= most * box.height());
}

// Something in a look that can be read and is no letter, or a letter that cannot be read, or is drawn by hand: strokes,
// pictures, fonts of drawings. What was there when it was signed is the author's.
bool showsMoreThanLetters(const PageMarks &was, const PageMarks &is, const QRectF &box, bool comb)
{
    bool below = true;
    std::optional<quint32> paper;
    for (const Mark &mark : is.marks) {
        const bool letter = mark.kind == Mark::Kind::Letter;
        below &= !letter;
        if (std::any_of(was.marks.begin(), was.marks.end(), [&](const Mark &other) { return same(mark, other); }))
            continue;
        if (letter && (mark.unseen || mark.opaque || (paper && paper == mark.colour)))
            return true;
        if (!letter && !isOfTheBox(mark, box, below, comb))
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

bool Explainer::buttonShowsItsValue(const FormField &field, const PdfValue &value) const
{
    for (const PdfRef &ref : field.widgets) {
        const PdfDict widget = now(PdfValue::ref(ref)).entries(), was = old(PdfValue::ref(ref)).entries();
        const PdfDict states = now(now(widget["AP"])["N"]).entries();
        const PdfValue state = now(widget["AS"]);
        const QByteArray expected = states.contains(value.bytes()) && !value.isNull() ? value.bytes() : "Off";
        const bool same = state == old(was["AS"]) && value == inherited(m_before, field.dict, "V");
        if (!same && (state.isName() ? state.bytes() : QByteArray("Off")) != expected)
            return false;
    }
    return true;
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

Explainer::Shows Explainer::textShows(const FormField &field, const PdfDict &is, PdfRef ref, const PdfValue &value) const
{
    constexpr qint64 cells = 1 << 24, rich = 1 << 25; // Table 228
    const PdfDict widget = now(PdfValue::ref(ref)).entries();
    const qint64 flags = inherited(m_after, is, "Ff").toInt();
    const bool choice = inherited(m_after, is, "FT").isName("Ch");
    const auto whole = [&](const PdfValue &string) {
        return textOf(m_plain && string.isString() ? PdfValue::string(m_plain(field.ref, string.bytes())) : string);
    };
    const PageMarks look = marksOfNote(m_after, widget), was = marksOfNote(m_before, old(PdfValue::ref(ref)).entries());
    const bool list = choice && (flags & combo) == 0; // shows which line is chosen
    if (!list && (flags & (rich | password)) == 0 && look.complete &&
        showsMoreThanLetters(was, look, rectOf(m_after, widget), (flags & cells) != 0))
        return Shows::Other;
    if (list || (flags & password) != 0) // a list shows more than its value, the other less
        return Shows::Value;
    if (m_plain && !is["V"].isString() && !value.isNull()) // whose string it is decides what it says
        return Shows::Value;
    // A viewer that is told to draws the look anew.
    const PdfValue form = now(now(m_after.trailer()["Root"])["AcroForm"]);
    const bool asItWas = look.complete && std::equal(look.marks.begin(), look.marks.end(), was.marks.begin(), was.marks.end(), same);
    if (asItWas && (now(form["NeedAppearances"]).toBool() || value == inherited(m_before, field.dict, "V")))
        return Shows::Value;
    const auto seen = shownText(look, letters());
    if (!look.complete || !seen || !(value.isNull() || value.isString()))
        return Shows::Unknown;
    const QString shown = plainLetters(*seen), meant = plainLetters(whole(value));
    if (shown.isEmpty() || shown == meant)
        return Shows::Value;
    // A script of the author may show it in another form.
    if (!now(now(is["AA"])["F"]).isNull() || !now(now(widget["AA"])["F"]).isNull())
        return !isNumber(whole(value)) || isSameNumber(whole(value), *seen) ? Shows::Value : Shows::Other;
    const PdfArray options = inherited(m_after, is, "Opt").items();
    const bool option = (m_plain && !options.empty()) || std::any_of(options.begin(), options.end(), [&](const PdfValue &one) {
        const PdfArray pair = now(one).items();
        return pair.size() == 2 && now(pair[0]) == value && plainLetters(whole(now(pair[1]))) == shown;
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
        shows = buttonShowsItsValue(field, value) ? Shows::Value : Shows::Other;
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
