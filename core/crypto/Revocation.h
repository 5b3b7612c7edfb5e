// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an authority says of a certificate afterwards: OCSP (RFC 6960) and revocation lists (RFC 5280 §5). Thread-safe.
// Everything is checked here: who signed the statement, whom it speaks of. Whether it is fresh enough, the caller
// judges.
#pragma once

#include "core/crypto/Certificate.h"

#include <optional>

namespace carriel::crypto {

struct RevocationStatement
{
    enum class Says { Good, Revoked };
    enum class Source { Ocsp, List };
    Says says = Says::Good;
    Source source = Source::Ocsp;
    QDateTime revokedAt;                  // UTC, if revoked
    QDateTime thisUpdate;                 // what was known then is what it says
    QDateTime nextUpdate;                 // may be invalid: not said
    QByteArray der;                       // the OCSPResponse or CertificateList
    std::optional<Certificate> responder; // of OCSP, if it is not the issuer itself
};

// An OCSPResponse, or a bare BasicOCSPResponse. Nothing if it is not well signed or speaks of another certificate.
std::optional<RevocationStatement> fromOcsp(const QByteArray &der, const Certificate &subject,
                                            const Certificate &issuer);

// A complete list of the issuer, not for some reasons only, not indirect, no delta.
std::optional<RevocationStatement> fromList(const QByteArray &der, const Certificate &subject,
                                            const Certificate &issuer);

// An OCSPRequest for one certificate (SHA-1 names it, as every responder expects; no nonce, so that answers can be
// cached).
QByteArray ocspRequest(const Certificate &subject, const Certificate &issuer);

// The certificates that came inside an OCSP answer.
QList<Certificate> certificatesIn(const QByteArray &ocspResponse);

} // namespace carriel::crypto
