// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a list box shows its author's options, and as chosen those that are.
#include "core/signing/verify/Explainer.h"
#include "core/signing/verify/FieldLook.h"

#include <algorithm>

namespace carriel::signing {

namespace {

// The lines stand for options on end, from whichever it was scrolled to. -1: they do not.
qsizetype scrolledTo(const std::vector<ShownLine> &lines, const QStringList &shown)
{
    for (qsizetype first = 0; first + qsizetype(lines.size()) <= shown.size(); ++first) {
        const auto fits = [&](std::size_t i) { return plainLetters(lines[i].text) == shown[first + qsizetype(i)]; };
        std::size_t i = 0;
        while (i < lines.size() && fits(i))
            ++i;
        if (i == lines.size())
            return first;
    }
    return -1;
}

// The numbers of the chosen ones, which a viewer may go by, say the same.
bool numbersFit(const PdfValue &numbers, const std::vector<QString> &values, const QStringList &chosen)
{
    const PdfArray all = numbers.items();
    return std::all_of(all.begin(), all.end(), [&](const PdfValue &one) {
        const qint64 number = one.toInt();
        return number >= 0 && number < qint64(values.size()) && chosen.contains(values[std::size_t(number)]);
    });
}

} // namespace

// Nothing if it cannot be told what they say.
std::optional<std::vector<Explainer::Option>> Explainer::options(const FormField &field, const PdfDict &is) const
{
    std::vector<Option> out;
    const PdfValue list = inherited(m_after, is, "Opt");
    if (list.isNull())
        return out;
    const PdfRef holder = is["Opt"].isRef() ? is["Opt"].target() : field.ref;
    if (m_plain && is["Opt"].isNull()) // it stands in an object further up
        return std::nullopt;
    const auto text = [&](const PdfValue &one, PdfRef owner) { return plainText(now(one), one.isRef() ? one.target() : owner); };
    for (const PdfValue &one : list.items()) {
        const PdfRef owner = one.isRef() ? one.target() : holder;
        const PdfArray pair = now(one).items();
        if (pair.size() == 2)
            out.push_back({text(pair[0], owner), text(pair[1], owner)});
        else if (const QString both = text(one, holder); true)
            out.push_back({both, both});
    }
    return out;
}

Explainer::Shows Explainer::listShows(const FormField &field, const PdfDict &is, PdfRef ref, const PdfValue &value) const
{
    const PdfDict widget = now(PdfValue::ref(ref)).entries();
    const PageMarks look = marksOfNote(m_after, widget);
    const QRectF box = rectOf(m_after, widget);
    const auto choices = options(field, is);
    const auto lines = shownLines(look, letters());
    if (!look.complete || !choices || !lines || !(value.isNull() || value.isString() || value.isArray()))
        return Shows::Unknown;
    if (!underMouseAsItWas(widget, old(PdfValue::ref(ref)).entries()))
        return Shows::Other;
    if (look.marks.empty()) // a viewer draws it
        return Shows::Value;
    if (const Plainness plain = plainness(look, settingOf(field, ref, {})); plain != Plainness::Plain)
        return plain == Plainness::Hidden ? Shows::Other : Shows::Unknown;
    const PdfRef owner = is["V"].isRef() ? is["V"].target() : field.ref;
    QStringList chosen;
    for (const PdfValue &one : value.isArray() ? value.items() : PdfArray{value}) {
        if (!one.isNull())
            chosen += plainText(now(one), one.isRef() ? one.target() : owner);
    }
    QStringList shown; // what takes no room on a line has none
    QList<bool> isChosen;
    std::vector<QString> values;
    qsizetype known = 0;
    for (const Option &one : *choices) {
        const bool on = chosen.contains(one.value);
        values.push_back(one.value);
        known += on ? 1 : 0;
        if (plainLetters(one.shown).isEmpty())
            continue;
        shown += plainLetters(one.shown);
        isChosen += on;
    }
    const qsizetype first = scrolledTo(*lines, shown);
    if (first < 0 || known < chosen.size() || !numbersFit(now(is["I"]), values, chosen))
        return Shows::Other;
    // Behind each chosen line, and no other, lies an area as wide as the list.
    std::vector<bool> marked(lines->size(), false);
    bool below = true;
    for (auto mark = look.marks.begin(); mark != look.marks.end(); ++mark) {
        if (mark->kind == Mark::Kind::Letter) {
            below = false;
            if (mark->unseen || mark->opaque)
                return Shows::Other;
            continue;
        }
        const auto onIt = [&](const Mark &other) { return other.kind == Mark::Kind::Letter && mark->at.contains(other.at.center()); };
        const auto unread = [&](const Mark &other) { return onIt(other) && mark->colour == other.colour; };
        const bool hides = std::any_of(look.marks.begin(), mark, onIt) || std::any_of(mark, look.marks.end(), unread);
        std::size_t under = 0, at = 0;
        for (std::size_t i = 0; i < lines->size(); ++i) {
            const double middle = (*lines)[i].at.center().y();
            if (mark->at.top() <= middle && middle <= mark->at.bottom()) {
                ++under;
                at = i;
            }
        }
        constexpr double most = 0.7;
        const bool area = mark->kind == Mark::Kind::Area && mark->plain;
        const bool chosenHere = under == 1 && isChosen[first + qsizetype(at)];
        if (area && hides)
            return Shows::Other;
        if (!chosenHere && isOfTheBox(*mark, box, below, false))
            continue;
        if (!area || under != 1 || mark->at.width() < most * box.width())
            return Shows::Other;
        marked[at] = true;
    }
    qsizetype seen = 0;
    for (std::size_t i = 0; i < lines->size(); ++i) {
        const bool on = isChosen[first + qsizetype(i)];
        if (on != marked[i])
            return Shows::Other;
        seen += on ? 1 : 0;
    }
    return seen == chosen.size() ? Shows::Value : Shows::Other;
}

} // namespace carriel::signing
