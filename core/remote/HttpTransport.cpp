// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/HttpTransport.h"

#include "core/remote/BodyThread.h"
#include "core/remote/HttpExchange.h"
#include "core/remote/RemoteErrors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
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
    // Most systems keep the same roots two or three times: in one bundle, a file each, and links to those. Reading a
    // certificate is what takes long, so the bundle is read, and of the files only what does not stand in it.
    static constexpr const char *bundles[] = {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                                              "/etc/ssl/ca-bundle.pem"};
    for (const char *name : bundles) {
        const QFileInfo bundle{QString::fromLatin1(name)};
        QFile file(bundle.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QByteArray text = file.readAll();
        QSet<QString> seen{bundle.canonicalFilePath()};
        const QFileInfoList others =
            bundle.dir().entryInfoList({QStringLiteral("*.pem"), QStringLiteral("*.crt")}, QDir::Files);
        for (const QFileInfo &other : others) {
            QFile one(other.filePath());
            if (seen.contains(other.canonicalFilePath()) || !one.open(QIODevice::ReadOnly))
                continue;
            seen.insert(other.canonicalFilePath());
            const QByteArray content = one.readAll();
            if (!text.contains(content.trimmed()))
                text += '\n' + content;
        }
        if (QList<QSslCertificate> out = QSslCertificate::fromData(text, QSsl::Pem); !out.isEmpty())
            return out;
    }
    return QSslConfiguration::systemCaCertificates();
}

HttpTransport::HttpTransport(Random &random, QList<QSslCertificate> trust, Plain plain, QObject *parent)
    : QObject(parent), m_manager(newManager()), m_trust(std::move(trust)), m_random(random), m_plain(plain)
{
}

HttpTransport::~HttpTransport()
{
    m_bodies.reset();
    // Before the managers, which own the replies.
    const auto exchanges = findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(exchanges);
}

void HttpTransport::dropConnections()
{
    m_manager = newManager();
    if (m_bodies)
        m_bodies->dropConnections();
}

void HttpTransport::setBandwidth(qint64 up, qint64 down)
{
    m_up.setRate(up);
    m_down.setRate(down);
    m_upRate = up;
    if (m_bodies)
        m_bodies->setRate(up);
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
    const bool allowed =
        request.url.isValid() && !request.url.host().isEmpty() && request.url.userInfo().isEmpty() &&
        (scheme == QLatin1String("https") || (m_plain == Plain::Allow && scheme == QLatin1String("http")));
    const QVariantMap host{{QStringLiteral("host"), request.url.host()}};
    request.limits.inactivity /= m_haste;
    request.limits.total /= m_haste;
    if (!allowed) {
        auto *exchange = new HttpExchange(*this, m_manager, std::move(request), std::move(done));
        exchange->failLater({errors::unreachable, host, QStringLiteral("not an https address")});
        return std::make_unique<HttpCall>(exchange);
    }
    if (const TrustSource source = std::exchange(m_trustSource, nullptr))
        m_trust = source();
    const QByteArray requestId = m_random.bytes(12).toHex();
    if (!BodyThread::isFor(request))
        return begin(std::move(request), m_trust, requestId, std::move(done));
    if (!m_bodies) {
        m_bodies = std::make_unique<BodyThread>(m_random, m_plain);
        m_bodies->setRate(m_upRate);
    }
    return m_bodies->send(std::move(request), m_trust, requestId, std::move(done));
}

CallPtr HttpTransport::begin(HttpRequest request, const QList<QSslCertificate> &trust, const QByteArray &requestId,
                             std::function<void(Result<HttpResponse>)> done)
{
    auto *exchange = new HttpExchange(*this, m_manager, std::move(request), std::move(done));
    auto call = std::make_unique<HttpCall>(exchange);
    exchange->start(trust, requestId);
    return call;
}

} // namespace carriel::remote
