// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of Documents: the vault's rows become what a front end shows.
#include "core/services/DamagedDocuments.h"
#include "core/services/DocumentsPrivate.h"
#include "core/services/SavedSearches.h"

namespace carriel {

namespace {
struct Standing
{
    bool connected; // an operator is set up
    bool moving;    // what has begun to travel goes on just now; otherwise it waits, as after an upload that was cut off
};

ItemStatus statusOf(const vault::ListRow &row, Standing now)
{
    if (row.state == ItemState::Trashed)
        return ItemStatus::Trashed;
    if (row.missingAtOperator)
        return ItemStatus::MissingOnServer;
    if (row.conflict)
        return ItemStatus::Conflict;
    // What nobody else has and whose bytes are damaged will never go up.
    const bool lost = row.type == ItemType::Document && !row.knownToOperator && !row.here;
    if (row.failed || row.waiting || lost)
        return ItemStatus::Error;
    if (row.transfer == sync::Direction::Up && now.moving)
        return ItemStatus::Uploading;
    if (row.transfer == sync::Direction::Down && now.moving)
        return ItemStatus::Downloading;
    if (row.pending && now.connected)
        return ItemStatus::Pending;
    if (!row.knownToOperator)
        return ItemStatus::LocalOnly;
    return row.type == ItemType::Folder || row.here ? ItemStatus::Synced : ItemStatus::OnlineOnly;
}

// A folder looks no better than the worst of what lies in it.
vault::ListRow withInside(vault::ListRow row, const InsideFolder &inside)
{
    row.conflict |= inside.twofold > 0;
    row.failed |= inside.stopped + inside.gone > 0; // that it is missing would be said of the folder itself
    row.pending |= inside.waiting + inside.up > 0;
    if (inside.up + inside.down > 0)
        row.transfer = inside.up > 0 ? sync::Direction::Up : sync::Direction::Down;
    return row;
}

DocumentRow rowFrom(const vault::ListRow &row, Standing now)
{
    DocumentRow out;
    out.id = row.id;
    out.type = row.type;
    out.parent = row.parent;
    out.name = row.name;
    out.size = row.size;
    out.mediaType = row.mediaType;
    out.modifiedUtc = row.modifiedUtc;
    out.labels = row.labels;
    out.favourite = row.favourite;
    out.official = row.official;
    out.issuerName = row.issuerName;
    out.documentType = row.documentType;
    out.expires = row.expires;
    out.here = row.here;
    out.signatures = row.signatures;
    out.status = statusOf(row, now);
    return out;
}

vault::ListQuery queryFrom(const DocumentQuery &query)
{
    vault::ListQuery out;
    out.folder = query.folder;
    out.everywhere = query.everywhere;
    out.state = query.state;
    out.text = query.text;
    out.labels = query.labels;
    out.favourite = query.favourite;
    out.official = query.official;
    out.mediaPrefix = query.mediaPrefix;
    out.expiresUntil = query.expiresUntil;
    static constexpr vault::ListOrder orders[] = {vault::ListOrder::Name, vault::ListOrder::Modified, vault::ListOrder::Size,
                                                  vault::ListOrder::Type};
    out.order = orders[int(query.sortBy)];
    out.descending = query.order == Qt::DescendingOrder;
    return out;
}

QList<FolderNode> nodesFrom(const QList<vault::FolderEntry> &entries)
{
    QList<FolderNode> out;
    for (const vault::FolderEntry &entry : entries)
        out.append({entry.id, entry.parent, entry.name});
    return out;
}
} // namespace

QList<ItemId> Documents::ids(const DocumentQuery &query, int limit) const
{
    if (!d->reader)
        return {};
    d->unread.reset();
    vault::ListQuery asked = queryFrom(query);
    asked.limit = limit;
    return d->seen(d->reader->ids(asked));
}

std::optional<Error> Documents::unread() const
{
    return d->unread;
}

QList<DocumentRow> Documents::rows(const QList<ItemId> &ids) const
{
    QList<DocumentRow> out;
    if (!d->reader)
        return out;
    const QSet<ItemId> damaged = damagedAmongAll(*d);
    for (const vault::ListRow &row : d->seen(d->reader->rows(ids))) {
        out.append(rowFrom(row.type == ItemType::Folder ? withInside(row, d->problems.inside(row.id)) : row,
                           {d->connected, d->moving}));
        if (damaged.contains(row.id) && !row.here && out.last().status != ItemStatus::Trashed)
            out.last().status = ItemStatus::Error;
    }
    return out;
}

std::optional<DocumentDetails> Documents::details(const ItemId &id) const
{
    if (!d->reader)
        return std::nullopt;
    const auto found = d->seen(d->reader->details(id));
    if (!found)
        return std::nullopt;
    DocumentDetails out;
    out.row = rowFrom(found->row, {d->connected, d->moving});
    if (!out.row.here && out.row.status != ItemStatus::Trashed && damagedAmongAll(*d).contains(id))
        out.row.status = ItemStatus::Error;
    out.path = found->path;
    out.meta = found->item.local.meta;
    out.facts = found->item.facts;
    out.custody = found->item.custody;
    out.head = found->item.local.version;
    out.sha256 = found->sha256;
    out.versions = found->versions;
    out.pinned = d->storage.ruleOf(id) == KeepRule::Keep;
    out.problem = found->problem;
    out.problemText = found->problemText;
    return out;
}

QList<FolderNode> Documents::folders() const
{
    return d->reader ? nodesFrom(d->seen(d->reader->folders())) : QList<FolderNode>();
}

QList<FolderNode> Documents::pathTo(const ItemId &folder) const
{
    return d->reader ? nodesFrom(d->seen(d->reader->pathTo(folder))) : QList<FolderNode>();
}

std::optional<ItemId> Documents::byPath(const QString &path) const
{
    return d->reader ? d->seen(d->reader->byPath(path)) : std::nullopt;
}

QString Documents::labelAsInUse(const QString &label) const
{
    const QStringList inUse = labelsInUse();
    if (inUse.contains(label))
        return label;
    const auto same = std::find_if(inUse.begin(), inUse.end(), [&](const QString &used) {
        return used.compare(label, Qt::CaseInsensitive) == 0;
    });
    return same == inUse.end() ? label : *same;
}

QStringList Documents::labelsInUse() const
{
    QStringList out;
    if (d->reader) {
        for (const vault::LabelCount &label : d->seen(d->reader->labels()))
            out.append(label.label);
    }
    return out;
}

QList<DocumentRow> Documents::recent(int count) const
{
    return d->reader ? rows(d->seen(d->reader->recent(count))) : QList<DocumentRow>();
}

QList<DocumentRow> Documents::expiring(QDate until, int count) const
{
    return d->reader ? rows(d->seen(d->reader->expiring(until, count))) : QList<DocumentRow>();
}

int Documents::count(ItemState state) const
{
    return d->reader ? d->seen(d->reader->count(state)) : 0;
}

qint64 Documents::bytesHere() const
{
    return d->reader ? d->seen(d->reader->bytesHere()) : 0;
}

std::unique_ptr<QIODevice> Documents::open(const ItemId &id) const
{
    if (!d->reader)
        return nullptr;
    auto device = d->reader->open(id);
    return device ? std::move(device).value() : nullptr;
}

QList<SavedSearch> Documents::savedSearches() const
{
    return d->reader ? readSavedSearches(d->reader->database()) : QList<SavedSearch>();
}

} // namespace carriel
