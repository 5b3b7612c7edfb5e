// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/ActivityApi.h"

#include "core/remote/JsonCall.h"

#include <QJsonDocument>

namespace carriel::remote {

namespace {
constexpr qsizetype most = 8 << 20;

Result<QJsonObject> readObject(const HttpResponse &response)
{
    return jsonOf(response, most);
}
} // namespace

CallPtr ActivityApi::get(const FolderId &folder, const char *what, qint64 from, Done done)
{
    ApiRequest request;
    request.path = QStringLiteral("/folders/%1%2?from=%3").arg(folder.text(), QLatin1String(what)).arg(from);
    request.headers = {{"Accept", "application/json"}};
    request.limits.maxBody = most;
    return send<QJsonObject>(m_client, std::move(request), readObject, std::move(done));
}

CallPtr ActivityApi::records(const FolderId &folder, qint64 from, Done done)
{
    return get(folder, "/activity", from, std::move(done));
}

CallPtr ActivityApi::checkpoints(const FolderId &folder, qint64 from, Done done)
{
    return get(folder, "/activity/checkpoints", from, std::move(done));
}

CallPtr ActivityApi::makeCheckpoint(const FolderId &folder, const QString &key, const QJsonObject &body, Done done)
{
    ApiRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/folders/%1/activity/checkpoints").arg(folder.text());
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}, idempotencyKey(key)};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.limits.maxBody = most;
    return send<QJsonObject>(m_client, std::move(request), readObject, std::move(done));
}

} // namespace carriel::remote
