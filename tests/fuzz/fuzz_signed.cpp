// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signed files and their parts: PDFs, containers, CAdES, time stamps, OCSP answers. Nobody is trusted here, so nothing
// may ever be valid.
#include "core/crypto/Cades.h"
#include "core/crypto/Revocation.h"
#include "core/crypto/Timestamp.h"
#include "core/signing/sign/SafeToSign.h"
#include "core/signing/verify/FileVerifier.h"
#include "tests/fuzz/Fuzz.h"

using namespace carriel;
using namespace carriel::signing;

namespace {

void run(const QByteArray &bytes)
{
    static const TrustStore nobody;
    static const QDateTime at(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC);
    const VerificationReport report = verifyFile(bytes, QByteArrayView("contenido"), nobody, {}, at);
    fuzz::must(report.verdict >= FileVerdict::Indeterminate);
    if (formatOf(bytes) == SignedFormat::Pdf) {
        safetyNotes(bytes);
        return;
    }
    const auto cms = crypto::CmsSignature::parse(bytes);
    (void)crypto::Timestamp::parse(bytes);
    (void)crypto::Timestamp::tokenOf(bytes);
    crypto::certificatesIn(bytes);
    if (!cms.ok())
        return;
    crypto::archiveStamps(bytes, [](crypto::HashKind kind) { return crypto::hashOf(kind, "contenido"); });
    (void)crypto::archiveRequest(bytes, QByteArray(32, 'x'));
    if (const auto more = crypto::withProofs(bytes, {"\x30\x00"}, {"\x30\x01\x00"}, {}); more.ok())
        crypto::keptOcsp(more.value());
}

QList<QByteArray> seeds()
{
    QList<QByteArray> out;
    const QDir dir(QStringLiteral(CARRIEL_SOURCE_DIR "/tests/data/fuzz"));
    for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            out.append(QByteArray::fromHex(file.readAll()));
    }
    fuzz::must(out.size() >= 5);
    return out;
}

} // namespace

CARRIEL_FUZZ_TARGET("signed")
