// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/proof/FileWeights.h"

namespace carriel::evidence {

void weighAsWhole(ProofReport &report)
{
    for (Finding &one : report.findings) {
        const bool owed = one.defect == QLatin1String("no_stamp") || one.defect == QLatin1String("consent_absent") ||
                          // Whoever has the bytes that were handed over, and their key, compares them himself.
                          (one.defect == QLatin1String("content_absent") &&
                           !report.has(QStringLiteral("dispute_shown")));
        if (owed && one.weight == Weight::Note)
            one.weight = Weight::Open;
    }
    // Nothing in a chain says that it is its end; a proof that nobody opened it could be the beginning of one that tells
    // of the opening.
    if (unopenedUntil(report))
        report.findings.append({Weight::Open, QStringLiteral("unfinished"), QStringLiteral("chain")});
    report.judge();
}

std::optional<QDateTime> unopenedUntil(const ProofReport &report)
{
    const bool open = report.state == DeliveryState::Submitted || report.state == DeliveryState::Available;
    if (!open || report.handover || report.timeline.isEmpty())
        return {};
    return report.timeline.last().happened;
}

} // namespace carriel::evidence
