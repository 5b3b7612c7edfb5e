// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mail/LoginKeys.h"

#include "core/crypto/Jws.h"
#include "core/vault/Settings.h"

namespace carriel::mail {

void addLoginKeys(vault::Database &database, evidence::Proof &proof)
{
    if (proof.idToken.isEmpty() || !proof.idProviderKeys.isEmpty())
        return;
    const QByteArray kept = vault::ProfileFacts(database).value(QStringLiteral("provider_keys")).toUtf8();
    const auto keys = crypto::JwkSet::parse(kept);
    if (keys && crypto::verifyJws(proof.idToken, keys.value(), {}))
        proof.idProviderKeys = kept;
}

} // namespace carriel::mail
