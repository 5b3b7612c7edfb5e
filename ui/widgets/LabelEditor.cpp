// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/LabelEditor.h"

#include "ui/theme/Space.h"
#include "ui/widgets/FlowLayout.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>

namespace carriel::ui {

LabelEditor::LabelEditor(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("labelEditor"));
    m_flow = new FlowLayout(this, space::xs);
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("labelField"));
    m_field->setPlaceholderText(tr("Add a label"));
    m_field->setAccessibleName(tr("Add a label"));
    m_field->setMaxLength(64);
    m_field->setFixedWidth(QFontMetrics(font()).averageCharWidth() * 24);
    m_known = new QStringListModel(this);
    auto *completer = new QCompleter(m_known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_field->setCompleter(completer);
    // Like every other field it takes what was typed into it when it is left, by Enter or for another place.
    connect(m_field, &QLineEdit::editingFinished, this, &LabelEditor::flush);
    m_field->installEventFilter(this);
    rebuild();
}

void LabelEditor::flush()
{
    const QStringList written = m_field->text().split(u',');
    m_field->clear();
    for (const QString &one : written) {
        const QString label = one.simplified();
        if (!label.isEmpty() && !m_labels.contains(label))
            Q_EMIT added(label);
    }
}

bool LabelEditor::eventFilter(QObject *object, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (object == m_field && key && !m_field->text().isEmpty() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        if (event->type() == QEvent::KeyPress)
            m_field->clear();
        event->accept(); // ours, before any shortcut of the page
        return true;
    }
    return QWidget::eventFilter(object, event);
}

void LabelEditor::setLabels(const QStringList &labels)
{
    if (labels == m_labels)
        return;
    m_labels = labels;
    rebuild();
}

void LabelEditor::forget()
{
    m_field->clear();
}

void LabelEditor::setKnown(const QStringList &labels) { m_known->setStringList(labels); }

void LabelEditor::rebuild()
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        if (item->widget() != m_field)
            item->widget()->deleteLater();
        delete item;
    }
    for (const QString &label : std::as_const(m_labels)) {
        auto *tag = new QPushButton(m_theme.icon(QStringLiteral("x"), Role::TextMuted), label, this);
        tag->setObjectName(QStringLiteral("label.") + label);
        tag->setLayoutDirection(Qt::RightToLeft); // the cross behind the word
        tag->setToolTip(tr("Remove the label %1").arg(label));
        tag->setAccessibleName(tr("Remove the label %1").arg(label));
        tag->setIconSize({14, 14});
        connect(tag, &QPushButton::clicked, this, [this, label] { Q_EMIT removed(label); });
        m_flow->addWidget(tag);
        tag->show();
    }
    m_flow->addWidget(m_field);
    updateGeometry();
}

} // namespace carriel::ui
