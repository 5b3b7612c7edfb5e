// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What may happen to the fields of a form after a signature.
#include "core/signing/sign/SignatureField.h"
#include "core/signing/pdf/PageMarks.h"
#include "core/signing/verify/Explainer.h"
#include "core/signing/verify/FieldLook.h"

#include <algorithm>

namespace carriel::signing {

bool Explainer::isPlainWidget(const PdfDict &widget) const
{
    static const QByteArrayList known{"FT", "T",      "TU", "TM", "V",  "Ff", "Type", "Subtype", "F",
                                      "AP", "Rect",   "P",  "DA", "MK", "SV", "BS",   "Q",       "Lock",
                                      "M",  "Border", "NM", "AS", "H",  "DR", "Kids", "Parent"};
    return std::all_of(widget.entries().begin(), widget.entries().end(),
                       [&](const PdfDict::Entry &entry) { return known.contains(entry.first); });
}

bool Explainer::isVisible(const PdfDict &widget) const
{
    const PdfArray rect = now(widget["Rect"]).items();
    const auto corner = [&](std::size_t i) { return i < rect.size() ? now(rect[i]).toNumber() : 0.0; };
    const bool hidden = (now(widget["F"]).toInt() & 2) != 0 && widget["AP"].isNull();
    return !hidden && corner(0) != corner(2) && corner(1) != corner(3);
}

bool Explainer::isDrawn(const PdfDict &widget) const
{
    return !now(widget["AP"]).isNull() || !now(widget["MK"]).isNull();
}

// The value may stand in the field, and its widget apart.
bool Explainer::isSignedNow(const FormField &field, const PdfDict &widget) const
{
    return !widget["V"].isNull() || (field.ref.number && !now(PdfValue::ref(field.ref)).entries()["V"].isNull());
}

void Explainer::newField(const PdfValue &ref)
{
    const PdfDict field = now(ref).entries();
    if (!ref.isRef() || !m_changes.appeared.contains(ref.target().number) || !now(field["FT"]).isName("Sig") ||
        !isPlainWidget(field))
        return refuse(QStringLiteral("a new field that is no signature"));
    m_newFields.insert(ref.target().number);
    const PdfDict value = now(field["V"]).entries();
    if (!field["V"].isNull() && (!field["V"].isRef() || !m_changes.appeared.contains(field["V"].target().number)))
        refuse(QStringLiteral("a new field with an old signature"));
    const bool timestamp = now(value["SubFilter"]).isName("ETSI.RFC3161");
    bool visible = isVisible(field);
    bool drawn = isDrawn(field);
    const PdfValue kids = now(field["Kids"]);
    for (const PdfValue &kid : kids.items()) { // its widgets, if they stand apart
        const PdfDict widget = now(kid).entries();
        if (!kid.isRef() || !m_changes.appeared.contains(kid.target().number) || !isPlainWidget(widget) ||
            widget.contains("T") || widget.contains("V") || widget.contains("Kids"))
            return refuse(QStringLiteral("a new field with a part that is no widget"));
        m_newFields.insert(kid.target().number);
        visible |= isVisible(widget);
        drawn |= isDrawn(widget);
    }
    if (timestamp && !visible)
        return raise(After::B1, QStringLiteral("a timestamp"));
    if (timestamp && drawn) // no person stands for what it shows, and any authority gives one to anybody
        return refuse(QStringLiteral("a timestamp that shows something on a page"));
    if (value.empty() && visible && drawn) // it may cover the page, and stands for nobody
        return refuse(QStringLiteral("a box like a signature's that nobody signed"));
    if (!m_permissions.allowsForms())
        return refuse(QStringLiteral("another signature, which the signer did not allow"));
    if (!visible)
        return raise(value.empty() ? After::B2 : After::B1, QStringLiteral("another signature"));
    // A picture on a page that its certifier meant to be final: a person is told to look at the signed version.
    raise(m_permissions.certified ? After::B3 : After::B2, QStringLiteral("another visible signature"));
    readBox(field, field["V"]);
    for (const PdfValue &kid : kids.items())
        readBox(now(kid).entries(), field["V"]);
}

void Explainer::fields()
{
    std::set<int> parents;
    for (const FormField &field : m_oldForm.fields) {
        m_filled = false;
        std::set<int> places;
        for (const PdfRef &widget : field.widgets)
            places.insert(widget.number);
        if (field.ref.number)
            places.insert(field.ref.number);
        for (const int place : places) {
            if (!m_changes.changed.contains(place))
                continue;
            const auto entry = m_before.entry(place);
            const auto entryNow = m_after.entry(place);
            const auto was =
                m_before.object({place, entry && entry->kind == XrefEntry::Kind::At ? entry->generation : 0});
            const auto is =
                m_after.object({place, entryNow && entryNow->kind == XrefEntry::Kind::At ? entryNow->generation : 0});
            if (was.ok() && is.ok() && was.value().value.isDict() && is.value().value.isDict()) {
                explain(PdfValue::ref(was.value().ref), Reach::Anybody);
                changedField(field, was.value(), is.value());
            }
        }
        for (const int place : places) {
            const auto entry = m_before.entry(place);
            const auto was =
                m_before.object({place, entry && entry->kind == XrefEntry::Kind::At ? entry->generation : 0});
            if (was.ok())
                appearances(field, was.value().value.entries());
        }
        if (m_filled)
            filled(field);
        if (field.type == "Sig" && old(field.value).isNull() && field.ref.number &&
            !now(now(PdfValue::ref(field.ref))["V"]).isNull())
            signedAsPrepared(field);
    }
}

void Explainer::signedAsPrepared(const FormField &field)
{
    constexpr qint64 hidden = 2, notViewed = 32;
    const bool timestamp = now(now(now(PdfValue::ref(field.ref))["V"])["SubFilter"]).isName("ETSI.RFC3161");
    for (const PdfRef &ref : field.widgets) {
        const PageMarks look = marksOfNote(m_after, now(PdfValue::ref(ref)).entries());
        const PageMarks was = marksOfNote(m_before, old(PdfValue::ref(ref)).entries());
        if (timestamp && (!look.complete || !std::equal(look.marks.begin(), look.marks.end(), was.marks.begin(), was.marks.end(), sameMark)))
            refuse(QStringLiteral("a timestamp that shows something on a page"));
    }
    int number = 0;
    for (const PdfRef &page : pagesOf(m_before, 1'000'000)) {
        ++number;
        const PdfArray notes = old(old(PdfValue::ref(page))["Annots"]).items();
        for (const PdfValue &item : notes) {
            if (!item.isRef() || std::find(field.widgets.begin(), field.widgets.end(), item.target()) == field.widgets.end())
                continue;
            const bool seen = (old(old(item)["F"]).toInt() & (hidden | notViewed)) == 0;
            covers(now(item).entries(), page, number, seen ? item.target() : PdfRef());
            readBox(now(item).entries(), now(PdfValue::ref(field.ref))["V"]);
        }
    }
}

void Explainer::changedField(const FormField &field, const PdfObject &was, const PdfObject &is)
{
    const bool signature = field.type == "Sig";
    const bool button = field.type == "Btn" && (old(field.dict["Ff"]).toInt() & (1 << 16)) != 0;
    static const QByteArrayList signing{"V", "AP", "AS", "M", "F"};
    static const QByteArrayList filling{"V", "AP", "AS", "M", "I", "RV"};
    for (const QByteArray &name : differing(was.value.entries(), is.value.entries())) {
        if (!(signature ? signing : filling).contains(name))
            return refuse(QStringLiteral("/%1 of field %2").arg(QString::fromLatin1(name), field.name));
    }
    if (m_permissions.isLocked(field.name))
        return refuse(QStringLiteral("field %1 was closed by the signer").arg(field.name));
    if (!m_permissions.allowsForms())
        return refuse(QStringLiteral("field %1 changed, which the signer did not allow").arg(field.name));
    if (!signature) {
        if (button) // a push button has no value: only its look can have changed
            return refuse(QStringLiteral("button %1").arg(field.name));
        m_filled = true;
        return;
    }
    if (!old(field.value).isNull())
        return refuse(QStringLiteral("signature field %1").arg(field.name));
    const PdfValue value = is.value["V"];
    if (!value.isNull() && (!value.isRef() || !m_changes.appeared.contains(value.target().number)))
        return refuse(QStringLiteral("signature field %1 with an old signature").arg(field.name));
    if (!isSignedNow(field, is.value.entries()))
        return refuse(QStringLiteral("signature field %1 looks different, and nobody signed it").arg(field.name));
    m_newFields.insert(was.ref.number);
    raise(After::B2, QStringLiteral("field %1 was signed").arg(field.name));
}

// Pictures of a filled field may be written over in place - if they are nothing else's picture.
void Explainer::appearances(const FormField &field, const PdfDict &was)
{
    if (field.type == "Sig" && !old(field.value).isNull())
        return;
    std::set<int> owners{field.ref.number};
    for (const PdfRef &widget : field.widgets)
        owners.insert(widget.number);
    struct Step
    {
        PdfValue value;
        std::vector<PdfValue> containers; // references on the way: they must lead nowhere else either
    };
    std::vector<Step> open{{was["AP"], {}}};
    for (int depth = 0; depth < 3 && !open.empty(); ++depth) {
        std::vector<Step> next;
        for (const Step &step : open) {
            if (touched(step.value) && !m_permissions.isLocked(field.name) && m_permissions.allowsForms()) {
                std::set<int> from = owners;
                for (const PdfValue &container : step.containers) {
                    explain(container, Reach::Listed, from);
                    m_onPath.insert(container.target().number);
                    from.insert(container.target().number);
                }
                explain(step.value, Reach::Listed, from);
                if (field.type == "Sig" && !isSignedNow(field, was))
                    refuse(QStringLiteral("signature field %1 looks different, and nobody signed it").arg(field.name));
                if (field.type == "Sig")
                    raise(After::B2, QStringLiteral("field %1 looks different").arg(field.name));
                else
                    m_filled = true;
            }
            const auto object =
                step.value.isRef() ? m_before.object(step.value.target()) : Result<PdfObject>(PdfObject());
            if (object.ok() && object.value().isStream)
                continue;
            std::vector<PdfValue> containers = step.containers;
            if (step.value.isRef())
                containers.push_back(step.value);
            const PdfValue inner = old(step.value);
            for (const auto &[name, entry] : inner.entries().entries())
                next.push_back({entry, containers});
        }
        open = std::move(next);
    }
}

} // namespace carriel::signing
