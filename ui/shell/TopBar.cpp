// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TopBar.h"

#include "ui/shell/QuickSearches.h"
#include "ui/text/Format.h"
#include "ui/text/StatusWords.h"
#include "ui/theme/Space.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace carriel::ui {

StateWords overallState(const SyncStatus &status)
{
    const QString words = text::shortWords(status);
    if (status.failed > 0 || status.conflicts > 0)
        return {words, "triangle-alert", Role::Warning};
    if (text::isSilent(status))
        return {words, "clock", Role::Warning};
    switch (status.phase) {
    case SyncPhase::NotConnected:
        return {words, "laptop", Role::TextMuted};
    case SyncPhase::NeedsLogin:
        return {words, "key-round", Role::Warning};
    case SyncPhase::Offline:
        return {words, "cloud-off", Role::TextMuted};
    case SyncPhase::Syncing:
        return {words, "refresh-cw", Role::Info};
    case SyncPhase::Waiting:
        return {words, "clock", Role::Warning};
    case SyncPhase::Problem:
        return {words, "triangle-alert", Role::Warning};
    case SyncPhase::UpToDate:
        return {words, "circle-check", Role::Success};
    }
    return {};
}

TopBar::TopBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("topBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::xl, space::m, space::l, space::m);
    row->setSpacing(space::m);

    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search everything (Ctrl+K)"));
    m_search->setAccessibleName(tr("Search in all documents"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(640);
    m_search->addAction(theme.icon(QStringLiteral("search"), Role::TextMuted), QLineEdit::LeadingPosition)
        ->setText(m_search->accessibleName()); // a screen reader meets it as a button
    m_search->installEventFilter(this);
    m_quick = new QuickSearches(theme, *m_search);
    connect(m_search, &QLineEdit::textChanged, this, &TopBar::searchChanged);
    row->addWidget(m_search, 1);
    row->addStretch(0);

    m_state = new QToolButton(this);
    m_state->setObjectName(QStringLiteral("syncState"));
    m_state->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_state->setAutoRaise(true);
    m_state->setFocusPolicy(Qt::StrongFocus);
    connect(m_state, &QToolButton::clicked, this, &TopBar::syncStateClicked);
    row->addWidget(m_state);

    m_details = new QToolButton(this);
    m_details->setObjectName(QStringLiteral("toggleDetails"));
    m_details->setIcon(theme.icon(QStringLiteral("panel-right")));
    m_details->setCheckable(true);
    m_details->setAutoRaise(true);
    m_details->setFocusPolicy(Qt::StrongFocus);
    m_details->setShortcut(QKeySequence(Qt::Key_F4));
    m_details->setToolTip(tr("Show or hide the details (F4)"));
    m_details->setAccessibleName(tr("Details pane"));
    connect(m_details, &QToolButton::toggled, this, &TopBar::detailsToggled);
    row->addWidget(m_details);
    setStatus({});
}

void TopBar::focusSearch()
{
    m_search->clearFocus(); // who asks for it once more is offered again what it offers
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopBar::setSearchText(const QString &text)
{
    if (m_search->text() == text)
        return;
    const QSignalBlocker quiet(this);
    m_search->setText(text);
}

void TopBar::setStatus(const SyncStatus &status)
{
    const StateWords words = overallState(status);
    m_state->setText(words.text);
    m_state->setIcon(m_theme.icon(QString::fromLatin1(words.icon), words.role));
    m_state->setAccessibleName(tr("State: %1").arg(words.text));
    m_state->setToolTip(status.lastContactUtc.isValid()
                            ? tr("Last contact with the operator: %1").arg(text::dateTime(status.lastContactUtc))
                            : tr("Transfers and problems"));
}

void TopBar::setDetailsShown(bool shown)
{
    const QSignalBlocker quiet(m_details);
    m_details->setChecked(shown);
}

void TopBar::setDetailsOffered(bool offered)
{
    m_details->setVisible(offered);
}

bool TopBar::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT searchLeft();
            return true;
        }
        if (key == Qt::Key_Escape) {
            m_search->clear();
            Q_EMIT searchLeft();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace carriel::ui
