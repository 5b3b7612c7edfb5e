// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/OnlineVerify.h"

#include <QStringList>

namespace carriel::signing {

namespace {

constexpr int maxFetches = 24;

// Dotted numbers in any of the ways that resolvers understand are left to nobody's interpretation: only four plain ones
// count.
std::optional<quint32> ipv4(const QString &host)
{
    const QStringList parts = host.split(u'.');
    quint32 address = 0;
    for (const QString &part : parts) {
        bool ok = false;
        const uint n = part.toUInt(&ok);
        if (parts.size() != 4 || !ok || n > 255 || part.size() > 3)
            return std::nullopt;
        address = address << 8 | n;
    }
    return address;
}

bool isPublicIpv4(quint32 a)
{
    const auto in = [a](quint32 net, int bits) { return (a >> (32 - bits)) == (net >> (32 - bits)); };
    return !in(0x00000000, 8) && !in(0x0a000000, 8) && !in(0x64400000, 10) && !in(0x7f000000, 8) &&
           !in(0xa9fe0000, 16) && !in(0xac100000, 12) && !in(0xc0000000, 24) && !in(0xc0a80000, 16) &&
           !in(0xc6120000, 15) && !in(0xe0000000, 3);
}

bool isPublicHost(const QString &host)
{
    if (host.isEmpty() || host.contains(u':')) // IPv6 by number: no authority publishes its lists so
        return false;
    if (const auto address = ipv4(host))
        return isPublicIpv4(*address);
    const QString last = host.section(u'.', -1).toLower();
    static const QStringList inner{QStringLiteral("localhost"), QStringLiteral("local"),   QStringLiteral("internal"),
                                   QStringLiteral("lan"),       QStringLiteral("home"),    QStringLiteral("arpa"),
                                   QStringLiteral("onion"),     QStringLiteral("intranet")};
    const bool number = !last.isEmpty() && (last.front().isDigit()); // 127.1, 0x7f000001
    return host.contains(u'.') && !host.endsWith(u'.') && !number && !inner.contains(last);
}

class Online : public std::enable_shared_from_this<Online>
{
public:
    Online(VerifyAgain verify, const TrustStore &trust, HttpFetch &fetch, std::function<void(VerificationReport)> done)
        : m_verify(std::move(verify)), m_trust(trust), m_fetch(fetch), m_done(std::move(done))
    {
    }

    void again()
    {
        VerificationReport report = m_verify(m_evidence);
        m_open.clear();
        for (const FetchWanted &wanted : std::as_const(report.wanted)) {
            if (!m_asked.contains(wanted) && mayFetch(wanted, m_trust))
                m_open += wanted;
        }
        if (m_open.isEmpty() || m_asked.size() >= maxFetches)
            return m_done(std::move(report));
        next();
    }

private:
    void next()
    {
        if (m_open.isEmpty() || m_asked.size() >= maxFetches)
            return again();
        const FetchWanted wanted = m_open.takeFirst();
        m_asked += wanted;
        HttpFetchRequest request;
        request.url = wanted.url;
        request.body = wanted.body;
        request.maxBytes = wanted.ocsp ? 1 << 20 : 20 << 20;
        if (wanted.ocsp)
            request.contentType = "application/ocsp-request";
        m_fetch.fetch(std::move(request),
                      [self = shared_from_this(), ocsp = wanted.ocsp](const Result<QByteArray> &answer) {
                          if (answer.ok())
                              (ocsp ? self->m_evidence.ocsp : self->m_evidence.lists) += answer.value();
                          self->next();
                      });
    }

    VerifyAgain m_verify;
    const TrustStore &m_trust;
    HttpFetch &m_fetch;
    std::function<void(VerificationReport)> m_done;
    Evidence m_evidence;
    QList<FetchWanted> m_asked, m_open;
};

} // namespace

bool mayFetch(const FetchWanted &wanted, const TrustStore &trust)
{
    const QString scheme = wanted.url.scheme().toLower();
    if ((scheme != QLatin1String("http") && scheme != QLatin1String("https")) || !wanted.forTrustedPath ||
        !wanted.url.userInfo().isEmpty() || wanted.url.hasFragment())
        return false;
    if (isPublicHost(wanted.url.host()))
        return true;
    const int port = wanted.url.port(scheme == QLatin1String("http") ? 80 : 443);
    const QString place = wanted.url.host() + u':' + QString::number(port);
    for (const TrustAnchor &anchor : trust.anchors()) {
        if (anchor.id() == wanted.anchorId && anchor.revocationHosts.contains(place))
            return true;
    }
    return false;
}

void verifyOnline(QByteArrayView bytes, const TrustStore &trust, HttpFetch &fetch, const QDateTime &at,
                  std::function<void(VerificationReport)> done)
{
    verifyOnline([bytes, &trust, at, memo = std::make_shared<VerifyMemo>()](
                     const Evidence &evidence) { return verifyPdf(bytes, trust, evidence, at, memo.get()); },
                 trust, fetch, std::move(done));
}

void verifyOnline(VerifyAgain again, const TrustStore &trust, HttpFetch &fetch,
                  std::function<void(VerificationReport)> done)
{
    std::make_shared<Online>(std::move(again), trust, fetch, std::move(done))->again();
}

} // namespace carriel::signing
