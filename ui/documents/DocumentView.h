// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What list and tiles have in common, and Qt's views do otherwise: what is dropped goes into the folder under the
// pointer, the whole row or tile shows it (nothing lies "between" two documents, and what is dragged does not hide it),
// only what is chosen can be renamed, and "all", "the last" and a name typed mean the whole list, however long, also in
// the moment in which only its beginning has been read.
#pragma once

#include "ui/documents/DragPicture.h"
#include "ui/models/DocumentListModel.h"

#include <QAbstractItemView>
#include <QDrag>
#include <QDragMoveEvent>
#include <QListView>
#include <QPainter>
#include <QPersistentModelIndex>
#include <QTreeView>

namespace carriel::ui {

template <typename View> class DocumentView : public View
{
public:
    using View::View;

    void selectAll() override
    {
        readWhole();
        View::selectAll();
    }

    void keyboardSearch(const QString &typed) override
    {
        readWhole();
        View::keyboardSearch(typed);
        if (const QModelIndex found = this->currentIndex(); found.isValid() && this->visualRect(found).isEmpty()) {
            layOutWhole();
            this->scrollTo(found);
        }
    }

protected:
    QModelIndex moveCursor(QAbstractItemView::CursorAction action, Qt::KeyboardModifiers modifiers) override
    {
        if (action != QAbstractItemView::MoveEnd || !this->model() || this->model()->rowCount() == 0)
            return View::moveCursor(action, modifiers);
        readWhole();
        layOutWhole();
        return this->model()->index(this->model()->rowCount() - 1, qMax(0, this->currentIndex().column()));
    }

    bool edit(const QModelIndex &index, QAbstractItemView::EditTrigger trigger, QEvent *event) override
    {
        // With nothing chosen the row that had the focus last is marked by nothing.
        if (trigger == QAbstractItemView::EditKeyPressed && !this->selectionModel()->isRowSelected(index.row()))
            return false;
        return View::edit(index, trigger, event);
    }

    void startDrag(Qt::DropActions supported) override
    {
        QModelIndexList names = this->selectionModel()->selectedRows(DocumentListModel::Name);
        names.removeIf([](const QModelIndex &index) { return !index.flags().testFlag(Qt::ItemIsDragEnabled); });
        QMimeData *carried = names.isEmpty() ? nullptr : this->model()->mimeData(names);
        if (!carried)
            return;
        auto *drag = new QDrag(this); // Qt deletes it
        drag->setMimeData(carried);
        drag->setPixmap(dragPicture(names, *this));
        drag->setHotSpot(dragHotSpot);
        drag->exec(supported, supported.testFlag(Qt::MoveAction) ? Qt::MoveAction : Qt::CopyAction);
    }

    void dragMoveEvent(QDragMoveEvent *event) override
    {
        View::dragMoveEvent(event); // it scrolls
        const QModelIndex folder = folderAt(event->position().toPoint());
        setTarget(folder);
        if (this->model()->canDropMimeData(event->mimeData(), event->dropAction(), -1, -1, folder))
            event->accept();
        else
            event->ignore();
    }

    void dragLeaveEvent(QDragLeaveEvent *event) override
    {
        setTarget({});
        View::dragLeaveEvent(event);
    }

    void dropEvent(QDropEvent *event) override
    {
        const QModelIndex folder = folderAt(event->position().toPoint());
        setTarget({});
        if (this->model()->canDropMimeData(event->mimeData(), event->dropAction(), -1, -1, folder)) {
            // A copy for whoever gave it: the view it came from must not take its rows away, the services do.
            event->setDropAction(Qt::CopyAction);
            event->accept();
            this->model()->dropMimeData(event->mimeData(), Qt::CopyAction, -1, -1, folder);
        }
        this->stopAutoScroll();
        this->setState(QAbstractItemView::NoState);
        this->viewport()->update();
    }

    void paintEvent(QPaintEvent *event) override
    {
        View::paintEvent(event);
        if (!m_target.isValid())
            return;
        QPainter painter(this->viewport());
        QRect place = this->visualRect(m_target);
        if constexpr (std::is_base_of_v<QTreeView, View>) { // a row over all its columns, a tile by itself
            place.setLeft(0);
            place.setRight(this->viewport()->width() - 1);
        }
        QColor tint = this->palette().color(QPalette::Highlight);
        painter.setPen(QPen(tint, 2));
        tint.setAlphaF(0.15F);
        painter.setBrush(tint);
        painter.drawRect(place.adjusted(1, 1, -1, -1));
    }

private:
    void readWhole()
    {
        if (auto *list = qobject_cast<DocumentListModel *>(this->model()))
            list->readWhole();
    }
    // Tiles are laid out some hundred at a time, and for Qt the last one is the last of those.
    void layOutWhole()
    {
        if constexpr (std::is_base_of_v<QListView, View>) {
            const auto before = this->layoutMode();
            this->setLayoutMode(QListView::SinglePass);
            this->doItemsLayout();
            this->setLayoutMode(before);
        }
    }
    QModelIndex folderAt(const QPoint &at) const
    {
        const QModelIndex index = this->indexAt(at).siblingAtColumn(DocumentListModel::Name);
        return index.isValid() && this->model()->flags(index).testFlag(Qt::ItemIsDropEnabled) ? index : QModelIndex();
    }
    void setTarget(const QModelIndex &index)
    {
        if (m_target == index)
            return;
        m_target = index;
        this->viewport()->update();
    }

    QPersistentModelIndex m_target; // the folder that would take it
};

} // namespace carriel::ui
