// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what the event loop brings to anybody, as long as it lives: a window that nobody touches must rest.
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

namespace carriel::test {

class EventCount final : public QObject
{
public:
    explicit EventCount(QEvent::Type type) : m_type(type) { qApp->installEventFilter(this); }
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == m_type;
        return false;
    }

private:
    QEvent::Type m_type;
    int m_count = 0;
};

} // namespace carriel::test
