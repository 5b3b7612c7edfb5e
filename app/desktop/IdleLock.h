// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Locks when the person has been away from keyboard and mouse for as long as the setting says.
#pragma once

#include "core/services/Session.h"

#include <QElapsedTimer>
#include <QTimer>

namespace carriel::desktop {

class IdleLock final : public QObject
{
    Q_OBJECT
public:
    explicit IdleLock(Session &session, QObject *parent = nullptr); // the session outlives it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    Session &m_session;
    QTimer m_timer;
    QElapsedTimer m_sinceInput;
};

} // namespace carriel::desktop
