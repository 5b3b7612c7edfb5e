// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Place.h"

#include "core/services/Documents.h"

#include <QCoreApplication>

namespace carriel::ui {

QString placeOf(const Documents &documents, const ItemId &folder)
{
    QStringList names;
    for (const FolderNode &one : documents.pathTo(folder))
        names << one.name;
    return names.isEmpty() ? QCoreApplication::translate("carriel::ui::DocumentsPage", "My documents")
                           : names.join(QStringLiteral(" › "));
}

} // namespace carriel::ui
