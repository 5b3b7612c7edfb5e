// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Pushes delivery events to the entities that want it (RFC 8935): each evidence record as it stands, in order, again
// and later when it is not taken. What was pushed is remembered; an event whose answer was lost comes twice. Threads
// of its own: a receiver that is slow, or never ends its answer, keeps the others from nothing.
#pragma once

#include "reference-operator/Operator.h"

#include <QHash>
#include <QSet>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace httplib {
class SSLClient;
}

namespace carriel::op {

class Webhooks
{
public:
    explicit Webhooks(Operator &op);
    ~Webhooks();
    Webhooks(const Webhooks &) = delete;
    Webhooks &operator=(const Webhooks &) = delete;

private:
    struct Wanted
    {
        QString entity;
        QString url;
        qint64 pushed = 0; // last event that was taken
    };
    struct Pause
    {
        qint64 until = 0; // seconds since 1970
        qint64 length = 1;
        QString url; // another one has done nothing yet to be waited for
    };
    struct Push
    {
        int socket = -1;
        std::chrono::steady_clock::time_point until; // then it is cut
    };
    class Under;
    void run();
    void look();
    void work();
    bool pushTo(const Wanted &one);
    bool post(httplib::SSLClient &client, const QString &entity, const std::string &path, const QByteArray &jws);

    Operator &m_op;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_closed = false;
    std::deque<Wanted> m_queue;
    QSet<QString> m_taken; // in the queue, or being pushed to
    std::map<QString, Push> m_under;
    QHash<QString, Pause> m_pauses;
    std::vector<std::thread> m_workers;
    std::thread m_thread;
};

// The first address of a host, when it is one of the public internet: a webhook must not reach into our own network.
std::optional<QByteArray> publicAddress(const QString &host);
// That host is known, and is none of the public internet: nothing would ever be pushed there.
bool isWithin(const QString &host);

} // namespace carriel::op
