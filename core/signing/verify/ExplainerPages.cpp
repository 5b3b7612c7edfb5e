// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What was added to pages after a signature: boxes of signatures, and notes where they were allowed.
#include "core/signing/sign/SignatureField.h"
#include "core/signing/verify/BoxWords.h"
#include "core/signing/verify/Explainer.h"

#include <algorithm>

namespace carriel::signing {

void Explainer::pages()
{
    if (m_changes.changed.empty())
        return;
    const std::vector<PdfRef> was = pagesOf(m_before, 1'000'000);
    int number = 0;
    for (const PdfRef &page : was) {
        ++number;
        const auto a = m_before.object(page);
        if (!a.ok())
            continue;
        const PdfValue list = a.value().value["Annots"];
        const bool pageChanged = m_changes.changed.contains(page.number);
        if (!pageChanged && !touched(list))
            continue;
        const auto b = m_after.object(page);
        const PdfDict dict = b.ok() ? b.value().value.entries() : PdfDict();
        explain(PdfValue::ref(page), Reach::Anybody);
        bool plain = true;
        for (const QByteArray &name : differing(a.value().value.entries(), dict)) {
            if (name != "Annots") {
                plain = false;
                refuse(QStringLiteral("/%1 of a page").arg(QString::fromLatin1(name)));
            }
        }
        if (!plain)
            continue;
        std::vector<PdfValue> added;
        listGrew(list, dict["Annots"], page.number, added, "annotations");
        for (const PdfValue &annotation : added)
            newAnnotation(annotation, page, number);
    }
    if (!m_permissions.allowsAnnotations())
        return;
    number = 0;
    for (const PdfRef &page : was) {
        ++number;
        const auto object = m_before.object(page);
        for (const PdfValue &item : object.ok() ? old(object.value().value["Annots"]).items() : PdfArray()) {
            if (item.isRef() && m_changes.changed.contains(item.target().number) &&
                !old(item)["Subtype"].isName("Widget")) {
                explain(item, Reach::Anybody);
                changedNote(item, page, number);
            }
        }
    }
}

// Something that is said on the page, and does nothing.
bool Explainer::isNote(const PdfDict &annotation) const
{
    static const QByteArrayList notes{"Text",      "Popup",    "Highlight", "Underline", "Squiggly",
                                      "StrikeOut", "FreeText", "Line",      "Square",    "Circle",
                                      "Polygon",   "PolyLine", "Stamp",     "Ink",       "Caret"};
    const PdfValue kind = annotation["Subtype"];
    return notes.contains((kind.isRef() ? now(kind) : kind).bytes()) && !annotation.contains("A") && !annotation.contains("AA");
}

// Whether the signed version shows it on one of its pages.
bool Explainer::stoodOnAPage(const PdfValue &ref) const
{
    const std::vector<PdfRef> all = pagesOf(m_before, 1'000'000);
    return std::any_of(all.begin(), all.end(), [&](const PdfRef &page) {
        const PdfArray notes = old(old(PdfValue::ref(page))["Annots"]).items();
        return std::find(notes.begin(), notes.end(), ref) != notes.end();
    });
}

void Explainer::newAnnotation(const PdfValue &ref, PdfRef page, int number)
{
    const PdfDict annotation = now(ref).entries();
    if (ref.isRef() && m_newFields.contains(ref.target().number))
        return covers(annotation, page, number);
    // A widget of a field that already was in the form but on no page.
    const bool known = std::any_of(m_oldForm.fields.begin(), m_oldForm.fields.end(), [&](const FormField &field) {
        return ref.isRef() && field.type == "Sig" && field.ref == ref.target();
    });
    const bool empty = now(annotation["V"]).isNull() && isVisible(annotation) && isDrawn(annotation);
    if (known && empty)
        return refuse(QStringLiteral("a box like a signature's that nobody signed"));
    // Where its signer put it, and nowhere else.
    if (known && stoodOnAPage(ref))
        return refuse(QStringLiteral("the box of a signature stands in another place"));
    if (known) {
        if (!now(old(ref)["V"]).isNull() && isVisible(annotation) && isDrawn(annotation))
            raise(After::B3, QStringLiteral("the box of a signature was put on page %1 later").arg(number));
        covers(annotation, page, number);
        return raise(After::B2, QStringLiteral("a signature field was placed"));
    }
    if (now(annotation["Subtype"]).isName("Widget"))
        return refuse(QStringLiteral("a new field that is no signature"));
    if (!m_permissions.allowsAnnotations())
        return refuse(QStringLiteral("a new annotation, which the signer did not allow"));
    if (!isNote(annotation))
        return refuse(QStringLiteral("a new annotation of a kind that is no note"));
    noteCovers(annotation, page, number);
    raise(After::B4, QStringLiteral("an annotation was added"));
    readNote(annotation, ref.target());
}

// Remarks may go, too; a link, a file or what is played is no remark, and stays as it was signed.
void Explainer::changedNote(const PdfValue &ref, PdfRef page, int number)
{
    const PdfDict was = old(ref).entries(), is = now(ref).entries();
    if (!isNote(was) || (!is.empty() && (!isNote(is) || !(now(is["Subtype"]) == old(was["Subtype"])))))
        return refuse(QStringLiteral("an annotation of a kind that is no note changed"));
    noteCovers(is, page, number, ref.target());
    raise(After::B4, QStringLiteral("an annotation changed"));
    readNote(is, ref.target());
}

// Who allowed notes did not allow that what they signed is no longer seen.
void Explainer::noteCovers(const PdfDict &note, PdfRef page, int number, PdfRef own)
{
    const Cover::Of what = m_cover.byNote(note, page, own);
    if (what == Cover::Of::Text)
        refuse(QStringLiteral("a note hides text of page %1").arg(number));
    else if (what == Cover::Of::Drawn)
        refuse(QStringLiteral("a note covers part of page %1").arg(number));
}

// A text on the page reads as if it were the page's own.
void Explainer::readNote(const PdfDict &note, PdfRef owner)
{
    constexpr qsizetype enough = 200;
    QString words = wordsOfBox(m_after, note);
    if (words.isEmpty() && now(note["Subtype"]).isName("FreeText")) // readers draw it
        words = plainText(now(note["Contents"]), note["Contents"].isRef() ? note["Contents"].target() : owner).simplified();
    if (!words.isEmpty())
        raise(After::B4, QStringLiteral("a note says: %1").arg(words.left(enough)));
}

} // namespace carriel::signing
