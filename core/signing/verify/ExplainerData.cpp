// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What happened after a signature to what the document says of itself, and what was added that nobody sees.
#include "core/signing/verify/DocumentData.h"
#include "core/signing/verify/Explainer.h"

#include <algorithm>

namespace carriel::signing {

// Told by name; a certifier who closed the document closed this too.
void Explainer::dataChanged(const QStringList &names)
{
    if (names.isEmpty())
        return raise(After::B1, QStringLiteral("document information"));
    for (const QString &name : names) {
        if (m_permissions.allowsForms())
            raise(After::B3, QStringLiteral("the document's %1 changed").arg(name));
        else
            refuse(QStringLiteral("the document's %1 changed, which the signer did not allow").arg(name));
    }
}

DocumentData Explainer::infoOf(const PdfFile &file) const
{
    const PdfValue ref = file.trailer()["Info"];
    const PdfRef owner = ref.isRef() ? ref.target() : PdfRef{};
    const PdfDict info = file.resolved(ref).valueOr({}).entries();
    PdfDict direct;
    for (const auto &[name, value] : info.entries())
        direct.set(name, file.resolved(value).valueOr({}));
    return dataOfInfo(direct, [&](const PdfValue &value) {
        return m_plain ? textOf(PdfValue::string(m_plain(owner, value.bytes()))) : textOf(value);
    });
}

void Explainer::information()
{
    dataChanged(changedData(infoOf(m_before), infoOf(m_after)));
}

void Explainer::metadata(const PdfValue &before, const PdfValue &after)
{
    const auto packet = [](const PdfFile &file, const PdfValue &ref) -> std::optional<QByteArray> {
        if (!ref.isRef())
            return ref.isNull() ? std::optional(QByteArray()) : std::nullopt;
        const auto object = file.object(ref.target());
        const auto bytes =
            object.ok() && object.value().isStream ? file.decoded(object.value()) : Result<QByteArray>(QByteArray());
        return bytes.ok() ? std::optional(bytes.value()) : std::nullopt;
    };
    const auto a = packet(m_before, before);
    const auto b = packet(m_after, after);
    if (a && a == b)
        return dataChanged({});
    const auto was = a && a->isEmpty() ? std::optional(DocumentData()) : a ? dataOfXmp(*a) : std::nullopt;
    const auto is = b && b->isEmpty() ? std::optional(DocumentData()) : b ? dataOfXmp(*b) : std::nullopt;
    if (!was || !is)
        return dataChanged({QStringLiteral("metadata")});
    // Said for the first time here, but /Info always said it; its dates are written in another way there.
    const DocumentData info = infoOf(m_before);
    DocumentData known = *was;
    for (auto it = is->begin(); it != is->end(); ++it) {
        const bool date = it.key() == QLatin1String("date of creation");
        if (!known.contains(it.key()) && info.contains(it.key()) && (date || info.value(it.key()) == it.value()))
            known.insert(it.key(), it.value());
    }
    dataChanged(changedData(known, *is));
}

// New objects that nothing new or changed refers to; what was signed cannot refer to them, that is looked at elsewhere.
void Explainer::unused()
{
    std::set<int> loose;
    const auto at = [this](int number) {
        const auto entry = m_after.entry(number);
        return m_after.object({number, entry && entry->kind == XrefEntry::Kind::At ? entry->generation : 0});
    };
    for (const int number : m_changes.appeared) {
        const auto object = at(number);
        if (!object.ok())
            continue;
        const PdfValue type = object.value().value["Type"];
        if (!object.value().isStream || !(type.isName("XRef") || type.isName("ObjStm")))
            loose.insert(number);
    }
    const std::function<void(const PdfValue &, int)> seen = [&](const PdfValue &value, int depth) {
        if (value.isRef())
            loose.erase(value.target().number);
        if (depth > 64)
            return;
        for (const PdfValue &item : value.items())
            seen(item, depth + 1);
        for (const auto &[name, entry] : value.entries().entries())
            seen(entry, depth + 1);
    };
    seen(PdfValue::dict(m_after.trailer()), 0);
    for (const std::set<int> *numbers : {&m_changes.appeared, &m_changes.changed}) {
        for (const int number : *numbers) {
            if (loose.empty())
                return;
            if (const auto object = at(number); object.ok())
                seen(object.value().value, 0);
        }
    }
    if (!loose.empty())
        raise(After::B1, QStringLiteral("something that nothing shows"));
}

} // namespace carriel::signing
