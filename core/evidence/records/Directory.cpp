// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/records/Directory.h"

#include "core/crypto/StrictJson.h"
#include "core/evidence/records/Claims.h"

namespace carriel::evidence {

namespace {

Result<Party> readParty(const QJsonObject &object)
{
    Claims claims(object, "directory.party");
    Party party;
    party.id = claims.text("id", 100);
    party.name = claims.text("name", 400);
    for (const QJsonValue &value : claims.array("keys", 1000)) {
        Claims inner(value.toObject(), "directory.key");
        CARRIEL_TRY(crypto::PublicKey key, crypto::PublicKey::fromJwk(inner.all()));
        const QByteArray kid = inner.text("kid", 100).toUtf8();
        inner.must(kid == key.thumbprint(), "kid");
        party.keys.append({std::move(key), kid, inner.text("use", 20), inner.time("from"), inner.optionalTime("to")});
        CARRIEL_CHECK(inner.outcome());
    }
    for (const QJsonValue &value : object.value(QLatin1String("origins")).toArray())
        party.origins.append(value.toString());
    CARRIEL_CHECK(claims.outcome());
    return party;
}

} // namespace

const ListedKey *Party::find(QByteArrayView kid, QLatin1String use, const QDateTime &at) const
{
    for (const ListedKey &key : keys) {
        if (key.kid == kid && key.use == use && at >= key.from && (!key.until.isValid() || at <= key.until))
            return &key;
    }
    return nullptr;
}

const Party *Directory::entity(const QString &id) const
{
    if (const auto read = m_read.find(id); read != m_read.end())
        return &read->second;
    const auto found = entities.constFind(id);
    auto party = found == entities.constEnd() ? Result<Party>(Error{}) : readParty(found.value());
    return party ? &m_read.emplace(id, std::move(party).value()).first->second : nullptr;
}

Outcome verifyDirectory(QByteArrayView compact, const crypto::PublicKey &key)
{
    CARRIEL_TRY([[maybe_unused]] const crypto::Jws verified,
                crypto::verifyJws(compact, key, "carpeta-directory+json", maxDirectory));
    return {};
}

Result<Directory> readDirectory(QByteArrayView compact)
{
    CARRIEL_TRY(const crypto::Jws jws, crypto::readUnverifiedJws(compact, maxDirectory));
    CARRIEL_TRY(const QJsonObject payload, crypto::parseStrictObject(jws.payload, maxDirectory));
    Claims claims(payload, "directory");
    claims.must(jws.header.value(QLatin1String("typ")).toString() == QLatin1String("carpeta-directory+json"), "typ");
    Directory out;
    CARRIEL_TRY(out.signer, signerOf(jws));
    claims.number("v", 1, 1);
    out.issuer = claims.text("iss");
    out.issued = claims.time("iat");
    const QJsonObject operatorObject = claims.object("operator");
    CARRIEL_TRY(out.operatorParty, readParty(operatorObject));
    out.operatorIssuer = operatorObject.value(QLatin1String("iss")).toString();
    claims.must(!out.operatorIssuer.isEmpty(), "operator");
    for (const QJsonValue &value : claims.array("entities", 100000)) {
        const QJsonObject entity = value.toObject();
        const QString id = entity.value(QLatin1String("id")).toString();
        claims.must(!id.isEmpty() && !out.entities.contains(id), "entities");
        out.entities.insert(id, entity);
    }
    CARRIEL_CHECK(claims.outcome());
    return out;
}

} // namespace carriel::evidence
