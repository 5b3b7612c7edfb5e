// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/ShareApi.h"

#include "core/remote/JsonCall.h"

#include <QJsonDocument>
#include <QUrl>

namespace carriel::remote {

namespace {
constexpr qsizetype most = 33 << 20; // a page of shares with grant and chain each

QString below(const FolderId &folder, const QString &path)
{
    return QLatin1String("/folders/") + folder.text() + path;
}

Result<QJsonObject> readObject(const HttpResponse &response)
{
    return jsonOf(response, most);
}

QString pageOf(const QString &own, const QString &next)
{
    return next.startsWith(QString(own + QLatin1Char('?'))) ? next : own;
}
} // namespace

CallPtr ShareApi::get(const FolderId &folder, const QString &path, Done done)
{
    ApiRequest request;
    request.path = below(folder, path);
    request.headers = {{"Accept", "application/json"}};
    request.limits.maxBody = most;
    return send<QJsonObject>(m_client, std::move(request), readObject, std::move(done));
}

CallPtr ShareApi::tell(const QByteArray &method, const FolderId &folder, const QString &path, const QString &key,
                       const QByteArray &body, Done done)
{
    ApiRequest request;
    request.method = method;
    request.path = below(folder, path);
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    if (!key.isEmpty())
        request.headers.append(idempotencyKey(key));
    if (method == "PUT" && !key.isEmpty())
        request.headers.append(HttpHeader{"If-None-Match", "*"});
    request.body = body;
    request.limits.maxBody = most;
    return send<QJsonObject>(m_client, std::move(request), readObject, std::move(done));
}

CallPtr ShareApi::shares(const FolderId &folder, const QString &next, Done done)
{
    return get(folder, pageOf(QStringLiteral("/shares"), next), std::move(done));
}

CallPtr ShareApi::received(const FolderId &folder, const QString &next, Done done)
{
    return get(folder, pageOf(QStringLiteral("/received"), next), std::move(done));
}

CallPtr ShareApi::share(const FolderId &folder, const QString &id, Done done)
{
    return get(folder, QLatin1String("/shares/") + id, std::move(done));
}

CallPtr ShareApi::receivedOne(const FolderId &folder, const QString &id, Done done)
{
    return get(folder, QLatin1String("/received/") + id, std::move(done));
}

CallPtr ShareApi::recipient(const FolderId &folder, const QString &person, Done done)
{
    return get(folder, QLatin1String("/recipients?id=") + QString::fromLatin1(QUrl::toPercentEncoding(person)), std::move(done));
}

CallPtr ShareApi::listing(const FolderId &folder, Done done)
{
    return get(folder, QStringLiteral("/directory"), std::move(done));
}

CallPtr ShareApi::setListing(const FolderId &folder, bool findable, Done done)
{
    const QByteArray body =
        QJsonDocument(QJsonObject{{QStringLiteral("findable"), findable}}).toJson(QJsonDocument::Compact);
    return tell("PUT", folder, QStringLiteral("/directory"), {}, body, std::move(done));
}

CallPtr ShareApi::offer(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body, Done done)
{
    return tell("PUT", folder, QLatin1String("/shares/") + id, key, body, std::move(done));
}

CallPtr ShareApi::revoke(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body, Done done)
{
    return tell("POST", folder, QStringLiteral("/shares/%1/revocation").arg(id), key, body, std::move(done));
}

CallPtr ShareApi::extend(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body, Done done)
{
    return tell("POST", folder, QStringLiteral("/shares/%1/extension").arg(id), key, body, std::move(done));
}

CallPtr ShareApi::answer(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body, Done done)
{
    return tell("PUT", folder, QStringLiteral("/received/%1/answer").arg(id), key, body, std::move(done));
}

CallPtr ShareApi::askErasure(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body, Done done)
{
    return tell("POST", folder, QStringLiteral("/shares/%1/erasure-request").arg(id), key, body, std::move(done));
}

CallPtr ShareApi::answerErasure(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body, Done done)
{
    return tell("PUT", folder, QStringLiteral("/received/%1/erasure").arg(id), key, body, std::move(done));
}

CallPtr ShareApi::document(const FolderId &folder, const QString &id, int n, qint64 size, sync::Done<QByteArray> done)
{
    ApiRequest request;
    request.path = below(folder, QStringLiteral("/received/%1/documents/%2").arg(id).arg(n));
    request.headers = {{"Accept-Encoding", "identity"}};
    request.limits = {std::chrono::milliseconds(60000), std::chrono::milliseconds(120000 + size / 8), size + 1};
    request.paced = true;
    const auto read = [](const HttpResponse &response) -> Result<QByteArray> { return response.body; };
    return send<QByteArray>(m_client, std::move(request), read, std::move(done));
}

} // namespace carriel::remote
