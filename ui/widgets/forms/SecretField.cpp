// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forms/SecretField.h"

#include "ui/theme/Space.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace carriel::ui {

SecretField::SecretField(const Theme &theme, const QString &label, const QString &name, QWidget *parent) : QWidget(parent)
{
    setObjectName(name + QLatin1String(".field"));
    auto *caption = theme.label(label, TypeRole::Body, this);
    caption->setObjectName(name + QLatin1String(".label"));
    caption->setWordWrap(true);
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(name);
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_edit->setMinimumHeight(space::target);
    m_edit->setAccessibleName(label);
    caption->setBuddy(m_edit);
    m_show = new QToolButton(this);
    m_show->setObjectName(name + QLatin1String(".show"));
    m_show->setCheckable(true);
    m_show->setIcon(theme.icon(QStringLiteral("eye")));
    m_show->setMinimumSize(space::target, space::target);
    m_show->setFocusPolicy(Qt::StrongFocus);
    m_show->setAccessibleName(tr("Show what I type"));
    m_show->setToolTip(tr("Show what I type"));
    m_problem = theme.label({}, TypeRole::Small, this, Role::Danger);
    m_problem->setObjectName(name + QLatin1String(".problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(space::xs);
    row->addWidget(m_edit, 1);
    row->addWidget(m_show);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(caption);
    column->addLayout(row);
    column->addWidget(m_problem);
    setFocusProxy(m_edit);

    connect(m_show, &QToolButton::toggled, this, [this](bool shown) {
        m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(m_edit, &QLineEdit::textChanged, this, &SecretField::changed);
    connect(m_edit, &QLineEdit::returnPressed, this, &SecretField::entered);
}

void SecretField::shownBy(SecretField &last)
{
    QSizePolicy policy = m_show->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // both fields have one width
    m_show->setSizePolicy(policy);
    m_show->hide();
    connect(last.m_show, &QToolButton::toggled, m_show, &QToolButton::setChecked);
}

QString SecretField::text() const
{
    return m_edit->text();
}

bool SecretField::isEmpty() const
{
    return m_edit->text().isEmpty();
}

SecretBytes SecretField::take()
{
    QByteArray utf8 = m_edit->text().normalized(QString::NormalizationForm_C).toUtf8();
    SecretBytes secret = SecretBytes::takeFrom(utf8);
    clear();
    return secret;
}

void SecretField::clear()
{
    m_edit->clear();
    m_show->setChecked(false);
}

void SecretField::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    m_edit->setAccessibleDescription(text);
}

} // namespace carriel::ui
