// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/NameEditor.h"

#include "core/domain/NameRules.h"
#include "ui/theme/Space.h"

#include <QLineEdit>
#include <QListView>
#include <QTimer>

namespace carriel::ui {

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
        place.setTop(place.top() + 56);
        place.setHeight(space::target);
    }
    editor->setGeometry(place);
}

QSize NameEditor::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (!qobject_cast<const QListView *>(option.widget))
        size.setHeight(qMax(40, size.height() + space::m));
    return size;
}

void NameEditor::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool list = !qobject_cast<const QListView *>(option->widget);
    option->decorationSize = list ? QSize(space::icon, space::icon) : QSize(48, 48);
    option->textElideMode = list && index.column() > 0 ? Qt::ElideRight : Qt::ElideMiddle;
}

} // namespace carriel::ui
