// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws rows with room to breathe, and edits a name in place: what stands before the suffix is selected.
#pragma once

#include <QStyledItemDelegate>

namespace carriel::ui {

class NameEditor final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    bool paintMarked(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTile(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace carriel::ui
