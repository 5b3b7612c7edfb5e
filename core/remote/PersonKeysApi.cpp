// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/PersonKeysApi.h"

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

CallPtr PersonKeysApi::get(const FolderId &folder, const QString &below, Done done)
{
    ApiRequest request;
    request.path = QStringLiteral("/folders/%1%2").arg(folder.text(), below);
    request.headers = {{"Accept", "application/json"}};
    request.limits.maxBody = most;
    return send<QJsonObject>(m_client, std::move(request), readObject, std::move(done));
}

CallPtr PersonKeysApi::put(const FolderId &folder, const QString &below, const QJsonObject &body, bool fresh, Done done)
{
    ApiRequest request;
    request.method = "PUT";
    request.path = QStringLiteral("/folders/%1%2").arg(folder.text(), below);
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    if (fresh)
        request.headers.append(HttpHeader{"If-None-Match", "*"});
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.limits.maxBody = most;
    return send<QJsonObject>(m_client, std::move(request), readObject, std::move(done));
}

CallPtr PersonKeysApi::keys(const FolderId &folder, Done done)
{
    return get(folder, QStringLiteral("/keys"), std::move(done));
}

CallPtr PersonKeysApi::add(const FolderId &folder, int generation, const QJsonObject &body, Done done)
{
    return put(folder, QStringLiteral("/keys/%1").arg(generation), body, true, std::move(done));
}

CallPtr PersonKeysApi::copy(const FolderId &folder, int generation, const QString &reader, const QJsonObject &body, Done done)
{
    return put(folder, QStringLiteral("/keys/%1/copies/%2").arg(generation).arg(reader), body, false, std::move(done));
}

CallPtr PersonKeysApi::addProof(const FolderId &folder, int generation, const QJsonObject &body, Done done)
{
    return put(folder, QStringLiteral("/keys/%1/proof").arg(generation), body, false, std::move(done));
}

CallPtr PersonKeysApi::device(const FolderId &folder, const QString &device, Done done)
{
    return get(folder, QStringLiteral("/devices/") + device, std::move(done));
}

CallPtr PersonKeysApi::pairing(const FolderId &folder, const QString &device, Done done)
{
    return get(folder, QStringLiteral("/devices/%1/pairing").arg(device), std::move(done));
}

CallPtr PersonKeysApi::step(const FolderId &folder, const QString &device, const QString &step, const QJsonObject &body, Done done)
{
    return put(folder, QStringLiteral("/devices/%1/pairing/%2").arg(device, step), body, false, std::move(done));
}

} // namespace carriel::remote
