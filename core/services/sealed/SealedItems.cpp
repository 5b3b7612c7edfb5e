// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sealed/SealedItems.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Jwe.h"
#include "core/crypto/StrictJson.h"
#include "core/services/ServiceErrors.h"
#include "core/services/sealed/SealedErrors.h"
#include "core/vault/SealedErrors.h"

#include <QJsonDocument>

namespace carriel::sealed {

namespace {
constexpr qsizetype mostMeta = 65536; // openapi: Sealed.meta

QString digestText(const QByteArray &sha256)
{
    return QString::fromLatin1(crypto::toBase64Url(sha256));
}
} // namespace

Result<SealedItems::Words> SealedItems::read(const ItemId &id, const QJsonObject &sealed)
{
    const QByteArray jwe = sealed.value(QLatin1String("meta")).toString().toLatin1();
    CARRIEL_TRY(const QByteArray kid, crypto::kidOfJwe(jwe));
    CARRIEL_TRY(const crypto::SealingKey key, m_keys.sealing(kid));
    CARRIEL_TRY(const SecretBytes plain, crypto::decryptJwe(key.key, jwe));
    CARRIEL_TRY(const QJsonObject o, crypto::parseStrictObject(plain.view()));
    const auto text = [&o](const char *name) { return o.value(QLatin1String(name)).toString(); };
    // Another document's words beside this one's bytes: nobody of the person's wrote that.
    if (o.value(QLatin1String("v")).toInt() != 1 || text("id") != id.text() || text("name").isEmpty())
        return Error{crypto::errors::notAuthentic, {}, QStringLiteral("written for another document")};
    return Words{text("name"), text("original_name"), ItemMeta(o.value(QLatin1String("meta")).toObject()), text("media_type"),
                 text("sha256")};
}

Result<QJsonObject> SealedItems::write(const ItemId &id, const Words &words, qint64 plainSize)
{
    CARRIEL_TRY(const crypto::SealingKey key, m_keys.sealing());
    QJsonObject o{{QStringLiteral("v"), 1},
                  {QStringLiteral("id"), id.text()},
                  {QStringLiteral("name"), words.name},
                  {QStringLiteral("media_type"), words.mediaType},
                  {QStringLiteral("sha256"), words.sha256},
                  {QStringLiteral("meta"), words.meta.fields()}};
    if (!words.originalName.isEmpty())
        o.insert(QStringLiteral("original_name"), words.originalName);
    QByteArray plain = QJsonDocument(o).toJson(QJsonDocument::Compact);
    // The length of a name says much about a document: only steps of 256 bytes can be seen from outside.
    plain.append(255 - (plain.size() + 255) % 256, ' ');
    CARRIEL_TRY(const QByteArray jwe, crypto::encryptJwe(key.key, key.kid, plain));
    if (jwe.size() > mostMeta)
        return Error{errors::factsTooLarge, {}, {}};
    return QJsonObject{{QStringLiteral("enc"), QStringLiteral("aes128gcm")},
                       {QStringLiteral("plain_size"), plainSize},
                       {QStringLiteral("meta"), QString::fromLatin1(jwe)}};
}

void SealedItems::open(sync::RemoteItem &item)
{
    if (item.custody != Custody::Private)
        return;
    item.fields.name = item.id.text(); // whatever the operator calls it: a name comes from the person alone
    item.fields.meta = {};
    item.facts.originalName.clear();
    const auto words = read(item.id, item.facts.sealed);
    if (!words.ok() || (item.head && digestText(item.head->sha256) != words.value().sha256))
        return;
    item.fields.name = words.value().name;
    item.fields.meta = words.value().meta;
    item.facts.originalName = words.value().originalName;
    if (item.head)
        item.head->mediaType = words.value().mediaType;
}

bool SealedItems::reopen(sync::ItemRow &row, const QByteArray &headSha256, QString &mediaType)
{
    if (!sync::isClosed(row) || !row.remote)
        return false;
    const auto words = read(row.id, row.facts.sealed);
    if (!words.ok() || digestText(headSha256) != words.value().sha256)
        return false;
    for (ItemFields *fields : {&row.local, &*row.remote, row.base ? &*row.base : nullptr}) {
        if (!fields)
            continue;
        fields->name = words.value().name;
        fields->meta = words.value().meta;
    }
    row.facts.originalName = words.value().originalName;
    mediaType = words.value().mediaType;
    return true;
}

Result<sync::Intent> SealedItems::close(const sync::Intent &intent)
{
    if (intent.item.custody != Custody::Private)
        return intent;
    sync::Intent out = intent;
    sync::ItemRow &row = out.item;
    const ItemFields ours = intent.item.local;
    const ItemFields agreed = intent.item.base.value_or(ours);
    row.local.name = row.id.text();
    row.local.meta = {};
    if (row.base) {
        row.base->name = row.local.name;
        row.base->meta = {};
    }
    row.facts.originalName.clear();
    row.facts.sealed = {};
    if (out.version)
        out.version->mediaType.clear();

    const bool content = intent.kind == sync::OpKind::CreateDocument || intent.kind == sync::OpKind::AddVersion;
    const bool told = intent.kind == sync::OpKind::PatchItem && (ours.name != agreed.name || ours.meta != agreed.meta);
    if (!content && !told)
        return out;
    if (sync::isClosed(intent.item))
        return Error{vault::errors::sealedElsewhere, {}, {}};
    Words words;
    qint64 plainSize = 0;
    if (content) {
        if (!intent.version || !intent.blob)
            return Error{errors::itemNotFound, {{QStringLiteral("item"), row.id.text()}}, {}};
        plainSize = crypto::plainSizeOf(intent.blob->size);
        if (plainSize < 0) // never sealed: it must not be said of it, either
            return Error{crypto::errors::badCipherText, {{QStringLiteral("reason"), QStringLiteral("not sealed")}}, {}};
        words.mediaType = intent.version->mediaType;
        words.sha256 = digestText(intent.blob->sha256);
    } else {
        CARRIEL_TRY(words, read(row.id, intent.item.facts.sealed));
        plainSize = intent.item.facts.sealed.value(QLatin1String("plain_size")).toInteger();
    }
    // A new version says what is agreed on; what else has changed goes with the change that waits for it.
    const ItemFields &said = intent.kind == sync::OpKind::AddVersion ? agreed : ours;
    words.name = said.name;
    words.meta = said.meta;
    words.originalName = intent.item.facts.originalName;
    CARRIEL_TRY(row.facts.sealed, write(row.id, words, plainSize));
    return out;
}

} // namespace carriel::sealed
