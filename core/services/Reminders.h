// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Days by which a notification must be answered: of the terms that run, and of what the opened acts ask for.
// Informative, and whoever shows them says so. What the person puts aside is kept in the vault. Thread: GUI.
#pragma once

#include "core/services/NotificationValues.h"

namespace carriel {

class Session;

struct DueDay
{
    QString key; // stable
    NotificationEntry entry;
    QDate day;      // in Colombia
    QString action, kind; // what the act asks for, its own words, not neutralised; empty: the term to answer
    bool rest = false;    // as in AskedDay
};

// What the person said of one of them, and what was told.
struct ReminderState
{
    bool off = false;
    QDate until; // quiet before this day
    QDate told;  // the last day on which it was told
};
ReminderState reminderFrom(const QString &stored);
QString stored(const ReminderState &state);
// Whether it is time to tell it again: 7, 3 and 1 days before and on the day, or the first chance after.
bool timeToTell(const ReminderState &state, QDate day, QDate today);

class Reminders
{
public:
    explicit Reminders(Session &session) : m_session(session) {}

    QList<DueDay> running(QDate today) const; // the earliest first; all that are not over
    QList<DueDay> shown(QDate today) const;   // … without what was put aside
    QList<DueDay> toTell(QDate today) const;

    void told(const QList<DueDay> &days, QDate today);
    void snooze(const QString &key, QDate until);
    void dismiss(const QString &key);
    void restore(const QString &key);

private:
    ReminderState state(const QString &key) const;
    void keep(const QString &key, const ReminderState &state);

    Session &m_session;
};

} // namespace carriel
