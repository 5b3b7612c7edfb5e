// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/EntryTable.h"

#include <algorithm>

namespace carriel::signing {

std::vector<XrefEntry> entriesOf(const PdfFile &file)
{
    const std::size_t size = std::size_t(std::max(0, file.size()));
    std::vector<XrefEntry> all(size);
    // In a hybrid section two tables speak of one number.
    const bool asked = file.rebuilt() || std::any_of(file.sections().begin(), file.sections().end(),
                                                     [](const XrefSection &one) { return one.streamBegin >= 0; });
    if (asked) {
        for (std::size_t number = 0; number < size; ++number)
            all[number] = file.entry(int(number)).value_or(XrefEntry{});
        return all;
    }
    std::vector<bool> known(size);
    for (const XrefSection &section : file.sections()) {
        section.each([&](int number, const XrefEntry &entry) {
            if (std::size_t(number) >= size || known[std::size_t(number)])
                return;
            known[std::size_t(number)] = true;
            all[std::size_t(number)] = entry;
        });
    }
    return all;
}

} // namespace carriel::signing
