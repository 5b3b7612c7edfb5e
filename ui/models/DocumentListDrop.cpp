// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is carried out of a list of documents and what falls into it.
#include "ui/models/DocumentListModel.h"

#include <QMimeData>

namespace carriel::ui {

ItemId DocumentListModel::dropFolder(const QModelIndex &parent) const
{
    if (const DocumentRow *row = parent.isValid() ? cached(parent.row()) : nullptr;
        row && row->type == ItemType::Folder)
        return row->id;
    return m_query.everywhere || !m_query.text.isEmpty() ? ItemId() : m_query.folder;
}

QStringList DocumentListModel::mimeTypes() const
{
    return {QStringLiteral("application/x-carriel-items"), QStringLiteral("text/uri-list")};
}

QMimeData *DocumentListModel::mimeData(const QModelIndexList &indexes) const
{
    QList<ItemId> ids;
    for (const QModelIndex &index : indexes) {
        if (index.column() == Name)
            ids << idAt(index.row());
    }
    return makeMimeData && !ids.isEmpty() ? makeMimeData(ids) : nullptr;
}

bool DocumentListModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int,
                                        const QModelIndex &parent) const
{
    const ItemId folder = dropFolder(parent);
    return !folder.isEmpty() && canDrop && canDrop(data, folder);
}

bool DocumentListModel::dropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent)
{
    const ItemId folder = dropFolder(parent);
    if (folder.isEmpty() || !drop)
        return false;
    drop(data, folder);
    return false; // the rows move when the services say so
}

} // namespace carriel::ui
