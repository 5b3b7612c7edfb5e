// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/OpeningSteps.h"

#include "ui/text/NotificationWords.h"
#include "ui/theme/Space.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

OpeningSteps::OpeningSteps(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("notification.steps"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::m);
    QLabel *title = theme.label(tr("Opening it"), TypeRole::Title, this);
    title->setObjectName(QStringLiteral("notification.steps.title"));
    column->addWidget(title);
    for (const OpeningPhase phase : {OpeningPhase::Asking, OpeningPhase::Signing, OpeningPhase::Sending,
                                     OpeningPhase::Proving, OpeningPhase::Checking}) {
        auto *row = new QHBoxLayout;
        row->setSpacing(space::m);
        Step step{phase, new QLabel(this), theme.label(text::phaseWords(phase), TypeRole::Body, this)};
        step.icon->setFixedSize(space::icon, space::icon);
        row->addWidget(step.icon, 0, Qt::AlignTop);
        row->addWidget(step.words, 1);
        column->addLayout(row);
        m_steps.append(step);
    }
    m_note = theme.label({}, TypeRole::Body, this, Role::TextMuted);
    m_note->setObjectName(QStringLiteral("notification.steps.note"));
    column->addWidget(m_note);
    m_giveUp = new QPushButton(this);
    m_giveUp->setObjectName(QStringLiteral("notification.steps.giveUp"));
    connect(m_giveUp, &QPushButton::clicked, this,
            [this] { m_now == OpeningPhase::Proving ? Q_EMIT loginGivenUp() : Q_EMIT askingGivenUp(); });
    column->addWidget(m_giveUp, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(&theme, &Theme::changed, this, &OpeningSteps::show);
    begin();
}

void OpeningSteps::begin()
{
    m_now.reset();
    m_proved = false;
    show();
}

void OpeningSteps::tell(OpeningPhase phase)
{
    m_now = phase;
    m_proved |= phase == OpeningPhase::Proving;
    show();
    QAccessibleEvent said(m_note, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void OpeningSteps::show()
{
    // A login, where one is asked for, comes after the first sending and before the second.
    const auto place = [](OpeningPhase phase) { return int(phase); };
    for (const Step &step : std::as_const(m_steps)) {
        const bool proof = step.phase == OpeningPhase::Proving;
        const bool done = m_now && (proof ? m_proved && *m_now != OpeningPhase::Proving
                                          : place(step.phase) < place(*m_now) && step.phase != *m_now);
        const bool now = m_now == step.phase;
        const char *icon = done ? "circle-check" : now ? "refresh-cw" : "minus";
        const Role role = done ? Role::Success : now ? Role::Primary : Role::TextMuted;
        step.icon->setPixmap(
            m_theme.icon(QString::fromLatin1(icon), role).pixmap(QSize(space::icon, space::icon), devicePixelRatioF()));
        step.words->setFont(m_theme.font(now ? TypeRole::Strong : TypeRole::Body));
        QString words = text::phaseWords(step.phase);
        if (proof && !m_proved)
            words = tr("%1 (only if your operator asks for it)").arg(words);
        step.words->setText(words);
        step.words->setAccessibleName(done ? tr("%1: done").arg(words) : now ? tr("%1: under way").arg(words) : words);
    }
    const bool proving = m_now == OpeningPhase::Proving;
    // A card or a service may let the signature wait; until it is there nothing is signed.
    const bool asking = m_now == OpeningPhase::Asking || m_now == OpeningPhase::Signing;
    m_giveUp->setVisible(proving || asking);
    m_giveUp->setText(asking ? tr("Leave it for later") : tr("Do not log in; leave it sealed"));
    m_note->setText(proving
                        ? tr("Your browser asks who you are. The login is for this very receipt and nothing else.")
                        : tr("Each step is kept before the next one begins. If the network fails or the computer goes "
                             "out, it is never opened twice."));
}

} // namespace carriel::ui
