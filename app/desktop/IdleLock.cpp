// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/IdleLock.h"

#include "ui/text/Preferences.h"

#include <QCoreApplication>
#include <QEvent>

namespace carriel::desktop {

IdleLock::IdleLock(Session &session, const Clock &clock, QObject *parent)
    : QObject(parent), m_session(session), m_clock(clock), m_lastInput(clock.monotonic())
{
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.callOnTimeout(this, &IdleLock::look);
    m_timer.start(std::chrono::seconds(10));
}

bool IdleLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        m_lastInput = m_clock.monotonic();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void IdleLock::look()
{
    if (m_session.vaultState() != VaultState::Unlocked) {
        m_lastInput = m_clock.monotonic();
        return;
    }
    const std::chrono::minutes allowed(m_session.setting(text::keys::idleMinutes, QStringLiteral("15")).toLongLong());
    if (allowed.count() > 0 && m_clock.monotonic() - m_lastInput >= allowed)
        m_session.lock();
}

} // namespace carriel::desktop
