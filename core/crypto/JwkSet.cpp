// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Keys.h"
#include "core/crypto/StrictJson.h"

namespace carriel::crypto {

Result<JwkSet> JwkSet::parse(QByteArrayView json)
{
    CARRIEL_TRY(const QJsonObject object, parseStrictObject(json));
    const QJsonArray keys = object.value(QLatin1String("keys")).toArray();
    if (keys.isEmpty() || keys.size() > 64)
        return Error{errors::badKey, {{QStringLiteral("what"), QStringLiteral("JWK set")}}, {}};
    JwkSet out;
    for (const QJsonValue &value : keys) {
        const QJsonObject jwk = value.toObject();
        const QString use = jwk.value(QLatin1String("use")).toString(QStringLiteral("sig"));
        auto key = PublicKey::fromJwk(jwk);
        if (use == QLatin1String("sig") && key.ok())
            out.add(jwk.value(QLatin1String("kid")).toString().toUtf8(), std::move(key).value());
    }
    return out;
}

void JwkSet::add(const QByteArray &kid, PublicKey key)
{
    m_keys.append({kid, std::move(key)});
}

const PublicKey *JwkSet::find(QByteArrayView kid, KeyType type) const
{
    const PublicKey *found = nullptr;
    for (const Entry &entry : m_keys) {
        if (entry.key.type() != type || (!kid.isEmpty() && entry.kid != kid))
            continue;
        if (found)
            return nullptr; // two that fit: nobody has said which
        found = &entry.key;
    }
    return found;
}

} // namespace carriel::crypto
