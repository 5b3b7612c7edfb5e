// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a box that is ticked looks ticked, and one that is not does not.
#include "core/signing/pdf/PlainContent.h"
#include "core/signing/verify/Explainer.h"
#include "core/signing/verify/FieldLook.h"

#include <algorithm>

namespace carriel::signing {

namespace {

// Where its author drew nothing: a sign for a state, and for none at most the box.
bool isASign(const PageMarks &look, const QRectF &box, bool off)
{
    int letters = 0, others = 0;
    bool below = true;
    for (const Mark &mark : look.marks) {
        const bool letter = mark.kind == Mark::Kind::Letter;
        below &= !letter;
        if (letter)
            ++letters;
        else if (!isOfTheBox(mark, box, below, false))
            ++others;
    }
    constexpr int most = 8; // strokes of a tick or a cross
    return look.complete && letters <= 1 && others <= most && !(off && letters + others > 0);
}

} // namespace

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

// Which state is which only its looks tell: they stay those that were signed.
bool Explainer::buttonLooksAsItWas(const FormField &field) const
{
    const auto isStream = [](const PdfFile &file, const PdfValue &ref) {
        const auto object = ref.isRef() ? file.object(ref.target()) : Result<PdfObject>(PdfObject());
        return object.ok() && object.value().isStream;
    };
    for (const PdfRef &ref : field.widgets) {
        const PdfDict is = now(PdfValue::ref(ref)).entries(), was = old(PdfValue::ref(ref)).entries();
        if (!underMouseAsItWas(is, was) && !(old(was["AP"]).isNull() && now(is["AP"])["R"].isNull())) // who draws it first draws it pressed, too
            return false;
        const PdfValue normal = now(is["AP"])["N"], before = old(was["AP"])["N"];
        if (isStream(m_after, normal)) { // one look for all states
            if (normal != before || touched(normal))
                return false;
            continue;
        }
        const PdfDict states = now(normal).entries(), drawn = old(before).entries();
        for (const auto &[state, look] : states.entries()) {
            if (drawn.contains(state) && drawn[state] == look && !touched(look))
                continue;
            const auto marks = [&, name = PdfValue::name(state)](const PdfFile &file, PdfDict widget) {
                widget.set("AS", name);
                return marksOfNote(file, widget);
            };
            const PageMarks seen = marks(m_after, is);
            PdfDict shown = is;
            shown.set("AS", PdfValue::name(state));
            if (!howPlainlyDrawn(m_after, shown).written)
                return false;
            if (before.isNull()) {
                if (!isASign(seen, rectOf(m_after, is), state == "Off"))
                    return false;
                continue;
            }
            const PageMarks signedThen = marks(m_before, was); // a state that had no look paints nothing
            if (!seen.complete || !signedThen.complete ||
                !std::equal(seen.marks.begin(), seen.marks.end(), signedThen.marks.begin(), signedThen.marks.end(), sameMark))
                return false;
        }
    }
    return true;
}

} // namespace carriel::signing
