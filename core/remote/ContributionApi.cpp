// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/ContributionApi.h"

#include "core/remote/JsonCall.h"

namespace carriel::remote {

namespace {
constexpr qsizetype most = 33 << 20; // a page of contributions with request, statement and chain each

QString below(const FolderId &folder, const QString &path)
{
    return QLatin1String("/folders/") + folder.text() + path;
}

Result<QJsonObject> readObject(const HttpResponse &response)
{
    return jsonOf(response, most);
}
} // namespace

CallPtr ContributionApi::get(const QString &path, Done done)
{
    ApiRequest request;
    request.path = path;
    request.headers = {{"Accept", "application/json"}};
    request.limits.maxBody = most;
    return send<QJsonObject>(m_client, std::move(request), readObject, std::move(done));
}

CallPtr ContributionApi::publishedRequest(const QString &id, Done done)
{
    return get(QLatin1String("/requests/") + id, std::move(done));
}

CallPtr ContributionApi::contributions(const FolderId &folder, const QString &next, Done done)
{
    // The address of a further page comes from the network and is only ever a query of its own resource.
    const QString own = QStringLiteral("/contributions");
    return get(below(folder, next.startsWith(QString(own + QLatin1Char('?'))) ? next : own), std::move(done));
}

CallPtr ContributionApi::contribution(const FolderId &folder, const QString &id, Done done)
{
    return get(below(folder, QLatin1String("/contributions/") + id), std::move(done));
}

CallPtr ContributionApi::contribute(const FolderId &folder, const QString &id, const QString &key,
                                    const QByteArray &body, Done done)
{
    ApiRequest request;
    request.method = "PUT";
    request.path = below(folder, QLatin1String("/contributions/") + id);
    request.headers = {{"Content-Type", "application/json"},
                       {"Accept", "application/json"},
                       {"If-None-Match", "*"},
                       idempotencyKey(key)};
    request.body = body;
    request.limits.maxBody = most;
    return send<QJsonObject>(m_client, std::move(request), readObject, std::move(done));
}

} // namespace carriel::remote
