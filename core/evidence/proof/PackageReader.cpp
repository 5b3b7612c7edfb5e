// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/FileWeights.h"
#include "core/evidence/proof/PackageFiles.h"

namespace carriel::evidence {

Result<CheckedPackage> checkEvidence(QByteArrayView file, const Anchors &anchors)
{
    CARRIEL_TRY(const PackageFiles files, PackageFiles::open(file));
    if (!files.has("seal.jws"))
        return Error{errors::badEvidence,
                     {{QStringLiteral("reason"), QStringLiteral("no evidence of a notification")}},
                     {}};
    CheckedPackage out;
    Proof &proof = out.proof;
    proof.seal = files.file("seal.jws");
    proof.receipt = files.file("receipt.jws");
    proof.device = files.file("device.jws");
    proof.idToken = files.file("id_token.jwt");
    proof.idProviderKeys = files.file("jwks.json");
    proof.certificate = files.file("certificate.jws");
    proof.dispute = files.file("dispute.jws");
    proof.consent = files.file("consent.jws");
    proof.consentDevice = files.file("consent-device.jws");
    proof.warningText = files.file("warning.txt");
    proof.consentText = files.file("consent.txt");
    proof.directory = files.file("directory.jws");
    proof.salt = files.file("salt.bin");
    proof.content = files.file("content.asice");
    proof.cipher = files.file("cipher.bin");
    CARRIEL_TRY(proof.records, files.records());
    out.report = verifyProof(proof, anchors);
    out.stamped = files.check(anchors, EvidencePackage::of(proof), out.report.findings);
    // The words that were read bind by their digest alone: without them the proof is as good, and whoever reads it is told.
    if (out.report.seal && proof.warningText.isEmpty())
        out.report.findings.append({Weight::Note, QStringLiteral("warning_absent"), QStringLiteral("warning.txt")});
    weighAsWhole(out.report);
    return out;
}

} // namespace carriel::evidence
