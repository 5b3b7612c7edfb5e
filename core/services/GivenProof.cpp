// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/GivenProof.h"

#include "core/evidence/proof/FileWeights.h"
#include "core/services/EvidenceCheck.h"

namespace carriel {

namespace {

ProofState stateOf(evidence::ProofVerdict verdict)
{
    return verdict == evidence::ProofVerdict::Good         ? ProofState::Good
           : verdict == evidence::ProofVerdict::Unanchored ? ProofState::Unanchored
                                                           : ProofState::Broken;
}

ProofState stateOf(evidence::Weight weight)
{
    return weight == evidence::Weight::Broken ? ProofState::Broken
           : weight == evidence::Weight::Open ? ProofState::Unanchored
                                              : ProofState::Good;
}

} // namespace

GivenProof givenProof(const evidence::ContributionReport &report)
{
    GivenProof out;
    out.proof.verdict = stateOf(report.verdict);
    out.proof.id = out.given.id = report.id;
    out.proof.entityId = out.given.entityId = report.entity;
    out.proof.entityName = out.given.entityName = report.entityName;
    out.proof.holder = report.holder;
    out.proof.title = out.given.title = report.title;
    out.unansweredUntilUtc = evidence::unansweredUntil(report).value_or(QDateTime());
    out.proof.stampedUtc = report.stamped.value_or(QDateTime());
    for (const evidence::Finding &one : report.findings)
        out.proof.findings.append({stateOf(one.weight), one.defect, one.where});
    out.given.state = report.outcome.state.toLower();
    out.given.filingNumber = report.outcome.filingNumber;
    out.given.reason = report.outcome.reason;
    out.given.submittedUtc = report.outcome.submitted;
    out.given.deliveredUtc = report.outcome.handedOver;
    out.given.answeredUtc = report.outcome.answered;
    for (const evidence::FailedTry &one : report.failure ? report.failure->tries : QList<evidence::FailedTry>())
        out.given.failures.append({one.outcome, one.status, one.first, one.last, one.count, one.serverTime});
    return out;
}

} // namespace carriel
