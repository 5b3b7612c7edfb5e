// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/CadesCheck.h"

#include "core/crypto/Cades.h"

namespace carriel::signing {

SignatureReport checkCades(const QByteArray &cms, const QString &name, const DigestOf &digest, CheckContext &context)
{
    SignatureReport report;
    report.field = name;
    const auto parsed = crypto::CmsSignature::parse(cms);
    QStringList strange;
    if (parsed.ok()) {
        context.pool += parsed.value().certificates();
        context.kept.ocsp += parsed.value().ocspResponses();
        context.kept.lists += parsed.value().crls();
        for (const QByteArray &response : parsed.value().ocspResponses())
            context.pool += crypto::certificatesIn(response);
        for (const crypto::ArchiveStamp &stamp : crypto::archiveStamps(cms, digest)) {
            const auto token = crypto::Timestamp::parse(stamp.token);
            if (!token.ok() || !stamp.covers) {
                strange += QStringLiteral("an archive timestamp that is not of this signature");
                continue;
            }
            SignatureReport archive;
            checkDocumentTimestamp(
                stamp.token, [&token](crypto::HashKind) { return token.value().imprint(); }, context, archive);
            if (archive.indication == Indication::TotalPassed && archive.certifiedTime &&
                (!context.provenBy || *archive.certifiedTime < *context.provenBy))
                context.provenBy = archive.certifiedTime;
            else if (archive.indication != Indication::TotalPassed)
                report.notes += QStringLiteral("an archive timestamp that is not of somebody trusted");
        }
    }
    checkSignature(cms, digest, true, context, report);
    for (const QString &finding : strange)
        fail(report, Indication::Indeterminate, SubIndication::SigConstraintsFailure, finding);
    report.after = After::B0;
    return report;
}

} // namespace carriel::signing
