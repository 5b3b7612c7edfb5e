// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forms/PasswordAsk.h"

#include "ui/theme/Space.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

PasswordAsk::PasswordAsk(const Theme &theme, const QString &name, QWidget *parent) : QWidget(parent)
{
    setObjectName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_field = new SecretField(theme, tr("Password of the PDF"), name + QLatin1String(".secret"), this);
    column->addWidget(m_field);
    m_words = theme.label({}, TypeRole::Small, this, Role::TextMuted);
    m_words->setObjectName(name + QLatin1String(".words"));
    column->addWidget(m_words);
    m_open = new QPushButton(tr("Open it"), this);
    m_open->setObjectName(name + QLatin1String(".open"));
    column->addWidget(m_open, 0, Qt::AlignLeft);
    const auto follow = [this] { m_open->setEnabled(!m_field->isEmpty()); };
    connect(m_field, &SecretField::changed, this, follow);
    const auto give = [this] {
        if (!m_field->isEmpty())
            Q_EMIT given();
    };
    connect(m_field, &SecretField::entered, this, give);
    connect(m_open, &QPushButton::clicked, this, give);
    setFocusProxy(m_field->edit());
    follow();
    hide();
}

void PasswordAsk::ask(const QString &words)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    show();
}

void PasswordAsk::forget()
{
    m_field->clear();
    m_field->setProblem({});
    hide();
}

void PasswordAsk::setProblem(const QString &text)
{
    m_field->setProblem(text);
    m_field->edit()->setFocus();
}

} // namespace carriel::ui
