// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/DocumentsPage.h"

#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Session.h"
#include "core/services/sealed/SealedDocuments.h"
#include "ui/documents/Acts.h"
#include "ui/documents/Adding.h"
#include "ui/documents/Copying.h"
#include "ui/documents/DetailsPane.h"
#include "ui/documents/DocumentActions.h"
#include "ui/documents/DocumentViews.h"
#include "ui/documents/Exporting.h"
#include "ui/documents/FilterBar.h"
#include "ui/documents/Place.h"
#include "ui/documents/TempCopies.h"
#include "ui/models/DocumentListModel.h"
#include "ui/text/ErrorWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionRow.h"
#include "ui/widgets/Breadcrumb.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ProgressStrip.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace carriel::ui {

DocumentsPage::DocumentsPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    Documents &documents = session().documents();
    m_model = new DocumentListModel({[&documents](const DocumentQuery &query) { return documents.ids(query); },
                                     [&documents](const QList<ItemId> &ids) { return documents.rows(ids); },
                                     [&documents](const DocumentQuery &query, int limit) {
                                         return documents.ids(query, limit);
                                     },
                                     [&documents](const QList<ItemId> &ids) { return SealedDocuments::of(documents).among(ids); }},
                                    theme(), this);
    m_model->placeWords = [&documents](const DocumentRow &row) { return placeOf(documents, row.parent); };
    m_model->detailsOf = [&documents](const ItemId &id) { return documents.details(id); };
    m_strip = new ProgressStrip(theme(), this);
    m_actions = new DocumentActions(context, this);
    m_adding = new Adding(context, *m_strip, this);
    m_exporting = new Exporting(context, *m_strip, this);
    m_copies = new TempCopies(context, this);
    m_copying = new Copying(context, *m_copies, *m_adding, this);
    m_details = new DetailsPane(context, this);
    m_details->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xs, 0, 0);
    column->setSpacing(space::s);
    buildHead();
    buildBulk();
    m_filters = new FilterBar(this);
    m_filters->hide();
    m_views = new DocumentViews(*m_model, theme(), this);
    column->addWidget(m_head);
    column->addWidget(m_bulk);
    column->addWidget(m_filters);
    column->addWidget(m_views, 1);
    column->addWidget(m_strip);
    wire();
    wireDragAndDrop();
}

void DocumentsPage::wire()
{
    // While much is synchronised this comes many times a second; the list is read again some ten times.
    m_follow.setSingleShot(true);
    m_follow.setInterval(80);
    connect(&m_follow, &QTimer::timeout, this, &DocumentsPage::follow);
    connect(&session().documents(), &Documents::changed, this, [this] {
        if (!m_follow.isActive())
            m_follow.start();
    });
    // With an operator, or without one any more, the same documents stand otherwise.
    connect(&session(), &Session::accountChanged, this, &DocumentsPage::follow);
    connect(m_model, &DocumentListModel::countChanged, this, &DocumentsPage::showEmpty);
    connect(m_model, &DocumentListModel::renameAsked, this, [this](const ItemId &id, const QString &name) {
        if (const auto row = rowOf(id))
            acts::rename(context(), *row, name);
    });
    connect(m_views, &DocumentViews::opened, this, &DocumentsPage::openItem);
    connect(m_views, &DocumentViews::selectionChanged, this, &DocumentsPage::selectionChanged);
    connect(m_views, &DocumentViews::menuAsked, this, [this](const QPoint &at) {
        if (m_actions->isEmpty())
            return;
        auto *menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("contextMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions->fillMenu(menu);
        menu->popup(at);
    });
    connect(&m_views->empty(), &EmptyState::acted, this, [this] {
        if (m_model->query().text.isEmpty() && !m_filters->active())
            chooseFiles();
        else
            leaveFor(m_folder);
    });
    connect(m_crumbs, &Breadcrumb::chosen, this, &DocumentsPage::leaveFor);
    connect(m_actions->open, &QAction::triggered, this, [this] { openItem(m_actions->first()); });
    connect(m_actions->openWith, &QAction::triggered, this, [this] { openWith(m_actions->first()); });
    connect(m_actions->download, &QAction::triggered, this, [this] { m_exporting->ask(m_actions->selection()); });
    connect(m_actions->rename, &QAction::triggered, this, [this] { m_views->editName(m_actions->first()); });
    connect(m_copies, &TempCopies::copyAsked, this, [this](const DocumentRow &row) { m_exporting->ask({row}); });
    connect(m_adding, &Adding::added, this, [this](const QList<ItemId> &ids) { m_views->select(ids.mid(0, 500)); });
    connect(m_filters, &FilterBar::changed, this, [this] {
        DocumentQuery query = m_model->query();
        m_filters->apply(query);
        query.everywhere = !query.text.isEmpty() || m_filters->active();
        query.folder = m_folder;
        run(query);
    });
    connect(m_filters, &FilterBar::savedChosen, this, [this](const SavedSearch &saved) { runSaved(saved.id); });
    connect(m_filters, &FilterBar::removeAsked, this, [this](const QString &id) {
        const QList<SavedSearch> all = session().documents().savedSearches();
        const auto gone = std::find_if(all.begin(), all.end(), [&](const SavedSearch &one) { return one.id == id; });
        if (gone != all.end())
            acts::removeSearch(this->context(), *gone);
    });
    connect(new QShortcut(QKeySequence(Qt::Key_Backspace), m_views), &QShortcut::activated, this, [this] {
        const QList<FolderNode> path = session().documents().pathTo(m_folder);
        if (!path.isEmpty())
            goTo(path.last().parent);
    });
    wireEscape();
    connect(m_views, &DocumentViews::copyAsked, this, [this] { m_copying->copy(m_views->selectedIds()); });
    connect(new QShortcut(QKeySequence::Paste, m_views), &QShortcut::activated, this, &DocumentsPage::paste);
}

void DocumentsPage::enter(const QVariantMap &args)
{
    const auto id = [&args](const char *key) { return ItemId(args.value(QString::fromLatin1(key)).toString()); };
    if (args.contains(QStringLiteral("saved"))) {
        runSaved(args.value(QStringLiteral("saved")).toString());
    } else if (args.contains(QStringLiteral("search"))) {
        search(args.value(QStringLiteral("search")).toString());
    } else if (args.contains(QStringLiteral("expiresUntil"))) {
        DocumentQuery query;
        query.everywhere = true;
        query.expiresUntil = args.value(QStringLiteral("expiresUntil")).toDate();
        m_filters->show(query);
        m_filterButton->setChecked(true);
        run(query);
    } else if (args.contains(QStringLiteral("folder"))) {
        goTo(id("folder"));
    } else if (args.contains(QStringLiteral("reveal"))) {
        const ItemId item = id("reveal");
        if (const auto row = rowOf(item)) {
            goTo(row->parent);
            m_views->select({item});
        }
    } else if (args.contains(QStringLiteral("back")) && !m_stale) {
        m_model->reload(); // what was found is still there, and so is what was chosen
        focusContent();
    } else if (args.contains(QStringLiteral("fresh")) || m_model->query().everywhere) {
        goTo(args.contains(QStringLiteral("fresh")) ? rootItem() : m_folder);
    } else if (m_stale) { // where one was before the lock, if that is still there
        goTo(rowOf(m_folder) ? m_folder : rootItem());
    }
    if (args.contains(QStringLiteral("chosen"))) {
        QList<ItemId> chosen;
        const QStringList ids = args.value(QStringLiteral("chosen")).toStringList();
        for (const QString &one : ids)
            chosen << ItemId(one);
        m_views->select(chosen);
    }
    if (args.contains(QStringLiteral("view")))
        openItem(id("view"));
    if (args.contains(QStringLiteral("openWith")))
        openWith(id("openWith"));
    if (args.contains(QStringLiteral("then"))) // the page that asked for it stays in front
        QTimer::singleShot(0, this, [this, then = args.value(QStringLiteral("then")).toString()] { host().open(then); });
    if (args.contains(QStringLiteral("import")))
        m_adding->addPaths({args.value(QStringLiteral("import")).toString()}, id("into"));
    if (args.contains(QStringLiteral("seal")))
        m_adding->addPaths(args.value(QStringLiteral("seal")).toStringList(), id("into"), Custody::Private);
}

QVariantMap DocumentsPage::place() const
{
    if (m_stale)
        return {};
    QStringList chosen;
    const QList<ItemId> ids = m_views->selectedIds();
    for (const ItemId &id : ids)
        chosen << id.text();
    QVariantMap out{{QStringLiteral("folder"), m_folder.text()}};
    if (!chosen.isEmpty())
        out.insert(QStringLiteral("chosen"), chosen);
    return out;
}

void DocumentsPage::forget()
{
    m_copying->forget();
    m_copies->wipe();
    m_details->forget();
    m_model->clear();
    m_filters->clear();
    m_filters->setLabels({});
    m_filters->setSavedSearches({});
    m_crumbs->setPath({});
    m_actions->setSelection({});
    m_stale = true;
}

QWidget *DocumentsPage::details()
{
    return m_details;
}

void DocumentsPage::focusContent()
{
    QAbstractItemView *view = m_views->view();
    view->setFocus(Qt::OtherFocusReason);
    // The row that has the frame is chosen too: otherwise an act on it does nothing, and says nothing.
    if (m_model->rowCount() > 0 && (!view->currentIndex().isValid() || !view->selectionModel()->hasSelection()))
        view->setCurrentIndex(m_model->index(0, 0));
}

// By way of the host, which empties the search field.
void DocumentsPage::leaveFor(const ItemId &folder)
{
    host().open(objectName(), {{QStringLiteral("folder"), folder.text()}});
    focusContent();
}

void DocumentsPage::goTo(const ItemId &folder)
{
    m_folder = folder.isEmpty() ? rootItem() : folder;
    m_filters->clear();
    DocumentQuery query;
    query.folder = m_folder;
    query.sortBy = m_model->query().sortBy;
    query.order = m_model->query().order;
    run(query);
}

void DocumentsPage::search(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        goTo(m_folder);
        return;
    }
    DocumentQuery query = m_model->query();
    m_filters->apply(query);
    query.text = text;
    query.everywhere = true;
    run(query);
}

void DocumentsPage::run(DocumentQuery query)
{
    m_stale = false;
    m_model->setQuery(query);
    showHead();
    showPath();
    showEmpty();
    m_filters->setLabels(session().documents().labelsInUse());
    m_filters->setSavedSearches(session().documents().savedSearches());
}

void DocumentsPage::showPath()
{
    const DocumentQuery &query = m_model->query();
    const QString top = tr("Documents");
    // What was opened is found like any document; what is sealed is not searched.
    const QString words = query.text.trimmed();
    const int acts = words.size() < 2 ? 0 : int(session().documents().notifications().search(words).size());
    m_acts->setText(tr("%n opened notification(s) with these words", nullptr, acts));
    m_acts->setVisible(acts > 0);
    if (!query.text.isEmpty()) {
        m_crumbs->setPath({{m_folder, top}, {{}, tr("Results for “%1”").arg(query.text.trimmed())}});
    } else if (query.everywhere) {
        m_crumbs->setPath({{m_folder, top}, {{}, tr("Filtered documents")}});
    } else {
        QList<Breadcrumb::Part> parts{{rootItem(), top}};
        const QList<FolderNode> path = session().documents().pathTo(m_folder);
        for (const FolderNode &folder : path)
            parts << Breadcrumb::Part{folder.id, folder.name};
        m_crumbs->setPath(parts);
    }
}

void DocumentsPage::showEmpty()
{
    const int count = m_model->rowCount();
    if (m_model->isWhole())
        m_count->setText(tr("%n documents and folders", nullptr, count));
    const DocumentQuery &query = m_model->query();
    EmptyState &empty = m_views->empty();
    if (const auto unread = session().documents().unread()) {
        const text::Words words = text::wordsFor(*unread); // not empty: not to be read
        empty.show(QStringLiteral("triangle-alert"), words.title, words.remedy);
    } else if (!query.text.isEmpty()) {
        const bool letter = query.text.trimmed().size() == 1;
        empty.show(QStringLiteral("search"),
                   letter                ? tr("Write one letter more")
                   : !m_acts->isHidden() ? tr("No document has “%1”").arg(query.text.trimmed())
                                         : tr("Nothing found for “%1”").arg(query.text.trimmed()),
                   letter ? tr("One letter alone is found only where it is a whole word.")
                   : session().status().toIndex > 0
                       ? tr("Some documents are still being prepared for search. Try again in a moment.")
                       : tr("Try fewer words, or only the beginning of a word."),
                   tr("Back to the folder"));
    } else if (query.everywhere) {
        empty.show(QStringLiteral("sliders-horizontal"), tr("No document matches these filters"),
                   tr("Take a filter away to see more."), tr("Clear filters"));
    } else if (m_folder == rootItem()) {
        empty.show(QStringLiteral("folder-open"), tr("Your documents will be here"),
                   tr("Drag files or folders into this window, paste them, or choose them. They are encrypted on this "
                      "computer."),
                   tr("Add documents…"));
    } else {
        empty.show(QStringLiteral("folder-open"), tr("This folder is empty"),
                   tr("Drag files into this window, or move documents here from another folder."),
                   tr("Add documents…"));
    }
    m_views->updateEmpty();
}

void DocumentsPage::selectionChanged()
{
    const QList<ItemId> ids = m_views->selectedIds();
    m_actions->setSelection(ids);
    m_bulk->setVisible(!ids.isEmpty());
    m_plain->setVisible(ids.isEmpty());
    showHead();
    m_selected->setText(tr("%n selected", nullptr, int(ids.size())));
    if (ids.size() == 1)
        m_details->showOne(ids.first());
    else if (ids.isEmpty())
        m_details->showNothing(tr("Select a document to see its details."));
    else
        m_details->showMany(ids);
}

std::optional<DocumentRow> DocumentsPage::rowOf(const ItemId &id) const
{
    const QList<DocumentRow> rows = session().documents().rows({id});
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

void DocumentsPage::openItem(const ItemId &id)
{
    const auto row = rowOf(id);
    if (!row)
        return;
    if (row->type == ItemType::Folder) {
        leaveFor(id);
        return;
    }
    acts::whenHere(context(), *row, [this, id] {
        host().open(QStringLiteral("viewer"),
                    {{QStringLiteral("id"), id.text()}, {QStringLiteral("from"), objectName()}});
    });
}

void DocumentsPage::openWith(const ItemId &id)
{
    if (const auto row = rowOf(id); row && row->type == ItemType::Document)
        m_copies->open(*row);
}

ItemId DocumentsPage::target() const
{
    return m_folder;
}

} // namespace carriel::ui
