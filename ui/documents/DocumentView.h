// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What list and tiles have in common, and Qt's views do otherwise: what is dropped goes into the folder under the
// pointer, the whole row or tile shows it (nothing lies "between" two documents), and only what is chosen can be
// renamed.
#pragma once

#include "ui/models/DocumentListModel.h"

#include <QAbstractItemView>
#include <QDragMoveEvent>
#include <QPainter>
#include <QPersistentModelIndex>

namespace carriel::ui {

template <typename View> class DocumentView : public View
{
public:
    using View::View;

protected:
    bool edit(const QModelIndex &index, QAbstractItemView::EditTrigger trigger, QEvent *event) override
    {
        // With nothing chosen the row that had the focus last is marked by nothing.
        if (trigger == QAbstractItemView::EditKeyPressed && !this->selectionModel()->isRowSelected(index.row()))
            return false;
        return View::edit(index, trigger, event);
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
        if (this->model()->columnCount() > 1 && place.width() < this->viewport()->width() && wholeRow) {
            place.setLeft(0);
            place.setRight(this->viewport()->width() - 1);
        }
        painter.setPen(QPen(this->palette().color(QPalette::Highlight), 2));
        painter.drawRect(place.adjusted(1, 1, -1, -1));
    }

public:
    bool wholeRow = false; // a row is marked over all columns, a tile by itself

private:
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
