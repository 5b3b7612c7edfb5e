// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/ActivityModel.h"

#include "ui/text/ActivityWords.h"
#include "ui/text/ColombianTime.h"
#include "ui/theme/Theme.h"

namespace carriel::ui {

ActivityModel::ActivityModel(const Theme &theme, QObject *parent) : QAbstractTableModel(parent), m_theme(theme) {}

void ActivityModel::show(QList<ActivityRecord> records, bool anchors)
{
    beginResetModel();
    m_records = std::move(records);
    m_anchors = anchors;
    endResetModel();
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_anchors ? columns : Anchor;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ActivityRecord &one = m_records.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        switch (index.column()) {
        case What:
            return role == Qt::ToolTipRole ? text::activityBothLogs(one) : text::activityLine(one);
        case When:
            return text::colombianMoment(one.whenUtc);
        case Anchor:
            return one.anchored ? tr("Anchored") : tr("Not anchored yet");
        default:
            return {};
        }
    }
    if (role == Qt::DecorationRole && index.column() == What)
        return m_theme.icon(text::activityIcon(one.kind), Role::TextMuted);
    if (role == Qt::DecorationRole && index.column() == Anchor)
        return m_theme.icon(one.anchored ? QStringLiteral("shield-check") : QStringLiteral("clock"), Role::TextMuted);
    return {};
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What happened");
    case When:
        return text::isColombianHere(QDateTime::currentDateTimeUtc()) ? tr("When") : tr("When (time of Colombia)");
    case Anchor:
        return tr("Anchored at the operator");
    default:
        return {};
    }
}

} // namespace carriel::ui
