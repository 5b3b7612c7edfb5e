// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/FormDialog.h"

#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

FormDialog::FormDialog(const PageContext &context, QWidget *parent, const QString &verb, bool destroys) : Page(context, parent), m_destroys(destroys)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_words = theme().label({}, TypeRole::Body, this);
    m_words->setObjectName(QStringLiteral("dialogWords"));
    m_words->setMinimumWidth(QFontMetrics(font()).averageCharWidth() * 52);
    m_words->hide();
    column->addWidget(m_words);
    m_body = new QVBoxLayout;
    m_body->setSpacing(space::s);
    column->addLayout(m_body, 1);
    m_problem = theme().label({}, TypeRole::Body, this, Role::Danger);
    m_problem->setObjectName(QStringLiteral("dialogProblem"));
    m_problem->hide();
    column->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("dialogCancel"));
    m_cancel = cancel;
    m_verb = new QPushButton(verb, this);
    m_verb->setObjectName(QStringLiteral("dialogVerb"));
    m_verb->setDefault(!destroys); // what cannot be taken back is never one Enter away
    setVariant(m_verb, destroys ? Variant::Danger : Variant::Primary);
    buttons->addWidget(cancel);
    buttons->addWidget(m_verb);
    column->addSpacing(space::s);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &Page::done);
    connect(m_verb, &QPushButton::clicked, this, [this] {
        if (accept())
            Q_EMIT done();
    });
}

// Where no field has asked for the keyboard, the button that Enter presses has it: what is seen and what is done are one.
void FormDialog::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (const QWidget *has = window()->focusWidget(); has && isAncestorOf(has))
        return;
    (!m_destroys && m_verb->isEnabled() ? m_verb : m_cancel)->setFocus();
}

void FormDialog::setVerbEnabled(bool enabled)
{
    m_verb->setEnabled(enabled);
    if (enabled && !m_destroys && m_cancel == window()->focusWidget())
        m_verb->setFocus();
}

void FormDialog::setWords(const QString &words)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
}

void FormDialog::setProblem(const QString &words)
{
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
    if (!words.isEmpty()) {
        QAccessibleEvent event(m_problem, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
        grow();
    }
}

void FormDialog::grow()
{
    const auto fit = [this] {
        QWidget *dialog = window();
        if (!dialog->isVisible() || !dialog->layout() || !dialog->layout()->hasHeightForWidth())
            return;
        const int needed = dialog->layout()->totalHeightForWidth(dialog->width());
        if (needed > dialog->height())
            dialog->resize(dialog->width(), needed);
    };
    QMetaObject::invokeMethod(this, fit, Qt::QueuedConnection); // once the labels have been laid out anew
}

} // namespace carriel::ui
