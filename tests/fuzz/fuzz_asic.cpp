// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signed containers: the ZIP, its manifest, and the judge of both.
#include "core/signing/asic/AsicManifest.h"
#include "core/signing/asic/Zip.h"
#include "tests/fuzz/Signed.h"

using namespace carriel;

namespace {

void run(const QByteArray &bytes)
{
    if (signing::formatOf(bytes) != signing::SignedFormat::Pdf)
        fuzz::neverValid(bytes);
    (void)signing::parseManifest(bytes);
    const auto zip = signing::ZipReader::open(bytes);
    if (!zip.ok())
        return;
    for (const signing::ZipEntry &entry : zip.value().entries()) {
        const auto inside = zip.value().bytesOf(entry, 1 << 20);
        fuzz::must(!inside.ok() || inside.value().size() == entry.size);
        if (inside.ok())
            (void)signing::parseManifest(inside.value());
    }
}

QList<QByteArray> seeds()
{
    const QByteArray container = fuzz::kept("b.asice");
    QList<QByteArray> all{container};
    const auto zip = signing::ZipReader::open(container);
    fuzz::must(zip.ok());
    for (const signing::ZipEntry &entry : zip.value().entries()) {
        if (entry.name.endsWith(QLatin1String(".xml")))
            all += zip.value().bytesOf(entry, 1 << 20).value();
    }
    return all;
}

} // namespace

CARRIEL_FUZZ_TARGET("asic")
