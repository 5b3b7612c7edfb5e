// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The upper part of the page, and what comes in from outside: files, folders, the clipboard, drag and drop, and what
// other computers do.
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/documents/Acts.h"
#include "ui/documents/Adding.h"
#include "ui/documents/CarriedItems.h"
#include "ui/documents/Copying.h"
#include "ui/documents/DetailsPane.h"
#include "ui/documents/DocumentActions.h"
#include "ui/documents/DocumentViews.h"
#include "ui/documents/DocumentsPage.h"
#include "ui/documents/Elsewhere.h"
#include "ui/documents/FilterBar.h"
#include "ui/documents/TempCopies.h"
#include "ui/models/DocumentListModel.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionRow.h"
#include "ui/widgets/Breadcrumb.h"
#include "ui/widgets/FlowLayout.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QStandardPaths>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace carriel::ui {

void DocumentsPage::buildHead()
{
    m_head = new QWidget(this);
    auto *column = new QVBoxLayout(m_head);
    column->setContentsMargins(0, 0, space::l, 0);
    column->setSpacing(space::s);
    auto *row = new QHBoxLayout;
    m_crumbs = new Breadcrumb(theme(), m_head);
    row->addWidget(m_crumbs, 1);
    column->addLayout(row);
    const auto tool = [this, row](const char *icon, const QString &name, const QString &words, bool checkable) {
        auto *button = new QToolButton(m_head);
        button->setObjectName(name);
        button->setIcon(theme().icon(QString::fromLatin1(icon)));
        button->setToolTip(words);
        button->setAccessibleName(words);
        button->setAutoRaise(true);
        button->setCheckable(checkable);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
        return button;
    };
    m_filterButton = tool("sliders-horizontal", QStringLiteral("filters"), tr("Filters and saved searches"), true);
    connect(m_filterButton, &QToolButton::toggled, this, [this](bool on) { m_filters->setVisible(on); });
    auto *grid = tool("layout-grid", QStringLiteral("gridView"), tr("Large icons"), true);
    connect(grid, &QToolButton::toggled, this, [this](bool on) { m_views->setGrid(on); });

    m_plain = new QWidget(m_head);
    auto *flow = new FlowLayout(m_plain, space::s);
    m_leave = new QPushButton(theme().icon(QStringLiteral("chevron-left")), tr("Leave the search"), m_plain);
    m_leave->setObjectName(QStringLiteral("leaveSearch"));
    m_leave->setToolTip(tr("Esc"));
    m_leave->hide();
    connect(m_leave, &QPushButton::clicked, this, &DocumentsPage::leaveSearch);
    flow->addWidget(m_leave);
    m_save = new QPushButton(theme().icon(QStringLiteral("bookmark"), Role::Link), tr("Save this search…"), m_plain);
    m_save->setObjectName(QStringLiteral("saveSearch"));
    setVariant(m_save, Variant::Quiet);
    m_save->hide();
    connect(m_save, &QPushButton::clicked, this, [this] {
        host().open(QStringLiteral("documents.saveSearch"), {{QStringLiteral("query"), QVariant::fromValue(m_model->query())}});
    });
    flow->addWidget(m_save);
    auto *add = m_add = new QPushButton(theme().icon(QStringLiteral("plus"), Role::OnPrimary), tr("Add documents"), m_plain);
    add->setObjectName(QStringLiteral("add"));
    setVariant(add, Variant::Primary);
    buildAddMenu(add);
    auto *folder = m_newFolder = new QPushButton(theme().icon(QStringLiteral("folder-plus")), tr("New folder"), m_plain);
    folder->setObjectName(QStringLiteral("newFolder"));
    const auto askForFolder = [this] {
        host().open(QStringLiteral("documents.newFolder"), {{QStringLiteral("parent"), target().text()}});
    };
    connect(folder, &QPushButton::clicked, this, askForFolder);
    // The keys hold whether something is selected or not, and small buttons stand for the large ones meanwhile.
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, askForFolder);
    m_addSmall = tool("plus", QStringLiteral("addSmall"), tr("Add documents"), false);
    m_addSmall->setPopupMode(QToolButton::InstantPopup);
    m_addSmall->setMenu(add->menu());
    m_folderSmall = tool("folder-plus", QStringLiteral("newFolderSmall"), tr("New folder"), false);
    connect(m_folderSmall, &QToolButton::clicked, this, askForFolder);
    m_addSmall->hide();
    m_folderSmall->hide();
    flow->addWidget(add);
    flow->addWidget(folder);
    m_count = theme().label({}, TypeRole::Body, m_plain, Role::TextMuted);
    m_count->setObjectName(QStringLiteral("count"));
    m_count->setWordWrap(false);
    m_count->setMinimumHeight(space::target + 4);
    flow->addWidget(m_count);
    column->addWidget(m_plain);
    m_acts = new QPushButton(theme().icon(QStringLiteral("bell")), {}, m_head);
    m_acts->setObjectName(QStringLiteral("openedActs"));
    m_acts->hide();
    connect(m_acts, &QPushButton::clicked, this, [this] {
        host().open(QStringLiteral("notifications"), {{QStringLiteral("search"), m_model->query().text.trimmed()}});
    });
    column->addWidget(m_acts, 0, Qt::AlignLeft);
}

// What is found lies in many folders: nothing can be added "here", and what leads back stands in its place.
void DocumentsPage::showHead()
{
    const bool found = m_model->query().everywhere;
    const bool selected = !m_bulk->isHidden();
    m_add->setVisible(!found);
    m_newFolder->setVisible(!found);
    m_leave->setVisible(found);
    m_save->setVisible(found); // beside what was searched for, and only then
    m_leave->setText(m_model->query().text.isEmpty() ? tr("Leave the filter") : tr("Leave the search"));
    m_addSmall->setVisible(selected && !found);
    m_folderSmall->setVisible(selected && !found);
}

void DocumentsPage::leaveSearch()
{
    host().open(objectName(), {{QStringLiteral("search"), QString()}});
    if (isVisible())
        focusContent();
}

void DocumentsPage::runSaved(const QString &id)
{
    const QList<SavedSearch> all = session().documents().savedSearches();
    const auto saved = std::find_if(all.begin(), all.end(), [&id](const SavedSearch &one) { return one.id == id; });
    if (saved == all.end())
        return; // removed meanwhile
    m_filters->show(saved->query);
    if (m_filters->active())
        m_filterButton->setChecked(true); // what narrows the list is seen
    if (saved->query.text.isEmpty())
        run(saved->query);
    else // by way of the host, which shows the words in the field
        host().open(objectName(), {{QStringLiteral("search"), saved->query.text}});
}

// From wherever one stands on the page or in the details: first the selection of several, then the search.
void DocumentsPage::wireEscape()
{
    for (QWidget *where : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_details)}) {
        auto *out = new QShortcut(QKeySequence(Qt::Key_Escape), where);
        out->setContext(Qt::WidgetWithChildrenShortcut);
        connect(out, &QShortcut::activated, this, [this] {
            const bool found = m_model->query().everywhere;
            if (m_views->selectedIds().size() > 1 || (!found && !m_views->selectedIds().isEmpty()))
                m_views->view()->clearSelection();
            else if (found)
                leaveSearch();
        });
    }
}

void DocumentsPage::buildAddMenu(QPushButton *button)
{
    auto *menu = new QMenu(button);
    menu->setObjectName(QStringLiteral("addMenu"));
    const auto entry = [&](const char *icon, const QString &name, const QString &words, const QKeySequence &keys,
                           auto act) {
        QAction *action = menu->addAction(theme().icon(QString::fromLatin1(icon)), words, this, act);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    entry("upload", QStringLiteral("action.addFiles"), tr("Choose files…"), QKeySequence(Qt::CTRL | Qt::Key_U),
          [this] { chooseFiles(); });
    entry("folder-search", QStringLiteral("action.addFolder"), tr("Look through a folder…"), {},
          [this] { chooseFolder(); });
    entry("lock", QStringLiteral("action.sealFiles"), tr("Choose files and seal them…"), {}, [this] { chooseFiles(true); });
    entry("lock", QStringLiteral("action.sealFolder"), tr("Seal a whole folder…"), {}, [this] { chooseFolder(true); });
    QAction *fromClipboard =
        entry("copy", QStringLiteral("action.paste"), tr("Paste from the clipboard"), {}, [this] { paste(); });
    connect(menu, &QMenu::aboutToShow, this,
            [fromClipboard] { fromClipboard->setEnabled(Adding::canPaste(QGuiApplication::clipboard()->mimeData())); });
    button->setMenu(menu);
}

void DocumentsPage::buildBulk()
{
    m_bulk = new ActionRow(space::xs, this);
    m_bulk->setObjectName(QStringLiteral("bulkActions"));
    m_selected = theme().label({}, TypeRole::Strong, m_bulk);
    m_selected->setObjectName(QStringLiteral("selectedCount"));
    m_selected->setWordWrap(false);
    m_selected->setMinimumHeight(space::target + 4);
    m_bulk->addWidget(m_selected);
    for (QAction *action : {m_actions->download, m_actions->sign, m_actions->move, m_actions->trash, m_actions->labels,
                            m_actions->favourite})
        m_bulk->addAction(action, QString(QStringLiteral("bulk.") + action->objectName().section(QLatin1Char('.'), 1)));
    auto *more = new QToolButton(m_bulk);
    more->setObjectName(QStringLiteral("bulk.more"));
    more->setIcon(theme().icon(QStringLiteral("ellipsis")));
    more->setToolTip(tr("More actions"));
    more->setAccessibleName(tr("More actions"));
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::StrongFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    m_actions->fillMenu(menu);
    more->setMenu(menu);
    more->setMinimumHeight(space::target + 4);
    m_bulk->addWidget(more);
    m_bulk->hide();
}

void DocumentsPage::wireDragAndDrop()
{
    const auto canDrop = [this](const QMimeData *mime, const ItemId &folder) {
        if (const QList<ItemId> ids = CarriedItems::idsOf(mime); !ids.isEmpty())
            return !ids.contains(folder);
        return mime->hasUrls();
    };
    const auto drop = [this](const QMimeData *mime, const ItemId &folder) {
        if (const QList<ItemId> ids = CarriedItems::idsOf(mime); !ids.isEmpty())
            acts::move(context(), session().documents().rows(ids), folder);
        else
            m_adding->paste(mime, folder);
    };
    m_model->canDrop = canDrop;
    m_model->drop = drop;
    m_crumbs->canDrop = canDrop;
    m_crumbs->drop = drop;
    m_model->makeMimeData = [this](const QList<ItemId> &ids) {
        return new CarriedItems(ids, [this, ids] { return m_copies->filesFor(session().documents().rows(ids)); });
    };
    // Dropping on the empty state and beside the list counts for the folder one stands in.
    setAcceptDrops(true);
}

void DocumentsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_model->canDrop(event->mimeData(), target()))
        event->acceptProposedAction();
}

void DocumentsPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_model->drop(event->mimeData(), target());
}

void DocumentsPage::chooseFiles(bool toSeal)
{
    auto *dialog = new QFileDialog(window(), toSeal ? tr("Seal documents") : tr("Add documents"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(QStringLiteral("addDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, folder = target(), toSeal](const QStringList &paths) {
                if (!toSeal)
                    return m_adding->addPaths(paths, folder);
                host().open(QStringLiteral("documents.seal"), {{QStringLiteral("paths"), paths}, {QStringLiteral("parent"), folder.text()}});
            });
    dialog->open();
}

void DocumentsPage::chooseFolder(bool toSeal)
{
    auto *dialog = new QFileDialog(window(), toSeal ? tr("Seal a whole folder") : tr("Look through a folder"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(QStringLiteral("importFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, folder = target(), toSeal](const QString &path) {
        if (toSeal)
            return host().open(QStringLiteral("documents.seal"), {{QStringLiteral("paths"), QStringList{path}}, {QStringLiteral("parent"), folder.text()}});
        host().open(QStringLiteral("documents.import"),
                    {{QStringLiteral("path"), path}, {QStringLiteral("parent"), folder.text()}});
    });
    dialog->open();
}

void DocumentsPage::paste()
{
    const QMimeData *given = QGuiApplication::clipboard()->mimeData();
    if (!m_copying->paste(given, target()) && !m_adding->paste(given, target()))
        host().say(tr("There is nothing on the clipboard that could be added."));
}

void DocumentsPage::follow()
{
    if (session().vaultState() != VaultState::Unlocked)
        return;
    if (m_stale)
        return; // read when it comes to the front
    const QList<ItemId> chosen = m_views->selectedIds();
    const std::optional<DocumentRow> looked = m_details->shown();
    const std::optional<QString> written = m_details->written();
    const QWidget *focus = QApplication::focusWidget();
    const bool inHand = focus && (m_details->isAncestorOf(focus) || m_views->isAncestorOf(focus));
    m_model->reload();
    m_filters->setLabels(session().documents().labelsInUse());
    m_filters->setSavedSearches(session().documents().savedSearches());
    tellGone(chosen, looked, written);
    if (inHand && m_views->selectedIds().isEmpty() && !m_views->isAncestorOf(QApplication::focusWidget()))
        m_views->view()->setFocus(
            Qt::OtherFocusReason); // and not to whatever button comes next: somebody may be typing
    if (!m_model->query().everywhere && m_folder != rootItem()) {
        const QList<FolderNode> path = session().documents().pathTo(m_folder);
        if (path.isEmpty()) { // the folder one stood in has gone
            goTo(rootItem());
            return;
        }
        showPath();
    }
    selectionChanged();
}

// What was in front of the person goes away without their doing.
void DocumentsPage::tellGone(const QList<ItemId> &chosen, const std::optional<DocumentRow> &looked,
                             const std::optional<QString> &written)
{
    QList<ItemId> gone;
    for (const ItemId &id : chosen.mid(0, 200)) {
        if (m_model->rowOf(id) < 0)
            gone << id;
    }
    const ItemId folder = m_model->query().everywhere ? ItemId() : m_folder;
    auto told = goneElsewhere(session().documents(), gone, folder, looked);
    if (!told && folder != rootItem() && !folder.isEmpty())
        told = goneElsewhere(session().documents(), {folder}, {}, {}); // the folder one stands in
    if (!told)
        return;
    const bool trashed = told->reveal.isEmpty() && !told->verb.isEmpty();
    if (written && looked && trashed) {
        // In the trash nothing can be changed: what was being written waits for the document to come out of it.
        session().setSetting(DetailsPane::keptNote(looked->id), *written);
        host().say(
            QString(told->words + QLatin1Char(' ') + tr("What you were writing is kept, and comes back with it.")),
            tr("Bring it back"), [this, id = looked->id] {
                session().documents().restore({id}).then(this, [this, id](const Outcome &back) {
                    if (back.ok())
                        host().open(objectName(), {{QStringLiteral("reveal"), id.text()}});
                    else
                        host().showError(back.error());
                });
            });
        return;
    }
    if (written && looked && !told->reveal.isEmpty())
        told->words += QLatin1Char(' ') + tr("What you wrote was kept.");
    host().say(told->words, told->verb, [this, reveal = told->reveal] {
        if (reveal.isEmpty())
            host().open(QStringLiteral("trash"));
        else
            host().open(objectName(), {{QStringLiteral("reveal"), reveal.text()}});
    });
}

} // namespace carriel::ui
