// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence: its statements, and packages of them. Nobody is trusted here, so nothing may ever be good.
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/EvidencePackage.h"
#include "tests/core/evidence/Vector.h"
#include "tests/fuzz/Fuzz.h"

using namespace carriel;
using namespace carriel::evidence;

namespace {

void run(const QByteArray &bytes)
{
    (void)readSeal(bytes);
    (void)readRecord(bytes);
    (void)readReceipt(bytes);
    (void)readDevice(bytes);
    (void)readCertificate(bytes);
    (void)readDirectory(bytes);
    (void)twinOf(bytes);
    const auto checked = checkEvidence(bytes, {});
    fuzz::must(!checked.ok() || checked.value().report.verdict != ProofVerdict::Good);
    Proof proof;
    proof.seal = bytes;
    proof.records.append({bytes, bytes});
    proof.directory = bytes;
    fuzz::must(verifyProof(proof, {}).verdict != ProofVerdict::Good);
}

QList<QByteArray> seeds()
{
    const test::Vector vector = test::Vector::read();
    QList<QByteArray> out{vector.proof.seal,        vector.proof.receipt,   vector.proof.device,
                          vector.proof.certificate, vector.proof.directory, vector.proof.records.at(2).jws};
    Proof small = vector.proof;
    small.content.clear();
    small.salt.clear();
    out.append(EvidencePackage::of(small).value().bytes({}, QDateTime({2026, 1, 5}, {12, 0}, Qt::UTC)).value());
    return out;
}

} // namespace

CARRIEL_FUZZ_TARGET("evidence")
