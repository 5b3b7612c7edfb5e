// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One list, two ways to see it: rows with columns, or a grid of large icons. They share the model and the selection.
#pragma once

#include "ui/models/DocumentListModel.h"

#include <QStackedWidget>

class QAbstractItemView;
class QItemSelectionModel;
class QListView;
class QTreeView;

namespace carriel::ui {

class EmptyState;

class DocumentViews final : public QStackedWidget
{
    Q_OBJECT
public:
    DocumentViews(DocumentListModel &model, const Theme &theme, QWidget *parent = nullptr);

    QAbstractItemView *view() const; // the one in front, or would be
    QTreeView *tree() const { return m_tree; }
    EmptyState &empty() const { return *m_empty; }
    void setGrid(bool grid);
    bool isGrid() const { return m_grid; }
    void hideColumn(int column); // for good
    void updateEmpty(); // shows the empty state in place of a list without rows

    QList<ItemId> selectedIds() const;
    // No more than it needs: the list scrolls, and the page around it should not have to.
    QSize sizeHint() const override;
    void select(const QList<ItemId> &ids); // and scrolls to the first; what is not listed yet, when it is
    void editName(const ItemId &id);

Q_SIGNALS:
    void opened(const carriel::ItemId &id);
    void selectionChanged();
    void menuAsked(const QPoint &global);
    void copyAsked(); // Qt's own would put the name there, as a text

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void prepare(QAbstractItemView *view);

    DocumentListModel &m_model;
    QTreeView *m_tree;
    QListView *m_list;
    EmptyState *m_empty;
    QItemSelectionModel *m_selection;
    void showColumns();
    QList<int> m_never;
    QList<ItemId> m_wanted; // to be chosen when the list has them
    bool m_searched = false;
    bool m_grid = false;
};

} // namespace carriel::ui
