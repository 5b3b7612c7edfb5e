// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/ChangeCodec.h"

#include "core/crypto/StrictJson.h"
#include "core/remote/ItemCodec.h"
#include "core/remote/WireValues.h"

#include <QJsonDocument>
#include <QSet>

namespace carriel::remote {

using sync::Change;
using sync::ChangePage;
using sync::SnapshotPage;

namespace {
constexpr qsizetype maxEntries = 2000;
constexpr qsizetype maxCursor = 2048;

Result<QJsonArray> entries(const QJsonObject &page, const char *name)
{
    const QJsonValue value = page.value(QLatin1String(name));
    if (!value.isArray() || value.toArray().size() > maxEntries)
        return wire::protocolError(QLatin1String("member ") + QLatin1String(name));
    return value.toArray();
}

Result<QJsonObject> parsed(QByteArrayView json)
{
    auto object = crypto::parseStrictObject(json, maxPageBytes);
    if (!object.ok())
        return wire::protocolError(object.error().detail);
    return object;
}

Result<Change> readChange(const QJsonObject &o)
{
    Change change;
    CARRIEL_TRY(const QString id, wire::id(o, "id"));
    CARRIEL_TRY(change.rev, wire::number(o, "rev", 1));
    CARRIEL_TRY(const QString op, wire::text(o, "op", 16));
    CARRIEL_TRY(const QString causedBy, wire::optionalText(o, "caused_by", 64));
    change.id = ItemId(id);
    change.causedBy = OpKey(causedBy);
    if (op == QLatin1String("remove"))
        return change;
    if (op != QLatin1String("upsert"))
        return wire::protocolError(QStringLiteral("member op"));
    CARRIEL_TRY(change.item, readItem(o.value(QLatin1String("item")).toObject()));
    if (change.item->id != change.id || change.item->rev != change.rev)
        return wire::protocolError(QStringLiteral("a change that names another item"));
    return change;
}
} // namespace

Result<ChangePage> readChanges(QByteArrayView json, const QString &since)
{
    CARRIEL_TRY(const QJsonObject o, parsed(json));
    ChangePage page;
    CARRIEL_TRY(page.epoch, wire::text(o, "epoch", 128));
    CARRIEL_TRY(page.newCursor, wire::text(o, "new_cursor", maxCursor));
    CARRIEL_TRY(page.hasMore, wire::boolean(o, "has_more"));
    CARRIEL_TRY(const QJsonArray changes, entries(o, "changes"));
    if (o.value(QLatin1String("old_cursor")).toString() != since)
        return wire::protocolError(QStringLiteral("member old_cursor"));
    if (page.hasMore && page.newCursor == since)
        return wire::protocolError(QStringLiteral("a feed without end"));
    QSet<QString> seen;
    for (const QJsonValue &value : changes) {
        const QJsonObject entry = value.toObject();
        CARRIEL_TRY(const QString kind, wire::text(entry, "kind", 64));
        if (kind == QLatin1String("device")) { // only that it did: its list is asked for
            page.others.append({kind, entry.value(QLatin1String("id")).toString().left(128), 0, {}});
            continue;
        }
        if (kind == QLatin1String("notification") || kind == QLatin1String("consent") ||
            kind == QLatin1String("contribution") || kind == QLatin1String("share")) {
            // A share as its owner or as its recipient sees it: what they do with it differs.
            const QString received = QStringLiteral("received");
            const QString as = kind == QLatin1String("share") && entry.contains(received) ? received : kind;
            sync::OtherChange other{as, {}, 0, {}};
            CARRIEL_TRY(other.id, wire::id(entry, "id"));
            CARRIEL_TRY(other.rev, wire::number(entry, "rev", 1));
            other.json = QJsonDocument(entry.value(as).toObject()).toJson(QJsonDocument::Compact);
            page.others.append(std::move(other));
            continue;
        }
        if (kind != QLatin1String("item"))
            continue; // of a newer protocol
        CARRIEL_TRY(Change change, readChange(entry));
        if (seen.contains(change.id.text()))
            return wire::protocolError(QStringLiteral("an item twice in a page"));
        seen.insert(change.id.text());
        page.changes.append(std::move(change));
    }
    return page;
}

Result<SnapshotPage> readSnapshot(QByteArrayView json)
{
    CARRIEL_TRY(const QJsonObject o, parsed(json));
    SnapshotPage page;
    CARRIEL_TRY(page.snapshot, wire::text(o, "snapshot", maxCursor));
    CARRIEL_TRY(page.epoch, wire::text(o, "epoch", 128));
    CARRIEL_TRY(page.cursorAtStart, wire::text(o, "cursor_at_start", maxCursor));
    CARRIEL_TRY(page.next, wire::optionalText(o, "next", 2 * maxCursor));
    CARRIEL_TRY(const QJsonArray items, entries(o, "items"));
    // The address of the next page comes from the network and is only ever a query of this one resource.
    if (!page.next.isEmpty() && !page.next.startsWith(QLatin1String("/items?")))
        return wire::protocolError(QStringLiteral("member next"));
    for (const QJsonValue &value : items) {
        CARRIEL_TRY(sync::RemoteItem item, readItem(value.toObject()));
        page.items.append(std::move(item));
    }
    return page;
}

} // namespace carriel::remote
