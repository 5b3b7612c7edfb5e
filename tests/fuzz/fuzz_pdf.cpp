// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signed PDFs: the own reader and the one behind it, the judge, and what is told before signing.
#include "core/signing/pdf/EntryTable.h"
#include "core/signing/sign/SafeToSign.h"
#include "tests/fuzz/Signed.h"

using namespace carriel;

namespace {

void judge(const QByteArray &bytes)
{
    if (signing::formatOf(bytes) != signing::SignedFormat::Pdf)
        return;
    fuzz::neverValid(bytes);
    (void)signing::safetyNotes(bytes);
}

// The two ways of reading an object agree about what it refers to.
void compareReadings(const QByteArray &bytes)
{
    const auto file = signing::PdfFile::open(bytes);
    if (!file.ok())
        return;
    const std::vector<signing::XrefEntry> entries = signing::entriesOf(file.value());
    for (int number = 0; number < std::min(file.value().size(), 2000); ++number) {
        const auto entry = file.value().entry(number);
        fuzz::must(entries[std::size_t(number)] == entry.value_or(signing::XrefEntry{}));
        const signing::PdfRef ref{number, entry && entry->kind == signing::XrefEntry::Kind::At ? entry->generation : 0};
        std::vector<int> light;
        const bool read = file.value().mentions(ref, light).ok();
        const auto object = file.value().object(ref);
        fuzz::must(read == object.ok());
        if (read && !object.value().duplicate)
            fuzz::must(light == signing::mentionsOf(object.value().value));
    }
}

void run(const QByteArray &bytes)
{
    judge(bytes);
    compareReadings(bytes);
}

QList<QByteArray> seeds()
{
    return {fuzz::kept("b.pdf")};
}

} // namespace

CARRIEL_FUZZ_TARGET("pdf")
