// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What entities ask of everybody, and what somebody's file proves of documents that were given.
#include "core/evidence/proof/FileWeights.h"
#include "core/services/Contributions.h"
#include "core/services/EvidenceCheck.h"
#include "core/services/GivenProof.h"
#include "core/services/VaultAccess.h"
#include "core/signing/MappedFile.h"

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

} // namespace

QFuture<Result<QList<RequestInfo>>> Contributions::published()
{
    using T = Result<QList<RequestInfo>>;
    return postAsync<T>(m_access.host, [host = m_access.host](auto finish) {
        if (!host->isOpen())
            return finish(T(VaultAccess::locked()));
        host->contributor().published([finish](const Result<QList<papers::JudgedRequest>> &all) {
            if (!all)
                return finish(T(all.error()));
            QList<RequestInfo> out;
            for (const papers::JudgedRequest &one : all.value())
                out.append(requestInfo(one));
            finish(T(std::move(out)));
        });
    });
}

QFuture<Result<std::optional<GivenProof>>> Contributions::verifyProof(QString path, QString trust)
{
    using T = Result<std::optional<GivenProof>>;
    return postAsync<T>(m_access.host, [host = m_access.host, path, trust](auto finish) {
        if (!host->isOpen())
            return finish(T(VaultAccess::locked()));
        auto anchors = host->mailbox().anchors();
        if (!anchors)
            return finish(T(anchors.error()));
        runInPool([path, trust, known = std::move(anchors).value()]() mutable -> T {
            CARRIEL_CHECK(addTrust(known, trust));
            CARRIEL_TRY(const auto file, signing::MappedFile::open(path));
            CARRIEL_TRY(const auto report, evidence::checkContributionFile(file->bytes(), known));
            return report ? std::optional(givenProof(*report)) : std::optional<GivenProof>();
        }).then([finish](const T &checked) { finish(checked); });
    });
}

} // namespace carriel
