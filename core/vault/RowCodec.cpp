// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/RowCodec.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::vault {

namespace {
QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectFrom(QByteArrayView json)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size())).object();
}

void put(QJsonObject &object, QLatin1String key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

void put(QJsonObject &object, QLatin1String key, QDate date)
{
    if (date.isValid())
        object.insert(key, date.toString(Qt::ISODate));
}

void put(QJsonObject &object, QLatin1String key, const QDateTime &time)
{
    if (time.isValid())
        object.insert(key, time.toUTC().toString(Qt::ISODateWithMs));
}

QDate dateOf(const QJsonObject &object, QLatin1String key)
{
    return QDate::fromString(object.value(key).toString(), Qt::ISODate);
}

QDateTime timeOf(const QJsonObject &object, QLatin1String key)
{
    return QDateTime::fromString(object.value(key).toString(), Qt::ISODateWithMs);
}

constexpr QLatin1String kOfficial("official"), kIssuerId("issuer_id"), kIssuerName("issuer_name"),
    kValidFrom("valid_from"), kValidUntil("valid_until"), kCreated("created"), kModified("modified"),
    kTrashed("trashed"), kOriginalName("original_name"), kSealed("sealed"), kUnknown("unknown"), kChars("chars"),
    kNames("names"), kMaxBytes("max_bytes"), kMaxDepth("max_depth"), kCase("case_insensitive"),
    kNoTrailing("no_trailing"), kNoLeading("no_leading"), kFactsBytes("facts_bytes");

std::optional<ItemFields> fieldsFrom(const Statement &row, int from)
{
    if (row.isNull(from + 1))
        return std::nullopt;
    ItemFields fields;
    fields.parent = ItemId(row.text(from));
    fields.name = row.text(from + 1);
    fields.state = ItemState(row.integer(from + 2));
    fields.version = VersionId(row.text(from + 3));
    fields.meta = metaFrom(row.bytesView(from + 4));
    return fields;
}
} // namespace

QString metaText(const ItemMeta &meta)
{
    return meta.fields().isEmpty() ? QStringLiteral("{}") : compact(meta.fields());
}

ItemMeta metaFrom(QByteArrayView json)
{
    return json.size() <= 2 ? ItemMeta() : ItemMeta(objectFrom(json));
}

QString factsText(const ServerFacts &facts)
{
    QJsonObject out;
    if (facts.official)
        out.insert(kOfficial, true);
    put(out, kIssuerId, facts.issuerId);
    put(out, kIssuerName, facts.issuerName);
    put(out, kValidFrom, facts.validFrom);
    put(out, kValidUntil, facts.validUntil);
    put(out, kCreated, facts.createdUtc);
    put(out, kModified, facts.modifiedUtc);
    put(out, kTrashed, facts.trashedUtc);
    put(out, kOriginalName, facts.originalName);
    if (!facts.sealed.isEmpty())
        out.insert(kSealed, facts.sealed);
    if (!facts.unknown.isEmpty())
        out.insert(kUnknown, facts.unknown);
    return compact(out);
}

ServerFacts factsFrom(QByteArrayView json)
{
    const QJsonObject in = objectFrom(json);
    ServerFacts facts;
    facts.official = in.value(kOfficial).toBool();
    facts.issuerId = in.value(kIssuerId).toString();
    facts.issuerName = in.value(kIssuerName).toString();
    facts.validFrom = dateOf(in, kValidFrom);
    facts.validUntil = dateOf(in, kValidUntil);
    facts.createdUtc = timeOf(in, kCreated);
    facts.modifiedUtc = timeOf(in, kModified);
    facts.trashedUtc = timeOf(in, kTrashed);
    facts.originalName = in.value(kOriginalName).toString();
    facts.sealed = in.value(kSealed).toObject();
    facts.unknown = in.value(kUnknown).toObject();
    return facts;
}

QString nameRulesText(const NameRules &rules)
{
    return compact({{kChars, rules.forbiddenChars},
                    {kNames, QJsonArray::fromStringList(rules.forbiddenNames)},
                    {kMaxBytes, rules.maxBytes},
                    {kNoTrailing, rules.noTrailing},
                    {kNoLeading, rules.noLeading},
                    {kMaxDepth, rules.maxDepth},
                    {kFactsBytes, rules.factsBytes},
                    {kCase, rules.caseInsensitive}});
}

NameRules nameRulesFrom(QByteArrayView json)
{
    const QJsonObject in = objectFrom(json);
    NameRules rules;
    if (in.isEmpty())
        return rules;
    rules.forbiddenChars = in.value(kChars).toString();
    rules.forbiddenNames.clear();
    for (const QJsonValue name : in.value(kNames).toArray())
        rules.forbiddenNames.append(name.toString());
    rules.noTrailing = in.value(kNoTrailing).toString(rules.noTrailing);
    rules.noLeading = in.value(kNoLeading).toString(rules.noLeading);
    rules.maxBytes = in.value(kMaxBytes).toInt(rules.maxBytes);
    rules.factsBytes = in.value(kFactsBytes).toInt(rules.factsBytes);
    rules.maxDepth = in.value(kMaxDepth).toInt(rules.maxDepth);
    rules.caseInsensitive = in.value(kCase).toBool(true);
    return rules;
}

sync::ItemRow itemFrom(const Statement &row)
{
    sync::ItemRow item;
    item.id = ItemId(row.text(0));
    item.type = ItemType(row.integer(1));
    item.custody = Custody(row.integer(2));
    item.remoteRev = row.integer(3);
    item.etag = row.text(4);
    item.remote = fieldsFrom(row, 5);
    item.baseRev = row.integer(10);
    item.base = fieldsFrom(row, 11);
    item.local = fieldsFrom(row, 16).value_or(ItemFields{});
    item.facts = factsFrom(row.bytesView(21));
    item.missingSinceUtc = row.time(22);
    item.keep = sync::Keep(row.integer(23));
    return item;
}

sync::VersionRow versionFrom(const Statement &row)
{
    sync::VersionRow version;
    version.id = VersionId(row.text(0));
    version.item = ItemId(row.text(1));
    version.blob = BlobId(row.text(2));
    version.origin = sync::VersionOrigin(row.integer(3));
    version.mediaType = row.text(4);
    version.label = row.text(5);
    version.createdUtc = row.time(6);
    return version;
}

sync::BlobRow blobFrom(const Statement &row)
{
    sync::BlobRow blob;
    blob.id = BlobId(row.text(0));
    blob.remoteId = RemoteBlobId(row.text(1));
    blob.sha256 = row.bytes(2);
    blob.size = row.integer(3);
    blob.state = sync::BlobState(row.integer(4));
    blob.pinned = row.flag(5);
    blob.onServer = row.flag(6);
    blob.verifiedUtc = row.time(7);
    blob.lastUsedUtc = row.time(8);
    return blob;
}

sync::TransferRow transferFrom(const Statement &row)
{
    sync::TransferRow transfer;
    transfer.blob = BlobId(row.text(0));
    transfer.direction = sync::Direction(row.integer(1));
    transfer.uploadUrl = row.text(2);
    transfer.offset = row.integer(3);
    transfer.etag = row.text(4);
    transfer.expiresUtc = row.time(5);
    transfer.paused = row.flag(6);
    return transfer;
}

sync::OpRow opFrom(const Statement &row)
{
    sync::OpRow op;
    op.seq = row.integer(0);
    op.key = OpKey(row.text(1));
    op.kind = sync::OpKind(row.integer(2));
    op.target = ItemId(row.text(3));
    op.lane = row.text(4);
    op.version = VersionId(row.text(5));
    op.state = sync::OpState(row.integer(6));
    op.method = row.bytes(7);
    op.path = row.text(8);
    op.ifMatch = row.bytes(9);
    op.contentType = row.bytes(10);
    op.body = row.bytes(11);
    op.bodySha256 = row.bytes(12);
    op.attempts = int(row.integer(13));
    op.notBeforeUtc = row.time(14);
    op.createdUtc = row.time(15);
    op.firstSentUtc = row.time(16);
    op.lastProblem = row.text(17);
    op.lastProblemText = row.text(18);
    for (const QString &key : row.text(19).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        op.needs.append(OpKey(key));
    op.base = VersionId(row.text(20));
    return op;
}

sync::ConflictRow conflictFrom(const Statement &row)
{
    sync::ConflictRow conflict;
    conflict.id = ConflictId(row.text(0));
    conflict.item = ItemId(row.text(1));
    conflict.kind = sync::ConflictKind(row.integer(2));
    conflict.ours = row.bytes(3);
    conflict.theirs = row.bytes(4);
    conflict.resolution = row.text(5);
    conflict.createdUtc = row.time(6);
    return conflict;
}

} // namespace carriel::vault
