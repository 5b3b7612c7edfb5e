// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/VaultReader.h"
#include "core/vault/ListSql.h"
#include "core/vault/RowReader.h"
#include "core/vault/VaultErrors.h"

namespace carriel::vault {

namespace {
// Everything of a line lies in its row of the listing, which its own number finds in a single page. Which bytes travel is
// asked only while any do: every row would be two more pages for it, and most of the time nothing travels.
constexpr char rowColumns[] =
    "SELECT "
    "l.type,l.parent,l.name,l.state,l.modified,l.size,l.media_type,l.favourite,l.official,l.expires,l.document_type,"
    "l.labels,l.issuer,l.here,l.on_server,l.standing,"
    "(SELECT max(CASE state WHEN 5 THEN 3 WHEN 3 THEN 2 ELSE 1 END) FROM outbox WHERE target=l.id AND state<>4 AND "
    "state<>6),"
    "(SELECT max(1+(kind=6)) FROM conflict WHERE item=l.id AND resolution IS NULL AND kind<>5)," // not the one question about many removals
    "CASE WHEN EXISTS(SELECT 1 FROM transfer) THEN (SELECT t.direction FROM version v JOIN transfer t ON t.blob=v.blob "
    "WHERE v.id=l.head) END,"
    "(SELECT d.verdict FROM document_verdict d WHERE d.n=l.n AND d.version=l.head) FROM ";

ListRow rowFrom(const Statement &row, const ItemId &id)
{
    ListRow out;
    out.id = id;
    out.type = ItemType(row.integer(0));
    out.parent = ItemId(row.text(1));
    out.name = row.text(2);
    out.state = ItemState(row.integer(3));
    out.modifiedUtc = row.time(4);
    out.size = row.integer(5);
    out.mediaType = row.text(6);
    out.favourite = row.flag(7);
    out.official = row.flag(8);
    out.expires = row.date(9);
    out.documentType = row.text(10);
    out.labels = row.text(11).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    out.issuerName = row.text(12);
    out.here = row.integer(13) == 2;
    out.bytesAtOperator = row.flag(14);
    const qint64 standing = row.integer(15);
    out.custody = Custody(standing & 1);
    out.missingAtOperator = (standing & 2) != 0;
    out.knownToOperator = (standing & 4) != 0;
    out.pending = !row.isNull(16);
    out.waiting = row.integer(16) == 2;
    out.failed = row.integer(16) == 3;
    out.conflict = row.integer(17) == 1;
    out.missingAtOperator |= row.integer(17) == 2; // its content is, which is worse
    if (!row.isNull(18))
        out.transfer = sync::Direction(row.integer(18));
    out.signatures = row.text(19);
    return out;
}
} // namespace

Result<std::optional<ListRow>> VaultReader::row(const ItemId &id)
{
    if (const auto known = m_numbers.constFind(id); known != m_numbers.constEnd()) {
        static const std::string byNumber = std::string(rowColumns) + "listing l WHERE l.n=? AND +l.id=?"; // numbers of erased rows come again
        Statement row = m_db->query(byNumber, *known, id.text());
        CARRIEL_TRY(const bool found, row.next());
        if (found)
            return std::optional<ListRow>(rowFrom(row, id));
    }
    static const std::string byId = std::string(rowColumns) + "item i CROSS JOIN listing l ON l.n=i.n WHERE i.id=?";
    Statement row = m_db->query(byId, id.text());
    CARRIEL_TRY(const bool found, row.next());
    return found ? std::optional<ListRow>(rowFrom(row, id)) : std::optional<ListRow>();
}

Result<QList<ListRow>> VaultReader::rows(const QList<ItemId> &ids)
{
    QList<ListRow> out;
    out.reserve(ids.size());
    for (const ItemId &id : ids) {
        CARRIEL_TRY(std::optional<ListRow> found, row(id));
        if (found)
            out.append(std::move(*found));
    }
    return out;
}

Result<std::optional<ItemDetails>> VaultReader::details(const ItemId &id)
{
    RowReader rows(*m_db);
    CARRIEL_TRY(const auto listed, row(id));
    CARRIEL_TRY(const auto item, rows.item(id));
    if (!listed || !item)
        return std::optional<ItemDetails>();
    ItemDetails out;
    out.row = *listed;
    out.item = *item;
    CARRIEL_TRY(const auto path, pathTo(id));
    for (const FolderEntry &entry : path)
        out.path += (out.path.isEmpty() ? QString() : QStringLiteral("/")) + entry.name;
    {
        Statement head =
            m_db->query("SELECT b.sha256,(SELECT count(*) FROM version o WHERE o.item=v.item) FROM version v "
                        "JOIN blob b ON b.id=v.blob WHERE v.id=?",
                        item->local.version.text());
        CARRIEL_TRY(const bool found, head.next());
        if (found) {
            out.sha256 = head.bytes(0);
            out.versions = int(head.integer(1));
        }
    }
    CARRIEL_TRY(const sync::Keep keep, sync::keepOf(rows, *item));
    out.pinned = keep == sync::Keep::On;
    CARRIEL_TRY(const auto ops, rows.liveOpsOf(id));
    for (const sync::OpRow &op : ops) {
        if (!op.lastProblem.isEmpty()) {
            out.problem = op.lastProblem;
            out.problemText = op.lastProblemText;
        }
    }
    return std::optional<ItemDetails>(out);
}

Result<QList<sync::VersionRow>> VaultReader::versions(const ItemId &id)
{
    return RowReader(*m_db).versions(id);
}

Result<QList<FolderEntry>> VaultReader::folders()
{
    Statement row = m_db->query(CARRIEL_HIDDEN_FOLDERS "SELECT id,parent,name FROM listing WHERE type=0 AND state=0 "
                                                       "AND id NOT IN hidden ORDER BY sort_key");
    QList<FolderEntry> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({ItemId(row.text(0)), ItemId(row.text(1)), row.text(2)});
    }
}

Result<QList<FolderEntry>> VaultReader::pathTo(const ItemId &item)
{
    QList<FolderEntry> out;
    ItemId at = item;
    for (int depth = 0; depth < 100 && at != rootItem() && !at.isEmpty(); ++depth) { // a circle is the operator's error, not ours
        Statement row = m_db->query("SELECT l_parent,l_name FROM item WHERE id=?", at.text());
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            break;
        out.prepend({at, ItemId(row.text(0)), row.text(1)});
        at = out.first().parent;
    }
    return out;
}

Result<std::optional<ItemId>> VaultReader::byPath(const QString &path)
{
    ItemId at = rootItem();
    for (const QString &part : path.normalized(QString::NormalizationForm_C).split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        Statement row = m_db->query("SELECT id,name FROM listing WHERE parent=? AND state=0", at.text());
        std::optional<ItemId> exact, similar;
        for (;;) {
            CARRIEL_TRY(const bool found, row.next());
            if (!found)
                break;
            const QString name = row.text(1).normalized(QString::NormalizationForm_C);
            if (name == part)
                exact = ItemId(row.text(0));
            else if (!similar && name.compare(part, Qt::CaseInsensitive) == 0)
                similar = ItemId(row.text(0));
        }
        if (!exact && !similar)
            return std::optional<ItemId>();
        at = exact ? *exact : *similar;
    }
    return std::optional<ItemId>(at);
}

Result<QList<LabelCount>> VaultReader::labels()
{
    Statement row = m_db->query("SELECT a.label,count(*) FROM item_label a CROSS JOIN listing l ON l.n=a.n WHERE l.state=0 "
                                "GROUP BY a.label ORDER BY a.label");
    QList<LabelCount> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({row.text(0), int(row.integer(1))});
    }
}

Result<int> VaultReader::count(ItemState state)
{
    Statement row = m_db->query("SELECT count(*) FROM listing WHERE type=1 AND state=?", int(state));
    CARRIEL_TRY(const bool found, row.next());
    return found ? int(row.integer(0)) : 0;
}

Result<qint64> VaultReader::bytesHere()
{
    return m_db->number("SELECT total(size) FROM blob WHERE state=2");
}

Result<QList<ItemId>> VaultReader::missingAtOperator()
{
    Statement row = m_db->query("SELECT id FROM item WHERE missing_since IS NOT NULL AND l_state<>2 ORDER BY missing_since");
    QList<ItemId> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append(ItemId(row.text(0)));
    }
}

Result<ItemId> VaultReader::itemWith(const BlobId &blob)
{
    Statement row = m_db->query("SELECT i.id FROM version v JOIN item i ON i.id=v.item WHERE v.blob=? ORDER BY i.l_version=v.id DESC LIMIT 1", blob.text());
    CARRIEL_TRY(const bool found, row.next());
    return found ? ItemId(row.text(0)) : ItemId();
}

Result<int> VaultReader::unread()
{
    CARRIEL_TRY(const qint64 count, m_db->number("SELECT count(*) FROM listing WHERE unread=1"));
    return int(count);
}

namespace {
Result<std::unique_ptr<DocumentDevice>> deviceFrom(const std::shared_ptr<Database> &database, Statement row)
{
    CARRIEL_TRY(const bool found, row.next());
    if (!found)
        return Error{errors::bytesMissing, {}, {}};
    CARRIEL_TRY(PlainContent content, PlainContent::of(*database, row.integer(0), row.integer(1), row.flag(2)));
    return std::make_unique<DocumentDevice>(database, std::move(content));
}
} // namespace

Result<QSet<ItemId>> VaultReader::sealedAmong(const QList<ItemId> &ids)
{
    QSet<ItemId> out;
    for (const ItemId &id : ids) {
        Statement row = m_db->query("SELECT 1 FROM item WHERE id=? AND custody=1", id.text());
        CARRIEL_TRY(const bool found, row.next());
        if (found)
            out.insert(id);
    }
    return out;
}

Result<std::unique_ptr<DocumentDevice>> VaultReader::open(const ItemId &id)
{
    return deviceFrom(m_db, m_db->query("SELECT b.n,b.size,i.custody FROM item i JOIN version v ON v.id=i.l_version JOIN blob b ON b.id=v.blob "
                                        "WHERE i.id=? AND b.state=2",
                                        id.text()));
}

Result<std::unique_ptr<DocumentDevice>> VaultReader::openVersion(const VersionId &id)
{
    return deviceFrom(m_db, m_db->query("SELECT b.n,b.size,coalesce(i.custody,0) FROM version v JOIN blob b ON b.id=v.blob LEFT JOIN item i ON i.id=v.item "
                                        "WHERE v.id=? AND b.state=2",
                                        id.text()));
}

} // namespace carriel::vault
