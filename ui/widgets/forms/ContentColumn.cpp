// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forms/ContentColumn.h"

#include "ui/theme/Space.h"

#include <QEvent>
#include <QScrollBar>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace carriel::ui {

ContentColumn::ContentColumn(const QString &name, int letters, QWidget *parent) : QScrollArea(parent), m_letters(letters)
{
    setObjectName(name);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *outer = new QWidget(this);
    outer->setObjectName(name + QLatin1String(".outer"));
    m_inner = new QWidget(outer);
    m_inner->setObjectName(name + QLatin1String(".inner"));
    auto *row = new QHBoxLayout(outer);
    row->setContentsMargins(space::xl, space::s, space::l, space::l); // as every page: the heads stand in one place
    row->addWidget(m_inner, 1000);
    row->addStretch(1);
    m_column = new QVBoxLayout(m_inner);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::l);
    setWidget(outer);
    fit();
}

void ContentColumn::alignLeft()
{
    auto *row = static_cast<QHBoxLayout *>(m_inner->parentWidget()->layout());
    row->setContentsMargins(0, space::s, space::s, space::l);
}

void ContentColumn::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void ContentColumn::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void ContentColumn::fit()
{
    if (m_inner)
        m_inner->setMaximumWidth(fontMetrics().averageCharWidth() * m_letters);
}

} // namespace carriel::ui
