// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forms/Card.h"

#include "ui/theme/Space.h"

#include <QPainter>
#include <QVBoxLayout>

namespace carriel::ui {

Card::Card(const Theme &theme, const QString &name, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(name);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(space::l, space::l, space::l, space::l);
    m_column->setSpacing(space::m);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Role::Divider), 1));
    painter.setBrush(m_theme.color(Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::radius + 2, space::radius + 2);
}

} // namespace carriel::ui
