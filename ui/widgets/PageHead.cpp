// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PageHead.h"

#include "ui/theme/Space.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace carriel::ui {

PageHead::PageHead(const Theme &theme, const QString &page, const QString &title, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_page(page), m_row(new QHBoxLayout(this)), m_words(new QVBoxLayout),
      m_title(theme.label(title, TypeRole::Heading, this))
{
    setObjectName(page + QLatin1String(".head"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::s);
    m_words->setSpacing(space::xs);
    m_title->setObjectName(page + QLatin1String(".title"));
    m_title->setWordWrap(true);
    m_title->setMinimumHeight(space::target); // of one height with what is pressed beside it
    m_words->addWidget(m_title);
    m_row->addLayout(m_words, 1);
}

QToolButton *PageHead::addBack(const QString &words, std::function<void()> back)
{
    auto *button = new QToolButton(this);
    button->setObjectName(m_page + QLatin1String(".back"));
    button->setIcon(m_theme.icon(QStringLiteral("chevron-left")));
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumSize(space::target, qMax(space::target, QFontMetrics(m_title->font()).height()));
    button->setShortcut(QKeySequence(Qt::Key_Escape));
    connect(button, &QToolButton::clicked, this, [back = std::move(back)] { back(); });
    m_row->insertWidget(0, button, 0, Qt::AlignTop);
    return button;
}

void PageHead::addWords(QLabel *words)
{
    m_words->addWidget(words);
}

void PageHead::addAtEnd(QWidget *widget)
{
    m_row->addWidget(widget, 0, Qt::AlignTop);
}

} // namespace carriel::ui
