// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/OperatorSearch.h"

#include "core/remote/RemoteErrors.h"

#include <QFile>

namespace carriel {

void OperatorSearch::find(const QUrl &url, const QByteArray &caPem, std::optional<remote::Pin> pin,
                          std::function<void(Result<KnownOperator>)> done)
{
    if (!url.isValid() || url.host().isEmpty() || url.scheme() != QLatin1String("https"))
        return done(Error{remote::errors::notHttps, {{QStringLiteral("url"), url.toDisplayString()}}, {}});
    const auto trust = trustWith(caPem);
    if (!trust)
        return done(trust.error());
    m_transport.setTrust(trust.value());
    if (m_calls.size() > 32) // answered long ago
        m_calls.erase(m_calls.begin(), m_calls.begin() + 16);
    m_calls.push_back(remote::discoverOperator(m_transport, url, std::move(pin),
                                               [this, url, caPem, done](Result<remote::OperatorDescription> op) {
        if (!op)
            return done(op.error());
        m_calls.push_back(remote::discoverProvider(m_transport, op.value().issuer,
                                                   [url, caPem, done, op](Result<remote::ProviderDescription> provider) {
            if (!provider)
                return done(provider.error());
            done(KnownOperator{url, caPem, op.value(), provider.value()});
        }));
    }));
}

Result<QByteArray> readCertificates(const QString &path)
{
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > (1 << 20))
        return Error{remote::errors::caFile, {{QStringLiteral("path"), path}}, file.errorString()};
    const QByteArray pem = file.readAll();
    if (QSslCertificate::fromData(pem, QSsl::Pem).isEmpty())
        return Error{remote::errors::caFile, {{QStringLiteral("path"), path}}, QStringLiteral("no certificate in it")};
    return pem;
}

} // namespace carriel
