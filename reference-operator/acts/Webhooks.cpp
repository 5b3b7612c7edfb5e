// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Webhooks.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"

#include <QFile>
#include <QUrl>
#include <arpa/inet.h>
#include <chrono>
#include <netdb.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceSeconds = 10;
constexpr qint64 longestPause = 3600;
constexpr qint64 together = 50;

bool isPublic(const sockaddr *address)
{
    if (address->sa_family == AF_INET) {
        const quint32 a = ntohl(reinterpret_cast<const sockaddr_in *>(address)->sin_addr.s_addr);
        const auto in = [a](quint32 net, int bits) { return (a >> (32 - bits)) == (net >> (32 - bits)); };
        return !(in(0x00000000, 8) || in(0x0a000000, 8) || in(0x64400000, 10) || in(0x7f000000, 8) ||
                 in(0xa9fe0000, 16) || in(0xac100000, 12) || in(0xc0000000, 24) || in(0xc0a80000, 16) ||
                 in(0xc6120000, 15) || a >= 0xe0000000);
    }
    if (address->sa_family != AF_INET6)
        return false;
    const in6_addr &a = reinterpret_cast<const sockaddr_in6 *>(address)->sin6_addr;
    return (a.s6_addr[0] & 0xe0) == 0x20; // 2000::/3; no mapped, local or documentation-only tricks
}

} // namespace

std::optional<QByteArray> publicAddress(const QString &host)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(host.toLatin1().constData(), nullptr, &hints, &found) != 0)
        return std::nullopt;
    std::optional<QByteArray> out;
    char text[INET6_ADDRSTRLEN] = {};
    if (found && isPublic(found->ai_addr) &&
        ::getnameinfo(found->ai_addr, found->ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0)
        out = QByteArray(text);
    ::freeaddrinfo(found);
    return out;
}

Webhooks::Webhooks(Operator &op) : m_op(op), m_thread([this] { run(); }) {}

Webhooks::~Webhooks()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_wake.notify_all();
    }
    m_thread.join();
}

void Webhooks::run()
{
    for (;;) {
        try {
            sweep();
        } catch (const std::exception &e) {
            qWarning("webhooks: %s", e.what());
        }
        std::unique_lock lock(m_mutex);
        if (m_wake.wait_for(lock, std::chrono::seconds(1), [&] { return m_closed; }))
            return;
    }
}

void Webhooks::sweep()
{
    struct Wanted
    {
        QString entity;
        QString url;
        qint64 pushed = 0;
    };
    const QList<Wanted> wanted = m_op.database.read([](Connection &c) {
        QList<Wanted> out;
        QSqlQuery &row =
            c.run(u"SELECT id, webhook, pushed FROM entities WHERE webhook IS NOT NULL AND pushed < events"_s);
        while (row.next())
            out.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toLongLong()});
        row.finish();
        return out;
    });
    for (const Wanted &one : wanted) {
        Pause &pause = m_pauses[one.entity];
        if (pause.until > nowSeconds())
            continue;
        if (pushTo(one.entity, one.url, one.pushed)) {
            pause = {};
        } else {
            pause.until = nowSeconds() + pause.length;
            pause.length = std::min(pause.length * 2, longestPause);
        }
    }
}

bool Webhooks::pushTo(const QString &entity, const QString &url, qint64 after)
{
    const QUrl address(url);
    const std::string host = address.host().toStdString();
    httplib::SSLClient client(host, address.port(443));
    client.enable_server_certificate_verification(true);
    client.set_follow_location(false);
    client.set_connection_timeout(patienceSeconds);
    client.set_read_timeout(patienceSeconds);
    client.set_keep_alive(true);
    if (!m_op.config.webhookCa.isEmpty())
        client.set_ca_cert_path(QFile::encodeName(m_op.config.webhookCa).constData());
    if (!m_op.config.webhooksAnywhere) {
        const auto resolved = publicAddress(address.host());
        if (!resolved)
            return false;
        client.set_hostname_addr_map(
            {{host, resolved->toStdString()}}); // the one that was looked at, not another answer
    }
    const auto events = m_op.database.read([&](Connection &c) {
        QList<std::pair<qint64, QByteArray>> out;
        QSqlQuery &row = c.run(u"SELECT n, jws FROM evidence WHERE entity = ? AND n > ? ORDER BY n LIMIT ?"_s,
                               {entity, after, together});
        while (row.next())
            out.append({row.value(0).toLongLong(), row.value(1).toString().toLatin1()});
        row.finish();
        return out;
    });
    qint64 taken = after;
    for (const auto &[n, jws] : events) {
        const auto answer =
            client.Post(address.path(QUrl::FullyEncoded).toStdString(), {{"Accept", "application/json"}},
                        jws.toStdString(), "application/secevent+jwt");
        if (!answer || answer->status < 200 || answer->status > 299)
            break;
        taken = n;
        // Each by itself: an operator that is ended here repeats one event, not all that had been answered.
        m_op.database.write([&](Connection &c) {
            c.change(u"UPDATE entities SET pushed = ? WHERE id = ? AND webhook = ? AND pushed < ?"_s,
                     {taken, entity, url, taken});
        });
    }
    return !events.isEmpty() && taken == events.last().first;
}

} // namespace carriel::op
