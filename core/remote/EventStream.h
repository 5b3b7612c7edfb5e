// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Server-sent events (WHATWG HTML §9.2), as far as the feed's hints need them.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <functional>

namespace carriel::remote {

class EventStream
{
public:
    struct Event {
        QByteArray type = "message";
        QByteArray data;
    };
    explicit EventStream(std::function<void(const Event &)> event) : m_event(std::move(event)) {}

    // CAR-REM-002 if a line or an event grows past 64 KiB.
    Outcome add(QByteArrayView bytes);
    const QByteArray &lastId() const { return m_lastId; }

private:
    void line(QByteArray text);

    std::function<void(const Event &)> m_event;
    QByteArray m_held;
    Event m_current;
    bool m_hasData = false;
    QByteArray m_lastId;
};

} // namespace carriel::remote
