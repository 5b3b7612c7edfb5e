// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/Explainer.h"

#include "core/signing/sign/SignatureField.h"

#include <algorithm>

namespace carriel::signing {

Explainer::Explainer(const PdfFile &before, const PdfFile &after, Permissions permissions, Plain plain)
    : m_before(before), m_after(after), m_permissions(std::move(permissions)), m_plain(std::move(plain)),
      m_changes(changesBetween(before, after)), m_cover(before, after), m_oldForm(formFields(before))
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
    unused();
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
    static const QByteArrayList technical{"Root", "Encrypt", "Info",  "ID",     "Size",   "Prev",       "XRefStm",
                                          "Type", "W",       "Index", "Filter", "Length", "DecodeParms"};
    for (const QByteArray &name : differing(a, b)) {
        if (!technical.contains(name))
            refuse(QStringLiteral("/%1 of the trailer").arg(QString::fromLatin1(name)));
    }
    if (touched(a["Info"]) || !(a["Info"] == b["Info"])) {
        explain(a["Info"], Reach::Listed, {0});
        information();
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

namespace {

bool mentions(const PdfValue &value, PdfRef target, int depth)
{
    if (value.isRef())
        return value.target().number == target.number;
    if (depth > 32)
        return true;
    for (const PdfValue &item : value.items()) {
        if (mentions(item, target, depth + 1))
            return true;
    }
    for (const auto &[name, entry] : value.entries().entries()) {
        if (mentions(entry, target, depth + 1))
            return true;
    }
    return false;
}

} // namespace

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
    // What is explained as one of these must not be used as something else by another name of the same dictionary.
    for (const QByteArray &name : {QByteArray("Extensions"), QByteArray("Metadata"), QByteArray("DSS"), QByteArray("AcroForm")}) {
        for (const auto &[other, value] : was.entries()) {
            if (other != name && touched(was[name]) && mentions(value, was[name].target(), 0))
                refuse(QStringLiteral("object %1 changed, and more depends on it").arg(was[name].target().number));
        }
    }
    if (touched(was["Extensions"]))
        explain(was["Extensions"], Reach::Listed, {root});
    if (!is["Extensions"].isNull() && !now(is["Extensions"]).isDict())
        refuse(QStringLiteral("/Extensions of the document root"));
    if (touched(was["Metadata"]) || !(was["Metadata"] == is["Metadata"])) {
        explain(was["Metadata"], Reach::Listed, {root});
        metadata(was["Metadata"], is["Metadata"]);
    }
    proofs(was["DSS"], is["DSS"], root, 0);
    form(was["AcroForm"], is["AcroForm"], root);
}

// The security store and what hangs from it: dictionaries, lists and streams of proofs.
bool Explainer::proofs(const PdfValue &before, const PdfValue &after, int owner, int depth)
{
    if (depth > 4)
        return false;
    bool changed = touched(before);
    if (depth == 0 && (changed || !(before == after)))
        raise(After::B1, QStringLiteral("proofs for later"));
    explain(before, Reach::Listed, {owner});
    const int inner = before.isRef() ? before.target().number : owner;
    const PdfValue was = old(before);
    for (const PdfValue &item : was.items())
        changed |= proofs(item, {}, inner, depth + 1);
    for (const auto &[name, value] : was.entries().entries())
        changed |= proofs(value, {}, inner, depth + 1);
    if (changed && before.isRef())
        m_onPath.insert(before.target().number);
    return changed;
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
    if (touched(before))
        explain(before, Reach::Listed, {owner});
    const int here = before.isRef() ? before.target().number : owner;
    for (const QByteArray &name : differing(was, is)) {
        const bool addedDefaults =
            (name == "DA" && !was.contains(name)) ||
            (name == "DR" && onlyGrew(was["DR"], is["DR"], 0) && !namesFontsInUse(was["DR"], is["DR"], was["DA"], here));
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

// A font by whose name fields of the signed version are drawn, which it did not have: each reader took one of its own.
bool Explainer::namesFontsInUse(const PdfValue &before, const PdfValue &after, const PdfValue &formDefault, int owner) const
{
    QByteArray used;
    const auto add = [&](const PdfValue &text, PdfRef of) {
        const QByteArray bytes = old(text).bytes();
        used.append(m_plain && !bytes.isEmpty() ? m_plain(of, bytes) : bytes).append(' ');
    };
    add(formDefault, {owner, 0});
    for (const FormField &field : m_oldForm.fields) {
        add(field.dict["DA"], field.ref);
        for (const PdfRef &widget : field.widgets)
            add(old(PdfValue::ref(widget))["DA"], widget);
    }
    const PdfDict had = old(old(before)["Font"]).entries();
    const PdfDict has = now(now(after)["Font"]).entries();
    used = used.simplified().append(' ');
    return std::any_of(has.entries().begin(), has.entries().end(), [&](const PdfDict::Entry &font) {
        return !had.contains(font.first) && used.contains(QByteArray('/' + font.first + ' '));
    });
}

// Resources got more names; none that was there means something else now. The lists of names may grow, what they name may
// not: a font that gains an encoding draws other letters.
bool Explainer::onlyGrew(const PdfValue &before, const PdfValue &after, int depth) const
{
    constexpr int resource = 2; // below /DR and its kinds
    if (touched(before))
        return false;
    if (before == after || (old(before).isNull() && depth < resource))
        return true;
    if (depth >= resource) {
        const std::vector<int> inside = mentionsOf(old(before));
        return old(before) == now(after) &&
               std::none_of(inside.begin(), inside.end(), [&](int n) { return touched(PdfValue::ref({n, 0})); });
    }
    const PdfValue was = old(before);
    const PdfValue is = now(after);
    if (!was.isDict() || !is.isDict())
        return was == is;
    return std::all_of(was.entries().entries().begin(), was.entries().entries().end(),
                       [&](const PdfDict::Entry &entry) { return onlyGrew(entry.second, is[entry.first], depth + 1); });
}

// An object that changed without an explanation, as a person would call it if it is what a page shows.
QString Explainer::whatIs(int number) const
{
    int page = 0;
    for (const PdfRef &one : pagesOf(m_before, 10'000)) {
        ++page;
        const PdfValue contents = old(PdfValue::ref(one))["Contents"];
        const PdfValue parts = old(contents);
        const auto is = [&](const PdfValue &part) { return part.isRef() && part.target().number == number; };
        if (is(contents) || std::any_of(parts.items().begin(), parts.items().end(), is))
            return QStringLiteral("the content of page %1 changed").arg(page);
    }
    return QStringLiteral("object %1 changed").arg(number);
}

void Explainer::reaches()
{
    std::set<int> targets = m_changes.appeared;
    for (const int number : m_changes.changed) {
        const auto found = m_explained.find(number);
        if (found == m_explained.end())
            refuse(whatIs(number));
        else if (found->second.first == Reach::Listed)
            targets.insert(number);
    }
    // Also what did not change itself but leads to something that did.
    targets.merge(std::set<int>(m_onPath));
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
