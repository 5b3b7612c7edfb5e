// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/Changes.h"

#include <algorithm>

namespace carriel::signing {

namespace {

bool used(const XrefEntry &entry)
{
    return entry.kind != XrefEntry::Kind::Free;
}

PdfRef refOf(int number, const XrefEntry &entry)
{
    return {number, entry.kind == XrefEntry::Kind::InStream ? 0 : entry.generation};
}

void collect(const PdfValue &value, const std::set<int> &targets, std::set<int> &found)
{
    if (value.isRef()) {
        if (targets.contains(value.target().number))
            found.insert(value.target().number);
    } else if (value.isArray()) {
        for (const PdfValue &item : value.items())
            collect(item, targets, found);
    } else if (value.isDict()) {
        for (const auto &[name, entry] : value.entries().entries())
            collect(entry, targets, found);
    }
}

} // namespace

Changes changesBetween(const PdfFile &before, const PdfFile &after)
{
    Changes changes;
    // By number, and without a table of all in memory: there may be hundreds of thousands.
    const int numbers = std::max(before.size(), after.size());
    // A container whose place changed may hold other things under the same entries.
    std::set<int> moved;
    for (int number = 0; number < numbers; ++number) {
        const auto was = before.entry(number), is = after.entry(number);
        if (was && !(is.value_or(XrefEntry{}) == *was))
            moved.insert(number);
        if (is && used(*is) && (!was || !used(*was)))
            changes.appeared.insert(number);
    }
    for (int number = 0; number < numbers; ++number) {
        const XrefEntry entry = before.entry(number).value_or(XrefEntry{});
        if (!used(entry))
            continue;
        const XrefEntry later = after.entry(number).value_or(XrefEntry{});
        const bool container = entry.kind == XrefEntry::Kind::InStream && moved.contains(int(entry.offset));
        if (later == entry && !container)
            continue;
        if (!used(later)) {
            changes.changed.insert(number);
            continue;
        }
        const auto a = before.object(refOf(number, entry));
        const auto b = after.object(refOf(number, later));
        if (!b.ok() || b.value().duplicate) {
            changes.troubles += QStringLiteral("object %1 cannot be read").arg(number);
            changes.changed.insert(number);
            continue;
        }
        const bool same = a.ok() && refOf(number, entry) == refOf(number, later) &&
                          a.value().isStream == b.value().isStream && a.value().value == b.value().value &&
                          a.value().data == b.value().data;
        if (!same)
            changes.changed.insert(number);
    }
    for (const int number : changes.appeared) {
        const auto object = after.object(refOf(number, after.entry(number).value_or(XrefEntry{})));
        if (!object.ok() || object.value().duplicate)
            changes.troubles += QStringLiteral("object %1 cannot be read").arg(number);
    }
    return changes;
}

std::map<int, std::set<int>> referrers(const PdfFile &file, const std::set<int> &targets, QStringList &troubles)
{
    std::map<int, std::set<int>> all;
    const auto add = [&](int from, const PdfValue &value) {
        std::set<int> found;
        collect(value, targets, found);
        for (const int target : found)
            all[target].insert(from);
    };
    for (const XrefSection &section : file.sections()) {
        PdfDict trailer = section.trailer;
        trailer.remove("Prev");
        add(0, PdfValue::dict(trailer));
    }
    for (int number = 0; number < file.size(); ++number) {
        const XrefEntry entry = file.entry(number).value_or(XrefEntry{});
        if (!used(entry))
            continue;
        const auto object = file.object(refOf(number, entry));
        // A cross-reference stream is a trailer.
        if (object.ok())
            add(object.value().isStream && object.value().value["Type"].isName("XRef") ? 0 : number,
                object.value().value);
        else
            troubles += QStringLiteral("object %1 of the signed version cannot be read").arg(number);
    }
    return all;
}

} // namespace carriel::signing
