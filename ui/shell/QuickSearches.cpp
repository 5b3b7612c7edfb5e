// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/QuickSearches.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>

namespace carriel::ui {

QuickSearches::QuickSearches(const Theme &theme, QLineEdit &field)
    : QObject(&field), m_theme(theme), m_field(field), m_model(new QStandardItemModel(this)), m_completer(new QCompleter(m_model, this))
{
    // Not the field's own completer, which would write into it: choosing runs a search with all its filters.
    m_completer->setWidget(&field);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    QAbstractItemView *list = m_completer->popup();
    list->setObjectName(QStringLiteral("savedSearchList"));
    list->setAccessibleName(tr("Saved searches"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        if (const QString id = index.data(Qt::UserRole).toString(); !id.isEmpty())
            Q_EMIT chosen(id);
    });
    connect(&field, &QLineEdit::textEdited, list, &QWidget::hide);
    field.installEventFilter(this);
}

bool QuickSearches::eventFilter(QObject *object, QEvent *event)
{
    if (object == &m_field && event->type() == QEvent::FocusIn) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::MouseFocusReason || reason == Qt::ShortcutFocusReason)
            QTimer::singleShot(0, this, &QuickSearches::offer); // once the field has it
    }
    return QObject::eventFilter(object, event);
}

void QuickSearches::offer()
{
    if (!searches || !m_field.hasFocus() || !m_field.text().isEmpty())
        return;
    const QList<SavedSearch> all = searches();
    if (all.isEmpty())
        return;
    m_model->clear();
    for (const SavedSearch &one : all) {
        auto *item = new QStandardItem(m_theme.icon(QStringLiteral("bookmark"), Role::Link), one.name);
        item->setData(one.id, Qt::UserRole);
        item->setEditable(false);
        m_model->appendRow(item);
    }
    m_completer->complete();
}

} // namespace carriel::ui
