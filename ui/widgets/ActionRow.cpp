// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ActionRow.h"

#include "ui/theme/Space.h"
#include "ui/widgets/FlowLayout.h"

#include <QAction>
#include <QEvent>
#include <QToolButton>

namespace carriel::ui {

ActionRow::ActionRow(int gap, QWidget *parent) : QWidget(parent), m_flow(new FlowLayout(this, gap)), m_gap(gap) {}

void ActionRow::addWidget(QWidget *widget)
{
    m_fixed << widget;
    m_flow->addWidget(widget);
}

QToolButton *ActionRow::addAction(QAction *action, const QString &objectName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumHeight(space::target + 4);
    m_buttons << button;
    m_flow->addWidget(button);
    return button;
}

void ActionRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool ActionRow::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        fit();
    return handled;
}

// Asked of the style, so the button is tried one way and the other; once, for each try asks for a new layout.
const ActionRow::Widths &ActionRow::widthsOf(QToolButton *button)
{
    Widths &known = m_widths[button];
    if (known.wide > 0 && known.text == button->text() && known.font == button->font())
        return known;
    const Qt::ToolButtonStyle was = button->toolButtonStyle();
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    const int narrow = button->sizeHint().width();
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    known = {button->text(), button->font(), button->sizeHint().width(), narrow};
    button->setToolButtonStyle(was);
    return known;
}

void ActionRow::fit()
{
    int left = width();
    for (const QWidget *widget : std::as_const(m_fixed))
        left -= widget->isVisibleTo(this) ? widget->sizeHint().width() + m_gap : 0;
    int whole = 0;
    for (QToolButton *button : std::as_const(m_buttons))
        whole += widthsOf(button).wide + m_gap;
    for (qsizetype i = m_buttons.size() - 1; i >= 0; --i) {
        const bool words = whole <= left;
        if (!words)
            whole -= widthsOf(m_buttons.at(i)).wide - widthsOf(m_buttons.at(i)).narrow;
        const Qt::ToolButtonStyle style = words ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
        if (m_buttons.at(i)->toolButtonStyle() != style)
            m_buttons.at(i)->setToolButtonStyle(style);
    }
}

} // namespace carriel::ui
