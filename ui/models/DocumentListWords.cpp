// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What each cell of the list says, and how a row reads aloud.
#include "ui/models/DocumentListModel.h"
#include "ui/models/RowWords.h"
#include "ui/text/Format.h"
#include "ui/text/MatchWords.h"
#include "ui/text/SignatureWords.h"
#include "ui/text/StatusWords.h"

namespace carriel::ui {

QString DocumentListModel::whereWords(const DocumentRow &row) const
{
    auto place = m_where.find(row.parent);
    if (place == m_where.end())
        place = m_where.insert(row.parent, placeWords(row));
    return *place;
}

QString DocumentListModel::foundWords(const DocumentRow &row) const
{
    auto found = m_found.find(row.id);
    if (found == m_found.end()) {
        text::Matched why = text::matchedIn(row, m_query.text);
        if (why == text::Matched::Inside && detailsOf) {
            if (const auto details = detailsOf(row.id))
                why = text::matchedIn(*details, m_query.text);
        }
        found = m_found.insert(row.id, text::matchedWords(why));
    }
    return QString(*found + QStringLiteral(" · ") + whereWords(row));
}

// One whose key is not here has no name, and its id tells nobody anything.
QString DocumentListModel::nameWords(const DocumentRow &row) const
{
    return row.name == row.id.text() && m_sealed.contains(row.id) ? tr("Sealed document") : row.name;
}

DocumentRow DocumentListModel::named(DocumentRow row) const
{
    row.name = nameWords(row);
    return row;
}

QVariant DocumentListModel::display(const DocumentRow &row, int column) const
{
    switch (column) {
    case Name: return nameWords(row);
    case State: return stateWords ? stateWords(row) : text::shortWords(row.status);
    case Modified: return row.modifiedUtc.isValid() ? text::date(row.modifiedUtc.toLocalTime().date()) : QString();
    case Size: return row.type == ItemType::Folder ? QString() : text::size(row.size);
    case Type:
        if (showsPlaces())
            return whereWords(row);
        // The verdict alone: behind the kind its words would be cut off, and an icon says less than they do.
        return isSigned(row)                ? text::shortVerdict(row.signatures)
               : m_sealed.contains(row.id) ? QString(kindWords(row) + QStringLiteral(" · ") + tr("sealed"))
                                           : kindWords(row);
    case Labels: return (row.favourite ? QStringList{tr("Favourite")} + row.labels : row.labels).join(QStringLiteral(", "));
    default: return {};
    }
}

QVariant DocumentListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == IdRole)
        return QVariant::fromValue(idAt(index.row()));
    if (role == Qt::TextAlignmentRole)
        return int(index.column() == Size ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    const DocumentRow *row = cached(index.row());
    if (!row)
        return {}; // it has gone; the next reload takes the line away
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return display(*row, index.column());
    case Qt::DecorationRole:
        if (index.column() == Name)
            return m_theme.icon(m_sealed.contains(row->id) ? QStringLiteral("lock") : kindIcon(*row), row->type == ItemType::Folder ? Role::Primary : Role::TextMuted);
        if (index.column() == State && !stateWords) {
            const StatusMark mark = statusMark(row->status);
            return m_theme.icon(mark.icon, mark.role);
        }
        if (index.column() == Type && isSigned(*row) && !showsPlaces()) {
            const StatusMark mark = verdictMark(row->signatures);
            return m_theme.icon(mark.icon, mark.role);
        }
        return {};
    case Qt::ToolTipRole:
        return index.column() == State      ? (stateWords ? stateWords(*row) : text::longWords(row->status))
               : index.column() == Modified ? text::dateTime(row->modifiedUtc)
               : index.column() == Type     ? display(*row, Type)
               : searching()    ? QString(row->name + QLatin1Char('\n') + foundWords(*row))
               : isSigned(*row) ? QString(row->name + QLatin1Char('\n') + text::shortVerdict(row->signatures))
               : m_sealed.contains(row->id) ? QString(nameWords(*row) + QLatin1Char('\n') + tr("Sealed: only your computers can open it"))
                                            : row->name;
    case Qt::AccessibleTextRole:
        if (index.column() == Name)
            return QString((m_sealed.contains(row->id) ? QString(tr("sealed") + QStringLiteral(", ")) : QString()) +
                           accessibleRow(named(*row), index.row(), int(m_ids.size())) +
                           (searching()     ? QString(QStringLiteral(", ") + foundWords(*row))
                            : showsPlaces() ? QString(QStringLiteral(", ") + whereWords(*row))
                                            : QString()));
        return display(*row, index.column());
    case RowRole: return QVariant::fromValue(*row);
    case FoundRole: return index.column() == Name && searching() ? foundWords(*row) : QString();
    case MarkRole:
        return index.column() == Name && row->favourite ? QVariant(m_theme.icon(QStringLiteral("star"), Role::Primary)) : QVariant();
    default: return {};
    }
}

} // namespace carriel::ui
