// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the visible box of a later signature does to a page that others signed.
#include "core/signing/verify/Beside.h"
#include "core/signing/verify/Explainer.h"

#include <algorithm>

namespace carriel::signing {

namespace {
constexpr qsizetype enough = 200; // of what a box says
}

SignedBy Explainer::signerOf(const PdfValue &signature) const
{
    const PdfDict value = now(signature).entries();
    const auto text = [&](const char *key) { return plainText(now(value[key]), value[key].isRef() ? value[key].target() : signature.target()); };
    return signedBy(now(value["Contents"]).bytes(), {text("Reason"), text("Location"), text("M")});
}

// Whatever else a box says becomes part of a page that others signed, and a person is told to look at what they did.
void Explainer::readBox(const PdfDict &widget, const PdfValue &signature)
{
    const QString words = wordsOfBox(m_after, widget), told = words.left(enough);
    const SignedBy by = signerOf(signature);
    const QString louder = saysLouder(m_after, widget, by);
    if (!words.isEmpty() && !saysWhoSigned(words, by))
        raise(After::B3, QStringLiteral("the box of a later signature does not name who signed, and says: %1").arg(told));
    else if (!saysNothingElse(words, by) || !louder.isEmpty())
        raise(After::B3, QStringLiteral("the box of a later signature says more than who signed: %1").arg(told));
    if (!isReadable(m_after, widget))
        raise(After::B3, QStringLiteral("the box of a later signature holds something that cannot be read"));
}

// Beside what was signed even a date or a reason is read as part of it. Where a signature was expected, a name is none.
void Explainer::readBeside(const PdfDict &widget, PdfRef page, int number, PdfRef prepared)
{
    if (!m_cover.isBeside(widget, page, prepared))
        return;
    const PdfValue signature = widget["V"].isNull() ? now(widget["Parent"])["V"] : widget["V"];
    const QString words = wordsOfBox(m_after, widget);
    if (prepared.number && !words.isEmpty() && isReadable(m_after, widget) && saysNameAndDate(words, signerOf(signature)))
        return;
    if (!words.isEmpty())
        raise(After::B3, QStringLiteral("beside what was signed on page %1 the box of a later signature says: %2").arg(QString::number(number), words.left(enough)));
    if (words.isEmpty() || drawsSomething(marksOfNote(m_after, widget), rectOf(m_after, widget)))
        raise(After::B3, QStringLiteral("the box of a later signature draws something beside what was signed on page %1").arg(number));
}

// A signature may be seen, but what was signed must be seen too. `prepared`: the widget stood empty on the signed page,
// in sight of who signed it.
void Explainer::covers(const PdfDict &widget, PdfRef page, int number, PdfRef prepared)
{
    const Cover::Of what = m_cover.by(widget, page, prepared);
    if (what == Cover::Of::Text)
        refuse(QStringLiteral("the box of a later signature hides text of page %1").arg(number));
    else if (what == Cover::Of::Drawn && prepared.number)
        raise(After::B3, QStringLiteral("the box of a later signature covers part of page %1").arg(number));
    else if (what == Cover::Of::Drawn)
        refuse(QStringLiteral("the box of a later signature covers part of page %1").arg(number));
    else if (what == Cover::Of::Signature)
        raise(After::B3, QStringLiteral("the box of a later signature covers an earlier one on page %1").arg(number));
    if (what == Cover::Of::Nothing || what == Cover::Of::Signature)
        readBeside(widget, page, number, prepared);
}

} // namespace carriel::signing
