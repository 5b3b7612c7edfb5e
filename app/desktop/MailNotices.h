// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Says on the desktop that a notification came, and that a day to answer is near. Never what it is about; the entity
// only if the person allows names on the screen, and of a sensitive one not even then. Thread: GUI.
#pragma once

#include "core/services/Reminders.h"
#include "core/services/Session.h"

#include <QSet>
#include <QTimer>

namespace carriel::desktop {

class MailNotices final : public QObject
{
    Q_OBJECT
public:
    MailNotices(Session &session, QObject *parent);

    // For a test: whether the person is looking at the window, and what day it is.
    std::function<bool()> inFront;
    std::function<QDate()> today;

    void remind(); // now; by itself at the start, each hour, and when something changed

Q_SIGNALS:
    void wanted(const QString &title, const QString &text);

private:
    void follow();
    bool mayTell() const;
    QString nameIn(const NotificationEntry &entry) const; // empty: not to be named

    Session &m_session;
    Reminders m_reminders;
    QTimer m_hour;
    QSet<QString> m_known;
    bool m_begun = false;
    bool m_quiet = false; // what the person chose, for the time when the settings are closed
    int m_waiting = -1;   // as told while locked
};

} // namespace carriel::desktop
