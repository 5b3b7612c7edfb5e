// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an evidence check found, as values of the front, and whom such a check believes. Pure; thread-safe.
#pragma once

#include "core/evidence/proof/ContributionProof.h"
#include "core/evidence/proof/EvidencePackage.h"
#include "core/services/GivenProof.h"
#include "core/services/NotificationValues.h"

namespace carriel {

// `trust`: a key (JWK or PEM), keys (JWKS) or the certificate of whoever signs the directory, as the verifier knows them, or
// certificates of authorities, for time stamps; empty: nothing more. Errors of TrustStore.
Outcome addTrust(evidence::Anchors &anchors, const QString &trust);

EvidenceInfo evidenceInfo(const evidence::Proof &proof, const evidence::ProofReport &report);
GivenProof givenProof(const evidence::ContributionReport &report);

// The file at `path`, checked. CAR-EVD-007, those of MappedFile.
Result<EvidenceInfo> evidenceInFile(const QString &path, const evidence::Anchors &anchors);

} // namespace carriel
