// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One notification in the list: its title and state, who sent it, by when. Lines give way in their middle; nothing of
// it depends on colour alone.
#pragma once

#include "ui/theme/Theme.h"

#include <QStyledItemDelegate>

namespace carriel::ui {

class NotificationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    NotificationDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace carriel::ui
