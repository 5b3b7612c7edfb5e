// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed documents on their way to somebody else: what the operator sees is the ciphertext that it has already, and a manifest
// that opens for the recipient alone.
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Sealed.h"
#include "core/services/shares/ShareErrors.h"
#include "core/services/shares/ShareManifest.h"
#include "core/services/shares/Sharer.h"
#include "core/services/shares/TheirKey.h"
#include "core/vault/PersonKeyStore.h"
#include "core/vault/SealedErrors.h"

#include <QJsonDocument>

#include <utility>

namespace carriel::shares {

namespace {
// Of these bytes alone; nothing: they are not here.
Result<std::optional<SecretBytes>> contentKey(vault::VaultStore &store, const BlobId &blob)
{
    const auto first = store.chunk(blob, 0);
    if (!first || first.value().size() < crypto::sealedHeaderSize)
        return std::optional<SecretBytes>();
    const QByteArray header = first.value().first(crypto::sealedHeaderSize);
    CARRIEL_TRY(const crypto::SealingKey key, vault::PersonKeyStore(store.database()).sealing(crypto::sealedWith(header)));
    CARRIEL_TRY(SecretBytes own, crypto::contentKeyOf(header, key));
    return std::optional<SecretBytes>(std::move(own));
}
} // namespace

Result<std::optional<QByteArray>> Sharer::sealedFor(const Wish &wish, const QList<BlobId> &blobs, evidence::ShareGrant &grant)
{
    CARRIEL_TRY(const crypto::PublicKey to, crypto::PublicKey::fromJwk(QJsonDocument::fromJson(wish.key).object()));
    CARRIEL_TRY(const QList<crypto::PersonKey> own, vault::PersonKeyStore(m_store.database()).all());
    if (own.isEmpty())
        return Error{vault::errors::sealedElsewhere, {}, {}};
    ShareManifest manifest{wish.purpose, wish.message, {}, {}};
    for (qsizetype n = 0; n < blobs.size(); ++n) {
        CARRIEL_TRY(std::optional<SecretBytes> key, contentKey(m_store, blobs.at(n)));
        if (!key)
            return std::optional<QByteArray>();
        manifest.documents.push_back({wish.documents.at(n).name, wish.documents.at(n).mediaType, std::move(*key)});
        evidence::SharedDocument &told = grant.documents[n]; // all that the operator is told of it
        told.name = told.item;
        told.mediaType.clear();
    }
    grant.purpose.clear();
    grant.message.clear();
    grant.kid = to.thumbprint();
    CARRIEL_TRY(const QByteArray jwe, sealedManifest(grant, manifest, own.first(), to));
    grant.manifest = crypto::toBase64Url(crypto::sha256(jwe));
    return std::optional<QByteArray>(jwe);
}

void Sharer::seeKeyOf(const vault::ShareRow &row)
{
    if (!row.mine || !row.json.contains("\"recipient_key\":{"))
        return;
    if (m_keysToSee.isEmpty())
        QMetaObject::invokeMethod(this, &Sharer::seeKeys, Qt::QueuedConnection);
    m_keysToSee.insert(row.id);
}

// Whoever shared with somebody learns of his next key here, and not only when he shares with him again.
void Sharer::seeKeys()
{
    bool news = false;
    for (const QString &id : std::exchange(m_keysToSee, {})) {
        const auto row = m_rows.find(id).valueOr(std::nullopt);
        const QJsonObject json = QJsonDocument::fromJson(row ? row->json : QByteArray()).object();
        const QString person = json.value(QLatin1String("to")).toObject().value(QLatin1String("id")).toString();
        const QJsonObject told = json.value(QLatin1String("recipient_key")).toObject();
        if (person.isEmpty() || told.isEmpty())
            continue;
        (void)m_store.transact([&](sync::Writer &writer) -> Outcome { // what is no key is none that anything would be shared to
            CARRIEL_TRY(const bool fresh, notice(m_store.database(), person, told, now()));
            news = news || fresh;
            return fresh ? writer.addActivity({QStringLiteral("share.key_changed"), {}, {}, {{QStringLiteral("name"), person}}}) : Outcome();
        });
    }
    if (news)
        Q_EMIT changed();
}

Result<ShareManifest> Sharer::manifestOf(const evidence::ShareGrant &grant, const QJsonObject &json)
{
    return openedManifest(m_store.database(), grant, json.value(QLatin1String("manifest")).toString().toLatin1());
}

Outcome Sharer::agreeToSender(const QString &id)
{
    CARRIEL_TRY(const auto row, m_rows.find(id));
    const QJsonObject json = QJsonDocument::fromJson(row ? row->json : QByteArray()).object();
    const auto grant = evidence::readGrant(json.value(QLatin1String("grant")).toString().toLatin1());
    if (!row || row->mine || !grant || !grant.value().isSealed())
        return Error{errors::noSuchShare, {{QStringLiteral("id"), id}}, {}};
    const QString person = grant.value().owner;
    CARRIEL_TRY(const ShareManifest manifest, manifestOf(grant.value(), json));
    const Outcome agreed = m_store.transact([&](sync::Writer &writer) -> Outcome {
        CARRIEL_CHECK(shares::agreeToSender(m_store.database(), person, *manifest.sender, now()));
        return writer.addActivity({QStringLiteral("share.key_agreed"), {}, {}, {{QStringLiteral("name"), person}}});
    });
    CARRIEL_CHECK(agreed);
    Q_EMIT changed();
    return {};
}

Result<QByteArray> Sharer::plain(const QString &id, int n, const QByteArray &bytes)
{
    CARRIEL_TRY(const auto row, m_rows.find(id));
    const QJsonObject json = QJsonDocument::fromJson(row ? row->json : QByteArray()).object();
    CARRIEL_TRY(const evidence::ShareGrant grant, evidence::readGrant(json.value(QLatin1String("grant")).toString().toLatin1()));
    if (!grant.isSealed())
        return bytes;
    CARRIEL_TRY(const ShareManifest manifest, manifestOf(grant, json));
    const ManifestDocument &one = manifest.documents.at(std::size_t(n));
    auto opened = crypto::openedWith(bytes, one.contentKey.view());
    return opened ? std::move(opened) : Result<QByteArray>(Error{errors::notAsShared, {{QStringLiteral("name"), one.name}}, {}});
}

} // namespace carriel::shares
