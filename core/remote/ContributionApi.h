// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests and contributions at the operator (docs/CONTRIBUTIONS.md). What is signed travels through untouched.
// Thread: the engine's. Each call answers once, later, unless its Call is destroyed.
#pragma once

#include "core/remote/ActsApi.h"

namespace carriel::remote {

class ContributionApi : public ActsApi
{
public:
    explicit ContributionApi(ApiClient &client) : ActsApi(client) {}

    // `next` as the page before says; empty: the first.
    [[nodiscard]] CallPtr publishedRequests(const QString &next, Done done);
    [[nodiscard]] CallPtr publishedRequest(const QString &id, Done done);
    [[nodiscard]] CallPtr contributions(const FolderId &folder, const QString &next, Done done);
    [[nodiscard]] CallPtr contribution(const FolderId &folder, const QString &id, Done done);
    // The one moment of giving. `body` is sent byte for byte, again under the same key until its answer is known.
    [[nodiscard]] CallPtr contribute(const FolderId &folder, const QString &id, const QString &key,
                                     const QByteArray &body, Done done);
};

} // namespace carriel::remote
