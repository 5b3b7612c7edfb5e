// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/NameEditor.h"

#include "core/domain/NameRules.h"
#include "ui/models/DocumentListModel.h"
#include "ui/models/RowWords.h"
#include "ui/text/SignatureWords.h"
#include "ui/theme/Space.h"

#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QTimer>
#include <QTreeView>

namespace carriel::ui {

namespace {
constexpr int tileIcon = 48;
}

QWidget *NameEditor::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(QStringLiteral("nameEditor"));
    field->setAccessibleName(tr("New name"));
    field->setMaxLength(255);
    return field;
}

void NameEditor::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *field = qobject_cast<QLineEdit *>(editor);
    if (!field || field->isModified())
        return; // the row was read again while the person types
    const QString name = index.data(Qt::EditRole).toString();
    field->setText(name);
    // The view selects everything after this; ours comes later.
    QTimer::singleShot(0, field, [field, stem = int(splitName(name).stem.size())] { field->setSelection(0, stem); });
}

void NameEditor::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect place = option.rect;
    if (!qobject_cast<const QListView *>(option.widget)) {
        place.setLeft(place.left() + space::icon + space::m);
        place.adjust(0, 2, -space::s, -2);
    } else {
        place.setTop(place.top() + tileIcon + space::s);
        place.setHeight(space::target);
    }
    editor->setGeometry(place);
}

QSize NameEditor::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (qobject_cast<const QListView *>(option.widget)) {
        const QFontMetrics metrics(option.font);
        return {metrics.averageCharWidth() * 20 + space::l, tileIcon + 3 * metrics.height() + 4 * space::s};
    }
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(40, size.height() + space::m));
    return size;
}

void NameEditor::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->decorationSize = QSize(space::icon, space::icon);
    option->textElideMode = index.column() > 0 ? Qt::ElideRight : Qt::ElideMiddle;
}

void NameEditor::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (qobject_cast<const QListView *>(option.widget))
        paintTile(painter, option, index);
    else if (!paintSigned(painter, option, index))
        QStyledItemDelegate::paint(painter, option, index);
}

// Where no column says what the signatures are worth, the name's own cell does: a mark at its end, and the words where
// they fit.
bool NameEditor::paintSigned(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    const auto *tree = qobject_cast<const QTreeView *>(given.widget);
    const auto *model = qobject_cast<const DocumentListModel *>(index.model());
    if (index.column() != DocumentListModel::Name || !tree || !model ||
        (!tree->isColumnHidden(DocumentListModel::Type) && !model->showsPlaces()))
        return false;
    const auto row = index.data(DocumentListModel::RowRole).value<DocumentRow>();
    if (!isSigned(row))
        return false;
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    const QFontMetrics metrics(option.font);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QString words = text::shortVerdict(row.signatures);
    const int name = option.decorationSize.width() + 4 * space::s + metrics.horizontalAdvance(option.text);
    const int wordsWidth = metrics.horizontalAdvance(words) + space::s;
    const bool fits = name + option.decorationSize.width() + wordsWidth + space::l <= option.rect.width();
    const int mark = option.decorationSize.width() + space::s + (fits ? wordsWidth : 0);
    option.text = metrics.elidedText(option.text, Qt::ElideMiddle,
                                     option.rect.width() - mark - option.decorationSize.width() - 4 * space::s);
    tree->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, tree);
    const QRect place(option.rect.right() - mark, option.rect.top(), option.decorationSize.width(), option.rect.height());
    qvariant_cast<QIcon>(index.siblingAtColumn(DocumentListModel::Type).data(Qt::DecorationRole))
        .paint(painter, place, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    if (fits) {
        painter->save();
        painter->setFont(option.font);
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(QRect(place.right() + space::xs, place.top(), wordsWidth, place.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, words);
        painter->restore();
    }
    return true;
}

// A tile of the grid: icon, two lines of the name, and the state as icon and words.
void NameEditor::paintTile(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    QStyle *style = option.widget->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QIcon::Mode mode = selected ? QIcon::Selected : QIcon::Normal;
    const QRect inner = option.rect.adjusted(space::s, space::s, -space::s, -space::s);
    option.icon.paint(painter, QRect(inner.x(), inner.y(), inner.width(), tileIcon), Qt::AlignCenter, mode);

    painter->save();
    painter->setFont(option.font);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    const QFontMetrics metrics(option.font);
    QTextLayout layout(option.text, option.font);
    QTextOption wrap(Qt::AlignHCenter);
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    int y = inner.y() + tileIcon + space::xs;
    layout.beginLayout();
    for (int number = 0; number < 2; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(inner.width());
        const QString words = number == 0 ? option.text.mid(line.textStart(), line.textLength())
                                          : metrics.elidedText(option.text.mid(line.textStart()), Qt::ElideMiddle, inner.width());
        painter->drawText(QRect(inner.x(), y, inner.width(), metrics.height()), Qt::AlignCenter, words.trimmed());
        y += metrics.height();
    }
    layout.endLayout();

    const QModelIndex state = index.siblingAtColumn(DocumentListModel::State);
    const QString words = metrics.elidedText(state.data().toString(), Qt::ElideRight, inner.width() - 16 - space::xs);
    const int width = 16 + space::xs + metrics.horizontalAdvance(words);
    const QRect foot(inner.x() + (inner.width() - width) / 2, inner.bottom() - metrics.height(), width, metrics.height());
    state.data(Qt::DecorationRole).value<QIcon>().paint(painter, QRect(foot.x(), foot.center().y() - 7, 16, 16), Qt::AlignCenter, mode);
    if (!selected)
        painter->setPen(option.palette.color(QPalette::PlaceholderText));
    painter->drawText(foot.adjusted(16 + space::xs, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, words);
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus))
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &option, painter, option.widget);
}

} // namespace carriel::ui
