// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws one procedure: its title, what it is about, and at the right how the person stands to it, by icon and words.
// An entity stands above its procedures as a heading.
#pragma once

#include "ui/theme/Theme.h"

#include <QStyledItemDelegate>

namespace carriel::ui {

class ProcedureDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum DataRole { Id = Qt::UserRole, About, MarkIcon, MarkRole, MarkWords, Heading };

    ProcedureDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace carriel::ui
