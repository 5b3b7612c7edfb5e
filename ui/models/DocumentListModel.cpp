// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/DocumentListModel.h"

#include "ui/models/RowWords.h"
#include "ui/text/Format.h"
#include "ui/text/MatchWords.h"
#include "ui/text/SignatureWords.h"
#include "ui/text/StatusWords.h"

#include <QDateTime>

#include <algorithm>

namespace carriel::ui {

namespace {

int urgency(ItemStatus status)
{
    switch (status) {
    case ItemStatus::Error: return 0;
    case ItemStatus::Conflict: return 1;
    case ItemStatus::MissingOnServer: return 2;
    case ItemStatus::Uploading: return 3;
    case ItemStatus::Downloading: return 4;
    case ItemStatus::Pending: return 5;
    case ItemStatus::OnlineOnly: return 6;
    default: return 7;
    }
}

} // namespace

DocumentListModel::DocumentListModel(RowSource source, const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent), m_source(std::move(source)), m_theme(theme)
{
    // The default folder is the root, but nothing is read before the first query.
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &DocumentListModel::readRest);
}

void DocumentListModel::setQuery(const DocumentQuery &query)
{
    beginResetModel();
    m_query = query;
    m_asked = true;
    m_where.clear();
    m_found.clear();
    m_ids = beginning();
    m_pages.clear();
    m_places.clear();
    endResetModel();
    Q_EMIT countChanged(int(m_ids.size()));
}

QList<ItemId> DocumentListModel::beginning()
{
    m_rest.stop();
    if (!m_source.first || m_byColumn >= 0 || !m_query.text.trimmed().isEmpty())
        return ordered();
    const QList<ItemId> ids = m_source.first(m_query, beginningSize);
    if (ids.size() >= beginningSize)
        m_rest.start(restAtLatest);
    return ids;
}

void DocumentListModel::readRest()
{
    m_rest.stop();
    const QList<ItemId> all = ordered();
    if (all.size() < m_ids.size() || !std::equal(m_ids.begin(), m_ids.end(), all.begin()))
        return reload(); // something moved in between
    if (all.size() > m_ids.size()) {
        beginInsertRows({}, int(m_ids.size()), int(all.size()) - 1);
        m_ids = all;
        m_places.clear();
        endInsertRows();
    }
    Q_EMIT countChanged(int(m_ids.size()));
}

void DocumentListModel::readWhole()
{
    if (!isWhole())
        readRest();
}

void DocumentListModel::clear()
{
    m_rest.stop();
    beginResetModel();
    m_ids.clear();
    m_pages.clear();
    m_places.clear();
    m_query = {};
    m_asked = false;
    endResetModel();
    Q_EMIT countChanged(0);
}

QList<ItemId> DocumentListModel::ordered() const
{
    const QList<ItemId> ids = m_source.ids(m_query);
    if (m_byColumn < 0 || ids.size() > mostOrdered)
        return ids;
    QList<DocumentRow> rows = m_source.rows(ids);
    // What needs somebody comes first: by the words of the state one would hardly find it.
    const auto compared = [this](const DocumentRow &a, const DocumentRow &b) {
        if (m_byColumn == State)
            return urgency(a.status) - urgency(b.status);
        const QString one = display(a, Labels).toString();
        const QString other = display(b, Labels).toString();
        return one.isEmpty() != other.isEmpty() ? (one.isEmpty() ? 1 : -1) : QString::localeAwareCompare(one, other);
    };
    const auto less = [this, &compared](const DocumentRow &a, const DocumentRow &b) {
        if (a.type != b.type)
            return a.type < b.type; // folders first, as in every order
        return m_byOrder == Qt::AscendingOrder ? compared(a, b) < 0 : compared(a, b) > 0;
    };
    std::stable_sort(rows.begin(), rows.end(), less);
    QList<ItemId> out;
    out.reserve(rows.size());
    for (const DocumentRow &row : std::as_const(rows))
        out << row.id;
    return out;
}

void DocumentListModel::reload()
{
    if (!m_asked)
        return; // a view sets its order before anybody asked for a list
    readWhole();
    QList<ItemId> fresh = ordered();
    const QList<int> pages = m_pages.keys();
    m_pages.clear();
    m_where.clear();
    m_found.clear();
    if (fresh == m_ids) {
        // Only what was read can be on the screen, and a view takes long over a hundred thousand changed rows.
        for (int page : pages) {
            const int last = qMin((page + 1) * pageSize, int(m_ids.size())) - 1;
            if (last >= page * pageSize)
                Q_EMIT dataChanged(index(page * pageSize, 0), index(last, ColumnCount - 1));
        }
        return;
    }
    if (fresh.size() == m_ids.size() + 1 || fresh.size() + 1 == m_ids.size()) {
        // One came or went: say so, and the view keeps its place, its selection and its editor.
        const bool came = fresh.size() > m_ids.size();
        const QList<ItemId> &longer = came ? fresh : m_ids;
        const QList<ItemId> &shorter = came ? m_ids : fresh;
        int at = 0;
        while (at < shorter.size() && shorter.at(at) == longer.at(at))
            ++at;
        if (std::equal(shorter.begin() + at, shorter.end(), longer.begin() + at + 1, longer.end())) {
            if (came)
                beginInsertRows({}, at, at);
            else
                beginRemoveRows({}, at, at);
            m_ids = std::move(fresh);
            m_places.clear();
            if (came)
                endInsertRows();
            else
                endRemoveRows();
            Q_EMIT countChanged(int(m_ids.size()));
            return;
        }
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<ItemId> held;
    held.reserve(before.size());
    for (const QModelIndex &index : before)
        held << idAt(index.row());
    m_ids = std::move(fresh);
    m_places.clear();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rowOf(held.at(i));
        after << (row < 0 ? QModelIndex() : index(row, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    Q_EMIT countChanged(int(m_ids.size()));
}

ItemId DocumentListModel::idAt(int row) const
{
    return row >= 0 && row < m_ids.size() ? m_ids.at(row) : ItemId();
}

int DocumentListModel::rowOf(const ItemId &id)
{
    if (!m_ids.contains(id))
        readWhole();
    if (m_places.isEmpty()) {
        m_places.reserve(m_ids.size());
        for (int i = 0; i < m_ids.size(); ++i)
            m_places.insert(m_ids.at(i), i);
    }
    return m_places.value(id, -1);
}

const DocumentRow *DocumentListModel::cached(int row) const
{
    if (row < 0 || row >= m_ids.size())
        return nullptr;
    const int page = row / pageSize;
    PageRows *rows = m_pages.object(page);
    if (!rows) {
        if (!isWhole())
            m_rest.start(restAfter); // it is being painted
        rows = new PageRows;
        const QList<ItemId> ids = m_ids.mid(qsizetype(page) * pageSize, pageSize);
        const QList<DocumentRow> fetched = m_source.rows(ids);
        for (const DocumentRow &r : fetched)
            rows->insert(r.id, r);
        if (m_source.sealed)
            m_sealed.unite(m_source.sealed(ids));
        m_pages.insert(page, rows);
    }
    const auto it = rows->constFind(m_ids.at(row));
    return it == rows->constEnd() ? nullptr : &*it;
}

std::optional<DocumentRow> DocumentListModel::row(int row) const
{
    const DocumentRow *found = cached(row);
    return found ? std::optional(*found) : std::nullopt;
}

QList<DocumentRow> DocumentListModel::rows(const QList<ItemId> &ids) const { return m_source.rows(ids); }

int DocumentListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_ids.size()); }
int DocumentListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

bool DocumentListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Name)
        return false;
    const QString name = value.toString().trimmed();
    const DocumentRow *row = cached(index.row());
    if (!row || name.isEmpty() || name == row->name)
        return false;
    Q_EMIT renameAsked(row->id, name);
    return true;
}

QVariant DocumentListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(section == Size ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case Name: return tr("Name");
    case State: return stateWords ? tr("Deleted for ever") : tr("State");
    case Modified: return tr("Modified");
    case Size: return tr("Size");
    case Type:
        return showsPlaces() ? tr("Where it was") : tr("Type");
    case Labels: return tr("Labels");
    default: return {};
    }
}

Qt::ItemFlags DocumentListModel::flags(const QModelIndex &index) const
{
    const bool active = m_query.state == ItemState::Active;
    if (!index.isValid())
        return active ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (!active)
        return flags;
    flags |= Qt::ItemIsDragEnabled;
    if (index.column() == Name)
        flags |= Qt::ItemIsEditable;
    // A tree view asks for the flags of every row there is, so a row is not fetched for this; what can be dropped on is
    // in view and therefore in the cache.
    if (const PageRows *page = m_pages.object(index.row() / pageSize)) {
        const auto row = page->constFind(idAt(index.row()));
        if (row != page->constEnd() && row->type == ItemType::Folder)
            flags |= Qt::ItemIsDropEnabled;
    }
    return flags;
}

void DocumentListModel::sort(int column, Qt::SortOrder order)
{
    SortBy by;
    switch (column) {
    case Name: by = SortBy::Name; break;
    case Modified: by = SortBy::Modified; break;
    case Size: by = SortBy::Size; break;
    case Type: by = SortBy::Type; break;
    default:
        if (m_byColumn == column && m_byOrder == order)
            return;
        m_byColumn = column;
        m_byOrder = order;
        reload();
        return;
    }
    if (m_query.sortBy == by && m_query.order == order && m_byColumn < 0)
        return;
    m_byColumn = -1;
    m_query.sortBy = by;
    m_query.order = order;
    reload();
}

} // namespace carriel::ui
