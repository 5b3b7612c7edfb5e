// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What entities ask of everybody, and what somebody's file proves of documents that were given.
#include "core/services/Contributions.h"
#include "core/services/EvidenceCheck.h"
#include "core/services/VaultAccess.h"
#include "core/signing/MappedFile.h"

namespace carriel {

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
