// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/AccountCodec.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/remote/WireValues.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::remote {

namespace {
constexpr qsizetype maxEntries = 1000;

template <typename T>
Result<QList<T>> readList(const QJsonObject &o, const char *name, Result<T> (*read)(const QJsonObject &))
{
    const QJsonValue value = o.value(QLatin1String(name));
    if (!value.isArray() || value.toArray().size() > maxEntries)
        return wire::protocolError(QLatin1String("member ") + QLatin1String(name));
    QList<T> out;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array) {
        CARRIEL_TRY(T element, read(entry.toObject()));
        out.append(std::move(element));
    }
    return out;
}

QJsonObject publicJwk(const crypto::PrivateKey &key)
{
    QJsonObject jwk = key.publicKey().toJwk();
    jwk.remove(QStringLiteral("kid"));
    return jwk;
}

QString b64u(const QByteArray &bytes)
{
    return QString::fromLatin1(crypto::toBase64Url(bytes));
}

QByteArray compact(const QJsonObject &o)
{
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}
} // namespace

Result<Terms> readTerms(const QJsonObject &o)
{
    Terms terms;
    CARRIEL_TRY(terms.id, wire::text(o, "id", 128));
    CARRIEL_TRY(terms.version, wire::text(o, "version", 128));
    CARRIEL_TRY(terms.language, wire::text(o, "language", 35));
    CARRIEL_TRY(terms.text, wire::text(o, "text", 1 << 20));
    CARRIEL_TRY(terms.sha256, wire::sha256(o, "sha256"));
    if (crypto::sha256(terms.text.toUtf8()) != terms.sha256)
        return wire::protocolError(QStringLiteral("the terms are not what their digest says"));
    return terms;
}

Result<FolderInfo> readFolder(const QJsonObject &o)
{
    FolderInfo folder;
    CARRIEL_TRY(const QString id, wire::id(o, "id"));
    const QJsonObject holder = o.value(QLatin1String("holder")).toObject();
    CARRIEL_TRY(folder.holderId, wire::text(holder, "id", 64));
    CARRIEL_TRY(folder.holderName, wire::text(holder, "name", 512));
    CARRIEL_TRY(folder.state, wire::text(o, "state", 32));
    folder.id = FolderId(id);
    if (o.value(QLatin1String("quota")).isObject()) {
        const QJsonObject quota = o.value(QLatin1String("quota")).toObject();
        CARRIEL_TRY(folder.quotaUsed, wire::number(quota, "used"));
        CARRIEL_TRY(folder.quotaLimit, wire::number(quota, "limit"));
    }
    return folder;
}

Result<QList<FolderInfo>> readFolders(const QJsonObject &o)
{
    return readList<FolderInfo>(o, "folders", &readFolder);
}

Result<RegisteredDevice> readDevice(const QJsonObject &o)
{
    RegisteredDevice device;
    CARRIEL_TRY(const QString id, wire::id(o, "id"));
    CARRIEL_TRY(device.name, wire::text(o, "name", 400));
    CARRIEL_TRY(const QString state, wire::text(o, "state", 32));
    CARRIEL_TRY(device.createdUtc, wire::time(o, "created"));
    CARRIEL_TRY(device.revokedUtc, wire::time(o, "revoked_at"));
    CARRIEL_TRY(const QString statement, wire::text(o, "statement", 256 * 1024));
    const auto key = crypto::PublicKey::fromJwk(o.value(QLatin1String("ds")).toObject());
    if (!key.ok())
        return wire::protocolError(QStringLiteral("member ds"));
    device.id = DeviceId(id);
    device.active = state == QLatin1String("active");
    device.statement = statement.toLatin1();
    device.signThumbprint = key.value().thumbprint();
    return device;
}

Result<QList<RegisteredDevice>> readDevices(const QJsonObject &o)
{
    return readList<RegisteredDevice>(o, "devices", &readDevice);
}

QJsonObject writeDevice(const DeviceRegistration &device)
{
    return {{QStringLiteral("name"), device.name},
            {QStringLiteral("ds"), publicJwk(device.keys.sign)},
            {QStringLiteral("de"), publicJwk(device.keys.encrypt)},
            {QStringLiteral("binding"), QJsonObject{{QStringLiteral("id_token"), QString::fromLatin1(device.idToken)},
                                                    {QStringLiteral("r"), b64u(device.binding.r)}}}};
}

QByteArray writeAcceptance(const EnrolmentOrder &order)
{
    return compact({{QStringLiteral("v"), 1},
                    {QStringLiteral("sub"), order.device.subject},
                    {QStringLiteral("terms_id"), order.terms.id},
                    {QStringLiteral("terms_sha256"), b64u(order.terms.sha256)},
                    {QStringLiteral("iat"), order.acceptedUtc.toSecsSinceEpoch()},
                    {QStringLiteral("device"), order.device.id.text()}});
}

QByteArray writeEnrolment(const EnrolmentOrder &order, const QByteArray &acceptance)
{
    QJsonObject device = writeDevice(order.device);
    device.insert(QStringLiteral("id"), order.device.id.text());
    return compact({{QStringLiteral("holder"), QJsonObject{{QStringLiteral("id"), order.device.subject},
                                                           {QStringLiteral("name"), order.holderName}}},
                    {QStringLiteral("terms"), QJsonObject{{QStringLiteral("id"), order.terms.id},
                                                          {QStringLiteral("sha256"), wire::sha256Text(order.terms.sha256)}}},
                    {QStringLiteral("acceptance"), QString::fromLatin1(acceptance)},
                    {QStringLiteral("device"), device}});
}

} // namespace carriel::remote
