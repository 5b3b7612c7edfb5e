// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/IdleLock.h"

#include "ui/text/Preferences.h"

#include <QCoreApplication>
#include <QEvent>

namespace carriel::desktop {

IdleLock::IdleLock(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    QCoreApplication::instance()->installEventFilter(this);
    m_sinceInput.start();
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
        m_sinceInput.restart();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void IdleLock::look()
{
    if (m_session.vaultState() != VaultState::Unlocked) {
        m_sinceInput.restart();
        return;
    }
    const qint64 minutes = m_session.setting(text::keys::idleMinutes, QStringLiteral("15")).toLongLong();
    if (minutes > 0 && m_sinceInput.elapsed() >= minutes * 60000)
        m_session.lock();
}

} // namespace carriel::desktop
