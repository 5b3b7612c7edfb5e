// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/AccountApi.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/Jws.h"
#include "core/remote/AccountCodec.h"
#include "core/remote/Chain.h"
#include "core/remote/JsonCall.h"

#include <QJsonDocument>

namespace carriel::remote {

namespace {
QString folderPath(const FolderId &folder)
{
    return QLatin1String("/folders/") + folder.text();
}

QString devicePath(const FolderId &folder, const DeviceId &device)
{
    return folderPath(folder) + QLatin1String("/devices/") + device.text();
}

ApiRequest get(const QString &path)
{
    ApiRequest request;
    request.path = path;
    request.headers = {{"Accept", "application/json"}};
    return request;
}

ApiRequest create(const QString &path, const OpKey &key, const QByteArray &body)
{
    ApiRequest request;
    request.method = "PUT";
    request.path = path;
    request.headers = {{"Content-Type", "application/json"}, {"If-None-Match", "*"}, idempotencyKey(key.text())};
    request.body = body;
    return request;
}
} // namespace

CallPtr AccountApi::terms(sync::Done<Terms> done)
{
    ApiRequest request = get(QStringLiteral("/terms"));
    request.authorized = false;
    request.limits.maxBody = 4 << 20;
    const auto read = [](const HttpResponse &response) -> Result<Terms> {
        CARRIEL_TRY(const QJsonObject object, jsonOf(response, 4 << 20));
        return readTerms(object);
    };
    return send<Terms>(m_client, std::move(request), read, std::move(done));
}

CallPtr AccountApi::operatorKeys(sync::Done<crypto::JwkSet> done)
{
    ApiRequest request = get(QStringLiteral("/operator-keys"));
    request.authorized = false;
    const auto read = [](const HttpResponse &response) -> Result<crypto::JwkSet> {
        auto keys = crypto::JwkSet::parse(response.body);
        if (!keys.ok())
            return wire::protocolError(QStringLiteral("operator keys"));
        return keys;
    };
    return send<crypto::JwkSet>(m_client, std::move(request), read, std::move(done));
}

CallPtr AccountApi::folders(sync::Done<QList<FolderInfo>> done)
{
    return send<QList<FolderInfo>>(m_client, get(QStringLiteral("/folders")), fromJson(&readFolders), std::move(done));
}

CallPtr AccountApi::folder(const FolderId &id, sync::Done<FolderInfo> done)
{
    return send<FolderInfo>(m_client, get(folderPath(id)), fromJson(&readFolder), std::move(done));
}

CallPtr AccountApi::devices(const FolderId &folder, sync::Done<QList<RegisteredDevice>> done)
{
    return send<QList<RegisteredDevice>>(m_client, get(folderPath(folder) + QLatin1String("/devices")), fromJson(&readDevices),
                                         std::move(done));
}

CallPtr AccountApi::bindLogin(const FolderId &folder, const DeviceId &device, const QByteArray &r,
                              sync::Done<bool> done)
{
    ApiRequest request;
    request.method = "PUT";
    request.path = devicePath(folder, device) + QLatin1String("/login");
    request.headers = {{"Content-Type", "application/json"}};
    request.body = QJsonDocument(QJsonObject{{QStringLiteral("r"), QString::fromLatin1(crypto::toBase64Url(r))}})
                       .toJson(QJsonDocument::Compact);
    const auto read = [](const HttpResponse &) -> Result<bool> { return true; };
    return send<bool>(m_client, std::move(request), read, std::move(done));
}

CallPtr AccountApi::revokeDevice(const FolderId &folder, const DeviceId &device, const OpKey &key,
                                 sync::Done<RegisteredDevice> done)
{
    ApiRequest request;
    request.method = "POST";
    request.path = devicePath(folder, device) + QLatin1String("/revocation");
    request.headers = {{"Content-Type", "application/json"}, idempotencyKey(key.text())};
    request.body = "{}";
    return send<RegisteredDevice>(m_client, std::move(request), fromJson(&readDevice), std::move(done));
}

template <typename T>
void AccountApi::confirm(Chain *chain, const QByteArray &statement, const DeviceRegistration &device, T answer, sync::Done<T> done)
{
    chain->next(operatorKeys([issuer = m_client.api().toString(), statement, device, answer = std::move(answer),
                              done = std::move(done)](const sync::Answer<crypto::JwkSet> &keys) {
        if (const auto *trouble = std::get_if<Trouble>(&keys))
            return done(*trouble);
        const Outcome holds = verifyDeviceStatement(statement, std::get<crypto::JwkSet>(keys), device.keys,
                                                    {issuer, device.subject, device.id.text(), device.idToken});
        if (holds.ok())
            done(answer);
        else
            done(troubleOf(holds.error()));
    }));
}

CallPtr AccountApi::enrol(const EnrolmentOrder &order, sync::Done<Enrolled> done)
{
    auto chain = std::make_unique<Chain>();
    const auto acceptance = crypto::signJws(order.device.keys.sign, "carpeta-acceptance+json", writeAcceptance(order));
    // Signing with a key of our own cannot fail but for want of memory; an empty statement is refused by the operator.
    const QByteArray signedTerms = acceptance.valueOr({});
    const auto read = [signedTerms](const HttpResponse &response) -> Result<Enrolled> {
        CARRIEL_TRY(const QJsonObject object, jsonOf(response));
        Enrolled out;
        CARRIEL_TRY(out.folder, readFolder(object.value(QLatin1String("folder")).toObject()));
        CARRIEL_TRY(out.device, readDevice(object.value(QLatin1String("device")).toObject()));
        out.acceptance = signedTerms;
        return out;
    };
    const ApiRequest request = create(folderPath(order.folder), order.device.key, writeEnrolment(order, signedTerms));
    chain->next(send<Enrolled>(m_client, request, read,
                               [this, at = chain.get(), device = order.device, done = std::move(done)](sync::Answer<Enrolled> answer) {
                                   if (std::holds_alternative<Trouble>(answer))
                                       return done(std::move(answer));
                                   auto &enrolled = std::get<Enrolled>(answer);
                                   confirm(at, enrolled.device.statement, device, enrolled, done);
                               }));
    return chain;
}

CallPtr AccountApi::addDevice(const FolderId &folder, const DeviceRegistration &device, sync::Done<RegisteredDevice> done)
{
    auto chain = std::make_unique<Chain>();
    const QByteArray body = QJsonDocument(writeDevice(device)).toJson(QJsonDocument::Compact);
    chain->next(send<RegisteredDevice>(
        m_client, create(devicePath(folder, device.id), device.key, body), fromJson(&readDevice),
        [this, at = chain.get(), device, done = std::move(done)](sync::Answer<RegisteredDevice> answer) {
            if (std::holds_alternative<Trouble>(answer))
                return done(std::move(answer));
            const auto &registered = std::get<RegisteredDevice>(answer);
            confirm(at, registered.statement, device, registered, done);
        }));
    return chain;
}

} // namespace carriel::remote
