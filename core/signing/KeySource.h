// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A key that signs, wherever it is: in a file, in a card, at a service. Each says only which certificate it has and
// signs bytes.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/crypto/Certificate.h"

#include <functional>

namespace carriel::crypto {
class CmsBuilder;
}

namespace carriel::signing {

class KeySource
{
public:
    virtual ~KeySource() = default;
    // What the person saw when choosing. A source whose certificate changed since then must refuse to sign
    // (keyUnsuitable).
    virtual crypto::Certificate certificate() const = 0;
    virtual QList<crypto::Certificate> chain() const = 0; // others that help to reach an anchor; any order
    // SHA-256 with RSA PKCS#1 v1.5, or ECDSA in DER, over `toBeSigned` itself (not its digest). Answers once, perhaps
    // at once.
    using Signed = std::function<void(Result<QByteArray>)>;
    virtual void sign(const QByteArray &toBeSigned, Signed done) = 0;
};

// keyUnsuitable for one that is expired, not yet valid, without the usage of signing, or too weak, at `now`.
Outcome checkSuitable(const crypto::Certificate &certificate, const QDateTime &now);
// The signature with what the key answered; keyUnsuitable if that value does not belong to the certificate.
Result<QByteArray> assembled(crypto::CmsBuilder &builder, const Result<QByteArray> &value);

} // namespace carriel::signing
