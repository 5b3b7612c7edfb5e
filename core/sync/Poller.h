// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Decides when to look for news: told by the operator's event stream, and on a clock besides, because a hint may get lost.
#pragma once

#include "core/sync/Desk.h"

namespace carriel::sync {

class Poller
{
public:
    explicit Poller(Desk &desk) : m_desk(desk), m_calls(m_uncounted), m_poll(desk.ports.scheduler), m_retry(desk.ports.scheduler) {}

    void start();
    void stop();
    void setForeground(bool on);
    void networkChanged(); // the old stream may hang: a new one
    // After each round: sets the next poll, opens the stream when there is one to open.
    void pump(const QString &cursor);
    void sweep() { m_calls.sweep(); }

    std::chrono::milliseconds period() const;

private:
    void open();
    void ended(const Trouble &trouble);

    Desk &m_desk;
    int m_uncounted = 0; // the stream takes no slot from work
    CallBag m_calls;
    Alarm m_poll;
    Alarm m_retry;
    bool m_started = false;
    bool m_foreground = true;
    bool m_heard = false;   // this stream has said something
    int m_silent = 0;       // streams in a row that said nothing
    QString m_cursor;
};

} // namespace carriel::sync
