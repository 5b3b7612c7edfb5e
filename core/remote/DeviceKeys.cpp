// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/DeviceKeys.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Jws.h"
#include "core/crypto/StrictJson.h"
#include "core/remote/RemoteErrors.h"

namespace carriel::remote {

namespace {
Error badStatement(const char *what)
{
    const QString text = QString::fromLatin1(what);
    return {errors::badStatement, {{QStringLiteral("what"), text}}, text};
}

bool isKey(const QJsonValue &jwk, const crypto::PrivateKey &key)
{
    const auto found = crypto::PublicKey::fromJwk(jwk.toObject());
    return found.ok() && found.value().thumbprint() == key.publicKey().thumbprint();
}
} // namespace

Result<DeviceKeys> DeviceKeys::generate()
{
    CARRIEL_TRY(crypto::PrivateKey sign, crypto::PrivateKey::generate(crypto::KeyType::P256));
    CARRIEL_TRY(crypto::PrivateKey encrypt, crypto::PrivateKey::generate(crypto::KeyType::X25519));
    return DeviceKeys{std::move(sign), std::move(encrypt)};
}

Result<DeviceKeys::Exported> DeviceKeys::exported() const
{
    Exported out;
    CARRIEL_TRY(out.sign, sign.toPkcs8());
    CARRIEL_TRY(out.encrypt, encrypt.toPkcs8());
    return out;
}

Result<DeviceKeys> DeviceKeys::imported(const Exported &keys)
{
    CARRIEL_TRY(crypto::PrivateKey sign, crypto::PrivateKey::fromPkcs8(keys.sign.view()));
    CARRIEL_TRY(crypto::PrivateKey encrypt, crypto::PrivateKey::fromPkcs8(keys.encrypt.view()));
    if (sign.type() != crypto::KeyType::P256 || encrypt.type() != crypto::KeyType::X25519)
        return badStatement("kind of key");
    return DeviceKeys{std::move(sign), std::move(encrypt)};
}

DeviceBinding bindingFor(const DeviceKeys &keys, Random &random)
{
    DeviceBinding binding;
    binding.r = random.bytes(32);
    crypto::Sha256 sha;
    sha.add(binding.r);
    sha.add(keys.sign.publicKey().thumbprint());
    sha.add(keys.encrypt.publicKey().thumbprint());
    binding.nonce = QString::fromLatin1(crypto::toBase64Url(sha.result()));
    return binding;
}

Outcome verifyDeviceStatement(QByteArrayView text, const crypto::JwkSet &operatorKeys, const DeviceKeys &keys,
                              const StatementExpectations &expected)
{
    const auto jws = crypto::verifyJws(text, operatorKeys, "carpeta-device+json");
    if (!jws.ok())
        return badStatement("signature");
    const auto payload = crypto::parseStrictObject(jws.value().payload);
    if (!payload.ok())
        return badStatement("payload");
    const QJsonObject &o = payload.value();
    const auto is = [&o](const char *name, const QString &wanted) { return o.value(QLatin1String(name)).toString() == wanted; };
    if (o.value(QLatin1String("v")).toInteger() != 1 || !is("iss", expected.issuer))
        return badStatement("iss");
    if (!is("sub", expected.subject))
        return badStatement("sub");
    if (!is("device", expected.device))
        return badStatement("device");
    if (!isKey(o.value(QLatin1String("ds")), keys.sign) || !isKey(o.value(QLatin1String("de")), keys.encrypt))
        return badStatement("keys");
    if (!is("id_token_sha256", QString::fromLatin1(crypto::toBase64Url(crypto::sha256(expected.idToken)))))
        return badStatement("id_token_sha256");
    return {};
}

} // namespace carriel::remote
