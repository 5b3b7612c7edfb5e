// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The identity provider's word about who logged in (OpenID Connect Core §3.1.3.7).
#pragma once

#include "core/crypto/Jws.h"

#include <QDateTime>
#include <chrono>
#include <optional>

namespace carriel::crypto {

struct IdTokenExpectations {
    QString issuer;
    QString clientId;
    QString nonce;
    QDateTime providerNow;                        // the provider's `Date`, not this computer's clock
    std::optional<QString> subject;               // a step-up must name the same person
    QStringList acrValues;                        // any of these; empty: whatever it is
    std::optional<std::chrono::seconds> maxAge;   // then auth_time must be there and young enough
    std::chrono::seconds leeway{30};
};

struct IdToken {
    QString subject;
    QString acr;
    QDateTime authTime; // invalid if absent
    QDateTime issuedAt;
    QDateTime expires;
    QJsonObject claims;
};

// Signature, then iss, aud, azp, nonce, exp, iat, sub, acr, auth_time. badIdToken names the first claim that fails.
Result<IdToken> verifyIdToken(QByteArrayView compact, const JwkSet &keys, const IdTokenExpectations &expected);

} // namespace carriel::crypto
