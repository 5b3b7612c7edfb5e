// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/Changes.h"

#include "core/signing/pdf/EntryTable.h"
#include "core/signing/pdf/QuickMentions.h"

#include <algorithm>
#include <numeric>

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

// The numbers that may be something else in the later version. Where it only has more tables, and all are plain ones,
// these are the numbers of the new tables: the bytes of the old ones are the same. Else every number.
std::vector<int> candidates(const PdfFile &before, const PdfFile &after)
{
    const std::vector<XrefSection> &was = before.sections(), &is = after.sections();
    const bool onlyMore =
        !was.empty() && was.size() <= is.size() &&
        std::equal(was.rbegin(), was.rend(), is.rbegin(), [](const XrefSection &a, const XrefSection &b) {
            return a.begin == b.begin && a.end == b.end && a.isTable() && b.isTable() && a.limit() == b.limit();
        });
    std::vector<int> numbers;
    if (onlyMore) {
        for (std::size_t i = 0; i < is.size() - was.size(); ++i)
            is[i].each([&](int number, const XrefEntry &) { numbers.push_back(number); });
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    } else {
        numbers.resize(std::size_t(std::max(before.size(), after.size())));
        std::iota(numbers.begin(), numbers.end(), 0);
    }
    return numbers;
}

} // namespace

Changes changesBetween(const PdfFile &before, const PdfFile &after)
{
    Changes changes;
    const std::vector<int> numbers = candidates(before, after);
    // A container whose place changed may hold other things under the same entries.
    std::set<int> moved;
    for (const int number : numbers) {
        const auto was = before.entry(number), is = after.entry(number);
        if (was && !(is.value_or(XrefEntry{}) == *was))
            moved.insert(number);
        if (is && used(*is) && (!was || !used(*was)))
            changes.appeared.insert(number);
    }
    for (const int number : numbers) {
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
    std::vector<bool> wanted(std::size_t(targets.empty() ? 0 : *targets.rbegin() + 1));
    for (const int target : targets)
        wanted[std::size_t(target)] = true;
    std::vector<int> numbers;
    const auto keepWanted = [&] {
        std::erase_if(numbers, [&](int n) { return std::size_t(n) >= wanted.size() || !wanted[std::size_t(n)]; });
    };
    const auto add = [&](int from) {
        for (const int target : numbers)
            all[target].insert(from);
    };
    for (const XrefSection &section : file.sections()) {
        PdfDict trailer = section.trailer;
        trailer.remove("Prev");
        numbers = mentionsOf(PdfValue::dict(trailer));
        keepWanted();
        add(0);
    }
    const std::vector<XrefEntry> entries = entriesOf(file);
    for (int number = 0; number < int(entries.size()); ++number) {
        const XrefEntry &entry = entries[std::size_t(number)];
        if (!used(entry))
            continue;
        numbers.clear();
        const bool quick = entry.kind == XrefEntry::Kind::At &&
                           quickMentions(file.bytes(), entry.offset, refOf(number, entry), numbers);
        if (!quick && !file.mentions(refOf(number, entry), numbers).ok()) {
            troubles += QStringLiteral("object %1 of the signed version cannot be read").arg(number);
            continue;
        }
        keepWanted();
        if (numbers.empty())
            continue;
        const auto object = file.object(refOf(number, entry));
        // A cross-reference stream is a trailer.
        add(object.ok() && object.value().isStream && object.value().value["Type"].isName("XRef") ? 0 : number);
    }
    return all;
}

} // namespace carriel::signing
