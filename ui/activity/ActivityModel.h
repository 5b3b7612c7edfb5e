// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the record of activity as a table: what happened, when, and whether the operator's word covers it already.
// Thread: GUI.
#pragma once

#include "core/services/Activity.h"

#include <QAbstractTableModel>

namespace carriel::ui {

class Theme;

class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, When, Anchor, columns };

    ActivityModel(const Theme &theme, QObject *parent);
    void show(QList<ActivityRecord> records, bool anchors); // anchors: there is an operator that could sign
    const ActivityRecord &record(int row) const { return m_records.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Theme &m_theme;
    QList<ActivityRecord> m_records;
    bool m_anchors = false;
};

} // namespace carriel::ui
