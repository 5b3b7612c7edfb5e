// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/shares/ShareManifest.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Jwe.h"
#include "core/crypto/Jws.h"
#include "core/crypto/StrictJson.h"
#include "core/services/shares/ShareErrors.h"
#include "core/services/shares/Wish.h"
#include "core/vault/PersonKeyStore.h"
#include "core/vault/SealedErrors.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::shares {

namespace {
const QByteArray type = "carpeta-manifest+json";

Error wrong(const char *reason)
{
    return {errors::manifestFalse, {{QStringLiteral("reason"), QString::fromLatin1(reason)}}, {}};
}

QString text(const QJsonObject &o, const char *name)
{
    return o.value(QLatin1String(name)).toString();
}

Result<crypto::PersonKey> keyFor(vault::Database &database, const QByteArray &kid)
{
    CARRIEL_TRY(const QList<crypto::PersonKey> keys, vault::PersonKeyStore(database).all());
    for (const crypto::PersonKey &key : keys) {
        if (key.kid() == kid)
            return key;
    }
    return Error{vault::errors::sealedElsewhere, {}, {}};
}
} // namespace

Result<QByteArray> sealedManifest(const evidence::ShareGrant &grant, const ShareManifest &manifest, const crypto::PersonKey &own,
                                  const crypto::PublicKey &to)
{
    QJsonArray documents;
    for (const ManifestDocument &one : manifest.documents)
        documents.append(QJsonObject{{QStringLiteral("name"), one.name},
                                     {QStringLiteral("media_type"), one.mediaType},
                                     {QStringLiteral("ck"), QString::fromLatin1(crypto::toBase64Url(one.contentKey.view()))}});
    const QJsonObject said{{QStringLiteral("v"), 1},
                           {QStringLiteral("id"), grant.id},
                           {QStringLiteral("iss"), grant.owner},
                           {QStringLiteral("sub"), grant.recipient},
                           {QStringLiteral("kid"), QString::fromLatin1(to.thumbprint())},
                           {QStringLiteral("from"), QJsonObject{{QStringLiteral("enc"), own.receive.publicKey().toJwk()},
                                                                {QStringLiteral("sig"), own.sign.publicKey().toJwk()}}},
                           {QStringLiteral("purpose"), manifest.purpose},
                           {QStringLiteral("message"), manifest.message},
                           {QStringLiteral("documents"), documents}};
    QByteArray plain = QJsonDocument(said).toJson(QJsonDocument::Compact);
    plain.append(255 - (plain.size() + 255) % 256, ' '); // how long the names are shows from outside in such steps alone
    auto jws = crypto::signJws(own.sign, type, plain);
    wipeMemory(plain.data(), std::size_t(plain.size()));
    if (!jws)
        return jws.error();
    CARRIEL_TRY(const QByteArray jwe, crypto::encryptJwe(to, jws.value()));
    wipeMemory(jws.value().data(), std::size_t(jws.value().size()));
    if (jwe.size() > crypto::maxJweBytes)
        return Error{errors::tooMany, {{QStringLiteral("count"), documents.size()}, {QStringLiteral("limit"), documents.size() / 2}}, {}};
    return jwe;
}

Result<ShareManifest> openedManifest(vault::Database &database, const evidence::ShareGrant &grant, QByteArrayView jwe)
{
    if (crypto::toBase64Url(crypto::sha256(jwe.toByteArray())) != grant.manifest)
        return wrong("digest"); // another one than its sender signed for
    CARRIEL_TRY(const crypto::PersonKey own, keyFor(database, grant.kid));
    const auto plain = crypto::decryptJwe(own.receive, jwe);
    if (!plain)
        return wrong("closed");
    const auto unread = crypto::readUnverifiedJws(plain.value().view());
    const auto said = unread ? crypto::parseStrictObject(unread.value().payload) : Result<QJsonObject>(unread.error());
    if (!said)
        return wrong("form");
    const QJsonObject from = said.value().value(QLatin1String("from")).toObject();
    const auto receive = crypto::PublicKey::fromJwk(from.value(QLatin1String("enc")).toObject());
    const auto sign = crypto::PublicKey::fromJwk(from.value(QLatin1String("sig")).toObject());
    if (!receive || !sign || !crypto::verifyJws(plain.value().view(), sign.value(), type))
        return wrong("signature");
    // Inside stands what it was made for: nobody passes it on under a share of his own.
    const QJsonObject &o = said.value();
    if (o.value(QLatin1String("v")).toInt() != 1 || text(o, "id") != grant.id || text(o, "iss") != grant.owner ||
        text(o, "sub") != grant.recipient || text(o, "kid").toLatin1() != grant.kid)
        return wrong("other share");
    ShareManifest out{text(o, "purpose"), text(o, "message"), {}, receive.value().thumbprint() + sign.value().thumbprint(),
                      vault::ContactKey{0, receive.value(), sign.value()}};
    for (const QJsonValue value : o.value(QLatin1String("documents")).toArray()) {
        const QJsonObject one = value.toObject();
        auto key = crypto::secretFromBase64Url(text(one, "ck").toLatin1());
        if (!key || key.value().size() != 32 || text(one, "name").isEmpty())
            return wrong("documents");
        out.documents.push_back({text(one, "name"), text(one, "media_type"), std::move(key).value()});
    }
    if (out.documents.size() != std::size_t(grant.documents.size()) || out.purpose.size() > 500 || out.message.size() > 2000)
        return wrong("documents");
    return out;
}

} // namespace carriel::shares
