// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the requests of legal acts have in common: an object comes back, untouched, because parts of it are signed; what
// is put is sent byte for byte, again under the same key until its answer is known. Private to core/remote.
#pragma once

#include "core/domain/Ids.h"
#include "core/remote/JsonCall.h"

namespace carriel::remote {

class ActsApi
{
public:
    using Done = sync::Done<QJsonObject>;

protected:
    enum class Login { Sent, NotSent };

    explicit ActsApi(ApiClient &client) : m_client(client) {}

    CallPtr get(const QString &path, Done done, Login login = Login::Sent)
    {
        ApiRequest request;
        request.path = path;
        request.authorized = login == Login::Sent;
        request.headers = {{"Accept", "application/json"}};
        return sendWhole(std::move(request), std::move(done));
    }
    CallPtr put(const QString &path, const QString &key, const QByteArray &body, Done done)
    {
        ApiRequest request;
        request.method = "PUT";
        request.path = path;
        request.headers = {{"Content-Type", "application/json"},
                           {"Accept", "application/json"},
                           {"If-None-Match", "*"},
                           idempotencyKey(key)};
        request.body = body;
        return sendWhole(std::move(request), std::move(done));
    }

    static QString below(const FolderId &folder, const QString &path)
    {
        return QLatin1String("/folders/") + folder.text() + path;
    }
    // The address of a further page comes from the network and is only ever a query of its own resource.
    static QString page(const QString &own, const QString &next)
    {
        return next.startsWith(QString(own + QLatin1Char('?'))) ? next : own;
    }

    ApiClient &m_client;

private:
    CallPtr sendWhole(ApiRequest request, Done done)
    {
        static constexpr qsizetype most = 33 << 20; // a page of them, each with all that was signed
        request.limits.maxBody = most;
        const auto read = [](const HttpResponse &response) { return jsonOf(response, most); };
        return send<QJsonObject>(m_client, std::move(request), read, std::move(done));
    }
};

} // namespace carriel::remote
