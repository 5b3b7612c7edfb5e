// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Jwks.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/Problem.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 refreshAfter = 3600; // seconds
constexpr qint64 notBefore = 3;

QByteArray get(const QUrl &url, const QString &ca)
{
    if (url.scheme() != u"https")
        return {};
    httplib::SSLClient client(url.host().toStdString(), url.port(443));
    if (!ca.isEmpty())
        client.set_ca_cert_path(QFile::encodeName(ca).constData());
    client.enable_server_certificate_verification(true);
    client.set_connection_timeout(5);
    client.set_read_timeout(5);
    client.set_follow_location(false);
    const auto answer = client.Get(url.path(QUrl::FullyEncoded).toStdString());
    if (!answer || answer->status != 200 || answer->body.size() > 1024 * 1024)
        return {};
    return QByteArray::fromStdString(answer->body);
}

} // namespace

QByteArray Jwks::fetch() const
{
    if (!m_config.issuerJwksFile.isEmpty()) {
        QFile file(m_config.issuerJwksFile);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString issuer = m_config.issuer;
    if (issuer.endsWith(u'/'))
        issuer.chop(1);
    const QByteArray metadata = get(QUrl(QString(issuer + u"/.well-known/openid-configuration"_s)), m_config.issuerCa);
    const QJsonObject json = QJsonDocument::fromJson(metadata).object();
    if (json.value("issuer"_L1).toString() != m_config.issuer)
        return {};
    return get(QUrl(json.value("jwks_uri"_L1).toString()), m_config.issuerCa);
}

bool Jwks::load(bool forced, bool *asked)
{
    const std::lock_guard fetching(m_fetching); // one asks, the others wait for what it got
    {
        const std::lock_guard lock(m_mutex);
        const qint64 now = nowSeconds();
        if (now - m_triedAt < notBefore || (!forced && now - m_loadedAt < refreshAfter))
            return !m_keys.isEmpty();
        m_triedAt = now;
    }
    QHash<QString, KeyPtr> keys;
    for (const QJsonValue &value : QJsonDocument::fromJson(fetch()).object().value("keys"_L1).toArray()) {
        const QJsonObject jwk = value.toObject();
        if (const KeyPtr key = keyFromJwk(jwk); key && jwk.value("use"_L1).toString(u"sig"_s) == u"sig")
            keys.insert(jwk.value("kid"_L1).toString(), key);
    }
    const std::lock_guard lock(m_mutex);
    if (!keys.isEmpty()) { // an issuer that is away takes nothing from us
        m_keys = keys;
        m_loadedAt = nowSeconds();
        if (asked)
            *asked = true;
    }
    return !m_keys.isEmpty();
}

KeyPtr Jwks::find(const QString &kid)
{
    const std::lock_guard lock(m_mutex);
    return m_keys.value(kid);
}

bool Jwks::verifies(const Jws &jws, bool sure)
{
    bool asked = false;
    bool any = load(false);
    KeyPtr key = find(jws.kid());
    if (!key) {
        any = load(true, &asked);
        key = find(jws.kid());
    }
    if (!any || (sure && !key && !asked))
        throw Problem("unavailable").retryAfter(5);
    return key && op::verifies(jws, key);
}

} // namespace carriel::op
