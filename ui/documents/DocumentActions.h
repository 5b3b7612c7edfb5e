// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be done with what is selected, once: the toolbar, the context menu and the keyboard share these.
#pragma once

#include "core/services/Values.h"
#include "ui/shell/Page.h"

#include <QAction>
#include <QObject>

class QMenu;

namespace carriel::ui {

class DocumentActions final : public QObject
{
    Q_OBJECT
public:
    DocumentActions(const PageContext &context, QWidget *page);

    // What it is done with. The rows are read when an act needs them; a hundred thousand may be selected.
    void setSelection(const QList<ItemId> &ids);
    QList<DocumentRow> selection() const;
    bool isEmpty() const { return m_ids.isEmpty(); }
    ItemId first() const { return m_ids.value(0); }
    void fillMenu(QMenu *menu) const;

    QAction *open;
    QAction *openWith;
    QAction *download;
    QAction *print;
    QAction *sign;
    QAction *verify;
    QAction *share;
    QAction *parcel;
    QAction *rename;
    QAction *move;
    QAction *labels;
    QAction *favourite;
    QAction *keepHere;
    QAction *release;
    QAction *newVersion;
    QAction *versions;
    QAction *trash;

private:
    void chooseVersion();
    QAction *make(const char *name, const char *icon, const QString &words, const QKeySequence &keys = {});

    PageContext m_context;
    QWidget *m_page;
    QList<ItemId> m_ids;
};

} // namespace carriel::ui
