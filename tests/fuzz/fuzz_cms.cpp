// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Detached signatures (CMS, CAdES) and what is put into them: proofs and archive timestamps.
#include "core/crypto/Cades.h"
#include "tests/fuzz/Signed.h"

using namespace carriel;

namespace {

void run(const QByteArray &bytes)
{
    if (signing::formatOf(bytes) == signing::SignedFormat::Cades)
        fuzz::neverValid(bytes);
    const auto cms = crypto::CmsSignature::parse(bytes);
    if (!cms.ok())
        return;
    (void)signing::signedDigest(bytes);
    (void)crypto::archiveStamps(bytes, [](crypto::HashKind kind) { return crypto::hashOf(kind, "contenido"); });
    (void)crypto::archiveRequest(bytes, QByteArray(32, 'x'));
    if (const auto more = crypto::withProofs(bytes, {"\x30\x00"}, {"\x30\x01\x00"}, {}); more.ok())
        (void)crypto::keptOcsp(more.value());
}

QList<QByteArray> seeds()
{
    return {fuzz::kept("lta.p7s")};
}

} // namespace

CARRIEL_FUZZ_TARGET("cms")
