// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/DocumentViews.h"

#include "ui/documents/DocumentView.h"
#include "ui/documents/NameEditor.h"
#include "ui/theme/Space.h"
#include "ui/widgets/EmptyState.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QListView>
#include <QPainter>
#include <QShortcut>
#include <QTreeView>

namespace carriel::ui {

namespace {

constexpr int columnLetters[] = {30, 20, 13, 10, 14, 18}; // of each column
constexpr int nameLetters = 36;                           // the name keeps at least these
constexpr int placeLetters = 40;

// Space for a finger and for the eye; the rows of a flat list, never expanded.
class Rows final : public DocumentView<QTreeView>
{
public:
    using DocumentView::DocumentView;

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QTreeView::drawRow(painter, option, index);
        painter->fillRect(QRect(0, option.rect.bottom(), viewport()->width(), 1), palette().color(QPalette::Midlight));
    }
};

} // namespace

DocumentViews::DocumentViews(DocumentListModel &model, const Theme &theme, QWidget *parent)
    : QStackedWidget(parent), m_model(model), m_tree(new Rows(this)), m_list(new DocumentView<QListView>(this)), m_empty(new EmptyState(theme, this))
{
    m_tree->setObjectName(QStringLiteral("documentList"));
    m_tree->setModel(&model);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(DocumentListModel::Name, Qt::AscendingOrder);
    m_tree->header()->setObjectName(QStringLiteral("columns"));
    m_tree->header()->setAccessibleName(tr("Columns"));
    m_tree->header()->setSectionsMovable(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setMinimumSectionSize(72);
    m_tree->header()->setFirstSectionMovable(false);
    const int letter = QFontMetrics(font()).averageCharWidth();
    for (int column = 0; column < DocumentListModel::ColumnCount; ++column)
        m_tree->setColumnWidth(column, letter * columnLetters[column] + space::xl);
    m_tree->header()->setSectionResizeMode(DocumentListModel::Name, QHeaderView::Stretch);
    prepare(m_tree);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { showColumns(); });

    m_list->setObjectName(QStringLiteral("documentGrid"));
    m_list->setModel(&model);
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Snap);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setLayoutMode(QListView::Batched);
    m_list->setWordWrap(true);
    m_list->setSpacing(space::xs);
    prepare(m_list);

    m_selection = m_tree->selectionModel();
    QItemSelectionModel *unused = m_list->selectionModel();
    m_list->setSelectionModel(m_selection);
    delete unused;
    connect(m_selection, &QItemSelectionModel::selectionChanged, this, &DocumentViews::selectionChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, &DocumentViews::selectionChanged);
    connect(&model, &DocumentListModel::countChanged, this, &DocumentViews::updateEmpty);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { m_wanted.clear(); });
    connect(&model, &DocumentListModel::countChanged, this, [this] {
        if (!m_wanted.isEmpty())
            select(std::exchange(m_wanted, {}));
    });
    auto *copying = new QShortcut(QKeySequence::Copy, this);
    copying->setContext(Qt::WidgetWithChildrenShortcut);
    connect(copying, &QShortcut::activated, this, &DocumentViews::copyAsked);
    addWidget(m_tree);
    addWidget(m_list);
    addWidget(m_empty);
}

void DocumentViews::prepare(QAbstractItemView *view)
{
    view->setAccessibleName(tr("Documents"));
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    view->setDragDropMode(QAbstractItemView::DragDrop);
    view->setDefaultDropAction(Qt::MoveAction);
    view->setDropIndicatorShown(false); // DocumentView shows the folder
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->setTabKeyNavigation(false); // Tab leaves the list
    view->setItemDelegate(new NameEditor(view));
    connect(view, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { Q_EMIT opened(m_model.idAt(index.row())); });
    connect(view, &QWidget::customContextMenuRequested, this, [this, view](const QPoint &at) {
        // From the keyboard the point is the middle of the view; the row is meant.
        QPoint place = at;
        if (const QModelIndex current = view->currentIndex(); current.isValid() && !view->indexAt(at).isValid())
            place = view->visualRect(current).center();
        Q_EMIT menuAsked(view->viewport()->mapToGlobal(place));
    });
}

QAbstractItemView *DocumentViews::view() const { return m_grid ? static_cast<QAbstractItemView *>(m_list) : m_tree; }

QSize DocumentViews::sizeHint() const
{
    return currentWidget() == m_empty ? QStackedWidget::sizeHint() : currentWidget()->minimumSizeHint();
}

void DocumentViews::hideColumn(int column) { m_never << column; }

// A narrow window keeps the name readable and leaves out what matters least; the details pane has it all.
void DocumentViews::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    showColumns();
}

void DocumentViews::showColumns()
{
    const int letter = QFontMetrics(font()).averageCharWidth();
    const bool places = m_model.showsPlaces();
    const auto wide = [letter](int letters) { return letters * letter + space::xl; };
    int left = width() - wide(nameLetters);
    // In the trash the type's column says where a document lay: that tells equal names apart.
    const QList<int> order =
        places ? QList<int>{DocumentListModel::Type, DocumentListModel::State, DocumentListModel::Modified,
                               DocumentListModel::Size, DocumentListModel::Labels}
               : QList<int>{DocumentListModel::State, DocumentListModel::Size, DocumentListModel::Modified,
                               DocumentListModel::Type, DocumentListModel::Labels};
    const bool changed = std::exchange(m_searched, places) != places;
    for (int column : order) {
        const bool place = places && column == DocumentListModel::Type;
        const int usual = qMax(wide(columnLetters[column]), m_tree->header()->sectionSizeHint(column)); // its heading whole
        const int wanted = place ? qBound(usual, left, wide(placeLetters)) : usual;
        const bool shown = !m_never.contains(column) && left >= wanted;
        m_tree->setColumnHidden(column, !shown);
        if (shown && (place || (changed && column == DocumentListModel::Type) || m_tree->columnWidth(column) < wanted))
            m_tree->setColumnWidth(column, wanted);
        if (!m_never.contains(column))
            left = shown ? left - wanted : 0; // what matters less does not stand where more did not fit
    }
}

void DocumentViews::setGrid(bool grid)
{
    m_grid = grid;
    updateEmpty();
}

void DocumentViews::updateEmpty()
{
    setCurrentWidget(m_model.rowCount() == 0 ? static_cast<QWidget *>(m_empty) : view());
}

QList<ItemId> DocumentViews::selectedIds() const
{
    QList<ItemId> ids;
    for (const QItemSelectionRange &range : m_selection->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids << m_model.idAt(row);
    }
    return ids;
}

void DocumentViews::select(const QList<ItemId> &ids)
{
    QItemSelection selection;
    QModelIndex first;
    for (const ItemId &id : ids) {
        const int row = m_model.rowOf(id);
        if (row < 0)
            continue;
        const QModelIndex index = m_model.index(row, 0);
        if (!first.isValid())
            first = index;
        selection.select(index, m_model.index(row, DocumentListModel::ColumnCount - 1));
    }
    if (!first.isValid()) {
        m_wanted = ids;
        return;
    }
    m_selection->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_selection->select(selection, QItemSelectionModel::ClearAndSelect);
    view()->scrollTo(first);
}

void DocumentViews::editName(const ItemId &id)
{
    if (const int row = m_model.rowOf(id); row >= 0) {
        const QModelIndex index = m_model.index(row, DocumentListModel::Name);
        view()->setCurrentIndex(index);
        view()->edit(index);
    }
}

} // namespace carriel::ui
