// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/Explainer.h"

#include "core/signing/sign/SignatureField.h"

#include <algorithm>

namespace carriel::signing {

Explainer::Explainer(const PdfFile &before, const PdfFile &after, Permissions permissions)
    : m_before(before), m_after(after), m_permissions(std::move(permissions)), m_changes(changesBetween(before, after)),
      m_oldForm(formFields(before))
{
}

void Explainer::raise(After after, const QString &note)
{
    m_result.after = std::max(m_result.after, after);
    if (m_result.notes.size() < 20 && !m_result.notes.contains(note))
        m_result.notes += note;
}

void Explainer::refuse(const QString &finding)
{
    m_result.after = std::max(m_result.after, After::B5);
    if (m_result.findings.size() < 20 && !m_result.findings.contains(finding))
        m_result.findings += finding;
}

bool Explainer::touched(const PdfValue &ref) const
{
    return ref.isRef() &&
           (m_changes.changed.contains(ref.target().number) || m_changes.appeared.contains(ref.target().number));
}

void Explainer::explain(const PdfValue &ref, Reach reach, std::set<int> from)
{
    if (!ref.isRef())
        return;
    auto &entry = m_explained.try_emplace(ref.target().number, reach, std::set<int>()).first->second;
    if (reach == Reach::Listed)
        entry.first = Reach::Listed; // the stricter of two explanations
    entry.second.merge(from);
}

QByteArrayList Explainer::differing(const PdfDict &a, const PdfDict &b)
{
    QByteArrayList names;
    for (const auto &[name, value] : a.entries()) {
        if (!(b[name] == value))
            names += name;
    }
    for (const auto &[name, value] : b.entries()) {
        if (!a.contains(name) && !value.isNull())
            names += name;
    }
    return names;
}

Explanation Explainer::run()
{
    for (const QString &trouble : m_changes.troubles + m_oldForm.troubles)
        refuse(trouble);
    trailers();
    catalog();
    fields();
    pages();
    reaches();
    if (m_permissions.unreadable && m_result.after > After::B1)
        refuse(QStringLiteral("what the signer allowed cannot be understood"));
    return m_result;
}

void Explainer::trailers()
{
    const PdfDict &a = m_before.trailer();
    const PdfDict &b = m_after.trailer();
    if (!(a["Root"] == b["Root"]))
        refuse(QStringLiteral("another document root"));
    if (!(a["Encrypt"] == b["Encrypt"]))
        refuse(QStringLiteral("another encryption"));
    if (touched(a["Info"]) || !(a["Info"] == b["Info"])) {
        explain(a["Info"], Reach::Listed, {0});
        raise(After::B1, QStringLiteral("document information"));
    }
    // Cross-references that writers put under a number that an older one had; nobody refers to them.
    for (const int number : m_changes.changed) {
        const auto entry = m_before.entry(number);
        if (!entry || entry->kind != XrefEntry::Kind::At)
            continue;
        const auto was = m_before.object({number, entry->generation});
        if (was.ok() && was.value().isStream && was.value().value["Type"].isName("XRef"))
            explain(PdfValue::ref({number, 0}), Reach::Listed, {});
    }
}

void Explainer::catalog()
{
    const PdfValue rootRef = m_before.trailer()["Root"];
    const PdfDict was = old(rootRef).entries();
    const PdfDict is = now(rootRef).entries();
    const int root = rootRef.target().number;
    explain(rootRef, Reach::Anybody);
    for (const QByteArray &name : differing(was, is)) {
        static const QByteArrayList known{"AcroForm", "DSS", "Metadata", "Extensions", "Version"};
        if (!known.contains(name))
            refuse(QStringLiteral("/%1 of the document root").arg(QString::fromLatin1(name)));
    }
    if (!is["Version"].isNull() && !is["Version"].isName())
        refuse(QStringLiteral("/Version of the document root"));
    if (touched(was["Extensions"]))
        explain(was["Extensions"], Reach::Listed, {root});
    if (!is["Extensions"].isNull() && !now(is["Extensions"]).isDict())
        refuse(QStringLiteral("/Extensions of the document root"));
    if (touched(was["Metadata"]) || !(was["Metadata"] == is["Metadata"])) {
        explain(was["Metadata"], Reach::Listed, {root});
        raise(After::B1, QStringLiteral("document information"));
    }
    proofs(was["DSS"], is["DSS"], root, 0);
    form(was["AcroForm"], is["AcroForm"], root);
}

// The security store and what hangs from it: dictionaries, lists and streams of proofs.
void Explainer::proofs(const PdfValue &before, const PdfValue &after, int owner, int depth)
{
    if (depth > 4)
        return;
    if (depth == 0 && (touched(before) || !(before == after)))
        raise(After::B1, QStringLiteral("proofs for later"));
    explain(before, Reach::Listed, {owner});
    const int inner = before.isRef() ? before.target().number : owner;
    const PdfValue was = old(before);
    for (const PdfValue &item : was.items())
        proofs(item, {}, inner, depth + 1);
    for (const auto &[name, value] : was.entries().entries())
        proofs(value, {}, inner, depth + 1);
}

void Explainer::listGrew(const PdfValue &before, const PdfValue &after, int owner, std::vector<PdfValue> &added,
                         const char *what)
{
    if (touched(before))
        explain(before, Reach::Listed, {owner});
    const PdfArray was = old(before).items();
    const PdfArray is = now(after).items();
    std::size_t matched = 0;
    for (const PdfValue &item : is) {
        if (matched < was.size() && item == was[matched])
            ++matched;
        else
            added.push_back(item);
    }
    if (matched != was.size())
        refuse(QStringLiteral("%1 were removed").arg(QString::fromLatin1(what)));
}

void Explainer::form(const PdfValue &before, const PdfValue &after, int owner)
{
    const PdfDict was = old(before).entries();
    const PdfDict is = now(after).entries();
    if (before.isRef() && !(before == after))
        refuse(QStringLiteral("another form"));
    explain(before, Reach::Listed, {owner});
    const int here = before.isRef() ? before.target().number : owner;
    for (const QByteArray &name : differing(was, is)) {
        const bool addedDefaults = (name == "DR" || name == "DA") && !was.contains(name);
        if (name != "Fields" && name != "SigFlags" && !addedDefaults)
            refuse(QStringLiteral("/%1 of the form").arg(QString::fromLatin1(name)));
    }
    if ((was["SigFlags"].toInt() & 3 & ~is["SigFlags"].toInt()) != 0)
        refuse(QStringLiteral("/SigFlags of the form"));
    std::vector<PdfValue> added;
    listGrew(was["Fields"], is["Fields"], here, added, "fields");
    for (const PdfValue &field : added)
        newField(field);
}

bool Explainer::isPlainWidget(const PdfDict &widget) const
{
    static const QByteArrayList known{"FT", "T",  "TU", "TM", "V", "Ff",   "Type", "Subtype", "F",  "AP", "Rect", "P",
                                      "DA", "MK", "SV", "BS", "Q", "Lock", "M",    "Border",  "NM", "AS", "H",    "DR"};
    return std::all_of(widget.entries().begin(), widget.entries().end(),
                       [&](const PdfDict::Entry &entry) { return known.contains(entry.first); });
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
    const PdfArray rect = now(field["Rect"]).items();
    const auto corner = [&](std::size_t i) { return i < rect.size() ? now(rect[i]).toNumber() : 0.0; };
    const bool hidden = (now(field["F"]).toInt() & 2) != 0 && field["AP"].isNull();
    const bool visible = !hidden && corner(0) != corner(2) && corner(1) != corner(3);
    if (timestamp && !visible)
        return raise(After::B1, QStringLiteral("a timestamp"));
    if (!m_permissions.allowsForms())
        return refuse(QStringLiteral("another signature, which the signer did not allow"));
    if (!visible)
        return raise(value.empty() ? After::B2 : After::B1, QStringLiteral("another signature"));
    // A picture on a page that its certifier meant to be final: a person is told to look at the signed version.
    raise(m_permissions.certified ? After::B3 : After::B2, QStringLiteral("another visible signature"));
}

void Explainer::fields()
{
    std::set<int> parents;
    for (const FormField &field : m_oldForm.fields) {
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
                appearances(field, was.value().value.entries(), {});
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
        return raise(After::B3, QStringLiteral("field %1 was filled").arg(field.name));
    }
    if (!old(field.value).isNull())
        return refuse(QStringLiteral("signature field %1").arg(field.name));
    const PdfValue value = is.value["V"];
    if (!value.isNull() && (!value.isRef() || !m_changes.appeared.contains(value.target().number)))
        return refuse(QStringLiteral("signature field %1 with an old signature").arg(field.name));
    m_newFields.insert(was.ref.number);
    raise(After::B2, QStringLiteral("field %1 was signed").arg(field.name));
}

// Pictures of a filled field may be written over in place - if they are nothing else's picture.
void Explainer::appearances(const FormField &field, const PdfDict &was, const PdfDict &)
{
    if (field.type == "Sig" && !old(field.value).isNull())
        return;
    std::vector<std::pair<PdfValue, int>> open{{was["AP"], field.ref.number}};
    for (int depth = 0; depth < 3 && !open.empty(); ++depth) {
        std::vector<std::pair<PdfValue, int>> next;
        for (const auto &[value, owner] : open) {
            if (touched(value) && !m_permissions.isLocked(field.name) && m_permissions.allowsForms()) {
                std::set<int> from{owner};
                for (const PdfRef &widget : field.widgets)
                    from.insert(widget.number);
                explain(value, Reach::Listed, from);
                raise(After::B3, QStringLiteral("field %1 was filled").arg(field.name));
            }
            const PdfValue inner = old(value);
            const auto object = value.isRef() ? m_before.object(value.target()) : Result<PdfObject>(PdfObject());
            if (object.ok() && object.value().isStream)
                continue;
            for (const auto &[name, entry] : inner.entries().entries())
                next.emplace_back(entry, value.isRef() ? value.target().number : owner);
        }
        open = std::move(next);
    }
}

void Explainer::pages()
{
    if (m_changes.changed.empty())
        return;
    const std::vector<PdfRef> was = pagesOf(m_before, 1'000'000);
    for (const PdfRef &page : was) {
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
            newAnnotation(annotation);
    }
    if (!m_permissions.allowsAnnotations())
        return;
    for (const PdfRef &page : was) {
        const auto object = m_before.object(page);
        for (const PdfValue &item : object.ok() ? old(object.value().value["Annots"]).items() : PdfArray()) {
            if (item.isRef() && m_changes.changed.contains(item.target().number) &&
                !old(item)["Subtype"].isName("Widget")) {
                explain(item, Reach::Anybody);
                raise(After::B4, QStringLiteral("an annotation changed"));
            }
        }
    }
}

void Explainer::newAnnotation(const PdfValue &ref)
{
    const PdfDict annotation = now(ref).entries();
    if (ref.isRef() && m_newFields.contains(ref.target().number))
        return;
    // A widget of a field that already was in the form but on no page.
    const bool known = std::any_of(m_oldForm.fields.begin(), m_oldForm.fields.end(), [&](const FormField &field) {
        return ref.isRef() && field.type == "Sig" && field.ref == ref.target();
    });
    if (known)
        return raise(After::B2, QStringLiteral("a signature field was placed"));
    if (now(annotation["Subtype"]).isName("Widget"))
        return refuse(QStringLiteral("a new field that is no signature"));
    if (!m_permissions.allowsAnnotations())
        return refuse(QStringLiteral("a new annotation, which the signer did not allow"));
    static const QByteArrayList notes{"Text",      "Popup",    "Highlight", "Underline", "Squiggly",
                                      "StrikeOut", "FreeText", "Line",      "Square",    "Circle",
                                      "Polygon",   "PolyLine", "Stamp",     "Ink",       "Caret"};
    if (!notes.contains(now(annotation["Subtype"]).bytes()) || annotation.contains("A") || annotation.contains("AA"))
        return refuse(QStringLiteral("a new annotation of a kind that is no note"));
    raise(After::B4, QStringLiteral("an annotation was added"));
}

void Explainer::reaches()
{
    std::set<int> targets = m_changes.appeared;
    for (const int number : m_changes.changed) {
        const auto found = m_explained.find(number);
        if (found == m_explained.end())
            refuse(QStringLiteral("object %1 changed").arg(number));
        else if (found->second.first == Reach::Listed)
            targets.insert(number);
    }
    if (targets.empty() || m_result.after >= After::B5)
        return;
    QStringList troubles;
    const auto all = referrers(m_before, targets, troubles);
    for (const QString &trouble : troubles)
        refuse(trouble);
    for (const auto &[target, from] : all) {
        const auto found = m_explained.find(target);
        if (found == m_explained.end()) {
            refuse(QStringLiteral("object %1, which the signed version lacked but used").arg(target));
            continue;
        }
        if (found->second.first == Reach::Anybody)
            continue;
        const std::set<int> &allowed = found->second.second;
        if (!std::includes(allowed.begin(), allowed.end(), from.begin(), from.end()))
            refuse(QStringLiteral("object %1 changed, and more depends on it").arg(target));
    }
}

} // namespace carriel::signing
