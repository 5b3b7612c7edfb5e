// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/HttpTransport.h"

#include "core/remote/HttpExchange.h"
#include "core/remote/RemoteErrors.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QSet>
#include <QSslConfiguration>

namespace carriel::remote {

namespace {
// Deleted from the event loop, because the last exchange lets go of it inside a signal of one of its replies.
std::shared_ptr<QNetworkAccessManager> newManager()
{
    auto *manager = new QNetworkAccessManager;
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    return {manager, [](QNetworkAccessManager *m) { m->deleteLater(); }};
}

class HttpCall final : public Call
{
public:
    explicit HttpCall(HttpExchange *exchange) : m_exchange(exchange) {}
    ~HttpCall() override
    {
        if (m_exchange)
            m_exchange->cancel();
    }

private:
    QPointer<HttpExchange> m_exchange;
};
} // namespace

Result<QList<QSslCertificate>> readCaFile(const QString &path)
{
    const Error unreadable{errors::caFile, {{QStringLiteral("path"), path}}, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable;
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(file.read(1 << 20), QSsl::Pem);
    for (const QSslCertificate &certificate : certificates) {
        if (certificate.isNull())
            return unreadable;
    }
    if (certificates.isEmpty())
        return unreadable;
    return certificates;
}

QList<QSslCertificate> systemTrust()
{
    QList<QSslCertificate> out;
    QSet<QByteArray> seen;
    const QList<QSslCertificate> all = QSslConfiguration::systemCaCertificates(); // files and links to them: most come twice
    for (const QSslCertificate &certificate : all) {
        const QByteArray der = certificate.toDer();
        if (!seen.contains(der))
            out.append(certificate);
        seen.insert(der);
    }
    return out;
}

HttpTransport::HttpTransport(Random &random, QList<QSslCertificate> trust, Plain plain, QObject *parent)
    : QObject(parent), m_manager(newManager()), m_trust(std::move(trust)), m_random(random), m_plain(plain)
{
}

HttpTransport::~HttpTransport()
{
    // Before the managers, which own the replies.
    const auto exchanges = findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(exchanges);
}

void HttpTransport::dropConnections()
{
    m_manager = newManager();
}

void HttpTransport::setTrust(QList<QSslCertificate> trust)
{
    m_trust = std::move(trust);
    m_trustSource = nullptr;
    dropConnections();
}

void HttpTransport::setTrust(TrustSource source)
{
    m_trustSource = std::move(source);
    dropConnections();
}

CallPtr HttpTransport::send(HttpRequest request, std::function<void(Result<HttpResponse>)> done)
{
    const QString scheme = request.url.scheme();
    const bool allowed = request.url.isValid() && !request.url.host().isEmpty() && request.url.userInfo().isEmpty() &&
                         (scheme == QLatin1String("https") || (m_plain == Plain::Allow && scheme == QLatin1String("http")));
    const QVariantMap host{{QStringLiteral("host"), request.url.host()}};
    request.limits.inactivity /= m_haste;
    request.limits.total /= m_haste;
    auto *exchange = new HttpExchange(*this, m_manager, std::move(request), std::move(done));
    auto call = std::make_unique<HttpCall>(exchange);
    if (const TrustSource source = std::exchange(m_trustSource, nullptr); allowed && source)
        m_trust = source();
    if (allowed)
        exchange->start(m_trust, m_random.bytes(12).toHex());
    else
        exchange->failLater({errors::unreachable, host, QStringLiteral("not an https address")});
    return call;
}

} // namespace carriel::remote
