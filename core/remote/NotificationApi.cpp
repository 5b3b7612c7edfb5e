// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/NotificationApi.h"

#include <QUrl>

namespace carriel::remote {

namespace {
QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}
} // namespace

CallPtr NotificationApi::directory(Done done)
{
    return get(QStringLiteral("/directory"), std::move(done), Login::NotSent);
}

CallPtr NotificationApi::warnings(Done done)
{
    return get(QStringLiteral("/warnings"), std::move(done), Login::NotSent);
}

CallPtr NotificationApi::procedures(const QString &next, Done done)
{
    return get(page(QStringLiteral("/procedures"), next), std::move(done), Login::NotSent);
}

CallPtr NotificationApi::notifications(const FolderId &folder, const QString &next, Done done)
{
    return get(below(folder, page(QStringLiteral("/notifications"), next)), std::move(done));
}

CallPtr NotificationApi::notification(const FolderId &folder, const QString &id, Done done)
{
    return get(below(folder, QLatin1String("/notifications/") + id), std::move(done));
}

CallPtr NotificationApi::consents(const FolderId &folder, const QString &next, Done done)
{
    return get(below(folder, page(QStringLiteral("/consents"), next)), std::move(done));
}

CallPtr NotificationApi::bytes(const FolderId &folder, const QString &blob, qint64 size, sync::Done<QByteArray> done)
{
    ApiRequest request;
    request.path = below(folder, QLatin1String("/blobs/") + blob);
    request.headers = {{"Accept-Encoding", "identity"}};
    request.limits = {std::chrono::milliseconds(60000), std::chrono::milliseconds(120000 + size / 8), size + 1};
    request.paced = true;
    const auto read = [](const HttpResponse &response) -> Result<QByteArray> { return response.body; };
    return send<QByteArray>(m_client, std::move(request), read, std::move(done));
}

CallPtr NotificationApi::prepareOpening(const FolderId &folder, const QString &id, Done done)
{
    return get(below(folder, QStringLiteral("/notifications/%1/opening").arg(id)), std::move(done));
}

CallPtr NotificationApi::acknowledge(const FolderId &folder, const QString &id, const QString &key,
                                     const QByteArray &body, Done done)
{
    return put(below(folder, QStringLiteral("/notifications/%1/acknowledgement").arg(id)), key, body, std::move(done));
}

CallPtr NotificationApi::acknowledgement(const FolderId &folder, const QString &id, const QString &challenge,
                                         const DeviceId &device, Done done)
{
    QString path = QStringLiteral("/notifications/%1/acknowledgement?device=%2").arg(id, encoded(device.text()));
    if (!challenge.isEmpty())
        path += QLatin1String("&challenge=") + encoded(challenge);
    return get(below(folder, path), std::move(done));
}

CallPtr NotificationApi::dispute(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body,
                                 Done done)
{
    return put(below(folder, QStringLiteral("/notifications/%1/dispute").arg(id)), key, body, std::move(done));
}

CallPtr NotificationApi::consent(const FolderId &folder, const QString &id, ConsentAct act, const QString &key,
                                 const QByteArray &body, Done done)
{
    const QString path = QLatin1String("/consents/") + id;
    return put(below(folder, act == ConsentAct::Give ? path : QString(path + QLatin1String("/withdrawal"))), key, body,
               std::move(done));
}

} // namespace carriel::remote
