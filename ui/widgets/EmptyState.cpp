// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyState.h"

#include "ui/theme/Space.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

EmptyState::EmptyState(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("emptyState"));
    // A block of its own, no wider than is good to read, in the middle; so that its labels get the height they need.
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    auto *block = new QWidget(this);
    block->setMaximumWidth(QFontMetrics(theme.font(TypeRole::Body)).averageCharWidth() * 60);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    across->addStretch(1);
    across->addWidget(block, 100);
    across->addStretch(1);
    m_icon = new QLabel(this);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title = theme.label({}, TypeRole::Title, this);
    m_title->setAlignment(Qt::AlignCenter);
    m_words = theme.label({}, TypeRole::Body, this, Role::TextMuted);
    m_words->setAlignment(Qt::AlignCenter);
    m_action = new QPushButton(this);
    m_action->setObjectName(QStringLiteral("emptyAction"));
    setVariant(m_action, Variant::Primary);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::acted);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addSpacing(space::xs);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(&theme, &Theme::changed, this, [this] { m_icon->setPixmap(m_theme.icon(m_iconName, Role::Primary).pixmap(48, 48)); });
}

void EmptyState::show(const QString &icon, const QString &title, const QString &words, const QString &action)
{
    m_iconName = icon;
    m_icon->setPixmap(m_theme.icon(icon, Role::Primary).pixmap(48, 48));
    m_title->setText(title);
    m_words->setText(words);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

} // namespace carriel::ui
