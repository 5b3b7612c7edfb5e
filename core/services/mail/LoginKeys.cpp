// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mail/LoginKeys.h"

#include "core/crypto/Jws.h"
#include "core/vault/Settings.h"

namespace carriel::mail {

namespace {
const QString kept = QStringLiteral("provider_keys"); // a fact of the profile
}

Outcome keepLoginKeys(vault::Database &database, const QByteArray &jwks)
{
    return vault::ProfileFacts(database).set(kept, QString::fromUtf8(jwks));
}

void addLoginKeys(vault::Database &database, evidence::Proof &proof)
{
    if (proof.idToken.isEmpty() || !proof.idProviderKeys.isEmpty())
        return;
    const QByteArray jwks = vault::ProfileFacts(database).value(kept).toUtf8();
    const auto keys = crypto::JwkSet::parse(jwks);
    if (keys && crypto::verifyJws(proof.idToken, keys.value(), {}))
        proof.idProviderKeys = jwks;
}

} // namespace carriel::mail
