// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Documents: the folder one stands in, or what a search found. Args: folder (id), search (words), saved (id of a saved search), fresh (from the
// navigation: the top), chosen (ids that are to be selected there), back (from one of them: as it was left), reveal / view / openWith (id of a document), then (the page to go
// on to),
// expiresUntil (a date), import + into (a folder of this computer, and where to).
#pragma once

#include "core/services/Values.h"
#include "ui/shell/Page.h"
#include "ui/shell/Resumable.h"

#include <QTimer>

class QLabel;
class QMenu;
class QMimeData;
class QPushButton;
class QToolButton;

namespace carriel::ui {

class ActionRow;
class Adding;
class Breadcrumb;
class Copying;
class DetailsPane;
class DocumentActions;
class DocumentListModel;
class DocumentViews;
class Exporting;
class FilterBar;
class ProgressStrip;
class TempCopies;

class DocumentsPage final : public Page, public Resumable
{
    Q_OBJECT
public:
    DocumentsPage(const PageContext &context, QWidget *parent);

    void enter(const QVariantMap &args) override;
    QVariantMap place() const override;
    void forget() override;
    QWidget *details() override;
    void focusContent() override;
    TempCopies &copies() const { return *m_copies; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildHead();
    void buildBulk();
    void buildAddMenu(QPushButton *button);
    void wire();
    void wireDragAndDrop();
    void wireEscape();
    void showHead();    // what can be added stands there, unless a search or a filter is in front: that has no folder
    void leaveSearch(); // back to where it began
    void runSaved(const QString &id);
    void goTo(const ItemId &folder);
    void leaveFor(const ItemId &folder);
    void search(const QString &text);
    void run(DocumentQuery query);
    void follow();
    void tellGone(const QList<ItemId> &chosen, const std::optional<DocumentRow> &looked,
                  const std::optional<QString> &written);
    void showPath();
    void showEmpty();
    void selectionChanged();
    void openItem(const ItemId &id);
    void openWith(const ItemId &id);
    void chooseFiles(bool toSeal = false);
    void chooseFolder(bool toSeal = false);
    void paste();
    ItemId target() const; // where new things go
    std::optional<DocumentRow> rowOf(const ItemId &id) const;

    DocumentListModel *m_model;
    DocumentViews *m_views;
    DocumentActions *m_actions;
    DetailsPane *m_details;
    Breadcrumb *m_crumbs;
    FilterBar *m_filters;
    ProgressStrip *m_strip;
    Adding *m_adding;
    Exporting *m_exporting;
    TempCopies *m_copies;
    Copying *m_copying;
    QWidget *m_head;
    ActionRow *m_bulk;
    QToolButton *m_addSmall;
    QToolButton *m_folderSmall;
    QWidget *m_plain; // the buttons when nothing is selected
    QPushButton *m_add;
    QPushButton *m_newFolder;
    QPushButton *m_leave; // the search
    QPushButton *m_save;
    QLabel *m_count;
    QPushButton *m_acts; // leads to the opened notifications that a search found
    QLabel *m_selected;
    QToolButton *m_filterButton;
    ItemId m_folder = rootItem();
    QTimer m_follow;
    bool m_stale = true;
};

} // namespace carriel::ui
