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

    void setSelection(const QList<DocumentRow> &rows); // what it may be done with
    const QList<DocumentRow> &selection() const { return m_rows; }
    void fillMenu(QMenu *menu) const;

    QAction *open;
    QAction *openWith;
    QAction *download;
    QAction *print;
    QAction *rename;
    QAction *move;
    QAction *labels;
    QAction *favourite;
    QAction *keepHere;
    QAction *trash;

private:
    QAction *make(const char *name, const char *icon, const QString &words, const QKeySequence &keys = {});

    PageContext m_context;
    QWidget *m_page;
    QList<DocumentRow> m_rows;
};

} // namespace carriel::ui
