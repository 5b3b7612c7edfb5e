// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/ItemCodec.h"

#include "core/remote/WireValues.h"

#include <QSet>

namespace carriel::remote {

using sync::RemoteHead;
using sync::RemoteItem;

namespace {
constexpr qsizetype maxNameChars = 1024;

// Exactly one of two words.
Result<bool> isFirst(const QJsonObject &o, const char *name, const char *first, const char *second)
{
    const QString value = o.value(QLatin1String(name)).toString();
    if (value != QLatin1String(first) && value != QLatin1String(second))
        return wire::protocolError(QLatin1String("member ") + QLatin1String(name));
    return value == QLatin1String(first);
}

QJsonObject unknownMembers(const QJsonObject &json)
{
    static const QSet<QString> known{
        QStringLiteral("versions"), QStringLiteral("made"),
        QStringLiteral("id"),       QStringLiteral("rev"),      QStringLiteral("etag"),       QStringLiteral("type"),
        QStringLiteral("parent"),   QStringLiteral("name"),     QStringLiteral("state"),      QStringLiteral("original_name"),
        QStringLiteral("custody"),  QStringLiteral("official"), QStringLiteral("issuer"),     QStringLiteral("validity"),
        QStringLiteral("head"),     QStringLiteral("sealed"),   QStringLiteral("caused_by"),  QStringLiteral("created"),
        QStringLiteral("modified"), QStringLiteral("meta"),     QStringLiteral("trashed_at"), QStringLiteral("trashed_root"),
        QStringLiteral("versions")};
    QJsonObject out = json;
    for (const QString &name : known)
        out.remove(name);
    return out;
}

Result<ServerFacts> readFacts(const QJsonObject &o)
{
    ServerFacts facts;
    CARRIEL_TRY(facts.official, wire::boolean(o, "official"));
    const QJsonObject issuer = o.value(QLatin1String("issuer")).toObject();
    CARRIEL_TRY(facts.issuerId, wire::optionalText(issuer, "id", 128));
    CARRIEL_TRY(facts.issuerName, wire::optionalText(issuer, "name", 512));
    const QJsonObject validity = o.value(QLatin1String("validity")).toObject();
    CARRIEL_TRY(facts.validFrom, wire::date(validity, "from"));
    CARRIEL_TRY(facts.validUntil, wire::date(validity, "to"));
    CARRIEL_TRY(facts.createdUtc, wire::time(o, "created"));
    CARRIEL_TRY(facts.modifiedUtc, wire::time(o, "modified"));
    CARRIEL_TRY(facts.trashedUtc, wire::time(o, "trashed_at"));
    CARRIEL_TRY(facts.originalName, wire::optionalText(o, "original_name", maxNameChars));
    facts.sealed = o.value(QLatin1String("sealed")).toObject();
    facts.unknown = unknownMembers(o);
    return facts;
}
} // namespace

Result<RemoteHead> readHead(const QJsonObject &o)
{
    RemoteHead head;
    CARRIEL_TRY(const QString version, wire::id(o, "version"));
    CARRIEL_TRY(const QString blob, wire::id(o, "blob"));
    CARRIEL_TRY(head.size, wire::number(o, "size"));
    CARRIEL_TRY(head.sha256, wire::sha256(o, "sha256"));
    CARRIEL_TRY(head.mediaType, wire::optionalText(o, "media_type", 200));
    CARRIEL_TRY(head.createdUtc, wire::time(o, "created"));
    CARRIEL_TRY(const QDateTime madeUtc, wire::time(o, "made_at"));
    if (madeUtc.isValid() && (!head.createdUtc.isValid() || madeUtc < head.createdUtc))
        head.createdUtc = madeUtc; // a folder may be connected long after it was filled
    CARRIEL_TRY(const QString causedBy, wire::optionalText(o, "caused_by", 64));
    head.causedBy = OpKey(causedBy);
    head.version = VersionId(version);
    head.blob = RemoteBlobId(blob);
    return head;
}

Result<RemoteItem> readItem(const QJsonObject &o)
{
    RemoteItem item;
    CARRIEL_TRY(const QString id, wire::id(o, "id"));
    CARRIEL_TRY(item.rev, wire::number(o, "rev", 1));
    CARRIEL_TRY(item.etag, wire::text(o, "etag", 128));
    if (item.etag.size() < 3 || !item.etag.startsWith(QLatin1Char('"')) || !item.etag.endsWith(QLatin1Char('"')) ||
        item.etag.count(QLatin1Char('"')) != 2)
        return wire::protocolError(QStringLiteral("member etag")); // weak, or not one
    CARRIEL_TRY(const bool folder, isFirst(o, "type", "folder", "document"));
    CARRIEL_TRY(const QString parent, wire::id(o, "parent"));
    CARRIEL_TRY(item.fields.name, wire::text(o, "name", maxNameChars));
    CARRIEL_TRY(const bool active, isFirst(o, "state", "active", "trashed"));
    CARRIEL_TRY(const bool open, isFirst(o, "custody", "open", "private"));
    CARRIEL_TRY(item.facts, readFacts(o));
    CARRIEL_TRY(const QString causedBy, wire::optionalText(o, "caused_by", 64));
    if (!o.value(QLatin1String("meta")).isObject())
        return wire::protocolError(QStringLiteral("member meta"));
    if (id == parent || id == rootItem().text())
        return wire::protocolError(QStringLiteral("an item inside itself"));

    item.id = ItemId(id);
    item.type = folder ? ItemType::Folder : ItemType::Document;
    item.custody = open ? Custody::Open : Custody::Private;
    item.fields.parent = ItemId(parent);
    item.fields.state = active ? ItemState::Active : ItemState::Trashed;
    item.fields.meta = ItemMeta(o.value(QLatin1String("meta")).toObject());
    item.causedBy = OpKey(causedBy);
    if (!folder) {
        CARRIEL_TRY(item.head, readHead(o.value(QLatin1String("head")).toObject()));
        item.fields.version = item.head->version;
    }
    return item;
}

QJsonObject writeNewItem(const sync::Intent &intent)
{
    const sync::ItemRow &item = intent.item;
    QJsonObject o{{QStringLiteral("type"), item.type == ItemType::Folder ? QStringLiteral("folder") : QStringLiteral("document")},
                  {QStringLiteral("parent"), item.local.parent.text()},
                  {QStringLiteral("name"), item.local.name},
                  {QStringLiteral("on_name_taken"), QStringLiteral("rename")}};
    if (!item.facts.originalName.isEmpty())
        o.insert(QStringLiteral("original_name"), item.facts.originalName);
    if (!item.local.meta.fields().isEmpty())
        o.insert(QStringLiteral("meta"), item.local.meta.fields());
    if (item.custody == Custody::Private) {
        o.insert(QStringLiteral("custody"), QStringLiteral("private"));
        o.insert(QStringLiteral("sealed"), item.facts.sealed);
    }
    if (item.type == ItemType::Document) {
        const QJsonObject version = writeVersion(intent);
        for (auto it = version.begin(); it != version.end(); ++it)
            o.insert(it.key(), it.value());
    }
    return o;
}

QJsonObject writePatch(const sync::ItemRow &item)
{
    const ItemFields base = item.base.value_or(ItemFields{});
    QJsonObject o;
    if (item.local.name != base.name) {
        o.insert(QStringLiteral("name"), item.local.name);
        o.insert(QStringLiteral("original_name"),
                 item.facts.originalName.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(item.facts.originalName));
    }
    if (item.local.parent != base.parent)
        o.insert(QStringLiteral("parent"), item.local.parent.text());
    const QJsonObject meta = item.local.meta.patchFrom(base.meta);
    if (!meta.isEmpty())
        o.insert(QStringLiteral("meta"), meta);
    if (item.custody == Custody::Private && !item.facts.sealed.isEmpty())
        o.insert(QStringLiteral("sealed"), item.facts.sealed);
    return o;
}

QJsonObject writeVersion(const sync::Intent &intent)
{
    QJsonObject o;
    if (intent.blob) {
        o.insert(QStringLiteral("blob"), intent.blob->remoteId.text());
        o.insert(QStringLiteral("sha256"), wire::sha256Text(intent.blob->sha256));
    }
    if (intent.version && !intent.version->mediaType.isEmpty())
        o.insert(QStringLiteral("media_type"), intent.version->mediaType);
    if (intent.version && intent.version->createdUtc.isValid() && intent.item.custody == Custody::Open)
        o.insert(QStringLiteral("made_at"), intent.version->createdUtc.toUTC().toString(Qt::ISODateWithMs));
    if (intent.item.custody == Custody::Private)
        o.insert(QStringLiteral("sealed"), intent.item.facts.sealed);
    if (!intent.base.isEmpty()) {
        o.insert(QStringLiteral("base"), intent.base.text());
        o.insert(QStringLiteral("label"), QStringLiteral("Versión de este equipo"));
    }
    return o;
}

} // namespace carriel::remote
