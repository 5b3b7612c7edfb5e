// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Webhooks.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"

#include <QFile>
#include <QUrl>
#include <arpa/inet.h>
#include <chrono>
#include <fcntl.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceSeconds = 10; // for one event, from first to last byte
constexpr int turnSeconds = 20;     // for one entity, then it is the next one's turn
constexpr int workers = 4;
constexpr size_t largestAnswer = 65536;
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
    const quint32 first =
        quint32(a.s6_addr[0]) << 24 | quint32(a.s6_addr[1]) << 16 | quint32(a.s6_addr[2]) << 8 | a.s6_addr[3];
    const bool wraps = (first >> 16) == 0x2002 || (first >> 9) == (0x20010000u >> 9); // 6to4; Teredo and its kind
    return (first >> 29) == 1 && !wraps &&
           first != 0x20010db8; // 2000::/3; no mapped, local or documentation-only tricks
}

using Found = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

Found resolved(const QString &host)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const QByteArray ace = QUrl::toAce(host);
    if (::getaddrinfo(ace.isEmpty() ? host.toLatin1().constData() : ace.constData(), nullptr, &hints, &found) != 0)
        found = nullptr;
    return {found, ::freeaddrinfo};
}

} // namespace

std::optional<QByteArray> publicAddress(const QString &host)
{
    const Found found = resolved(host);
    std::optional<QByteArray> out;
    char text[INET6_ADDRSTRLEN] = {};
    if (found && isPublic(found->ai_addr) &&
        ::getnameinfo(found->ai_addr, found->ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0)
        out = QByteArray(text);
    return out;
}

bool isWithin(const QString &host)
{
    const Found found = resolved(host);
    return found && !isPublic(found->ai_addr);
}

Webhooks::Webhooks(Operator &op) : m_op(op)
{
    for (int n = 0; n < workers; ++n)
        m_workers.emplace_back([this] { work(); });
    m_thread = std::thread([this] { run(); });
}

Webhooks::~Webhooks()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        for (const auto &[entity, push] : m_under)
            ::shutdown(push.socket, SHUT_RDWR);
        m_wake.notify_all();
    }
    m_thread.join();
    for (std::thread &worker : m_workers)
        worker.join();
}

void Webhooks::run()
{
    for (;;) {
        try {
            look();
        } catch (const std::exception &e) {
            qWarning("webhooks: %s", e.what());
        }
        std::unique_lock lock(m_mutex);
        for (const auto &[entity, push] : m_under) {
            if (std::chrono::steady_clock::now() > push.until)
                ::shutdown(push.socket, SHUT_RDWR); // a receiver that lets its answer drip has had its time
        }
        if (m_wake.wait_for(lock, std::chrono::seconds(1), [&] { return m_closed; }))
            return;
    }
}

void Webhooks::look()
{
    const QList<Wanted> wanted = m_op.database.read([](Connection &c) {
        QList<Wanted> out;
        QSqlQuery &row =
            c.run(u"SELECT id, webhook, pushed FROM entities WHERE webhook IS NOT NULL AND pushed < events"_s);
        while (row.next())
            out.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toLongLong()});
        row.finish();
        return out;
    });
    const std::lock_guard lock(m_mutex);
    for (const Wanted &one : wanted) {
        const Pause pause = m_pauses.value(one.entity);
        if ((pause.until > nowSeconds() && pause.url == one.url) || m_taken.contains(one.entity))
            continue;
        m_taken.insert(one.entity);
        m_queue.push_back(one);
    }
    m_wake.notify_all();
}

void Webhooks::work()
{
    for (;;) {
        Wanted one;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [&] { return m_closed || !m_queue.empty(); });
            if (m_closed)
                return;
            one = m_queue.front();
            m_queue.pop_front();
        }
        bool good = false;
        try {
            good = pushTo(one);
        } catch (const std::exception &e) {
            qWarning("webhooks: %s: %s", qPrintable(one.entity), e.what());
        }
        const std::lock_guard lock(m_mutex);
        m_taken.remove(one.entity);
        Pause &pause = m_pauses[one.entity];
        if (pause.url != one.url)
            pause = {0, 1, one.url};
        if (good) {
            pause = {0, 1, one.url};
        } else {
            pause.until = nowSeconds() + pause.length;
            pause.length = std::min(pause.length * 2, longestPause);
        }
    }
}

// A second name of the connection under way, by which it can be ended from outside without asking the library.
class Webhooks::Under
{
public:
    Under(Webhooks &of, QString entity) : m_of(of), m_entity(std::move(entity)) {}
    ~Under()
    {
        const std::lock_guard lock(m_of.m_mutex);
        if (const auto found = m_of.m_under.find(m_entity); found != m_of.m_under.end()) {
            if (found->second.socket >= 0)
                ::close(found->second.socket);
            m_of.m_under.erase(found);
        }
    }
    Under(const Under &) = delete;
    Under &operator=(const Under &) = delete;

    void is(int socket) const
    {
        const std::lock_guard lock(m_of.m_mutex);
        Push &push = m_of.m_under[m_entity];
        if (push.socket >= 0)
            ::close(push.socket);
        push.socket = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
    }

private:
    Webhooks &m_of;
    QString m_entity;
};

bool Webhooks::post(httplib::SSLClient &client, const QString &entity, const std::string &path, const QByteArray &jws)
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(patienceSeconds);
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return false;
        m_under[entity].until = until;
    }
    httplib::Request request;
    request.method = "POST";
    request.path = path;
    request.headers = {{"Accept", "application/json"}, {"Content-Type", "application/secevent+jwt"}};
    request.body = jws.toStdString();
    size_t bytes = 0;
    request.content_receiver = [&](const char *, size_t size, uint64_t, uint64_t) {
        bytes += size; // what it says is of no interest
        return bytes <= largestAnswer && std::chrono::steady_clock::now() < until;
    };
    const auto answer = client.send(request);
    return answer && answer->status >= 200 && answer->status <= 299;
}

bool Webhooks::pushTo(const Wanted &one)
{
    const QUrl address(one.url);
    const std::string host = address.host(QUrl::FullyEncoded).toStdString();
    std::string path = address.path(QUrl::FullyEncoded).toStdString();
    if (path.empty())
        path = "/";
    if (address.hasQuery())
        path += "?" + address.query(QUrl::FullyEncoded).toStdString();
    httplib::SSLClient client(host, address.port(443));
    client.enable_server_certificate_verification(true);
    client.set_follow_location(false);
    client.set_decompress(false);
    client.set_url_encode(false); // it is already
    client.set_connection_timeout(patienceSeconds);
    client.set_read_timeout(patienceSeconds);
    client.set_write_timeout(patienceSeconds);
    client.set_keep_alive(true);
    const Under under(*this, one.entity);
    client.set_socket_options([&](int socket) { under.is(socket); });
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
                               {one.entity, one.pushed, together});
        while (row.next())
            out.append({row.value(0).toLongLong(), row.value(1).toString().toLatin1()});
        row.finish();
        return out;
    });
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(turnSeconds);
    for (const auto &[n, jws] : events) {
        if (!post(client, one.entity, path, jws))
            return false;
        // Each by itself: an operator that is ended here repeats one event, not all that had been answered.
        m_op.database.write([&, taken = n](Connection &c) {
            c.change(u"UPDATE entities SET pushed = ? WHERE id = ? AND webhook = ? AND pushed < ?"_s,
                     {taken, one.entity, one.url, taken});
        });
        if (std::chrono::steady_clock::now() > end)
            break;
    }
    return !events.isEmpty();
}

} // namespace carriel::op
