// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/ContributionApi.h"

namespace carriel::remote {

CallPtr ContributionApi::publishedRequests(const QString &next, Done done)
{
    return get(page(QStringLiteral("/requests"), next), std::move(done));
}

CallPtr ContributionApi::publishedRequest(const QString &id, Done done)
{
    return get(QLatin1String("/requests/") + id, std::move(done));
}

CallPtr ContributionApi::contributions(const FolderId &folder, const QString &next, Done done)
{
    return get(below(folder, page(QStringLiteral("/contributions"), next)), std::move(done));
}

CallPtr ContributionApi::contribution(const FolderId &folder, const QString &id, Done done)
{
    return get(below(folder, QLatin1String("/contributions/") + id), std::move(done));
}

CallPtr ContributionApi::contribute(const FolderId &folder, const QString &id, const QString &key,
                                    const QByteArray &body, Done done)
{
    return put(below(folder, QLatin1String("/contributions/") + id), key, body, std::move(done));
}

} // namespace carriel::remote
