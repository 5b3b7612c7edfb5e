// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Locks when the person has been away from keyboard and mouse for as long as the setting says.
#pragma once

#include "core/base/Clock.h"
#include "core/services/Session.h"

#include <QTimer>

namespace carriel::desktop {

class IdleLock final : public QObject
{
    Q_OBJECT
public:
    // Session and clock outlive it.
    IdleLock(Session &session, const Clock &clock, QObject *parent = nullptr);

    void look(); // done by itself every ten seconds

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Session &m_session;
    const Clock &m_clock;
    QTimer m_timer;
    std::chrono::milliseconds m_lastInput;
};

} // namespace carriel::desktop
