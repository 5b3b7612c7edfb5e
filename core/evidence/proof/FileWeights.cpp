// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/proof/FileWeights.h"

#include "core/evidence/proof/ContributionProof.h"

namespace carriel::evidence {

void weighAsWhole(ProofReport &report)
{
    for (Finding &one : report.findings) {
        const bool owed = one.defect == QLatin1String("no_stamp") || one.defect == QLatin1String("consent_absent") ||
                          one.defect == QLatin1String("login_unproven") ||
                          // Whoever has the bytes that were handed over, and their key, compares them himself.
                          (one.defect == QLatin1String("content_absent") &&
                           !report.has(QStringLiteral("dispute_shown")) &&
                           !report.has(QStringLiteral("dispute_form")));
        if (owed && one.weight == Weight::Note)
            one.weight = Weight::Open;
    }
    // Nothing in a chain says that it is its end; a proof that nobody opened it could be the beginning of one that tells
    // of the opening.
    if (unopenedUntil(report))
        report.findings.append({Weight::Open, QStringLiteral("unfinished"), QStringLiteral("chain")});
    report.judge();
}

void weighAsWhole(ContributionReport &report)
{
    // A filing may have come later, or a rejection; and what could not be given may have been given since.
    if (unansweredUntil(report))
        report.findings.append({Weight::Open, QStringLiteral("unanswered"),
                                report.outcome.state.isEmpty() ? QStringLiteral("failure") : QStringLiteral("chain")});
    report.judge();
}

std::optional<QDateTime> unansweredUntil(const ContributionReport &report)
{
    const ContributionOutcome &outcome = report.outcome;
    if (outcome.answered.isValid())
        return {};
    if (outcome.handedOver.isValid())
        return outcome.handedOver;
    if (outcome.submitted.isValid())
        return outcome.submitted;
    return report.failure ? std::optional(report.failure->made) : std::nullopt;
}

std::optional<QDateTime> unopenedUntil(const ProofReport &report)
{
    const bool open = report.state == DeliveryState::Submitted || report.state == DeliveryState::Available;
    if (!open || report.handover || report.timeline.isEmpty())
        return {};
    return report.timeline.last().happened;
}

} // namespace carriel::evidence
