// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/LockedCount.h"

#include "core/base/FreedMemory.h"
#include "core/crypto/StrictJson.h"
#include "core/services/AccountStore.h"

#include <algorithm>

namespace carriel {

using namespace std::chrono_literals;

LockedCount::LockedCount(Random &random, std::chrono::milliseconds every) : m_transport(random, {})
{
    m_again.setInterval(every);
    connect(&m_again, &QTimer::timeout, this, &LockedCount::ask);
}

bool LockedCount::wanted()
{
    const bool fresh = has() && !m_used && !m_age.hasExpired(qint64(m_ticket.seconds) * 250); // a quarter of its time
    if (fresh || (m_asked.isValid() && !m_asked.hasExpired(60000)))
        return false;
    m_asked.start();
    return true;
}

void LockedCount::keep(CountTicket ticket)
{
    m_ticket = std::move(ticket);
    m_used = false;
    m_age.start();
}

void LockedCount::begin()
{
    if (!has())
        return;
    m_transport.setTrust([pem = m_ticket.caPem] { return trustWith(pem).valueOr({}); });
    m_used = true;
    m_asked.invalidate(); // after the unlocking another one
    m_again.start();
    ask();
}

void LockedCount::rest()
{
    m_again.stop();
    if (m_call)
        forgetAsking();
    Q_EMIT counted(-1);
}

void LockedCount::end()
{
    m_ticket = {};
    rest();
}

void LockedCount::ask()
{
    if (!has() || m_age.hasExpired(qint64(m_ticket.seconds) * 1000))
        return end();
    remote::HttpRequest request;
    request.url = m_ticket.api;
    request.url.setPath(QString(request.url.path() + QLatin1String("/counts")));
    request.headers = {{"Accept", "application/json"}, {"Authorization", QByteArray("Bearer " + ticket())}};
    request.limits = {30s, 60s, 4096};
    m_call = m_transport.send(std::move(request), [this](const Result<remote::HttpResponse> &answer) {
        QMetaObject::invokeMethod(this, &LockedCount::forgetAsking, Qt::QueuedConnection); // once this has returned
        if (!answer)
            return; // no network: asked again later, the last number stays
        if (answer.value().status == 401 || answer.value().status == 403)
            return end(); // refused: over, or the computer was taken off the folder
        const auto object = crypto::parseStrictObject(answer.value().body, 4096);
        const int waiting = object ? object.value().value(QLatin1String("new")).toInt(-1) : -1;
        if (answer.value().success() && waiting >= 0)
            Q_EMIT counted(std::min(waiting, 99));
    });
}

// The header with the ticket went through strings and a thread of the network, which nobody locks or wipes.
void LockedCount::forgetAsking()
{
    m_call.reset();
    m_transport.dropConnections();
    const auto wipe = [this] {
        wipeFreedMemory();
        wipeMemoryOfEndedThreads();
        Q_EMIT asked();
    };
    QMetaObject::invokeMethod(this, wipe, Qt::QueuedConnection); // after what is still to be deleted has been
}

} // namespace carriel
