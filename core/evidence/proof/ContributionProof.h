// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that proves what a person gave to an entity, or tried to give: request, consent, the operator's records,
// the entity's answer, and what failed of it (docs/CONTRIBUTIONS.md). As one file it is an EvidencePackage. The check
// needs neither network nor account. Pure; thread-safe.
#pragma once

#include "core/evidence/proof/EvidencePackage.h"
#include "core/evidence/records/FailureRecord.h"

namespace carriel::evidence {

struct ContributionProof
{
    QByteArray request, statement, device; // compact JWS; device: the operator's word on the computer that signed
    QByteArray failure;                    // compact JWS; empty: nothing failed
    QList<ProofRecord> records;            // by seq; empty: the operator has not taken it
    QByteArray filing, rejection;          // compact JWS of the entity; empty: none
    QByteArray directory;
};

struct ContributionReport
{
    ProofVerdict verdict = ProofVerdict::Broken;
    QList<Finding> findings; // where: request, statement, device, failure, record N, filing, rejection, directory
    QString id, entity, entityName, holder, title;
    ContributionOutcome outcome;          // state is empty: it was not taken
    std::optional<FailureRecord> failure; // nothing: none that can be read
    std::optional<QDateTime> stamped;     // a file: when it was made, if a stamp says so
    void judge() { verdict = evidence::judge(findings); }
};

ContributionReport checkContribution(const ContributionProof &proof, const Anchors &anchors);
// Weighed as a whole (FileWeights.h). Nothing: it is no evidence of a contribution, but perhaps of a notification.
// badEvidence.
Result<std::optional<ContributionReport>> checkContributionFile(QByteArrayView file, const Anchors &anchors);

} // namespace carriel::evidence
