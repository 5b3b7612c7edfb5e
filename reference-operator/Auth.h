// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks: access tokens of the identity provider (RFC 9068), and how sure it is of the person (RFC 9470). Thread: any.
#pragma once

#include "reference-operator/Jwks.h"

#include <QSet>
#include <shared_mutex>
#include <unordered_map>

namespace carriel::op {

struct Principal {
    QString sub;    // co:CC:1020304050
    QString entity; // co:NIT:900123456 when it is an entity that asks; empty: a person
    QSet<QString> scopes;
    QString acr;
    qint64 authTime = 0; // seconds since 1970; 0: not told
    qint64 expires = 0;
    QString login; // the nonce of the login behind this token: which device's keys it was for; empty if the provider
                   // does not say

    void needScope(const QString &scope) const; // throws scope_missing
    // Throws insufficient_user_authentication unless the person proved who he is well enough and lately.
    void needStepUp() const;
};

class Auth
{
public:
    explicit Auth(const Config &config) : m_config(config), m_jwks(config) {}

    // From the value of `Authorization`. Verified once and remembered by its digest until it expires.
    Principal bearer(const QByteArray &authorization);

    // An ID token for this person and our client with this nonce; throws `code` with the reason. Gives its payload.
    QJsonObject idToken(const QByteArray &token, const QString &sub, const QString &nonce,
                        const char *code = "device_binding_invalid");

private:
    Principal verify(const QByteArray &token);

    const Config &m_config;
    Jwks m_jwks;
    std::shared_mutex m_mutex;
    std::unordered_map<std::string, Principal> m_known; // digest of the token
};

} // namespace carriel::op
