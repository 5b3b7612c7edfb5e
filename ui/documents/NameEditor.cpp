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
    if (!index.data(DocumentListModel::FoundRole).toString().isEmpty())
        size.setHeight(qMax(size.height(), 2 * QFontMetrics(option.font).height() + space::l));
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
    else if (!paintMarked(painter, option, index))
        QStyledItemDelegate::paint(painter, option, index);
}

namespace {

struct Mark {
    QIcon icon;
    QString words; // beside it, where they fit
};

// Of a favourite its star; and where no column says what the signatures are worth, that.
QList<Mark> marksOf(const QModelIndex &index, const QTreeView &tree, const DocumentListModel &model)
{
    QList<Mark> marks;
    if (const QVariant star = index.data(DocumentListModel::MarkRole); star.isValid())
        marks << Mark{qvariant_cast<QIcon>(star), {}};
    const auto row = index.data(DocumentListModel::RowRole).value<DocumentRow>();
    if (isSigned(row) && (tree.isColumnHidden(DocumentListModel::Type) || model.showsPlaces()))
        marks << Mark{qvariant_cast<QIcon>(index.siblingAtColumn(DocumentListModel::Type).data(Qt::DecorationRole)),
                      text::shortVerdict(row.signatures)};
    return marks;
}

} // namespace

// The name's own cell, when it says more than the name: marks at its end, and while searching a second line.
bool NameEditor::paintMarked(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    const auto *tree = qobject_cast<const QTreeView *>(given.widget);
    const auto *model = qobject_cast<const DocumentListModel *>(index.model());
    if (index.column() != DocumentListModel::Name || !tree || !model)
        return false;
    const QList<Mark> marks = marksOf(index, *tree, *model);
    const QString found = index.data(DocumentListModel::FoundRole).toString();
    if (marks.isEmpty() && found.isEmpty())
        return false;
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    const QFontMetrics metrics(option.font);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int icon = option.decorationSize.width();
    int room = tree->style()->subElementRect(QStyle::SE_ItemViewItemText, &option, tree).width() - space::s;
    const int name = metrics.horizontalAdvance(option.text);
    int wanted = 0;
    for (const Mark &mark : marks)
        wanted += icon + space::s + (mark.words.isEmpty() ? 0 : metrics.horizontalAdvance(mark.words) + space::xs);
    const bool words = name + wanted <= room;
    if (!words)
        wanted = int(marks.size()) * (icon + space::s);
    const QString line = metrics.elidedText(option.text, Qt::ElideMiddle, room - wanted);
    const QRect text = tree->style()->subElementRect(QStyle::SE_ItemViewItemText, &option, tree).adjusted(space::xs, 0, 0, 0);
    option.text = found.isEmpty() ? line : QString();
    tree->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, tree);

    painter->save();
    painter->setFont(option.font);
    const QColor plain = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor muted = option.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText);
    QRect first(text.x(), option.rect.y(), text.width(), option.rect.height());
    if (!found.isEmpty()) {
        const int top = option.rect.y() + (option.rect.height() - 2 * metrics.height()) / 2;
        first = QRect(text.x(), top, text.width(), metrics.height());
        painter->setPen(plain);
        painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, line);
        painter->setPen(muted);
        painter->drawText(first.translated(0, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(found, Qt::ElideRight, text.width()));
    }
    int x = option.rect.right() - space::s - wanted;
    if (marks.size() == 1 && marks.first().words.isEmpty())
        x = qMin(x, text.x() + metrics.horizontalAdvance(line) + space::s); // the star beside the name that it is of
    for (const Mark &mark : marks) {
        mark.icon.paint(painter, QRect(x + space::xs, first.y(), icon, first.height()), Qt::AlignCenter,
                        selected ? QIcon::Selected : QIcon::Normal);
        x += icon + space::s;
        if (words && !mark.words.isEmpty()) {
            painter->setPen(muted);
            painter->drawText(QRect(x, first.y(), metrics.horizontalAdvance(mark.words) + space::xs, first.height()),
                              Qt::AlignLeft | Qt::AlignVCenter, mark.words);
            x += metrics.horizontalAdvance(mark.words) + space::xs;
        }
    }
    painter->restore();
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

    if (const QVariant star = index.data(DocumentListModel::MarkRole); star.isValid())
        qvariant_cast<QIcon>(star).paint(painter, QRect(inner.right() - space::icon, inner.y(), space::icon, space::icon), Qt::AlignCenter, mode);
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
