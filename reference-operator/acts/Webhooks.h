// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Pushes delivery events to the entities that want it (RFC 8935): each evidence record as it stands, in order, again
// and later when it is not taken. What was pushed is remembered; an event whose answer was lost comes twice. A thread
// of its own.
#pragma once

#include "reference-operator/Operator.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace carriel::op {

class Webhooks
{
public:
    explicit Webhooks(Operator &op);
    ~Webhooks();
    Webhooks(const Webhooks &) = delete;
    Webhooks &operator=(const Webhooks &) = delete;

private:
    void run();
    void sweep();
    bool pushTo(const QString &entity, const QString &url, qint64 after);

    struct Pause
    {
        qint64 until = 0; // seconds since 1970
        qint64 length = 1;
    };
    Operator &m_op;
    std::map<QString, Pause> m_pauses;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_closed = false;
    std::thread m_thread;
};

// The first address of a host, when it is one of the public internet: a webhook must not reach into our own network.
std::optional<QByteArray> publicAddress(const QString &host);

} // namespace carriel::op
