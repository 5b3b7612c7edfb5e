// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A private key with its certificate out of a PKCS#12 file (RFC 7292). The key never leaves this class. Thread-safe.
#pragma once

#include "core/base/SecretBytes.h"
#include "core/crypto/Certificate.h"

struct evp_pkey_st;

namespace carriel::crypto {

class Pkcs12
{
public:
    // `password` is UTF-8. notAuthentic: wrong password (or altered file). badEncoding: no such file. badKey: it lacks
    // the key or the certificate, or they do not belong together.
    static Result<Pkcs12> open(QByteArrayView bytes, const SecretBytes &password);

    const Certificate &certificate() const { return m_certificate; }
    const QList<Certificate> &others() const { return m_others; }
    // SHA-256 with RSA PKCS#1 v1.5, or with ECDSA in DER.
    Result<QByteArray> sign(QByteArrayView toBeSigned) const;

private:
    explicit Pkcs12(Certificate certificate) : m_certificate(std::move(certificate)) {}
    std::shared_ptr<evp_pkey_st> m_key;
    Certificate m_certificate;
    QList<Certificate> m_others;
};

// r ‖ s of equal halves, as tokens give it, to the DER that CMS wants.
Result<QByteArray> ecdsaToDer(QByteArrayView rs);
// DigestInfo of SHA-256 (RFC 8017 §9.2), for tokens that only do raw PKCS#1.
QByteArray sha256DigestInfo(const QByteArray &digest);

} // namespace carriel::crypto
